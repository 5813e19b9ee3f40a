/** What a decision is made of. Evidence is data; sentences are made in `explain/`. */
import type { ActivityId, MethodId } from './columns';
import type { HeaderRef } from './message';

/** How sure a rule is: Microsoft says so, it follows from what Microsoft says, or it is the reading shipped here. */
export type Basis = 'documented' | 'inferred' | 'assumed';

export interface Source {
	readonly title: string;
	readonly url?: string;
}

export type Outcome<Evidence> =
	| { readonly outcome: 'matched'; readonly correlatedActivityId: ActivityId; readonly evidence: Evidence }
	/** Looked and found nothing; near misses are in the evidence. */
	| { readonly outcome: 'noMatch'; readonly evidence: Evidence }
	/** The message lacks what this method reads. */
	| { readonly outcome: 'notApplicable'; readonly missing: readonly string[]; readonly evidence?: Evidence }
	| { readonly outcome: 'disabled'; readonly setting: string }
	/** An earlier method matched. `wouldMatch` is what this one alone would have found. */
	| {
			readonly outcome: 'notReached';
			readonly decidedBy: MethodId;
			readonly wouldMatch: readonly ActivityId[];
			readonly evidence?: Evidence;
	  }
	| { readonly outcome: 'indeterminate'; readonly needs: readonly string[] };
export type OutcomeName = Outcome<unknown>['outcome'];

/** `CheckIncomingEmailResponse.ReasonCode` (Learn, Microsoft.Crm.Sdk.Messages) and three of our own with no code. */
export const REASON_CODES = {
	Unknown: -1,
	Duplicate: 0,
	NoCorrelationMatch: 1,
	CorrelationMatch: 2,
	NoRecipientMatch: 3,
	InternalEmailReject: 4,
	SenderMatch: 5,
	AcceptAll: 6,
	InvalidSender: 7,
	NotEvaluated: null,
	Manual: null,
	Untracked: null
} as const;
export type ReasonName = keyof typeof REASON_CODES;
export interface Reason {
	readonly code: number | null;
	readonly name: ReasonName;
}

/** A correlation method's id, or `folder/name` of another check. */
export const CHECK_IDS = [
	'scope/mark',
	'scope/mailbox',
	'scope/mailbox-state',
	'scope/folder',
	'scope/received-date',
	'scope/restricted',
	'scope/duplicate',
	'resolution/sender',
	'resolution/recipients',
	'acceptance/internal-mail',
	'acceptance/filtering',
	'acceptance/all-mail',
	'population/regarding',
	'population/owner',
	'population/queue-items',
	'population/contact'
] as const;
export type CheckId = MethodId | (typeof CHECK_IDS)[number];

export type Verdict =
	| { readonly tracked: 'yes'; readonly by: 'automatic' | 'manual'; readonly decidedBy: readonly CheckId[] }
	| { readonly tracked: 'no'; readonly decidedBy: readonly CheckId[] }
	| { readonly tracked: 'unknown'; readonly needs: readonly string[] };

export const AUTO_REPLY_CLASSES = [
	'human',
	'out-of-office',
	'auto-reply',
	'delivery-report',
	'read-receipt',
	'feedback-report',
	'list',
	'notification',
	'auto-forwarded',
	'suppression-requested'
] as const;
export type AutoReplyClass = (typeof AUTO_REPLY_CLASSES)[number];

export type EvidenceStrength = 'definite' | 'strong' | 'hint';

export interface AutoReplyEvidence {
	/** The class this speaks for. */
	readonly class: AutoReplyClass;
	readonly strength: EvidenceStrength;
	/** Id of the sign within its rule, e.g. `auto-submitted-auto-replied`. */
	readonly sign: string;
	/** The text that was recognised, e.g. the header value or subject prefix. */
	readonly value: string;
	readonly from?: HeaderRef;
}

export interface AutoReplyDecision {
	/** Dynamics 365's own reading: an Auto-Submitted field is present, whatever its value. */
	readonly internetMessageHeadersFlag: boolean;
	/** What the RFC says of the value: `no` is a human; null without the field. */
	readonly autoSubmittedKeyword: string | null;
	readonly class: AutoReplyClass;
	/** Everything found, also for classes that did not win; strongest of the winning class first. */
	readonly evidence: readonly AutoReplyEvidence[];
}
