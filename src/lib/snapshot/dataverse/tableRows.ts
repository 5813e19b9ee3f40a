/** Rows of one known table. */
import type { SourceTable } from '../../domain/dataverse/sourceTable';
import { addressesOf, distinctAddresses, limitedAddresses } from './addresses';
import { valuesOf, type WebApiRow } from './columns';
import {
	NO_FACTS,
	type ImportedFacts,
	type ImportedFolder,
	type ImportedRow,
	type ImportedSection,
	type Values
} from './importedFacts';
import type { FileRemarks } from './importedFile';
import { sectionOf, tableOfType } from './tableNames';
import { addressOf, guidOf, lineOf } from './values';

const SECTIONS = {
	users: 'users',
	'user-settings': 'users',
	queues: 'queues',
	mailboxes: 'mailboxes',
	records: 'records'
} as const satisfies Readonly<Record<string, ImportedSection>>;

/** Every use but the organization's. */
export function readTableRows(table: SourceTable, rows: readonly WebApiRow[], remarks: FileRemarks): ImportedFacts {
	const { use } = table;
	switch (use) {
		case 'users':
		case 'user-settings':
		case 'queues':
		case 'mailboxes':
		case 'records':
			return { ...NO_FACTS, rows: rows.flatMap((row) => rowOf(table, SECTIONS[use], row, remarks)) };
		case 'server-profiles':
			return {
				...NO_FACTS,
				serverProfiles: rows.flatMap((row) => {
					const id = idOf(table, row, remarks);
					const { profileprocessemailsreceivedafter } = valuesOf(row, table.columns, remarks);
					return id === null || profileprocessemailsreceivedafter === undefined
						? []
						: [{ id, receivedAfter: profileprocessemailsreceivedafter }];
				})
			};
		case 'tracked-folders':
			return { ...NO_FACTS, folders: rows.flatMap((row) => folderOf(table, row, remarks)) };
		case 'email-searches':
			return { ...NO_FACTS, rows: emailSearchRows(table, rows, remarks) };
		case 'organization':
			return NO_FACTS;
	}
}

function idOf(table: SourceTable, row: WebApiRow, remarks: FileRemarks): string | null {
	const column = table.columns.find(({ kind }) => kind === 'id');
	const id = column === undefined ? null : guidOf(row[column.name]);
	if (id === null) remarks.rowsNotUsed++;
	return id;
}

function rowOf(table: SourceTable, section: ImportedSection, row: WebApiRow, remarks: FileRemarks): ImportedRow[] {
	const id = idOf(table, row, remarks);
	if (id === null) return [];
	const read = valuesOf(row, table.columns, remarks);
	const hasAddresses = table.columns.some(({ kind }) => kind === 'address');
	const { addresses, complete } = hasAddresses
		? addressesOf(row, table, remarks)
		: { addresses: null, complete: false };
	return [
		{
			section,
			table: section === 'users' ? 'systemuser' : table.logicalName,
			id,
			values: section === 'mailboxes' ? mailboxValues(read) : read,
			addresses,
			addressesComplete: complete,
			addsRow: table.use !== 'user-settings'
		}
	];
}

/** A mailbox that is deactivated is not synchronised. */
function mailboxValues({ active, ...values }: Values): Values {
	return active === false ? { ...values, enabledforincomingemail: false } : values;
}

/** Tracked folders lie under the Inbox. */
const inbox = 'Inbox/';
const formattedValue = '@OData.Community.Display.V1.FormattedValue';
const lookupLogicalName = '@Microsoft.Dynamics.CRM.lookuplogicalname';

function folderOf(table: SourceTable, row: WebApiRow, remarks: FileRemarks): ImportedFolder[] {
	const { mailboxid, path, regarding, table: regardingTable } = valuesOf(row, table.columns, remarks);
	if (typeof mailboxid !== 'string' || typeof path !== 'string') {
		remarks.rowsNotUsed++;
		return [];
	}
	const column = '_regardingobjectid_value';
	const name = lineOf(row[column + formattedValue]) ?? '';
	const ofTable = lineOf(row[column + lookupLogicalName]) ?? regardingTable ?? '';
	return [
		{
			mailboxId: mailboxid,
			path: /^inbox\//i.test(path) ? path : inbox + path,
			regarding: typeof regarding === 'string' ? { table: ofTable, id: regarding, name } : regarding
		}
	];
}

/** A row of emailsearches: one address of one row, with the number of its column. */
function emailSearchRows(table: SourceTable, rows: readonly WebApiRow[], remarks: FileRemarks): ImportedRow[] {
	const found = new Map<
		string,
		{ readonly table: string; readonly id: string; readonly numbered: [number, string][] }
	>();
	// The type comes as a name or as a number.
	const columns = table.columns.filter(({ to }) => to !== 'table');
	for (const row of rows) {
		const { id, column } = valuesOf(row, columns, remarks);
		const address = addressOf(row.emailaddress);
		const parentTable = tableOfType(row.parentobjecttypecode);
		if (typeof id !== 'string' || address === null || parentTable === null) {
			remarks.rowsNotUsed++;
			continue;
		}
		const key = `${parentTable}\n${id}`;
		const entry = found.get(key) ?? { table: parentTable, id, numbered: [] };
		entry.numbered.push([typeof column === 'number' ? column : 0, address]);
		found.set(key, entry);
	}
	return [...found.values()].map(({ table: parent, id, numbered }) => {
		const section = sectionOf(parent);
		numbered.sort(([a, textA], [b, textB]) => a - b || (textA < textB ? -1 : 1));
		return {
			section,
			table: parent,
			id,
			values: {},
			addresses: limitedAddresses(distinctAddresses(numbered.map(([, address]) => address)), remarks),
			addressesComplete: false,
			addsRow: section === 'records'
		};
	});
}
