/** A Web API response, as a browser saves it: which table it is, and what its rows say. */
import { SOURCE_TABLES } from '../../domain/dataverse/registry';
import type { SourceTable } from '../../domain/dataverse/sourceTable';
import { isPlainObject } from '../plainData';
import type { WebApiRow } from './columns';
import { NO_FACTS, type ImportedFacts } from './importedFacts';
import { FileRemarks, type ImportedFile } from './importedFile';
import { readOrganization } from './organization';
import { guessKey, readOtherTable } from './otherTables';
import { isOfEmails, readRecordedEmails } from './recordedEmails';
import { readTableRows } from './tableRows';

/** A page of the Web API has 5,000 rows; files put together from many pages are taken, too. */
export const maxRows = 250_000;
const maxDetailLength = 300;

/** Null when the JSON is no Web API response. */
export function readWebApi(json: unknown): ImportedFile | null {
	const response = responseOf(json);
	if (response === null) return null;
	if (response.error !== null) {
		return { ok: false, kind: 'web-api', code: 'web-api-error', detail: { message: response.error } };
	}
	const { rows, entitySet } = response;
	if (rows.length > maxRows) {
		return { ok: false, kind: 'web-api', code: 'too-many-rows', detail: { rows: rows.length, limit: maxRows } };
	}
	const remarks = new FileRemarks();
	remarks.rowsNotUsed = response.notRows;
	if (isOfEmails(entitySet, rows)) return emailsFile(response, remarks);
	const table = tableOf(entitySet, rows);
	const read = table === null ? readUnknown(entitySet, rows, remarks) : readKnown(table, rows, remarks);
	// Without a context only a table that was recognised makes this a response.
	if (read === null && entitySet === null) return null;
	const warnings = [
		...remarks.warnings(),
		...(response.morePages ? (['more-pages'] as const) : []),
		...(read === null && rows.length > 0 ? (['table-not-used'] as const) : [])
	];
	return {
		ok: true,
		kind: 'web-api',
		facts: read?.facts ?? NO_FACTS,
		detail: { table: read?.name ?? entitySet ?? '', rows: rows.length, ...remarks.detail() },
		warnings
	};
}

function emailsFile({ rows, morePages }: Response, remarks: FileRemarks): ImportedFile {
	const recordedEmails = readRecordedEmails(rows, remarks);
	noteColumns(rows, remarks);
	return {
		ok: true,
		kind: 'web-api',
		facts: NO_FACTS,
		detail: { table: 'email', rows: rows.length, ...remarks.detail() },
		warnings: [...remarks.warnings(), ...(morePages ? (['more-pages'] as const) : [])],
		recordedEmails
	};
}

interface Response {
	/** Null where the response does not say. */
	readonly entitySet: string | null;
	readonly rows: readonly WebApiRow[];
	readonly notRows: number;
	readonly morePages: boolean;
	readonly error: string | null;
}

function responseOf(json: unknown): Response | null {
	if (Array.isArray(json)) return listOf(json, null, false);
	if (!isPlainObject(json)) return null;
	const context = json['@odata.context'];
	const entitySet = typeof context === 'string' ? entitySetOf(context) : null;
	const { value, error } = json;
	if (Array.isArray(value)) return listOf(value, entitySet, typeof json['@odata.nextLink'] === 'string');
	if (isPlainObject(error) && typeof error.message === 'string') {
		const message = error.message.slice(0, maxDetailLength);
		return { entitySet, rows: [], notRows: 0, morePages: false, error: message };
	}
	return value === undefined ? listOf([json], entitySet, false) : null;
}

function listOf(items: readonly unknown[], entitySet: string | null, morePages: boolean): Response {
	const rows = items.filter(isPlainObject);
	return { entitySet, rows, notRows: items.length - rows.length, morePages, error: null };
}

/** `.../$metadata#contacts(fullname)/$entity` -> contacts. */
function entitySetOf(context: string): string | null {
	return /\$metadata#([A-Za-z_]\w{0,127})/.exec(context)?.[1]?.toLowerCase() ?? null;
}

/** By the context; without one, the known table whose key the rows have and most of whose columns. */
function tableOf(entitySet: string | null, rows: readonly WebApiRow[]): SourceTable | null {
	if (entitySet !== null) {
		return SOURCE_TABLES.find((table) => table.entitySet === entitySet || table.logicalName === entitySet) ?? null;
	}
	const row = rows[0];
	if (row === undefined) return null;
	let best: SourceTable | null = null;
	let most = 1;
	for (const table of SOURCE_TABLES) {
		const [key, ...others] = table.columns.map(({ name }) => name);
		if (key === undefined || !Object.hasOwn(row, key)) continue;
		const columns = 1 + others.filter((name) => Object.hasOwn(row, name)).length;
		if (columns > most) {
			best = table;
			most = columns;
		}
	}
	const key = guessKey(row, null);
	// `fullname` and `ownerid` are columns of many tables: one that calls itself something else is not mistaken.
	return best !== null && (key === null || best.columns[0]?.name === key) ? best : null;
}

interface Read {
	readonly facts: ImportedFacts;
	readonly name: string;
}

function readKnown(table: SourceTable, rows: readonly WebApiRow[], remarks: FileRemarks): Read {
	const facts =
		table.use === 'organization' ? organizationFacts(table, rows, remarks) : readTableRows(table, rows, remarks);
	for (const { name } of table.columns) remarks.columnsUsed.add(name);
	noteColumns(rows, remarks);
	return { facts, name: table.logicalName };
}

function readUnknown(entitySet: string | null, rows: readonly WebApiRow[], remarks: FileRemarks): Read | null {
	const read = readOtherTable(rows, entitySet, remarks);
	if (read === null) return null;
	noteColumns(rows, remarks);
	return { facts: read.facts, name: read.table };
}

function organizationFacts(table: SourceTable, rows: readonly WebApiRow[], remarks: FileRemarks): ImportedFacts {
	const [first, ...others] = rows;
	remarks.rowsNotUsed += others.length;
	return first === undefined ? NO_FACTS : readOrganization(table, first, remarks);
}

/** More names than any table has. */
const maxColumnNames = 5_000;

function noteColumns(rows: readonly WebApiRow[], remarks: FileRemarks): void {
	const { columnsUsed, columnsNotUsed } = remarks;
	for (const row of rows) {
		for (const name of Object.keys(row)) {
			// Annotations belong to another column, or to the row.
			if (columnsUsed.has(name) || columnsNotUsed.has(name) || name.includes('@')) continue;
			if (columnsNotUsed.size < maxColumnNames) columnsNotUsed.add(name);
		}
	}
}
