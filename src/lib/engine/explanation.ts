/** What `explain` returns for one email: the whole decision with its evidence. Renderers read it and recompute nothing. */
import type { ActivityId, EmailColumns, RecordReference } from '../domain/columns';
import type { AutoReplyDecision, CheckId, Reason, Verdict } from '../domain/decision';
import type { HeaderRef, MessageFacts } from '../domain/message';
import type { CorrelationAttempt } from './correlation/evidence';

/** A check beside the correlation methods. `passed` lets the email through to the next one. */
export type CheckResult =
	| {
			readonly check: 'scope/mark';
			readonly outcome: 'sent' | 'manual' | 'untracked' | 'notMarked';
			readonly evidence: { readonly by: 'messageid' | 'sha256' | null };
	  }
	| {
			readonly check: 'scope/duplicate';
			readonly outcome: 'passed' | 'duplicate' | 'notApplicable';
			readonly evidence: {
				readonly messageId: string | null;
				/** The stored email with this Message-ID and direction. */
				readonly first: ActivityId | null;
				/** Every email of the set with this Message-ID but other bytes. */
				readonly sameMessageId: readonly ActivityId[];
				readonly from: readonly HeaderRef[];
			};
	  }
	| {
			readonly check: 'acceptance/all-mail';
			readonly outcome: 'accepted' | 'notReached';
			readonly evidence: { readonly filteringMethod: 0 };
	  }
	| {
			readonly check: 'population/regarding';
			readonly outcome: 'inherited' | 'setByMark' | 'empty' | 'notReached';
			readonly evidence: { readonly regarding: RecordReference | null; readonly inheritedFrom: ActivityId | null };
	  };

export const DIAGNOSIS_IDS = [
	'reply-without-in-reply-to',
	'parent-not-in-set',
	'reply-received-before-parent',
	'parent-not-tracked',
	'linked-only-by-references',
	'subject-changed',
	'token-reused',
	'smart-matching-only',
	'auto-reply-tracked'
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
	/** In the order they run, `scope/*` and `acceptance/*` before the methods, `population/*` after. */
	readonly checks: readonly CheckResult[];
	/** All four methods, in order. */
	readonly correlation: readonly CorrelationAttempt[];
	readonly autoReply: AutoReplyDecision;
	readonly internetMessageHeadersLength: number | null;
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
	/** The switch, prefix and threshold values the checks above read, by setting name. */
	readonly settings: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}
export type { CheckId };
