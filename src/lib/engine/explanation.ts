/** What `explain` returns for one email: the whole decision with its evidence. Renderers read it and recompute nothing. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import type { AutoReplyDecision, CheckId, Reason, Verdict } from '../domain/decision';
import type { HeaderRef, MessageFacts } from '../domain/message';
import type { CheckResult } from './checks';
import type { CorrelationAttempt } from './correlation/evidence';
import type { MailboxMention } from './mailboxMentions';

/** In the order of the catalogue: not tracked, tracked but should not be, wrongly linked or filled. */
export const DIAGNOSIS_IDS = [
	'reply-without-in-reply-to',
	'parent-not-in-set',
	'message-id-rewritten',
	'reply-received-before-parent',
	'parent-not-tracked',
	'linked-only-by-references',
	'first-email-in-response-filter',
	'correlation-switched-off',
	'reply-methods-ignored',
	'forward-not-a-reply',
	'sender-is-no-record',
	'sent-to-distribution-list',
	'received-by-bcc',
	'alias-not-on-record',
	'shared-address-unresolved',
	'email-search-row-missing',
	'subfolder-not-looked-at',
	'received-before-process-emails-from',
	'watermark-passed',
	'sent-items-not-tracked',
	'mailbox-not-processed',
	'protected-email-kept-out',
	'held-by-no-mailbox',
	'undeliverable-category',
	'internal-email-rejected',
	'sender-malformed',
	'recipient-malformed',
	'accepted-by-another-recipient',
	'all-email-accepted',
	'forward-tracked',
	'user-and-queue-share-address',
	'historic-email-tracked',
	'auto-reply-tracked',
	'subject-changed',
	'token-reused',
	'token-from-elsewhere',
	'token-edited',
	'token-copied',
	'smart-matching-only',
	'generic-subject-matched',
	'subject-changed-by-prefix',
	'regarding-empty',
	'parent-empty-by-design',
	'sender-matches-several-rows',
	'recipient-matches-several-rows',
	'sent-and-received-copy',
	'message-id-conflict',
	'owner-unexpected',
	'subject-tag-stops-smart-matching',
	'hash-filter-pasted',
	'folder-sets-regarding',
	'queue-item-for-each-queue'
] as const;
export type DiagnosisId = (typeof DIAGNOSIS_IDS)[number];
export interface DiagnosisFound {
	readonly id: DiagnosisId;
	readonly evidence: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
	readonly from: readonly HeaderRef[];
}

/** Another email as the explanation mentions it. */
export interface EmailMention {
	readonly activityId: ActivityId;
	readonly subject: string | null;
	readonly from: string | null;
	readonly receivedAtUtcMs: number | null;
	readonly tracked: 'yes' | 'no' | 'unknown';
}

export interface ThreadIndexDecoded {
	readonly variant: 'classic' | 'modern';
	/** The header's time; the year may be nonsense in obfuscated samples. */
	readonly headerUtcMs: number;
	readonly guid: string;
	readonly lengthBytes: number;
	/** Bytes left over when the length is not 22 + 5n. */
	readonly extraBytes: number;
	readonly responses: readonly { readonly utcMs: number; readonly deltaCode: 0 | 1; readonly random: number }[];
}

export interface Explanation {
	readonly activityId: ActivityId;
	/** 0-based place in processing order. */
	readonly position: number;
	readonly paths: readonly string[];
	readonly facts: MessageFacts;
	readonly verdict: Verdict;
	readonly reason: Reason;
	/** Null when not tracked. */
	readonly columns: EmailColumns | null;
	/**
	 * In the order they run; `population/*` after the methods. Where several mailboxes hold the email, those of the one
	 * that decided: the first that tracked it, else the last that looked at it.
	 */
	readonly checks: readonly CheckResult[];
	/** All four methods, in order. */
	readonly correlation: readonly CorrelationAttempt[];
	readonly autoReply: AutoReplyDecision;
	readonly threadIndex: ThreadIndexDecoded | null;
	/** The last msg-id of References that is in the set while no Dynamics method links the two. */
	readonly referencesOnly: { readonly messageId: string; readonly activityId: ActivityId } | null;
	/** Message-IDs this email refers to that are nowhere in the set. */
	readonly ghosts: readonly string[];
	/** Emails correlated with this one, in processing order, at most 50. */
	readonly answeredBy: readonly ActivityId[];
	readonly answeredByTotal: number;
	readonly diagnoses: readonly DiagnosisFound[];
	/** Every email that ids above point to. */
	readonly mentions: readonly EmailMention[];
	/** Every described mailbox that ids above point to. */
	readonly mailboxes: readonly MailboxMention[];
	/** The switch, prefix and threshold values the checks above read, by setting name. */
	readonly settings: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}
export type { CheckId, CheckResult };
