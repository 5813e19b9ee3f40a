/** The addresses of a row. */
import type { SourceTable } from '../../domain/dataverse/sourceTable';
import type { WebApiRow } from './columns';
import type { FileRemarks } from './importedFile';
import { addressOf } from './values';

/** Columns that may hold an address without being one: what a row is called, and names to sign in with. */
const NEVER_AN_ADDRESS: ReadonlySet<string> = new Set([
	'fullname',
	'yomifullname',
	'name',
	'yominame',
	'firstname',
	'lastname',
	'nickname',
	'subject',
	'title',
	'description',
	// Names to sign in with.
	'domainname',
	'emailusername'
]);

/** Columns besides the table's own that hold an address, in the order of the response. */
function otherAddressColumns(row: WebApiRow, table: SourceTable | null): readonly string[] {
	const known = new Set((table?.columns ?? []).map(({ name }) => name));
	return Object.keys(row).filter(
		(name) => !known.has(name) && !name.includes('@') && !NEVER_AN_ADDRESS.has(name) && addressOf(row[name]) !== null
	);
}

/** Each address once, whatever its letter case, in the order given. */
export function distinctAddresses(addresses: readonly string[]): string[] {
	const seen = new Set<string>();
	return addresses.filter((address) => {
		const key = address.toLowerCase();
		return seen.has(key) ? false : seen.add(key);
	});
}

/** Of one row, in one file; a row of Dataverse has a few. Work and memory grow with all of them. */
const maxAddressesOfRow = 500;

/** The first of them; that there are more is told. */
export function limitedAddresses(addresses: readonly string[], remarks: FileRemarks): readonly string[] {
	if (addresses.length <= maxAddressesOfRow) return addresses;
	remarks.valuesNotUsed.add(`addresses of a row behind its first ${maxAddressesOfRow}`);
	return addresses.slice(0, maxAddressesOfRow);
}

export interface ReadAddresses {
	/** Null: no column for addresses. */
	readonly addresses: readonly string[] | null;
	/** The row holds every address column that the table is known to have. */
	readonly complete: boolean;
}

/** The table's own address columns in their order, then any other column that holds an address. */
export function addressesOf(row: WebApiRow, table: SourceTable | null, remarks: FileRemarks): ReadAddresses {
	const own = (table?.columns ?? []).filter(({ kind }) => kind === 'address').map(({ name }) => name);
	const present = own.filter((name) => Object.hasOwn(row, name));
	// A queue has one address.
	const others = table?.use === 'queues' ? [] : otherAddressColumns(row, table);
	const columns = [...present, ...others];
	for (const name of others) remarks.columnsUsed.add(name);
	const addresses: string[] = [];
	for (const name of columns) {
		const value = row[name];
		if (value === null || value === undefined || value === '') continue;
		const address = addressOf(value);
		if (address === null) remarks.valuesNotUsed.add(name);
		else addresses.push(address);
	}
	return {
		addresses: columns.length === 0 ? null : limitedAddresses(distinctAddresses(addresses), remarks),
		complete: own.length > 0 && present.length === own.length
	};
}
