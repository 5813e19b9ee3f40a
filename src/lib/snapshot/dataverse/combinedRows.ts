/** The rows of all files of one import, each row once, whatever the files' order. */
import { compareText, type PlainValue } from '../plainData';
import { distinctAddresses } from './addresses';
import type { ImportedRow, ImportedSection } from './importedFacts';

export interface CombinedRow {
	readonly section: ImportedSection;
	readonly table: string;
	readonly id: string;
	/** Made up for a row of a CSV that has none. */
	readonly idMadeUp: boolean;
	readonly values: Record<string, PlainValue>;
	addresses: readonly string[] | null;
	addressesComplete: boolean;
	addsRow: boolean;
	owner: string | null;
	/** The file that spoke of it last, for remarks. */
	fileIndex: number;
}

/**
 * Later files win where two speak of the same column. What only adds addresses (emailsearches, a file with some of the
 * address columns) comes behind what lists all of them.
 * @param files rows of each file, the files in an order that does not depend on how they were dropped
 */
export function combineRows(files: readonly (readonly ImportedRow[])[]): readonly CombinedRow[] {
	const combined = new Map<string, CombinedRow>();
	const added = new Map<CombinedRow, string[]>();
	for (const [fileIndex, rows] of files.entries()) {
		for (const row of rows) {
			const id = row.id ?? madeUpId(row);
			const key = `${row.section}\n${row.table}\n${id}`;
			let whole = combined.get(key);
			if (whole === undefined) {
				whole = {
					section: row.section,
					table: row.table,
					id,
					idMadeUp: row.id === null,
					values: {},
					addresses: null,
					addressesComplete: false,
					addsRow: false,
					owner: null,
					fileIndex
				};
				combined.set(key, whole);
			}
			Object.assign(whole.values, row.values);
			whole.addsRow ||= row.addsRow;
			whole.owner = row.owner ?? whole.owner;
			whole.fileIndex = fileIndex;
			if (row.addresses === null) continue;
			if (row.addressesComplete) {
				whole.addresses = row.addresses;
				whole.addressesComplete = true;
			} else {
				const others = added.get(whole);
				if (others) others.push(...row.addresses);
				else added.set(whole, [...row.addresses]);
			}
		}
	}
	for (const [row, addresses] of added) row.addresses = distinctAddresses([...(row.addresses ?? []), ...addresses]);
	return [...combined.values()].sort(byNameThenId);
}

/** The same row of a CSV gets the same id each time it is imported. */
function madeUpId({ table, values, addresses }: ImportedRow): string {
	const name = values.fullname ?? values.name;
	return [table, typeof name === 'string' ? name : '', addresses?.[0] ?? '']
		.filter((part) => part !== '')
		.join('-')
		.toLowerCase()
		.replace(/\s+/g, '-');
}

function byNameThenId(a: CombinedRow, b: CombinedRow): number {
	return compareText(a.table, b.table) || compareText(nameOf(a), nameOf(b)) || compareText(a.id, b.id);
}

function nameOf({ values }: CombinedRow): string {
	const name = values.fullname ?? values.name;
	return typeof name === 'string' ? name.toLowerCase() : '';
}
