/** The table of emails as one CSV file: what the table shows, and every column of the email row. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import { RECORDED_COLUMNS } from '../domain/dataverse/recordedEmails';
import { REASON_CODES } from '../domain/decision';
import { emailColumns } from '../engine/population/emailColumns';
import { csvRecord, csvStart, type CsvCell } from '../snapshot/csvExport';
import { csvFileName } from '../snapshot/exportName';
import type { ActivityQuery, ActivityRow, SnapshotFile } from './api';
import type { OpenCase } from './openCase';
import { untilDone } from './pauses';

/** Rows of one part: text that a Blob has taken over need not stay in memory. */
const rowsAtOnce = 20_000;

const SHOWN = [
	'activityid',
	'received',
	'subject',
	'fromname',
	'from',
	'to',
	'tracked',
	'reason',
	'reasoncode',
	'method',
	'correlatedsubject',
	'class',
	'internetmessageheadersflag',
	'flags',
	'path'
] as const;

/** The rows of the moment of the call, in the query's order. */
export async function activitiesCsv(openCase: OpenCase, query: ActivityQuery): Promise<SnapshotFile> {
	const { activities, library, stored } = openCase;
	const ids = activities.activityIds({ ...query, first: 0, count: Infinity });
	const parts: Blob[] = [new Blob([csvStart, csvRecord([...SHOWN, ...RECORDED_COLUMNS])])];
	for (let first = 0; first < ids.length; first += rowsAtOnce) {
		const slice = ids.slice(first, first + rowsAtOnce);
		parts.push(new Blob(await untilDone(recordsOf(slice))));
	}
	return {
		blob: new Blob(parts, { type: 'text/csv;charset=utf-8' }),
		fileName: csvFileName(stored.name, new Date().toISOString().slice(0, 10)),
		emails: ids.length
	};

	function* recordsOf(slice: readonly ActivityId[]): Generator<void, string[]> {
		const records: string[] = [];
		for (const activityId of slice) {
			const position = library.positionOf(activityId);
			if (position !== null) {
				const columns = emailColumns(library.decisions, position);
				records.push(csvRecord([...shown(activities.rowAt(position)), ...columnCells(columns)]));
			}
			yield;
		}
		return records;
	}
}

function shown(row: ActivityRow): readonly CsvCell[] {
	return [
		row.activityId,
		instantText(row.receivedAtUtcMs),
		row.subject,
		row.fromName,
		row.fromAddress,
		row.to,
		row.tracked,
		row.reason,
		REASON_CODES[row.reason],
		row.method,
		row.correlatedSubject,
		row.class,
		row.automaticFlag,
		row.flags.join(' '),
		row.path
	];
}

/** Empty for an email that is not tracked: it has no row. */
function columnCells(columns: EmailColumns | null): readonly CsvCell[] {
	return RECORDED_COLUMNS.map((column) => {
		const value = columns?.[column] ?? null;
		return value !== null && typeof value === 'object' ? value.name || value.id : value;
	});
}

function instantText(utcMs: number | null): string | null {
	const date = new Date(utcMs ?? NaN);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
