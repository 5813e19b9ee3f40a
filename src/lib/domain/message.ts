/**
 * The facts of a message: what correlation needs to know, read once from the header block and never changed.
 * Names are the RFC 5322 field names in camelCase; Dataverse columns live in `columns.ts` and never share a name.
 */

/** RFC 5322 section 3.4 mailbox: display name (decoded, '' if none) and addr-spec as written. */
export interface Address {
	readonly name: string;
	readonly address: string;
}

/** A place in a header block: the n-th (0-based) field of that name, names compared without letter case. */
export interface HeaderRef {
	readonly field: string;
	readonly occurrence: number;
}

/** A header field kept as a fact because a rule reads it (auto-reply classes): decoded, unfolded, in file order. */
export interface HeaderFact {
	/** Canonical spelling, e.g. `X-Auto-Response-Suppress`, whatever letter case the file uses. */
	readonly name: string;
	readonly occurrence: number;
	readonly value: string;
}

/** Something wrong or notable about one message that did not stop it from being read. */
export interface MessageWarning {
	readonly code: MessageWarningCode;
	readonly from?: HeaderRef;
	/** Figures and texts for the sentence, e.g. `{ count: 2 }`. Never a sentence itself. */
	readonly detail?: Readonly<Record<string, string | number>>;
}

export const MESSAGE_WARNING_CODES = [
	'message-id-missing',
	'message-id-malformed',
	'message-id-too-long',
	'in-reply-to-several',
	'in-reply-to-prose',
	'in-reply-to-own-message-id',
	'in-reply-to-too-long',
	'thread-index-not-base64',
	'thread-index-too-short',
	'thread-index-odd-length',
	'header-repeated',
	'date-missing',
	'date-unreadable',
	'received-unreadable',
	'from-missing',
	'subject-missing',
	'subject-too-long',
	'header-line-malformed',
	'header-block-cut',
	'nul-removed',
	'converted-from-utf16',
	'byte-order-mark-removed',
	'leading-blank-lines-removed',
	'bare-cr-line-ends',
	'charset-unknown'
] as const;
export type MessageWarningCode = (typeof MESSAGE_WARNING_CODES)[number];

/** One MIME part seen while scanning the first 64 KB of the body for evidence of delivery reports and the like. */
export interface BodyPartFact {
	/** Lower-case `type/subtype` of a part's Content-Type. */
	readonly contentType: string;
}

/** In place of what only the original text could tell: facts that came out of a pseudonymised snapshot. */
export interface KeyedFacts {
	/** Place in processing order among messages of the same time, in place of the hash. */
	readonly order: number;
	/** Words of the subject after HashFilterKeywords, lower case, as tokens, in the order of the subject. */
	readonly subjectWords: readonly string[];
	/** The subject as correlatedsubjectchanged compares it, as one token. */
	readonly comparedSubject: string;
}

export interface MessageFacts {
	/** SHA-256 of the bytes as dropped, lower-case hex: the identity of a message. */
	readonly sha256: string;
	/** Size of the file as dropped. */
	readonly bytes: number;
	readonly kind: 'eml';
	/** With angle brackets; letter case as written. Null when missing or unusable. */
	readonly messageId: string | null;
	/** Every msg-id of In-Reply-To, first to last, with angle brackets. */
	readonly inReplyTo: readonly string[];
	/** Every msg-id of References, oldest first, with angle brackets. */
	readonly references: readonly string[];
	/** Thread-Index with white space removed, as found, even if it is not base64. */
	readonly threadIndex: string | null;
	/** Decoded and unfolded; null when the field is missing. */
	readonly subject: string | null;
	readonly from: Address | null;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly bcc: readonly Address[];
	readonly replyTo: readonly Address[];
	/** Reply-To as it stands in the header block, unfolded: what InternetMessageHeaders captures. */
	readonly replyToText: string | null;
	/** Auto-Submitted, first occurrence, unfolded, as written; null when the field is missing. */
	readonly autoSubmitted: string | null;
	/** The Date field, in milliseconds since 1970 UTC. */
	readonly dateUtcMs: number | null;
	/** The topmost Received date, else Date (reading A26), in milliseconds since 1970 UTC. */
	readonly receivedAtUtcMs: number | null;
	/** Where `receivedAtUtcMs` was read. */
	readonly receivedFrom: 'received' | 'date' | null;
	readonly deliveredTo: readonly string[];
	/** Content-Type, unfolded. */
	readonly contentType: string | null;
	readonly precedence: string | null;
	readonly listId: string | null;
	readonly xAutoResponseSuppress: string | null;
	/** Return-Path, unfolded; `<>` is the null return path; null when the field is missing. */
	readonly returnPath: string | null;
	/** Other fields that auto-reply rules read; the list is `AUTO_REPLY_FIELDS`. */
	readonly otherFields: readonly HeaderFact[];
	/** MIME parts found in the first 64 KB of the body, in order, at most 50. */
	readonly bodyParts: readonly BodyPartFact[];
	readonly warnings: readonly MessageWarning[];
	/** Absent or null in mail that was read as it is. */
	readonly keyed?: KeyedFacts | null;
}

/** Fields kept in `otherFields`, canonical spelling. Each is read by a rule in `engine/autoreply`. */
export const AUTO_REPLY_FIELDS = [
	'Auto-Submitted',
	'X-Autoreply',
	'X-Auto-Reply',
	'X-Auto-Reply-From',
	'X-Autoreply-From',
	'X-Autorespond',
	'X-Autoresponder',
	'X-Mail-Autoreply',
	'X-Auto-Response-Suppress',
	'Precedence',
	'X-Precedence',
	'List-Id',
	'List-Post',
	'List-Unsubscribe',
	'X-Mailing-List',
	'Mailing-List',
	'X-BeenThere',
	'Feedback-ID',
	'X-Failed-Recipients',
	'X-FC-MachineGenerated',
	'X-MS-Exchange-Inbox-Rules-Loop',
	'X-MS-Exchange-Generated-Message-Source',
	'X-Vacation',
	'X-Forwarded-For',
	'X-Forwarded-To',
	'X-Forwarded-Encrypted',
	'Resent-From',
	'Resent-To',
	'Resent-Date',
	'X-Loop',
	'X-Report-Type'
] as const;
