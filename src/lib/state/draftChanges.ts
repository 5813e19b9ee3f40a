/** What a draft changes in the active environment, one by one, each of which can be taken back. */
import type { EnvironmentFileContent } from '../worker/api';
import {
	isRow,
	LIST_NAMES,
	pointerOf,
	rowsOf,
	same,
	SETTING_SECTIONS,
	withRows,
	withValue,
	type ListName,
	type Row
} from './environmentDraft';

export interface SettingChange {
	readonly kind: 'setting';
	readonly section: (typeof SETTING_SECTIONS)[number];
	readonly name: string;
	readonly before: unknown;
	readonly after: unknown;
}
export type DraftChange =
	| { readonly kind: 'name'; readonly before: unknown; readonly after: unknown }
	| SettingChange
	/** `index` is the row's place in the draft; of a removed row the place in the active environment. */
	| { readonly kind: 'added' | 'removed'; readonly list: ListName; readonly index: number; readonly row: Row }
	/** `keys`: those whose values differ. */
	| {
			readonly kind: 'changed';
			readonly list: ListName;
			readonly index: number;
			readonly before: Row;
			readonly after: Row;
			readonly keys: readonly string[];
	  }
	/** The same rows in another order. */
	| { readonly kind: 'order'; readonly list: ListName };

export function draftChanges(active: EnvironmentFileContent, draft: EnvironmentFileContent): readonly DraftChange[] {
	if (active === draft) return [];
	const name = { kind: 'name', before: active.name, after: draft.name } as const;
	return [
		...(same(active.name, draft.name) ? [] : [name]),
		...SETTING_SECTIONS.flatMap((section) => settingChanges(section, active[section], draft[section])),
		...LIST_NAMES.flatMap((list) => rowChanges(list, rowsOf(active, list), rowsOf(draft, list)))
	];
}

/** The draft without one of its changes. */
export function withoutChange(
	active: EnvironmentFileContent,
	draft: EnvironmentFileContent,
	change: DraftChange
): EnvironmentFileContent {
	switch (change.kind) {
		case 'name':
			return withValue(draft, ['name'], change.before);
		case 'setting':
			return withValue(draft, [change.section, change.name], change.before);
		case 'added':
			return withRows(draft, change.list, rowsOf(draft, change.list).toSpliced(change.index, 1));
		case 'removed':
			return withRows(draft, change.list, rowsOf(draft, change.list).toSpliced(change.index, 0, change.row));
		case 'changed':
			return withRows(draft, change.list, rowsOf(draft, change.list).with(change.index, change.before));
		case 'order':
			return withRows(draft, change.list, rowsOf(active, change.list));
	}
}

/** Where the change is made: a JSON pointer into the draft (RFC 6901). */
export function pointerOfChange(change: DraftChange): string {
	switch (change.kind) {
		case 'name':
			return '/name';
		case 'setting':
			return pointerOf([change.section, change.name]);
		case 'added':
			return pointerOf([change.list, change.index]);
		case 'changed':
			return pointerOf([change.list, change.index, ...change.keys.slice(0, 1)]);
		case 'removed':
		case 'order':
			return pointerOf([change.list]);
	}
}

function settingChanges(section: SettingChange['section'], active: unknown, draft: unknown): readonly SettingChange[] {
	const [before, after] = [isRow(active) ? active : {}, isRow(draft) ? draft : {}];
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names]
		.filter((name) => !same(before[name], after[name]))
		.map((name) => ({ kind: 'setting', section, name, before: before[name], after: after[name] }));
}

/** Rows are the same by their id; those without one where they are equal, else where they stand at the same place. */
function rowChanges(list: ListName, before: readonly Row[], after: readonly Row[]): readonly DraftChange[] {
	if (same(before, after)) return [];
	const left = new Map(before.map((row, index) => [index, row]));
	const placeOf = new Map<unknown, number>(before.map((row, index) => [keyOf(row), index]));
	const pairs = after.map((row, index) => {
		const place = placeOf.get(keyOf(row));
		if (place === undefined || !left.delete(place)) return { row, index, place: null };
		return { row, index, place };
	});
	const paired = pairs.map((pair) => {
		const stands = pair.place === null && typeof pair.row.id !== 'string' ? left.get(pair.index) : undefined;
		if (stands === undefined || typeof stands.id === 'string') return pair;
		left.delete(pair.index);
		return { ...pair, place: pair.index };
	});
	const changes = paired.flatMap(({ row, index, place }): DraftChange[] => {
		const was = place === null ? undefined : before[place];
		if (was === undefined) return [{ kind: 'added', list, index, row }];
		const keys = [...new Set([...Object.keys(was), ...Object.keys(row)])].filter((key) => !same(was[key], row[key]));
		return keys.length === 0 ? [] : [{ kind: 'changed', list, index, before: was, after: row, keys }];
	});
	const removed = [...left].map(([index, row]): DraftChange => ({ kind: 'removed', list, index, row }));
	const all = [...changes, ...removed];
	return all.length === 0 ? [{ kind: 'order', list }] : all;
}

function keyOf(row: Row): string {
	return typeof row.id === 'string' ? `id ${row.id}` : JSON.stringify(row);
}
