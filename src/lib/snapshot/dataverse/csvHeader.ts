/** What the columns of a CSV of records are, told by their headers. */
import { isTableName } from './tableNames';

export interface CsvColumns {
	readonly table: number | null;
	readonly id: number | null;
	readonly names: readonly number[];
	readonly owner: number | null;
	/** "Active", yes or no. */
	readonly active: number | null;
	/** "Status": Active, Inactive, 0. */
	readonly status: number | null;
	readonly createdon: number | null;
	readonly addresses: readonly number[];
	/** Headers of the columns that are not used. */
	readonly notUsed: readonly string[];
	/** The table that the headers of an export from Dynamics name, e.g. "(Do Not Modify) Contact". */
	readonly tableInHeader: string | null;
}

/** An export's own columns begin like this: the row's id, a checksum, when it was modified. */
const exportPrefix = '(do not modify)';
const exportChecks: ReadonlySet<string> = new Set(['row checksum', 'modified on']);

const TABLE: ReadonlySet<string> = new Set(['table', 'tablename', 'entity', 'entityname', 'recordtype', 'logicalname']);
const ID: ReadonlySet<string> = new Set(['id', 'guid', 'recordid', 'rowid']);
const WHOLE_NAME: ReadonlySet<string> = new Set([
	'name',
	'fullname',
	'displayname',
	'accountname',
	'contactname',
	'leadname',
	'queuename',
	'username'
]);
const PARTS_OF_NAME = ['firstname', 'lastname'] as const;
const OWNER: ReadonlySet<string> = new Set(['owner', 'ownerid', 'ownername', 'owninguser', '_ownerid_value']);
const ACTIVE: ReadonlySet<string> = new Set(['active', 'isactive']);
const STATUS: ReadonlySet<string> = new Set(['status', 'state', 'statecode']);
const CREATED: ReadonlySet<string> = new Set(['createdon', 'created', 'createdat', 'creationdate']);

function plain(header: string): string {
	return header.toLowerCase().replace(/[\s\-.]+/g, '');
}

function isAddressHeader(header: string): boolean {
	return /e-?mail|^mail$/.test(plain(header)) && !header.toLowerCase().startsWith(exportPrefix);
}

/** @param holdsAddress whether the column holds an address in any row */
export function csvColumns(headers: readonly string[], holdsAddress: (column: number) => boolean): CsvColumns {
	const taken = new Set<number>();
	const find = (names: ReadonlySet<string>): number | null => {
		const at = headers.findIndex((header, index) => !taken.has(index) && names.has(plain(header)));
		if (at === -1) return null;
		taken.add(at);
		return at;
	};
	const exported = headers.findIndex((header) => {
		const text = header.trim().toLowerCase();
		return text.startsWith(exportPrefix) && !exportChecks.has(text.slice(exportPrefix.length).trim());
	});
	if (exported !== -1) taken.add(exported);
	const exportedTable = exported === -1 ? null : plain((headers[exported] ?? '').trim().slice(exportPrefix.length));
	const table = find(TABLE);
	const id = exported === -1 ? (find(ID) ?? keyColumn(headers, taken)) : exported;
	const whole = find(WHOLE_NAME);
	const parts = PARTS_OF_NAME.map((name) => find(new Set([name]))).filter((column) => column !== null);
	const owner = find(OWNER);
	const active = find(ACTIVE);
	const status = find(STATUS);
	const createdon = find(CREATED);
	const addresses = headers.flatMap((header, column) =>
		!taken.has(column) && (isAddressHeader(header) || holdsAddress(column)) ? [column] : []
	);
	for (const column of addresses) taken.add(column);
	return {
		table,
		id,
		names: whole === null ? parts : [whole],
		owner,
		active,
		status,
		createdon,
		addresses,
		notUsed: headers.filter(
			(header, column) =>
				!taken.has(column) && header.trim() !== '' && !header.trim().toLowerCase().startsWith(exportPrefix)
		),
		tableInHeader: exportedTable !== null && isTableName(exportedTable) ? exportedTable : keyTable(headers, id)
	};
}

/** contactid, systemuserid, new_projectid. */
const keyHeader = /^([a-z][a-z0-9_]*)id$/;

function keyColumn(headers: readonly string[], taken: Set<number>): number | null {
	const at = headers.findIndex((header, index) => {
		const name = header.trim().toLowerCase();
		return !taken.has(index) && keyHeader.test(name) && !OWNER.has(name);
	});
	if (at === -1) return null;
	taken.add(at);
	return at;
}

function keyTable(headers: readonly string[], id: number | null): string | null {
	const name = id === null ? '' : (headers[id] ?? '').trim().toLowerCase();
	if (ID.has(name)) return null;
	const table = keyHeader.exec(name)?.[1] ?? null;
	return table !== null && isTableName(table) ? table : null;
}
