/** What may be behind a disagreement: causes that only recorded values show, and the email's own diagnoses. */
import type { RecordedColumn, RecordedEmail } from '../../domain/dataverse/recordedEmails';
import type { Decisions } from '../decide';
import { diagnosesOf } from '../explain';
import type { DiagnosisId } from '../explanation';
import { emailColumns } from '../population/emailColumns';
import { bareMessageId } from './columns/plain';
import type { OnlyRecordedReason } from './compared';
import type { RecordedSet } from './recordedSet';

export const CAUSE_IDS = [
	'parent-not-in-set',
	'parent-row-not-fetched',
	'parent-not-tracked-here',
	'parent-comes-later-here',
	'parent-not-stored-there',
	'another-parent',
	'earlier-method-there',
	'later-method-there',
	'method-not-modelled',
	'parent-filled-otherwise',
	'tracked-by-hand',
	'accepted-by-another',
	'processed-in-another-mailbox',
	'regarding-set-there',
	'owner-assigned',
	'sender-resolved-otherwise',
	'subject-compared-otherwise',
	'token-of-dataverse',
	'headers-kept-otherwise',
	'index-of-exchange',
	'header-rewritten',
	'status-changed',
	'copy-in-other-direction',
	'email-not-added',
	'settings-differ',
	'row-without-message-id',
	'needed-fact-missing',
	'not-fetched',
	'deleted-or-refused-there'
] as const;
export type CauseId = (typeof CAUSE_IDS)[number];

/** `position` is -1 and `column` null where there is none. */
export interface DisagreementAt {
	readonly kind: 'differ' | 'notComparable' | 'onlyRecorded' | 'onlyModelled';
	readonly position: number;
	readonly recorded: RecordedEmail | null;
	readonly column: RecordedColumn | null;
	readonly why: OnlyRecordedReason | null;
}

export interface LikelyCauses {
	/** The likeliest first. */
	readonly causes: readonly CauseId[];
	/** Of this email, as far as they bear on the disagreement. */
	readonly diagnoses: readonly DiagnosisId[];
}

const NONE: LikelyCauses = { causes: [], diagnoses: [] };

export function causesOf(at: DisagreementAt, decisions: Decisions, set: RecordedSet): LikelyCauses {
	if (at.kind === 'notComparable') return NONE;
	const causes = causesIn(at, decisions, set);
	if (at.position < 0) return { causes, diagnoses: [] };
	const bearing = bearingOn(at);
	const found = diagnosesOf(decisions, at.position).map(({ id }) => id);
	return { causes, diagnoses: bearing === 'all' ? found : found.filter((id) => bearing.has(id)) };
}

function causesIn(at: DisagreementAt, decisions: Decisions, set: RecordedSet): readonly CauseId[] {
	switch (at.kind) {
		case 'notComparable':
			return [];
		case 'onlyModelled':
			return ['not-fetched', 'deleted-or-refused-there', 'settings-differ'];
		case 'onlyRecorded':
			return [...trackedByHand(at.recorded), ...ONLY_RECORDED[at.why ?? 'not-in-set']];
		case 'differ':
			return at.column === null ? [] : columnCauses(at.column, at, decisions, set);
	}
}

const ONLY_RECORDED: Readonly<Record<OnlyRecordedReason, readonly CauseId[]>> = {
	'not-in-set': ['email-not-added'],
	'not-tracked': ['settings-differ'],
	undecided: ['needed-fact-missing'],
	'other-direction': ['copy-in-other-direction'],
	'no-message-id': ['row-without-message-id']
};

/** Incoming email without an accepting entity was tracked by hand. */
function trackedByHand(recorded: RecordedEmail | null): readonly CauseId[] {
	const { acceptingentityid, directioncode } = recorded?.columns ?? {};
	return acceptingentityid?.value === null && directioncode?.value === false ? ['tracked-by-hand'] : [];
}

function columnCauses(
	column: RecordedColumn,
	at: DisagreementAt,
	decisions: Decisions,
	set: RecordedSet
): readonly CauseId[] {
	const modelled = emailColumns(decisions, at.position);
	const value = at.recorded?.columns[column]?.value ?? null;
	switch (column) {
		case 'correlationmethod':
			return methodCauses(at, value, decisions, set);
		case 'correlatedactivityid':
			return linkCauses(at, modelled?.correlatedactivityid ?? null, value, decisions, set);
		case 'parentactivityid': {
			const sameLink = at.recorded?.columns.correlatedactivityid?.value === value || value === null;
			const link = linkCauses(at, modelled?.parentactivityid ?? null, value, decisions, set);
			return sameLink && modelled?.correlatedactivityid !== null ? ['parent-filled-otherwise', ...link] : link;
		}
		case 'acceptingentityid':
			return value === null ? ['tracked-by-hand'] : ['accepted-by-another', 'settings-differ'];
		case 'receivingmailboxid':
			return value === null ? ['tracked-by-hand'] : ['processed-in-another-mailbox'];
		case 'regardingobjectid':
			return value === null ? ['regarding-set-there', 'parent-not-stored-there'] : ['regarding-set-there'];
		case 'ownerid':
			return ['owner-assigned', 'accepted-by-another'];
		case 'emailsender':
		case 'isduplicatesenderunresolved':
		case 'sendermailboxid':
			return ['sender-resolved-otherwise'];
		case 'correlatedsubjectchanged':
			return ['subject-compared-otherwise'];
		case 'trackingtoken':
			return ['token-of-dataverse', 'header-rewritten'];
		case 'internetmessageheaders':
			return ['headers-kept-otherwise', 'header-rewritten'];
		case 'conversationindex':
			return ['index-of-exchange'];
		case 'messageid':
		case 'inreplyto':
		case 'sender':
		case 'torecipients':
			return ['header-rewritten'];
		case 'statecode':
		case 'statuscode':
			return ['status-changed'];
		case 'directioncode':
			return ['copy-in-other-direction'];
	}
}

/** In the order in which they are tried. */
function methodCauses(
	at: DisagreementAt,
	recorded: unknown,
	decisions: Decisions,
	set: RecordedSet
): readonly CauseId[] {
	const modelled = decisions.method[at.position] ?? 0;
	const theirs = typeof recorded === 'number' ? recorded : 0;
	if (theirs === 1 || theirs === 2 || theirs > 6) return ['method-not-modelled', 'settings-differ'];
	const parent = at.recorded?.columns.correlatedactivityid?.value ?? null;
	if (modelled < 3) return [...absentParent(at, parent, decisions, set), 'earlier-method-there'];
	if (theirs < 3) return ['parent-not-stored-there', 'settings-differ'];
	return theirs < modelled
		? ['earlier-method-there', ...absentParent(at, parent, decisions, set)]
		: ['later-method-there', 'parent-not-stored-there', 'settings-differ'];
}

function linkCauses(
	at: DisagreementAt,
	modelled: string | null,
	recorded: unknown,
	decisions: Decisions,
	set: RecordedSet
): readonly CauseId[] {
	if (recorded === null) return ['parent-not-stored-there', 'settings-differ'];
	const absent = absentParent(at, recorded, decisions, set);
	if (modelled === null) return absent.length > 0 ? absent : ['earlier-method-there', 'settings-differ'];
	return ['another-parent', ...absent];
}

/** Why the email that Dataverse links to cannot be linked to here. */
function absentParent(
	{ position }: DisagreementAt,
	guid: unknown,
	decisions: Decisions,
	set: RecordedSet
): readonly CauseId[] {
	if (typeof guid !== 'string') return [];
	const messageId = set.messageIdOf(guid) ?? null;
	if (messageId === null) {
		const answersOneHere = decisions.stored
			.message(position)
			.inReplyTo.some((named) => set.positionsNamed(bareMessageId(named)).length > 0);
		return answersOneHere ? ['parent-row-not-fetched'] : ['parent-not-in-set', 'parent-row-not-fetched'];
	}
	const positions = set.positionsNamed(messageId);
	if (positions.length === 0) return ['parent-not-in-set'];
	const tracked = positions.filter((one) => decisions.isTracked(one));
	if (tracked.length === 0) return ['parent-not-tracked-here'];
	return tracked.some((one) => one < position) ? [] : ['parent-comes-later-here'];
}

const LINK: ReadonlySet<DiagnosisId> = new Set([
	'reply-without-in-reply-to',
	'parent-not-in-set',
	'message-id-rewritten',
	'reply-received-before-parent',
	'parent-not-tracked',
	'linked-only-by-references',
	'correlation-switched-off',
	'forward-tracked',
	'subject-changed',
	'token-reused',
	'token-from-elsewhere',
	'token-edited',
	'token-copied',
	'smart-matching-only',
	'generic-subject-matched',
	'parent-empty-by-design',
	'subject-tag-stops-smart-matching',
	'hash-filter-pasted'
]);

const TOKEN: ReadonlySet<DiagnosisId> = new Set([
	'token-reused',
	'token-from-elsewhere',
	'token-edited',
	'token-copied'
]);

const ACCEPTANCE: ReadonlySet<DiagnosisId> = new Set([
	'accepted-by-another-recipient',
	'all-email-accepted',
	'user-and-queue-share-address',
	'recipient-matches-several-rows',
	'shared-address-unresolved',
	'sent-and-received-copy'
]);

const SENDER: ReadonlySet<DiagnosisId> = new Set(['sender-matches-several-rows', 'owner-unexpected']);

const BEARING: Readonly<Partial<Record<RecordedColumn, ReadonlySet<DiagnosisId>>>> = {
	correlationmethod: LINK,
	correlatedactivityid: LINK,
	parentactivityid: LINK,
	trackingtoken: TOKEN,
	inreplyto: new Set(['message-id-rewritten', 'reply-without-in-reply-to']),
	acceptingentityid: ACCEPTANCE,
	receivingmailboxid: ACCEPTANCE,
	regardingobjectid: new Set(['regarding-empty', 'folder-sets-regarding', ...LINK]),
	ownerid: new Set(['owner-unexpected', ...ACCEPTANCE]),
	emailsender: SENDER,
	isduplicatesenderunresolved: SENDER,
	correlatedsubjectchanged: new Set(['subject-changed', 'subject-changed-by-prefix'])
};

const NO_DIAGNOSES: ReadonlySet<DiagnosisId> = new Set();

function bearingOn({ kind, column }: DisagreementAt): ReadonlySet<DiagnosisId> | 'all' {
	if (kind !== 'differ' || column === null) return 'all';
	return BEARING[column] ?? NO_DIAGNOSES;
}
