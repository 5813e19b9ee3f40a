/** The columns of the email row: what each is, its value, and which check wrote it. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import type { CheckId } from '../domain/decision';
import { ALL_MAIL_QUEUE_ID } from '../domain/environment';
import type { HeaderRef } from '../domain/message';
import type { Explanation } from '../engine/explanation';
import { matchedAttempt, undecidedAttempt } from './attempts';
import { mailbox, named } from './checks/rows';
import { checkOf } from './checks/words';
import { columnNote } from './columnNotes';
import { CHECK_TITLES, CORRELATION_METHOD_CHOICE_LABELS } from './labels';
import { code, email } from './parts';
import { say, sentenceStart, type Sentence } from './sentence';

export interface ColumnWords {
	readonly name: keyof EmailColumns;
	/** The display name in the admin UI. */
	readonly label: string;
	readonly what: string;
	/** Null when the column is empty. */
	readonly value: Sentence | null;
	/** Who wrote it: a check of the ladder, a header field, or a plain reason. */
	readonly writtenBy:
		{ readonly check: CheckId; readonly text: string } | { readonly header: HeaderRef } | { readonly text: string };
	readonly note: string | null;
}

const COLUMN_TEXTS: Readonly<Record<keyof EmailColumns, readonly [label: string, what: string]>> = {
	correlationmethod: ['Correlation Method', 'How the email was correlated. Only the Web API shows it.'],
	correlatedactivityid: ['Correlated Activity ID', 'The earlier email that this one is linked to, by any method.'],
	parentactivityid: ['Parent Activity ID', 'The same email, but filled for InReplyTo and ConversationIndex only.'],
	acceptingentityid: ['Accepting Entity', 'The user or queue whose filter accepted the email.'],
	receivingmailboxid: ['Receiving Mailbox', 'The mailbox that was being processed when the email was accepted.'],
	regardingobjectid: ['Regarding', 'The record that the email is about.'],
	trackingtoken: ['Tracking Token', 'The token in the subject.'],
	correlatedsubjectchanged: [
		'Correlated Subject Changed',
		'The subject differs from that of the email it is linked to. Set for InReplyTo only.'
	],
	internetmessageheaders: ['Internet Message Headers', 'Auto-Submitted and Reply-To of incoming email, as JSON.'],
	directioncode: ['Direction', 'true is outgoing, false is incoming.'],
	messageid: ['Message ID', 'The Message-ID, with its angle brackets.'],
	inreplyto: ['In Reply To', 'The id that In-Reply-To names.'],
	emailsender: ['Email Sender', 'The row that the sender’s address resolves to.'],
	isduplicatesenderunresolved: [
		'Is Duplicate Sender Unresolved',
		'The sender stays unresolved because several rows have the address.'
	],
	ownerid: ['Owner', 'The user or team that owns the row.'],
	sender: ['From', 'The sender’s address.'],
	torecipients: ['To Recipients', 'The addresses in To.'],
	sendermailboxid: ['Sender’s Mailbox', 'The sender’s mailbox, for outgoing email.'],
	conversationindex: [
		'Conversation Index',
		'What all replies of a conversation have in common, read from Thread-Index.'
	],
	statecode: ['Activity Status', '1 is Completed.'],
	statuscode: ['Status Reason', '3 is Sent, 4 is Received.']
};

export const COLUMN_NAMES = Object.keys(COLUMN_TEXTS) as readonly (keyof EmailColumns)[];

/** Above the columns. */
export function columnsIntro({ columns, verdict }: Explanation): string {
	if (columns !== null) return 'The row of the email table as modelled, by logical names.';
	return verdict.tracked === 'unknown'
		? 'Whether this email makes a row in the email table cannot be decided.'
		: 'An email that is not tracked makes no row in the email table.';
}

/** Empty for an email that is not tracked: no row is made. */
export function columnWords(explanation: Explanation): readonly ColumnWords[] {
	const { columns } = explanation;
	if (!columns) return [];
	return COLUMN_NAMES.map((name) => {
		const [label, what] = COLUMN_TEXTS[name];
		return {
			name,
			label,
			what,
			value: isUnknown(name, explanation) ? say`Cannot be decided` : value(name, columns, explanation),
			writtenBy: writtenBy(name, explanation),
			note: columnNote(name, explanation)
		};
	});
}

/** What depends on the link, where the link itself is not known. */
function isUnknown(name: keyof EmailColumns, explanation: Explanation): boolean {
	if (undecidedAttempt(explanation) === null) return false;
	if (name === 'regardingobjectid') return checkOf(explanation, 'population/regarding')?.outcome === 'empty';
	return (
		name === 'correlationmethod' ||
		name === 'correlatedactivityid' ||
		name === 'parentactivityid' ||
		name === 'correlatedsubjectchanged'
	);
}

function value(name: keyof EmailColumns, columns: EmailColumns, explanation: Explanation): Sentence | null {
	switch (name) {
		case 'correlationmethod':
			return say`${code(String(columns.correlationmethod))} ${CORRELATION_METHOD_CHOICE_LABELS[columns.correlationmethod]}`;
		case 'correlatedactivityid':
		case 'parentactivityid':
			return lookup(columns[name], explanation);
		case 'regardingobjectid':
		case 'emailsender': {
			const record = columns[name];
			return record ? say`${{ name: record.name || record.id, id: record.id }} (${code(record.table)})` : null;
		}
		case 'ownerid': {
			const owner = checkOf(explanation, 'population/owner')?.evidence.owner;
			return owner?.name ? say`${{ name: owner.name, id: owner.id }}` : text(columns.ownerid);
		}
		case 'statecode':
			return say`${code(String(columns.statecode))} Completed`;
		case 'statuscode':
			return say`${code(String(columns.statuscode))} ${columns.statuscode === 3 ? 'Sent' : 'Received'}`;
		case 'acceptingentityid':
			return acceptingEntity(columns.acceptingentityid, explanation);
		case 'correlatedsubjectchanged':
		case 'isduplicatesenderunresolved':
		case 'directioncode':
			return say`${code(String(columns[name]))}${name === 'directioncode' ? (columns.directioncode ? ' outgoing' : ' incoming') : ''}`;
		case 'receivingmailboxid':
		case 'sendermailboxid': {
			const id = columns[name];
			return id === null ? null : sentenceStart(mailbox(id, explanation));
		}
		case 'trackingtoken':
		case 'internetmessageheaders':
		case 'messageid':
		case 'inreplyto':
		case 'sender':
		case 'torecipients':
		case 'conversationindex':
			return text(columns[name]);
	}
}

function acceptingEntity(id: string | null, explanation: Explanation): Sentence | null {
	if (id === ALL_MAIL_QUEUE_ID) return say`Queue “All mail”`;
	const asked = checkOf(explanation, 'acceptance/filtering')?.evidence.asked.find(({ entity }) => entity.id === id);
	return asked ? say`${sentenceStart(named(asked.entity))}` : text(id);
}

function lookup(activityId: ActivityId | null, explanation: Explanation): Sentence | null {
	return activityId === null ? null : say`${email(explanation, activityId)}`;
}

function text(value: string | null): Sentence | null {
	return value === null ? null : say`${code(value)}`;
}

function writtenBy(name: keyof EmailColumns, explanation: Explanation): ColumnWords['writtenBy'] {
	const method = (undecidedAttempt(explanation) ?? matchedAttempt(explanation))?.method ?? null;
	switch (name) {
		case 'correlationmethod':
		case 'correlatedactivityid':
		case 'parentactivityid':
			return method ? check(method) : { text: 'no method matched' };
		case 'correlatedsubjectchanged':
			return method === 'InReplyTo' ? check('InReplyTo') : { text: 'default' };
		case 'acceptingentityid':
			return acceptedBy(explanation);
		case 'receivingmailboxid':
			return checkOf(explanation, 'scope/mailbox')?.outcome === 'held'
				? check('scope/mailbox')
				: acceptedBy(explanation);
		case 'regardingobjectid':
			return check('population/regarding');
		case 'directioncode':
			return check(checkOf(explanation, 'scope/folder') ? 'scope/folder' : 'scope/mark');
		case 'trackingtoken':
			return headerField('Subject');
		case 'internetmessageheaders':
			return headerField(explanation.facts.autoSubmitted === null ? 'Reply-To' : 'Auto-Submitted');
		case 'messageid':
			return headerField('Message-ID');
		case 'inreplyto':
			return headerField('In-Reply-To');
		case 'emailsender':
		case 'isduplicatesenderunresolved':
		case 'sendermailboxid':
			return checkOf(explanation, 'resolution/sender') ? check('resolution/sender') : headerField('From');
		case 'ownerid':
			return checkOf(explanation, 'population/owner') ? check('population/owner') : { text: 'nobody described' };
		case 'sender':
			return headerField('From');
		case 'torecipients':
			return headerField('To');
		case 'conversationindex':
			return headerField('Thread-Index');
		case 'statecode':
		case 'statuscode':
			return check(checkOf(explanation, 'scope/folder') ? 'scope/folder' : 'scope/mark');
	}
}

/** The check that let the email in: a mark, a folder or category, or a filter. */
function acceptedBy(explanation: Explanation): ColumnWords['writtenBy'] {
	const { verdict, checks } = explanation;
	const manual = verdict.tracked === 'yes' && verdict.by === 'manual';
	const names: readonly CheckId[] = manual
		? ['scope/folder', 'scope/mark']
		: ['acceptance/filtering', 'acceptance/all-mail'];
	const name = names.find((id) => checks.some((ran) => ran.check === id));
	return name ? check(name) : { text: 'no check' };
}

function check(id: CheckId): ColumnWords['writtenBy'] {
	return { check: id, text: CHECK_TITLES[id] };
}

function headerField(field: string): ColumnWords['writtenBy'] {
	return { header: { field, occurrence: 0 } };
}
