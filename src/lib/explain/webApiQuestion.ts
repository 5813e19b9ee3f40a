/** What to ask Dataverse, to see the columns that it recorded for emails beside the modelled ones. */
import { RECORDED_COLUMNS, webApiName } from '../domain/dataverse/recordedEmails';

const select = `activityid,subject,createdon,${RECORDED_COLUMNS.map(webApiName).join(',')}`;
const table = `/api/data/v9.2/emails?$select=${select}&$filter=`;

/**
 * Dataverse takes an address of 32,768 characters (Learn, "Execute batch operations using the Web API"); what a browser
 * and the servers in between take is less.
 */
export const maxQuestionLength = 8_000;

/**
 * Path and query below the organization's address; null for an email without a Message-ID. Sent and received copies are
 * two rows of one Message-ID, so the answer may hold two (Learn, "Query data using the Web API").
 */
export function webApiQuestion(messageId: string | null): string | null {
	return messageId === null ? null : (table + named(messageId)).replaceAll(' ', '%20');
}

/** As many addresses as it takes to ask for all of the Message-IDs, each at most `maxLength` characters long. */
export function webApiQuestions(messageIds: readonly string[], maxLength = maxQuestionLength): readonly string[] {
	const questions: string[] = [];
	let filter = '';
	for (const messageId of messageIds) {
		const next = named(messageId).replaceAll(' ', '%20');
		if (filter !== '' && table.length + filter.length + or.length + next.length > maxLength) {
			questions.push(table + filter);
			filter = '';
		}
		filter = filter === '' ? next : filter + or + next;
	}
	if (filter !== '') questions.push(table + filter);
	return questions;
}

const or = '%20or%20';

/** Every email whose row was made from one instant to another, widened to whole minutes. */
export function webApiWindow(fromUtcMs: number, toUtcMs: number): string {
	const filter = `createdon ge ${minuteOf(fromUtcMs)} and createdon le ${minuteOf(toUtcMs + minuteMs)}`;
	return `${table}${filter}&$orderby=createdon`.replaceAll(' ', '%20');
}

const minuteMs = 60_000;

/** `2026-01-05T09:00:00Z` */
function minuteOf(utcMs: number): string {
	return `${new Date(Math.floor(utcMs / minuteMs) * minuteMs).toISOString().slice(0, 19)}Z`;
}

function named(messageId: string): string {
	// A quote in a string is doubled (OData 4.01, ABNF "SQUOTE-in-string"); half a character cannot be encoded.
	const text = messageId.replaceAll("'", "''").replace(/\p{Surrogate}/gu, '\uFFFD');
	const literal = encodeURIComponent(text).replaceAll("'", '%27');
	return `messageid eq '${literal}'`;
}
