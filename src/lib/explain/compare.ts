/** The comparison with what Dataverse recorded, in words. */
import type { Basis } from '../domain/decision';
import type { RecordedColumn } from '../domain/dataverse/recordedEmails';
import type { CauseId } from '../engine/compare/causes';
import type { ComparedOutcome, NotComparableReason, OnlyRecordedReason } from '../engine/compare/compared';
import type { TallyKind } from '../engine/compare/tally';
import type { Tone } from './labels';
import { count } from './parts';

export const OUTCOME_WORDS: Readonly<Record<ComparedOutcome, { readonly label: string; readonly tone: Tone }>> = {
	agree: { label: 'Agrees', tone: 'good' },
	differ: { label: 'Differs', tone: 'bad' },
	notComparable: { label: 'Not comparable', tone: 'quiet' }
};

export const KIND_WORDS: Readonly<Record<TallyKind, { readonly label: string; readonly tone: Tone }>> = {
	differ: { label: 'Differs', tone: 'bad' },
	onlyRecorded: { label: 'Only recorded', tone: 'warn' },
	onlyModelled: { label: 'Only modelled', tone: 'warn' },
	notComparable: { label: 'Not comparable', tone: 'quiet' }
};

export const COMPARE_STEPS: readonly string[] = [
	'Sign in to the organization in a browser. Open an address below in the same browser, and save the page as a .json file.',
	'Where the answer ends with @odata.nextLink, open that address, too, and save it beside. More or fewer columns after $select do no harm.',
	'Drop the files here. Rows are matched by messageid and direction. A row that comes again replaces the one before.'
];

export const RECORDED_KEPT_WORDS =
	'Recorded rows stay with this case, on this device only. They change no decision and are in no snapshot.';

const WHY_WORDS: Readonly<Record<NotComparableReason | OnlyRecordedReason, string>> = {
	'nobody-described': 'No users and queues are described, so nothing is modelled here.',
	'not-modelled': 'The environment does not say whose row it is.',
	'row-not-identified':
		'The environment does not say which row of Dataverse this is. Import that table, so that it knows its GUID.',
	'other-email-not-recorded':
		'The email that the row names is not among the recorded rows. Fetch it, too: then its Message-ID tells which one it is.',
	'regarding-not-described': 'No Regarding is described. Set it on the first email of the conversation.',
	'thread-index-not-in-file': 'The file has no Thread-Index; Exchange makes one for such email.',
	'cut-at-column-length': 'The recorded text is as long as the column holds; its end may be missing.',
	'recorded-text-unreadable': 'The recorded text is in no form that can be read here.',
	'not-in-set': 'Recorded, but no email of this case has its Message-ID.',
	'not-tracked': 'Recorded, but modelled as not tracked.',
	undecided: 'Recorded, but whether it is tracked cannot be decided here.',
	'other-direction': 'Recorded in the other direction than modelled: sent and received copies are two rows.',
	'no-message-id': 'The row has no messageid, so no email can be found for it.'
};

export function whyText(why: NotComparableReason | OnlyRecordedReason): string {
	return WHY_WORDS[why];
}

export const ONLY_MODELLED_TEXT = 'Modelled as tracked, but no row was recorded among those imported.';

/** `correlationmethod`, also with the choices that the service does not set itself (Learn, "Email table reference"). */
const METHODS = [
	'None',
	'Skipped',
	'XHeader',
	'InReplyTo',
	'TrackingToken',
	'ConversationIndex',
	'SmartMatching',
	'CustomCorrelation'
];
const STATES = ['Open', 'Completed', 'Canceled'];
const STATUSES = ['', 'Draft', 'Completed', 'Sent', 'Received', 'Canceled', 'Pending Send', 'Sending', 'Failed'];

/** What a choice is called; empty for every other column. */
export function choiceName(column: RecordedColumn, value: string | null): string {
	if (value === null) return '';
	if (column === 'directioncode') return value === 'true' ? 'outgoing' : 'incoming';
	const names = { correlationmethod: METHODS, statecode: STATES, statuscode: STATUSES } as const;
	return column === 'correlationmethod' || column === 'statecode' || column === 'statuscode'
		? (names[column][Number(value)] ?? '')
		: '';
}

export interface CauseWords {
	readonly cause: string;
	/** What to look at or to do. */
	readonly then: string;
	readonly basis: Basis;
}

const CAUSE_WORDS: Readonly<Record<CauseId, CauseWords>> = {
	'parent-not-in-set': {
		cause: 'The email that Dataverse links to is not among the dropped ones.',
		then: 'Add its file. What was not dropped counts as not in Dataverse.',
		basis: 'assumed'
	},
	'parent-row-not-fetched': {
		cause: 'Which email Dataverse links to cannot be told: its own row is not among the recorded ones.',
		then: 'Fetch that row, too, as by asking for everything of that time.',
		basis: 'inferred'
	},
	'parent-not-tracked-here': {
		cause: 'The email that Dataverse links to is here, but modelled as not tracked.',
		then: 'Look at its own decision first: this one follows from it.',
		basis: 'documented'
	},
	'parent-comes-later-here': {
		cause: 'The email that Dataverse links to was received after this one, by the dates in the files.',
		then: 'Compare the topmost Received of both. The service goes by when it processed them.',
		basis: 'inferred'
	},
	'parent-not-stored-there': {
		cause: 'The earlier email was not in Dataverse when this one was processed: not tracked yet, or deleted before.',
		then: 'Look at createdon of the earlier email’s row.',
		basis: 'inferred'
	},
	'another-parent': {
		cause: 'Several emails fit, and Dataverse took another one.',
		then: 'Here the most recent earlier email wins; Microsoft does not say which one does.',
		basis: 'assumed'
	},
	'earlier-method-there': {
		cause:
			'A method found an email in Dataverse that finds none here: the file lacks what it reads, or it is switched off here.',
		then: 'Compare inreplyto, trackingtoken and conversationindex, then the correlation settings of the environment.',
		basis: 'inferred'
	},
	'later-method-there': {
		cause: 'The method that matches here found nothing in Dataverse, and a later one did.',
		then: 'It may be switched off there, as by IgnoreConversationIndexAndInReplyToForCorrelation.',
		basis: 'inferred'
	},
	'method-not-modelled': {
		cause: 'Dataverse recorded Skipped, XHeader or CustomCorrelation. When it does is not documented.',
		then: 'Import organizations, to compare which methods are switched on.',
		basis: 'assumed'
	},
	'parent-filled-otherwise': {
		cause: 'parentactivityid is filled for InReplyTo and ConversationIndex only.',
		then: 'Compare correlationmethod: this column follows from it. Code may have set it, too.',
		basis: 'documented'
	},
	'tracked-by-hand': {
		cause:
			'acceptingentityid or receivingmailboxid is empty: the email was tracked by hand, in App for Outlook, by category or by folder.',
		then: 'Mark it as tracked by hand, and compare again.',
		basis: 'documented'
	},
	'accepted-by-another': {
		cause: 'Several recipients may accept it. In which order they are asked is not documented.',
		then: 'Only who is named differs, not whether it is tracked.',
		basis: 'assumed'
	},
	'processed-in-another-mailbox': {
		cause: 'The mailbox that is processed first makes the row. Which one that was, mail does not tell.',
		then: 'Describe sync cycles of the mailboxes, or their order in the environment.',
		basis: 'assumed'
	},
	'regarding-set-there': {
		cause: 'Regarding was set or changed in Dataverse: by hand, by a rule that makes cases, or by a tracked folder.',
		then: 'Set it on the email or the folder here. Later emails of the conversation inherit it.',
		basis: 'documented'
	},
	'owner-assigned': {
		cause: 'The row was assigned to somebody else, or the accepting row has another owner than described.',
		then: 'Import queues and systemusers as they were then.',
		basis: 'inferred'
	},
	'sender-resolved-otherwise': {
		cause: 'Several rows may have the sender’s address, or the row was made or changed later.',
		then: 'Import the tables with that address, with createdon and statecode.',
		basis: 'inferred'
	},
	'subject-compared-otherwise': {
		cause: 'How the service compares subjects is not documented in full.',
		then: 'Change subjectChangedPattern among the readings, and compare again.',
		basis: 'assumed'
	},
	'token-of-dataverse': {
		cause: 'Dataverse assigns a token when it sends, and knows prefixes that are not described here.',
		then: 'Compare trackingprefix and the structure of tokens with the organization’s.',
		basis: 'inferred'
	},
	'headers-kept-otherwise': {
		cause: 'Which headers the column keeps, and in which shape, is documented for Auto-Submitted and Reply-To only.',
		then: 'Compare both values; Dynamics 365 takes the presence of Auto-Submitted for an automatic reply.',
		basis: 'assumed'
	},
	'index-of-exchange': {
		cause: 'The service reads the index from the item in the mailbox, which Exchange may have made or changed.',
		then: 'Compare the first 22 bytes: they are what ConversationIndex goes by here.',
		basis: 'inferred'
	},
	'header-rewritten': {
		cause: 'A gateway or a mail program changed the header between the mailbox and this file.',
		then: 'Export the file from the mailbox that was processed.',
		basis: 'inferred'
	},
	'status-changed': {
		cause: 'Somebody or some code has changed the row’s status since.',
		then: 'It says nothing about tracking.',
		basis: 'inferred'
	},
	'copy-in-other-direction': {
		cause: 'The row is the sent copy of an email that is modelled as received, or the other way round.',
		then: 'Mark it as sent from Dynamics 365, or describe the sender’s mailbox and its Sent Items.',
		basis: 'documented'
	},
	'email-not-added': {
		cause: 'Its file was not dropped, or its Message-ID was rewritten on the way to the file.',
		then: 'Add its file.',
		basis: 'assumed'
	},
	'settings-differ': {
		cause: 'A setting, a filter, an address or a mailbox is described otherwise than it was in Dataverse at that time.',
		then: 'Look at its decision, and at what would flip it.',
		basis: 'inferred'
	},
	'row-without-message-id': {
		cause: 'The answer has no messageid for this row: it was not selected, or the row was never sent.',
		then: 'Fetch it with the address above, which selects every column that is compared.',
		basis: 'documented'
	},
	'needed-fact-missing': {
		cause: 'The environment refers to something that it lacks.',
		then: 'Its decision names what is missing.',
		basis: 'assumed'
	},
	'not-fetched': {
		cause: 'Its row was not fetched: another time, another page of the answer.',
		then: 'Ask for its Message-ID with the addresses above.',
		basis: 'inferred'
	},
	'deleted-or-refused-there': {
		cause: 'Its row was deleted since, or Dataverse refused the email.',
		then: 'The Item Monitoring dashboard shows refusals of the last days.',
		basis: 'inferred'
	}
};

export function causeWords(cause: CauseId): CauseWords {
	return CAUSE_WORDS[cause];
}

export interface Agreement {
	readonly column: RecordedColumn;
	readonly agree: number;
	readonly differ: number;
	readonly notComparable: number;
}

/** "12 of 14 agree, 1 differs, 1 not comparable". */
export function agreementText({ agree, differ, notComparable }: Agreement): string {
	const total = agree + differ + notComparable;
	const parts = [`${agree} of ${total} agree`];
	if (differ > 0) parts.push(`${differ} ${differ === 1 ? 'differs' : 'differ'}`);
	if (notComparable > 0) parts.push(`${notComparable} not comparable`);
	return parts.join(', ');
}

export interface MatchedCounts {
	readonly recorded: number;
	readonly matched: number;
	readonly agreeing: number;
	readonly onlyRecorded: Readonly<Record<OnlyRecordedReason, number>>;
	readonly onlyModelled: number;
	readonly withoutMessageId: number;
}

export function summaryText({ recorded, matched, agreeing }: MatchedCounts): string {
	if (matched === 0) return `${count(recorded, 'row')} recorded, none of them of an email modelled as tracked.`;
	return `${count(recorded, 'row')} recorded, ${matched} matched with emails modelled as tracked; ${agreeing} of those differ in no column.`;
}

/** What is left beside the matched rows, one short line each. */
export function leftOverTexts(counts: MatchedCounts): readonly string[] {
	const { onlyRecorded, onlyModelled, withoutMessageId } = counts;
	const lines: readonly (readonly [number, string])[] = [
		[onlyRecorded['not-tracked'], 'recorded, but modelled as not tracked'],
		[onlyRecorded.undecided, 'recorded, but undecided here'],
		[onlyRecorded['other-direction'], 'recorded in the other direction'],
		[onlyRecorded['not-in-set'], 'recorded, but not in this case'],
		[onlyRecorded['no-message-id'], 'recorded without a messageid'],
		[onlyModelled, 'modelled as tracked, but not recorded'],
		[withoutMessageId, 'modelled as tracked, without a Message-ID to match by']
	];
	return lines.filter(([amount]) => amount > 0).map(([amount, text]) => `${amount} ${text}`);
}

export type RecordFoundData =
	| { readonly code: 'found'; readonly subject: string | null }
	| { readonly code: 'not-in-set'; readonly subject: string | null }
	| { readonly code: 'not-recorded' | 'no-id' | 'other-table' };

export function recordFoundText(found: RecordFoundData): string {
	switch (found.code) {
		case 'found':
			return `It is ${named(found.subject)}.`;
		case 'not-in-set':
			return `Its row is recorded: ${named(found.subject)}. No email of this case has its Message-ID.`;
		case 'not-recorded':
			return 'That record is not among the recorded rows. Fetch it, and drop the file here.';
		case 'no-id':
			return 'There is no record’s id in it. Copy the whole address of the email’s form, with &id= in it.';
		case 'other-table':
			return 'That is the address of a record of another table. Open the email, and copy its address.';
	}
}

function named(subject: string | null): string {
	return subject?.trim() ? `“${subject.trim()}”` : 'an email without a subject';
}

export type ForgetFailure = 'read-only' | 'case-gone' | 'storage-full';

export const FORGET_FAILURES: Readonly<Record<ForgetFailure, string>> = {
	'read-only': 'A snapshot opened read-only is not changed.',
	'case-gone': 'The case was deleted in another tab.',
	'storage-full': 'The browser’s storage refused the change.'
};
