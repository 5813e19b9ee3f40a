/** What comes of setting one recorded column, and one recorded email, beside what is modelled. */
import type { EmailColumns } from '../../domain/columns';
import type { RecordedColumn, RecordedEmail, RecordedValue } from '../../domain/dataverse/recordedEmails';

export const NOT_COMPARABLE_REASONS = [
	/** Users and queues are not described, so nothing is modelled for the column. */
	'nobody-described',
	/** The environment does not say whose row it is. */
	'not-modelled',
	/** Neither a GUID nor a name tells whether both are the same row. */
	'row-not-identified',
	/** The other email's own row is not among those recorded. */
	'other-email-not-recorded',
	/** No Regarding is described, so none can be inherited. */
	'regarding-not-described',
	/** Exchange makes one for mail that comes without; the file has none. */
	'thread-index-not-in-file',
	/** The recorded text is as long as the column, so its end may be missing. */
	'cut-at-column-length',
	'recorded-text-unreadable'
] as const;
export type NotComparableReason = (typeof NOT_COMPARABLE_REASONS)[number];

export type Compared =
	| { readonly outcome: 'agree' }
	| { readonly outcome: 'differ' }
	| { readonly outcome: 'notComparable'; readonly why: NotComparableReason };

export type ComparedOutcome = Compared['outcome'];

export const AGREE: Compared = { outcome: 'agree' };
export const DIFFER: Compared = { outcome: 'differ' };

export function notComparable(why: NotComparableReason): Compared {
	return { outcome: 'notComparable', why };
}

export function agreeIf(same: boolean): Compared {
	return same ? AGREE : DIFFER;
}

/** A row of the environment that a GUID or a name stands for. */
export interface KnownRow {
	readonly id: string;
	/** GUIDs by which Dataverse knows it; empty where the environment does not say. */
	readonly guids: readonly string[];
	/** Lower case; empty where it has none. */
	readonly name: string;
}

/** What comparators may ask beside the two values. */
export interface CompareContext {
	/** Lower-case Message-ID of a recorded email; null for one without, undefined for a row that is not recorded. */
	messageIdOf(guid: string): string | null | undefined;
	/** Activity ids of the emails in the set with this Message-ID, in lower case. */
	activitiesNamed(messageId: string): readonly string[];
	/** Null where the environment does not describe it. */
	rowOf(id: string): KnownRow | null;
	/** Ids of rows that the GUID stands for. */
	idsOfGuid(guid: string): readonly string[];
	/** Ids of rows with this name, in lower case. */
	idsOfName(name: string): readonly string[];
	readonly freshInstall: boolean;
	readonly regardingDescribed: boolean;
}

export type Compare = (modelled: EmailColumns, recorded: RecordedValue, context: CompareContext) => Compared;

export interface ComparedColumn {
	readonly column: RecordedColumn;
	readonly compared: Compared;
}

export type OnlyRecordedReason = 'not-in-set' | 'not-tracked' | 'undecided' | 'other-direction' | 'no-message-id';

/** What became of one recorded row. `position` is the email's place in processing order. */
export type ComparedEmail =
	| {
			readonly kind: 'matched';
			readonly recorded: RecordedEmail;
			readonly position: number;
			readonly columns: readonly ComparedColumn[];
	  }
	| {
			readonly kind: 'onlyRecorded';
			readonly recorded: RecordedEmail;
			/** Null where the email is not in the set. */
			readonly position: number | null;
			readonly why: OnlyRecordedReason;
	  };
