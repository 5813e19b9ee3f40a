/** Rows of Dataverse's own `emails`, as the Web API answers them: what was recorded, to set beside what is modelled. */
import type { EmailColumns } from '../columns';

export type RecordedColumn = keyof EmailColumns;

export type RecordedKind =
	/** A choice. */
	| 'integer'
	| 'flag'
	| 'text'
	/** A GUID of another row; stands in the answer as `_<logical name>_value`. */
	| 'lookup'
	/** Text that holds JSON. */
	| 'json';

export const RECORDED_KINDS: Readonly<Record<RecordedColumn, RecordedKind>> = {
	correlationmethod: 'integer',
	correlatedactivityid: 'lookup',
	parentactivityid: 'lookup',
	acceptingentityid: 'lookup',
	receivingmailboxid: 'lookup',
	regardingobjectid: 'lookup',
	trackingtoken: 'text',
	correlatedsubjectchanged: 'flag',
	internetmessageheaders: 'json',
	directioncode: 'flag',
	messageid: 'text',
	inreplyto: 'text',
	emailsender: 'lookup',
	isduplicatesenderunresolved: 'flag',
	ownerid: 'lookup',
	sender: 'text',
	torecipients: 'text',
	sendermailboxid: 'lookup',
	conversationindex: 'text',
	statecode: 'integer',
	statuscode: 'integer'
};

export const RECORDED_COLUMNS = Object.keys(RECORDED_KINDS) as readonly RecordedColumn[];

/** The column's name in a query of the Web API and in its answer. */
export function webApiName(column: RecordedColumn): string {
	return RECORDED_KINDS[column] === 'lookup' ? `_${column}_value` : column;
}

export interface RecordedValue {
	/** A look-up's GUID in lower case without braces. */
	readonly value: string | number | boolean | null;
	/** What a look-up's row is called, where the answer has annotations. */
	readonly name?: string;
	/** Logical name of a look-up's table, where the answer has annotations. */
	readonly table?: string;
}

export interface RecordedEmail {
	/** Dataverse's own id of the row: a GUID in lower case without braces. */
	readonly activityid: string;
	readonly subject: string | null;
	/** Columns that the answer does not hold are left out. */
	readonly columns: Readonly<Partial<Record<RecordedColumn, RecordedValue>>>;
}

/** Rows that a case keeps; more than most cases have emails. */
export const maxRecordedEmails = 100_000;

/** Undefined where the answer does not hold the column, or holds something else than text. */
export function recordedText(recorded: RecordedEmail, column: RecordedColumn): string | null | undefined {
	const value = recorded.columns[column]?.value;
	return value === undefined || value === null || typeof value === 'string' ? value : undefined;
}

/** Undefined where the answer does not say. */
export function recordedOutgoing(recorded: RecordedEmail): boolean | undefined {
	const value = recorded.columns.directioncode?.value;
	return typeof value === 'boolean' ? value : undefined;
}
