/** JSON data as it comes out of a file that nobody vouches for. */
import type { FileIssue } from '../domain/fileIssue';

export type PlainValue = null | boolean | number | string | readonly PlainValue[] | PlainObject;
export interface PlainObject {
	readonly [key: string]: PlainValue;
}

/** Our own files nest 8 levels; deeper ones would only serve to exhaust the stack of whoever walks them. */
export const maxSnapshotDepth = 64;
/** Less, so that an environment that was read also fits into a snapshot. */
export const maxEnvironmentDepth = 32;
const maxNotes = 20;
export const removedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type CopyResult =
	| {
			readonly ok: true;
			readonly value: PlainValue;
			/** Objects, lists and scalars in it. */
			readonly nodes: number;
			/** One note per key left out, at most 20. */
			readonly notes: readonly FileIssue[];
	  }
	| { readonly ok: false; readonly issues: readonly FileIssue[] };

/** A deep copy without the keys that name parts of an object's prototype. Values JSON does not know become null. */
export function copyPlainData(json: unknown, maxDepth: number, path = ''): CopyResult {
	const notes: FileIssue[] = [];
	/** Keys from the top to the value at hand. */
	const trail: (string | number)[] = [];
	let nodes = 0;
	let tooDeepAt: string | null = null;

	function copyItem(item: unknown, key: string | number): PlainValue {
		trail.push(key);
		const result = copy(item);
		trail.pop();
		return result;
	}
	function copy(value: unknown): PlainValue {
		nodes += 1;
		if (typeof value === 'string' || typeof value === 'boolean') return value;
		if (typeof value === 'number') return Number.isFinite(value) ? value : null;
		if (typeof value !== 'object' || value === null) return null;
		if (trail.length === maxDepth) {
			tooDeepAt ??= trail.reduce<string>(pointer, path);
			return null;
		}
		if (Array.isArray(value)) return value.map(copyItem);
		const result: Record<string, PlainValue> = {};
		for (const [key, item] of Object.entries(value)) {
			if (!removedKeys.has(key)) result[key] = copyItem(item, key);
			else if (notes.length < maxNotes)
				notes.push({ path: [...trail, key].reduce<string>(pointer, path), code: 'key-removed' });
		}
		return result;
	}

	const value = copy(json);
	return tooDeepAt === null
		? { ok: true, value, nodes, notes }
		: { ok: false, issues: [{ path: tooDeepAt, code: 'too-deep', expected: `<=${maxDepth}` }] };
}

/** RFC 6901: one more step on a JSON pointer. */
export function pointer(base: string, key: string | number): string {
	return `${base}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By UTF-16 code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The entries whose keys are not among `known`, sorted by key. */
export function otherKeys<Value>(
	value: Readonly<Record<string, Value>>,
	known: readonly string[]
): Record<string, Value> {
	const entries = Object.entries(value).filter(([key]) => !known.includes(key));
	return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

/** The same object, `first` keys in front in that order, all others sorted behind them. */
export function orderKeys(value: PlainObject, first: readonly string[]): PlainObject {
	const result: Record<string, PlainValue> = {};
	for (const key of first) {
		const item = value[key];
		if (item !== undefined) result[key] = item;
	}
	return { ...result, ...otherKeys(value, first) };
}
