/** Pieces that both file formats are made of. */
import * as v from 'valibot';
import { utcMsOf } from './instant';

export function integer(least: number, most: number) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** Left out = empty. */
export function optionalList<Item extends v.GenericSchema>(item: Item) {
	return v.optional(v.array(item), []);
}

export const instant = v.pipe(
	v.string(),
	v.check((text) => utcMsOf(text) !== null, 'not-a-time'),
	v.metadata({ format: 'date-time' })
);

export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{64}$/, 'not-a-sha256'));

const listRefused = { ...v.never('wrong-type'), expects: 'Object' };

/** To valibot a list is an object too; here it is not. */
function notList<Schema extends v.GenericSchema>(schema: Schema): Schema {
	return {
		...schema,
		'~run': (dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) =>
			Array.isArray(dataset.value) ? listRefused['~run'](dataset, config) : schema['~run'](dataset, config)
	};
}

/** With these keys and any others. */
export function object<const Entries extends v.ObjectEntries>(entries: Entries) {
	return notList(v.looseObject(entries));
}

/** Other keys than these do not come through. */
export function exactObject<const Entries extends v.ObjectEntries>(entries: Entries) {
	return notList(v.object(entries));
}

export function dictionary<Value extends v.GenericSchema>(value: Value) {
	return notList(v.record(v.string(), value));
}
