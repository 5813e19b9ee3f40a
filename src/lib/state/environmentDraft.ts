/** An environment file being edited: changes in it, rows with their ids, and how it differs from the active one. */
import type { EnvironmentFileContent } from '../worker/api';

export const LIST_NAMES = ['users', 'queues', 'records', 'mailboxes', 'placements', 'marks'] as const;
export type ListName = (typeof LIST_NAMES)[number];
export const SETTING_SECTIONS = ['organization', 'orgDbOrgSettings', 'modelOptions'] as const;

/** One item of a list, with whatever keys its file gave it. */
export type Row = Readonly<Record<string, unknown>>;
/** Keys and indexes from the top of the file. */
export type Path = readonly (string | number)[];

export function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(from: unknown, path: Path): unknown {
	let value = from;
	for (const step of path) {
		if (Array.isArray(value)) value = (value as readonly unknown[])[Number(step)];
		else value = isRow(value) && Object.hasOwn(value, step) ? value[step] : undefined;
	}
	return value;
}

/** A copy with one value changed; everything beside the path is shared. `undefined` removes a key. */
export function withValue<Whole extends Row>(whole: Whole, path: Path, value: unknown): Whole {
	return changed(whole, path, value) as Whole;
}

function changed(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
	if (step === undefined) return value;
	if (Array.isArray(whole)) {
		return (whole as readonly unknown[]).map((item, index) => (index === step ? changed(item, rest, value) : item));
	}
	const row = isRow(whole) ? whole : {};
	const next = changed(row[step], rest, value);
	if (next !== undefined) return { ...row, [step]: next };
	return Object.fromEntries(Object.entries(row).filter(([key]) => key !== String(step)));
}

export function rowsOf(file: EnvironmentFileContent, list: ListName): readonly Row[] {
	const rows = file[list];
	return Array.isArray(rows) ? (rows as readonly unknown[]).filter(isRow) : [];
}

export function withRows(file: EnvironmentFileContent, list: ListName, rows: readonly Row[]): EnvironmentFileContent {
	return { ...file, [list]: rows };
}

/** Lists that marking emails changes. */
const MARKED_LISTS: readonly ListName[] = ['marks', 'placements', 'mailboxes'];

/**
 * The draft with the lists of the file as it is now; null where the file differs from the one that was drafted from in
 * more than these lists, or in a list that the draft changes, too.
 */
export function withListsOf(
	file: EnvironmentFileContent,
	draftedFrom: EnvironmentFileContent,
	draft: EnvironmentFileContent
): EnvironmentFileContent | null {
	const keys = new Set([...Object.keys(file), ...Object.keys(draftedFrom)]);
	const changed = [...keys].filter((key) => !same(file[key], draftedFrom[key]));
	const lists = MARKED_LISTS.filter((list) => changed.includes(list));
	if (lists.length < changed.length || lists.some((list) => !same(draft[list], draftedFrom[list]))) return null;
	return lists.reduce((result, list) => withValue(result, [list], file[list]), draft);
}

/** A row changes places with its neighbour; at either end nothing happens. */
export function moved(rows: readonly Row[], index: number, by: -1 | 1): readonly Row[] {
	const row = rows[index];
	const other = rows[index + by];
	if (!row || !other) return rows;
	return rows.map((one, at) => (at === index ? other : at === index + by ? row : one));
}

/** `u-luisa-alves`, or with `-2` and so on where that is taken. */
export function newId(prefix: string, name: string, taken: ReadonlySet<string>): string {
	const slug = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.slice(0, 40)
		.replace(/^-|-$/g, '');
	const id = `${prefix}-${slug || 'new'}`;
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? id : `${id}-${number}`;
		if (!taken.has(candidate)) return candidate;
	}
}

/** Ids of all lists: owners are users or queues, so those must not share an id. */
export function idsOf(file: EnvironmentFileContent): Set<string> {
	return new Set(
		LIST_NAMES.flatMap((list) => rowsOf(file, list).flatMap(({ id }) => (typeof id === 'string' ? id : [])))
	);
}

/** Does a row of any list name this id as its owner or mailbox? */
export function isReferredTo(file: EnvironmentFileContent, id: unknown): boolean {
	return LIST_NAMES.some((list) => rowsOf(file, list).some((row) => row.ownerid === id || row.mailboxid === id));
}

/** What applying the draft would change: settings, rows and the name, each counted once. */
export function countChanges(active: EnvironmentFileContent, draft: EnvironmentFileContent): number {
	if (active === draft) return 0;
	const settings = SETTING_SECTIONS.map((section) => countSettings(active[section], draft[section]));
	const lists = LIST_NAMES.map((list) => countRows(rowsOf(active, list), rowsOf(draft, list)));
	return [...settings, ...lists, active.name === draft.name ? 0 : 1].reduce((sum, count) => sum + count, 0);
}

export function same(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function countSettings(active: unknown, draft: unknown): number {
	const [before, after] = [isRow(active) ? active : {}, isRow(draft) ? draft : {}];
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names].filter((name) => !same(before[name], after[name])).length;
}

/** Rows need no id for this: one that is equal to a row of the other list is unchanged, wherever it stands. */
function countRows(before: readonly Row[], after: readonly Row[]): number {
	const [known, kept] = [new Set(before), new Set(after)];
	const gone = new Map<string, number>();
	for (const row of before) {
		if (kept.has(row)) continue;
		const text = JSON.stringify(row);
		gone.set(text, (gone.get(text) ?? 0) + 1);
	}
	let added = 0;
	for (const row of after) {
		if (known.has(row)) continue;
		const text = JSON.stringify(row);
		const left = gone.get(text) ?? 0;
		if (left === 0) added++;
		else gone.set(text, left - 1);
	}
	const removed = [...gone.values()].reduce((sum, count) => sum + count, 0);
	if (added > 0 || removed > 0) return Math.max(added, removed);
	return before.some((row, index) => !same(row, after[index])) ? 1 : 0;
}

/** JSON pointer (RFC 6901). */
export function pointerOf(path: Path): string {
	return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The pointer itself, then what it lies in, innermost first; the whole file is left out. */
export function enclosing(pointer: string): readonly string[] {
	const steps = pointer.split('/').slice(1);
	return steps.map((_, index) => `/${steps.slice(0, steps.length - index).join('/')}`);
}

export function isWithin(pointer: string, outer: string): boolean {
	return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** The row that a pointer leads into. */
export function rowAt(pointer: string): { readonly list: ListName; readonly index: number } | null {
	const [, name, index] = pointer.split('/');
	const list = LIST_NAMES.find((known) => known === name);
	return list !== undefined && index !== undefined && /^\d+$/.test(index) ? { list, index: Number(index) } : null;
}
