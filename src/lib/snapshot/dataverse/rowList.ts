/** One list of an environment file while rows are merged into it; look-ups take no longer in a large list. */
import { isPlainObject, type PlainObject, type PlainValue } from '../plainData';
import { guidOf } from './values';

/** On a row that keeps the id it was given by hand: its id in Dataverse. */
export const dataverseIdKey = 'dataverseid';
/** On a row with an id of its own: the made-up ids of the rows of CSVs that were taken to be it, so that they stay it. */
export const importedAsKey = 'importedas';

const nowhere: ReadonlySet<number> = new Set();

export class RowList {
	readonly rows: PlainObject[];
	readonly #before: readonly PlainObject[];
	readonly #byId = new Map<string, number>();
	readonly #byImportedAs = new Map<string, number>();
	readonly #byAddress = new Map<string, Set<number>>();
	readonly #withTable: boolean;

	/** @param withTable ids count within their table */
	constructor(list: PlainValue | undefined, withTable: boolean) {
		this.#withTable = withTable;
		this.rows = Array.isArray(list) ? list.filter((row): row is PlainObject => isPlainObject(row)) : [];
		this.#before = [...this.rows];
		for (const [at, row] of this.rows.entries()) this.#index(at, row);
	}

	/** Rows that were added or are not as they were. */
	get changed(): number {
		return this.rows.filter((row, at) => row !== this.#before[at] && !same(row, this.#before[at])).length;
	}

	/** By its id, by its id in Dataverse, or by one that was made up for a row of a CSV. */
	find(table: string, id: string): number | undefined {
		return (
			this.#byId.get(this.#key(table, id)) ??
			this.#byId.get(this.#key(table, id.toLowerCase())) ??
			this.#byImportedAs.get(this.#key(table, id))
		);
	}

	withAddress(address: string): ReadonlySet<number> {
		return this.#byAddress.get(address.toLowerCase()) ?? nowhere;
	}

	/** Entered by hand, or made up for a CSV: Dataverse has not said yet which row it is. */
	isUnidentified(at: number): boolean {
		const row = this.rows[at];
		return row !== undefined && guidOf(row.id) === null && row[dataverseIdKey] === undefined;
	}

	add(row: PlainObject): number {
		const at = this.rows.push(row) - 1;
		this.#index(at, row);
		return at;
	}

	/** Sets these keys; nothing happens where they are so already. */
	update(at: number, values: PlainObject): void {
		const row = this.rows[at];
		if (row === undefined) return;
		const differing = Object.entries(values).filter(([key, value]) => !same(row[key], value));
		if (differing.length === 0) return;
		for (const address of addressesOfRow(row)) this.#byAddress.get(address.toLowerCase())?.delete(at);
		this.rows[at] = { ...row, ...Object.fromEntries(differing) };
		this.#index(at, this.rows[at]);
	}

	#index(at: number, row: PlainObject | undefined): void {
		if (row === undefined) return;
		const table = textAt(row, 'table');
		for (const id of [row.id, row[dataverseIdKey]]) {
			if (typeof id !== 'string') continue;
			this.#byId.set(this.#key(table, id), at);
			const guid = guidOf(id);
			if (guid !== null) this.#byId.set(this.#key(table, guid), at);
		}
		for (const id of textsAt(row, importedAsKey)) this.#byImportedAs.set(this.#key(table, id), at);
		for (const address of addressesOfRow(row)) {
			const key = address.toLowerCase();
			const places = this.#byAddress.get(key);
			if (places === undefined) this.#byAddress.set(key, new Set([at]));
			else places.add(at);
		}
	}

	#key(table: string, id: string): string {
		return this.#withTable ? `${table}\n${id}` : id;
	}
}

export function textAt(row: PlainObject, key: string): string {
	const value = row[key];
	return typeof value === 'string' ? value : '';
}

export function addressesOfRow(row: PlainObject): readonly string[] {
	return textsAt(row, 'emailaddresses');
}

export function textsAt(row: PlainObject, key: string): readonly string[] {
	const list = row[key];
	return Array.isArray(list) ? list.filter((text): text is string => typeof text === 'string') : [];
}

/** The only one, without looking at the others. */
export function soleOf(places: ReadonlySet<number>): number | undefined {
	return places.size === 1 ? places.values().next().value : undefined;
}

/** Null and left out say the same. */
function same(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
	if (a === b || (a ?? null) === (b ?? null)) return true;
	return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}

/** Adds to the list of a key. */
export function push<Key>(lists: Map<Key, number[]>, key: Key, place: number): void {
	const list = lists.get(key);
	if (list) list.push(place);
	else lists.set(key, [place]);
}
