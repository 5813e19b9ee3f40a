/** Evidence of the four correlation methods: data for `explain/`, for the snapshot and for tests. */
import type { ActivityId, MethodId } from '../../domain/columns';
import type { Outcome } from '../../domain/decision';
import type { HeaderRef } from '../../domain/message';

/** Stored emails that fit, most recent first; at most `maxListedCandidates`, `total` counts all. */
export interface Candidates {
	readonly total: number;
	readonly newest: readonly ActivityId[];
}

export interface InReplyToAttempt {
	readonly messageId: string;
	/** Stored earlier emails with this Message-ID. */
	readonly stored: Candidates;
	/** The ids agree only when letter case is ignored. */
	readonly onlyIgnoringCase: boolean;
	/** Why nothing was found: no such email in the set, it came later, or it was there but not tracked. */
	readonly absence: 'notInSet' | 'receivedLater' | 'notTracked' | null;
	/** The email of `receivedLater` or `notTracked`. */
	readonly absentActivityId: ActivityId | null;
}
export interface InReplyToEvidence {
	readonly from: readonly HeaderRef[];
	/** One per msg-id, in the order tried. */
	readonly attempts: readonly InReplyToAttempt[];
	/** Set when DoNotCorrelateForwardedEmailsAsReplies turned a hit away: the subject prefix that makes it a forward. */
	readonly refusedForwardPrefix: string | null;
	readonly refusedActivityId: ActivityId | null;
}

export interface DecodedToken {
	/** 0 online, 1 offline. */
	readonly designator: string;
	readonly userNumber: string;
	readonly counter: string;
}
export interface TokenFound {
	/** Spelled as in the subject. */
	readonly token: string;
	readonly prefix: string;
	/** False for a former prefix. */
	readonly currentPrefix: boolean;
	/** Null when the digits do not fit the current widths: made under other settings. */
	readonly decoded: DecodedToken | null;
	/** UTF-16 offsets in the subject. */
	readonly start: number;
	readonly end: number;
	readonly stored: Candidates;
	/** Earlier emails with this token belong to more than one conversation. */
	readonly reused: boolean;
}
export const TOKEN_NEAR_MISS_KINDS = [
	'space-after-prefix',
	'fullwidth-colon',
	'too-few-digits',
	'too-many-digits',
	'letter-before-prefix',
	'split',
	'digit-more-or-less'
] as const;
export interface TokenNearMiss {
	readonly kind: (typeof TOKEN_NEAR_MISS_KINDS)[number];
	readonly text: string;
	/** The stored token it resembles, if any. */
	readonly resembles: string | null;
}
export interface TrackingTokenEvidence {
	readonly from: readonly HeaderRef[];
	/** In the order tried: last in the subject first. */
	readonly tokens: readonly TokenFound[];
	readonly nearMisses: readonly TokenNearMiss[];
}

export interface ConversationIndexEvidence {
	readonly from: readonly HeaderRef[];
	/** Hex of what is compared: 22 bytes, or 16 with the option "GUID only". */
	readonly key: string;
	readonly keyIs: 'header' | 'guid';
	readonly responseBlocks: number;
	readonly stored: Candidates;
}

export interface SmartMatchingCandidate {
	readonly activityId: ActivityId;
	readonly sharedWords: readonly string[];
	/** Words that only one of the two subjects has. */
	readonly otherWords: readonly string[];
	readonly sharedAddresses: readonly string[];
}
export interface SmartMatchingEvidence {
	readonly from: readonly HeaderRef[];
	/** Parts of the subject removed by HashFilterKeywords, UTF-16 offsets. */
	readonly stripped: readonly { readonly start: number; readonly end: number }[];
	/** Distinct, lower case, at most HashMaxCount. */
	readonly words: readonly string[];
	readonly addresses: readonly string[];
	/** Words or addresses beyond HashMaxCount, not compared. */
	readonly wordsLeftOut: number;
	readonly addressesLeftOut: number;
	readonly wordsNeeded: number;
	readonly addressesNeeded: number;
	/** Emails that satisfy both conditions, most recent first. */
	readonly candidates: readonly SmartMatchingCandidate[];
	readonly candidatesTotal: number;
	/** Older emails with a fitting subject that were not looked at for this list. */
	readonly olderNotListed: number;
	/** Emails that satisfy the subject condition but share too few addresses, most recent first. */
	readonly nearMisses: readonly SmartMatchingCandidate[];
}

export interface EvidenceOf {
	readonly InReplyTo: InReplyToEvidence;
	readonly TrackingToken: TrackingTokenEvidence;
	readonly ConversationIndex: ConversationIndexEvidence;
	readonly SmartMatching: SmartMatchingEvidence;
}
/** One step of the correlation, discriminated by `method`. */
export type CorrelationAttempt = { [M in MethodId]: { readonly method: M } & Outcome<EvidenceOf[M]> }[MethodId];
