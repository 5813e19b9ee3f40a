/** A CSV of records: users, queues, contacts or rows of any other table, one a line. */
import type { PlainValue } from '../plainData';
import { distinctAddresses, limitedAddresses } from './addresses';
import { readCsv } from './csv';
import { csvColumns, type CsvColumns } from './csvHeader';
import { NO_FACTS, type ImportedRow } from './importedFacts';
import { FileRemarks, type ImportedFile } from './importedFile';
import { maxRows } from './readWebApi';
import { isTableName, sectionOf } from './tableNames';
import { addressOf, flagOf, guidOf, instantTextOf, integerOf, lineOf } from './values';

const maxColumns = 2_000;
/** Rows looked at to see whether a column holds addresses. */
const rowsLookedAt = 200;
/** Rows left out that are named. */
const maxRowNumbers = 5;

/** @param path of the file: its name may tell the table */
export function readCsvRecords(text: string, path: string): ImportedFile {
	const rejected = (code: Extract<ImportedFile, { ok: false }>['code'], detail = {}): ImportedFile => ({
		ok: false,
		kind: 'csv',
		code,
		detail
	});
	const csv = readCsv(text, maxRows + 2);
	if (!csv.ok) return rejected('csv-invalid', { line: csv.line });
	const [headers = [], ...lines] = csv.rows;
	if (lines.length > maxRows) return rejected('too-many-rows', { limit: maxRows });
	const sample = lines.slice(0, rowsLookedAt);
	const columns = csvColumns(headers.slice(0, maxColumns), (column) =>
		sample.some((cells) => addressesIn(cells[column] ?? '').length > 0)
	);
	if (columns.addresses.length === 0) return rejected('csv-no-address-column');
	const fileTable = columns.tableInHeader === null ? tableOfFileName(path) : knownTable(columns.tableInHeader);
	if (fileTable === null && columns.table === null) return rejected('csv-table-unknown');

	const remarks = new FileRemarks();
	for (const header of columns.notUsed) remarks.columnsNotUsed.add(header);
	const rows = lines.flatMap((cells, index) => rowOf(cells, index + 2, headers, columns, fileTable, remarks));
	const tables = new Set(rows.map(({ table }) => table));
	return {
		ok: true,
		kind: 'csv',
		facts: { ...NO_FACTS, rows },
		detail: { table: [...tables].sort().join(', '), rows: lines.length, ...remarks.detail() },
		warnings: remarks.warnings()
	};
}

function rowOf(
	cells: readonly string[],
	/** The headings are row 1. */
	rowNumber: number,
	headers: readonly string[],
	columns: CsvColumns,
	fileTable: string | null,
	remarks: FileRemarks
): ImportedRow[] {
	const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? '').trim());
	const table = knownTable(cell(columns.table)) ?? fileTable;
	const addresses = limitedAddresses(
		distinctAddresses(columns.addresses.flatMap((column) => addressesIn(cell(column)))),
		remarks
	);
	const idCell = cell(columns.id);
	const id = idCell === '' ? null : (guidOf(idCell) ?? lineOf(idCell) ?? null);
	if (idCell !== '' && id === null) remarks.valuesNotUsed.add(headers[columns.id ?? 0] ?? '');
	if (table === null || (id === null && addresses.length === 0)) {
		remarks.rowsNotUsed++;
		if (remarks.rowNumbersNotUsed.length < maxRowNumbers) remarks.rowNumbersNotUsed.push(rowNumber);
		return [];
	}
	for (const column of columns.addresses) {
		if (cell(column) !== '' && addressesIn(cell(column)).length === 0) remarks.valuesNotUsed.add(headers[column] ?? '');
	}
	const section = sectionOf(table);
	const values: Record<string, PlainValue> = {};
	const name = columns.names.map(cell).filter(Boolean).join(' ');
	const line = lineOf(name);
	if (line === undefined) for (const column of columns.names) remarks.valuesNotUsed.add(headers[column] ?? '');
	else if (line !== '') values[section === 'users' ? 'fullname' : 'name'] = line;
	const put = (column: number | null, key: string, read: (text: string) => PlainValue | undefined): void => {
		const text = cell(column);
		if (text === '' || column === null) return;
		const value = read(text);
		if (value === undefined) remarks.valuesNotUsed.add(headers[column] ?? '');
		else values[key] = value;
	};
	put(columns.status, 'active', isActiveStatus);
	put(columns.active, 'active', (text) => flagOf(text) ?? isActiveStatus(text));
	if (section === 'records') put(columns.createdon, 'createdon', instantTextOf);
	const owner = section === 'users' ? '' : cell(columns.owner);
	return [
		{
			section,
			table: section === 'users' ? 'systemuser' : table,
			id,
			values,
			addresses: addresses.length === 0 ? null : addresses,
			addressesComplete: false,
			addsRow: true,
			...(owner === '' ? {} : { owner })
		}
	];
}

/** One cell may hold several, separated by semicolons or spaces. */
function addressesIn(text: string): readonly string[] {
	if (!text.includes('@')) return [];
	return text.split(/[;,\s]+/).flatMap((part) => addressOf(part) ?? []);
}

const ACTIVE_STATUS: ReadonlySet<string> = new Set(['active', 'open', 'enabled']);
const INACTIVE_STATUS: ReadonlySet<string> = new Set(['inactive', 'disabled', 'qualified', 'disqualified', 'closed']);

/** "Active" and "Inactive", or the number of the state: 0 is active. */
function isActiveStatus(text: string): boolean | undefined {
	const status = text.toLowerCase();
	if (ACTIVE_STATUS.has(status)) return true;
	if (INACTIVE_STATUS.has(status)) return false;
	const code = integerOf(text);
	return code === undefined ? undefined : code === 0;
}

/** What people call a table -> its logical name. */
const WORDS: ReadonlyMap<string, string> = new Map([
	['user', 'systemuser'],
	['users', 'systemuser'],
	['systemuser', 'systemuser'],
	['systemusers', 'systemuser'],
	['queue', 'queue'],
	['queues', 'queue'],
	['contact', 'contact'],
	['contacts', 'contact'],
	['lead', 'lead'],
	['leads', 'lead'],
	['account', 'account'],
	['accounts', 'account']
]);

function knownTable(name: string): string | null {
	const plain = name.trim().toLowerCase().replaceAll(' ', '');
	return WORDS.get(plain) ?? (isTableName(plain) ? plain : null);
}

/** "contacts.csv", "All Contacts 9-23-2026.csv", "new_projects.csv"; null when the name tells nothing. */
function tableOfFileName(path: string): string | null {
	const fileName = path
		.slice(path.lastIndexOf('/') + 1)
		.replace(/\.[^.]*$/, '')
		.toLowerCase();
	const words = fileName.split(/[^a-z0-9_]+/);
	const known = new Set(words.flatMap((word) => WORDS.get(word) ?? []));
	if (known.size === 1) return [...known][0] ?? null;
	// A publisher's prefix marks a custom table.
	return known.size === 0 && /^[a-z][a-z0-9]{1,7}_[a-z0-9_]+$/.test(fileName) ? fileName.replace(/s$/, '') : null;
}
