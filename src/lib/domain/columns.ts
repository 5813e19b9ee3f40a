/** Columns of Dataverse's `email` table, by logical name (Learn, "Email table/entity reference"). */

/** An id derived from the message's SHA-256: UUIDv8 of its first 16 bytes. */
export type ActivityId = string;

/** `correlationmethod` choice values. 2 XHeader and 7 CustomCorrelation are not used by the service. */
export const CORRELATION_METHOD_CHOICE = {
	None: 0,
	Skipped: 1,
	InReplyTo: 3,
	TrackingToken: 4,
	ConversationIndex: 5,
	SmartMatching: 6
} as const;
export type CorrelationMethodChoice = (typeof CORRELATION_METHOD_CHOICE)[keyof typeof CORRELATION_METHOD_CHOICE];

/** In the order in which server-side synchronization tries them. */
export const METHOD_IDS = ['InReplyTo', 'TrackingToken', 'ConversationIndex', 'SmartMatching'] as const;
export type MethodId = (typeof METHOD_IDS)[number];

export interface RecordReference {
	readonly table: string;
	readonly id: string;
	readonly name: string;
}

/** Present only for a tracked email; every key is there, null when unset. */
export interface EmailColumns {
	readonly correlationmethod: CorrelationMethodChoice;
	readonly correlatedactivityid: ActivityId | null;
	/** Filled for InReplyTo and ConversationIndex only. */
	readonly parentactivityid: ActivityId | null;
	readonly acceptingentityid: string | null;
	readonly receivingmailboxid: string | null;
	readonly regardingobjectid: RecordReference | null;
	readonly trackingtoken: string | null;
	readonly correlatedsubjectchanged: boolean;
	/** JSON text, or null. */
	readonly internetmessageheaders: string | null;
	/** true = outgoing. */
	readonly directioncode: boolean;
	readonly messageid: string | null;
	readonly inreplyto: string | null;
	/** The row that the sender's address resolves to. */
	readonly emailsender: RecordReference | null;
	/** Several rows have the sender's address, and a setting leaves it unresolved. */
	readonly isduplicatesenderunresolved: boolean;
	/** A user's or team's id; null where the facts do not say. */
	readonly ownerid: string | null;
	/** The address in From. */
	readonly sender: string | null;
	/** The addresses in To. */
	readonly torecipients: string | null;
	/** The sender's mailbox, for outgoing email. */
	readonly sendermailboxid: string | null;
	/** Thread-Index as the file has it; which textual form Dataverse stores is not documented. */
	readonly conversationindex: string | null;
	/** 1 Completed. */
	readonly statecode: 1;
	/** 3 Sent, 4 Received. */
	readonly statuscode: 3 | 4;
}
