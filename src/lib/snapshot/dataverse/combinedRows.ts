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
			const idMadeUp = row.id === null;
			const id = row.id ?? madeUpId(row);
			const key = JSON.stringify([row.section, row.table, idMadeUp, id]);
			let whole = combined.get(key);
			if (whole === undefined) {
				whole = {
					section: row.section,
					table: row.table,
					id,
					idMadeUp,
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
				if (others === undefined) added.set(whole, [...row.addresses]);
				else for (const address of row.addresses) others.push(address);
			}
		}
	}
	for (const [row, addresses] of added) row.addresses = distinctAddresses([...(row.addresses ?? []), ...addresses]);
	return [...combined.values()].sort(byNameThenId);
}

/**
 * `contact/ann smith/ann@fabrikam.example`: a row of a CSV is told by its table, name and first address, whatever their
 * letter case. It gets the same id each time it is imported, and no other row gets that one.
 */
function madeUpId({ table, values, addresses }: ImportedRow): string {
	const name = values.fullname ?? values.name;
	return [table, typeof name === 'string' ? name : '', addresses?.[0] ?? '']
		.map((part) => part.toLowerCase().replace(/[\\/]/g, '\\$&'))
		.join('/');
}

function byNameThenId(a: CombinedRow, b: CombinedRow): number {
	return compareText(a.table, b.table) || compareText(nameOf(a), nameOf(b)) || compareText(a.id, b.id);
}

function nameOf({ values }: CombinedRow): string {
	const name = values.fullname ?? values.name;
	return typeof name === 'string' ? name.toLowerCase() : '';
}
