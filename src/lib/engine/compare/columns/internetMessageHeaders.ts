import { columnLengths } from '../../../domain/limits';
import { agreeIf, notComparable, type Compare } from '../compared';

/**
 * `internetmessageheaders`: the same names with the same values, whatever the shape of the JSON, which is not documented
 * (reading A12). Order, letter case and white space do not count.
 */
export const internetMessageHeaders: Compare = ({ internetmessageheaders: ours }, { value }) => {
	const recorded = typeof value === 'string' ? value : '';
	const theirs = headersIn(recorded);
	if (theirs === null) {
		const mayBeCut = recorded.length >= (columnLengths.internetmessageheaders ?? Infinity);
		return notComparable(mayBeCut ? 'cut-at-column-length' : 'recorded-text-unreadable');
	}
	const own = headersIn(ours ?? '') ?? new Set();
	return agreeIf(own.size === theirs.size && [...own].every((header) => theirs.has(header)));
};

/** A hostile file may nest and repeat without end. */
const maxDepth = 8;
const maxHeaders = 1_000;

const nameKeys = ['name', 'key', 'header', 'headername', 'field'];
const valueKeys = ['value', 'values', 'headervalue', 'content'];
const listKeys = ['headers', 'internetmessageheaders', 'value', 'items'];

/** `name: value` in lower case, each once; null where the text is no JSON of headers. */
export function headersIn(text: string): ReadonlySet<string> | null {
	if (text.trim() === '') return new Set();
	const json = parsed(text);
	const headers = new Set<string>();
	return json !== undefined && read(json, headers, 0) ? headers : null;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** False where something in it is no header. */
function read(json: unknown, headers: Set<string>, depth: number): boolean {
	if (depth > maxDepth || headers.size > maxHeaders) return false;
	if (json === null) return true;
	if (typeof json === 'string') return readLine(json, headers, depth);
	if (Array.isArray(json)) return readList(json, headers, depth);
	return typeof json === 'object' && readObject(Object.entries(json), headers, depth);
}

/** `Auto-Submitted: auto-replied`, or JSON within JSON. */
function readLine(text: string, headers: Set<string>, depth: number): boolean {
	const line = /^\s*([!-9;-~]{1,200})\s*:([^]*)$/.exec(text);
	if (line !== null && !/^\s*[[{"]/.test(text)) return add(headers, line[1] ?? '', line[2]);
	const inner = parsed(text);
	return inner !== undefined && inner !== text && typeof inner !== 'number' && read(inner, headers, depth + 1);
}

function readList(items: readonly unknown[], headers: Set<string>, depth: number): boolean {
	const [name, value] = items;
	if (items.length === 2 && typeof name === 'string' && isValue(value) && !name.includes(':')) {
		return add(headers, name, value);
	}
	return items.every((item) => read(item, headers, depth + 1));
}

function readObject(entries: readonly (readonly [string, unknown])[], headers: Set<string>, depth: number): boolean {
	const find = (names: readonly string[]) => entries.find(([key]) => names.includes(key.toLowerCase()));
	const name = find(nameKeys)?.[1];
	const value = find(valueKeys);
	if (typeof name === 'string' && value !== undefined) return addAll(headers, name, value[1]);
	const list = entries.length === 1 ? find(listKeys) : undefined;
	if (list !== undefined && typeof list[1] === 'object') return read(list[1], headers, depth + 1);
	return entries.every(([key, own]) => addAll(headers, key, own));
}

/** One value, or a list of them. */
function addAll(headers: Set<string>, name: string, value: unknown): boolean {
	return Array.isArray(value)
		? value.slice(0, maxHeaders).every((one) => add(headers, name, one))
		: add(headers, name, value);
}

function add(headers: Set<string>, name: string, value: unknown): boolean {
	if (!isValue(value)) return false;
	const text = value === null || value === undefined ? '' : String(value);
	headers.add(`${folded(name)}: ${folded(text)}`);
	return true;
}

function isValue(value: unknown): boolean {
	return value === null || value === undefined || typeof value !== 'object';
}

function folded(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
