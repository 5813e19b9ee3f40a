/** Rows of `emails` in a Web API answer, read column by column with whatever `$select`. */
import {
	RECORDED_COLUMNS,
	RECORDED_KINDS,
	webApiName,
	type RecordedColumn,
	type RecordedEmail,
	type RecordedKind,
	type RecordedValue
} from '../../domain/dataverse/recordedEmails';
import type { WebApiRow } from './columns';
import type { FileRemarks } from './importedFile';
import { flagOf, guidOf, integerOf } from './values';

/** `conversationindex` is the widest column with 2,048 characters; JSON of headers may come as more than it holds. */
const maxTextLength = 8_000;
const maxNameLength = 200;
const formattedValue = '@OData.Community.Display.V1.FormattedValue';
const lookupLogicalName = '@Microsoft.Dynamics.CRM.lookuplogicalname';

/** By the context; without one, by columns that no other kind of activity has. */
export function isOfEmails(entitySet: string | null, rows: readonly WebApiRow[]): boolean {
	if (entitySet !== null) return entitySet === 'emails' || entitySet === 'email';
	const [row] = rows;
	if (row === undefined || guidOf(row.activityid) === null) return false;
	return ['messageid', 'correlationmethod', '_correlatedactivityid_value', 'torecipients', 'inreplyto'].some((name) =>
		Object.hasOwn(row, name)
	);
}

/** Rows without an `activityid` are counted among those not used; of several with the same one the last counts. */
export function readRecordedEmails(rows: readonly WebApiRow[], remarks: FileRemarks): readonly RecordedEmail[] {
	for (const name of ['activityid', 'subject', 'createdon']) remarks.columnsUsed.add(name);
	for (const column of RECORDED_COLUMNS) remarks.columnsUsed.add(webApiName(column));
	const byId = new Map<string, RecordedEmail>();
	for (const row of rows) {
		const activityid = guidOf(row.activityid);
		if (activityid === null) {
			remarks.rowsNotUsed++;
			continue;
		}
		const subject = typeof row.subject === 'string' ? row.subject.slice(0, maxTextLength) : null;
		byId.set(activityid, { activityid, subject, columns: columnsOf(row, remarks) });
	}
	return [...byId.values()];
}

function columnsOf(row: WebApiRow, remarks: FileRemarks): RecordedEmail['columns'] {
	const columns: Partial<Record<RecordedColumn, RecordedValue>> = {};
	for (const column of RECORDED_COLUMNS) {
		const name = webApiName(column);
		if (!Object.hasOwn(row, name)) continue;
		const given = row[name];
		const value = given === null || given === undefined ? null : VALUES[RECORDED_KINDS[column]](given);
		if (value === undefined) remarks.valuesNotUsed.add(name);
		else columns[column] = { value, ...annotations(row, name, RECORDED_KINDS[column]) };
	}
	return columns;
}

/** Undefined: the value cannot be used. */
type Read = (value: unknown) => RecordedValue['value'] | undefined;

const text: Read = (value) => (typeof value === 'string' && value.length <= maxTextLength ? value : undefined);

const VALUES: Readonly<Record<RecordedKind, Read>> = {
	integer: (value) => numberOf(integerOf(value)),
	flag: (value) => booleanOf(flagOf(value)),
	text,
	lookup: (value) => guidOf(value) ?? undefined,
	// Tools that unfold JSON in text leave an object or a list.
	json: (value) => (typeof value === 'object' ? text(JSON.stringify(value)) : text(value))
};

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

function annotations(row: WebApiRow, name: string, kind: RecordedKind): Pick<RecordedValue, 'name' | 'table'> {
	if (kind !== 'lookup') return {};
	const called = row[name + formattedValue];
	const table = row[name + lookupLogicalName];
	return {
		...(typeof called === 'string' && called !== '' ? { name: called.slice(0, maxNameLength) } : {}),
		...(typeof table === 'string' && /^[a-z]\w{0,127}$/.test(table) ? { table } : {})
	};
}
