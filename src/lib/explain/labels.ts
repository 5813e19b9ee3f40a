/** Short names for codes: badges, table cells, facets. */
import type { CorrelationMethodChoice, MethodId } from '../domain/columns';
import { REASON_CODES, type AutoReplyClass, type CheckId, type EvidenceStrength } from '../domain/decision';
import type { OutcomeName, Reason, ReasonName, Verdict } from '../domain/decision';
import type { ImportOutcome } from '../domain/report';

/** What a label means at a glance; renderers add a glyph and a colour, never a colour alone. */
export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'quiet';

export const TRACKED_LABELS: Readonly<Record<Verdict['tracked'], { readonly label: string; readonly tone: Tone }>> = {
	yes: { label: 'Tracked', tone: 'good' },
	no: { label: 'Not tracked', tone: 'bad' },
	unknown: { label: 'Cannot decide', tone: 'warn' }
};

/** The number under which the same refusal stands among errors (Learn, "Email fails to create with NoRecipientMatch error"). */
export const NO_RECIPIENT_MATCH_ERROR = '-2147218683';

export interface ReasonWords {
	readonly label: string;
	/** Completes "Tracked: ..." or "Not tracked: ...". */
	readonly means: string;
	/** Another face of it. */
	readonly alsoShownAs?: string;
}

export const REASON_WORDS: Readonly<Record<ReasonName, ReasonWords>> = {
	Unknown: { label: 'Unknown', means: 'the service gives no reason' },
	Duplicate: { label: 'Duplicate', means: 'an email with the same Message-ID is stored already' },
	NoCorrelationMatch: { label: 'NoCorrelationMatch', means: 'no recipient’s filter accepted it' },
	CorrelationMatch: { label: 'CorrelationMatch', means: 'it answers an email that is tracked' },
	NoRecipientMatch: {
		label: 'NoRecipientMatch',
		means: 'no recipient address belongs to a user or a queue',
		alsoShownAs: `error ${NO_RECIPIENT_MATCH_ERROR}`
	},
	InternalEmailReject: { label: 'InternalEmailReject', means: 'it is email between users that is stored already' },
	SenderMatch: { label: 'SenderMatch', means: 'its sender is a record that the filter accepts' },
	AcceptAll: { label: 'AcceptAll', means: 'a recipient accepts all email' },
	InvalidSender: { label: 'InvalidSender', means: 'its sender’s address cannot be read' },
	NotEvaluated: { label: 'NotEvaluated', means: 'server-side synchronization never looked at it' },
	Manual: { label: 'Manual', means: 'somebody tracked it by hand, or sent it from Dynamics 365' },
	Untracked: { label: 'Untracked', means: 'somebody untracked it' }
};

/** "AcceptAll (6)", or the bare name for the three that have no code. */
export function reasonLabel(reason: Reason): string {
	return reason.code === null ? reason.name : `${reason.name} (${reason.code})`;
}

/** What a reason means, and where else it is met. */
export function reasonHelp(name: ReasonName): string {
	const { means, alsoShownAs } = REASON_WORDS[name];
	return alsoShownAs === undefined ? `${means}.` : `${means}; also shown as ${alsoShownAs}.`;
}

/** As `reasonLabel`, from the name alone. */
export function reasonNameLabel(name: ReasonName): string {
	return reasonLabel({ name, code: REASON_CODES[name] });
}

export const METHOD_LABELS: Readonly<Record<MethodId, string>> = {
	InReplyTo: 'InReplyTo',
	TrackingToken: 'TrackingToken',
	ConversationIndex: 'ConversationIndex',
	SmartMatching: 'SmartMatching'
};

export const CORRELATION_METHOD_CHOICE_LABELS: Readonly<Record<CorrelationMethodChoice, string>> = {
	0: 'None',
	1: 'Skipped',
	3: 'InReplyTo',
	4: 'TrackingToken',
	5: 'ConversationIndex',
	6: 'SmartMatching'
};

export const CHECK_TITLES: Readonly<Record<CheckId, string>> = {
	...METHOD_LABELS,
	'scope/mark': 'Marks',
	'scope/mailbox': 'Mailboxes',
	'scope/mailbox-state': 'Mailbox state',
	'scope/folder': 'Folder',
	'scope/received-date': 'Time of receipt',
	'scope/restricted': 'Protected email',
	'scope/duplicate': 'Duplicate check',
	'resolution/sender': 'Sender',
	'resolution/recipients': 'Recipients',
	'acceptance/internal-mail': 'Internal email',
	'acceptance/filtering': 'Filtering',
	'acceptance/all-mail': 'Filtering',
	'population/regarding': 'Regarding',
	'population/owner': 'Owner',
	'population/queue-items': 'Queue items',
	'population/contact': 'Contact of the sender'
};

export const OUTCOME_LABELS: Readonly<Record<OutcomeName, { readonly label: string; readonly tone: Tone }>> = {
	matched: { label: 'Matched', tone: 'good' },
	noMatch: { label: 'No match', tone: 'quiet' },
	notApplicable: { label: 'Not applicable', tone: 'quiet' },
	disabled: { label: 'Switched off', tone: 'quiet' },
	notReached: { label: 'Not reached', tone: 'quiet' },
	indeterminate: { label: 'Cannot decide', tone: 'warn' }
};

export const AUTO_REPLY_CLASS_LABELS: Readonly<Record<AutoReplyClass, string>> = {
	human: 'Human',
	'out-of-office': 'Out of office',
	'auto-reply': 'Automatic reply',
	'delivery-report': 'Delivery report',
	'read-receipt': 'Read receipt',
	'feedback-report': 'Feedback report',
	list: 'Mailing list',
	notification: 'Notification',
	'auto-forwarded': 'Forwarded by rule',
	'suppression-requested': 'Asks for no automatic replies'
};

export const EVIDENCE_STRENGTH_LABELS: Readonly<Record<EvidenceStrength, string>> = {
	definite: 'Definite',
	strong: 'Strong',
	hint: 'Hint'
};

export const IMPORT_OUTCOME_LABELS: Readonly<Record<ImportOutcome, { readonly label: string; readonly tone: Tone }>> = {
	parsed: { label: 'Read', tone: 'good' },
	parsedWithWarnings: { label: 'Read with warnings', tone: 'warn' },
	rejected: { label: 'Not read', tone: 'bad' }
};
