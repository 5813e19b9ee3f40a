/** Shapes of the comparison with what Dataverse recorded. */
import type { ActivityId } from '../domain/columns';
import type { RecordedColumn } from '../domain/dataverse/recordedEmails';
import type { CauseId } from '../engine/compare/causes';
import type { NotComparableReason, OnlyRecordedReason } from '../engine/compare/compared';
import type { DiagnosisId } from '../engine/explanation';

export type { CauseId, DiagnosisId, NotComparableReason, OnlyRecordedReason, RecordedColumn };

export interface ColumnAgreement {
	readonly column: RecordedColumn;
	/** Recorded rows that hold the column; the three add up to them. */
	readonly agree: number;
	readonly differ: number;
	readonly notComparable: number;
}

/** What is still to be fetched. */
export interface ToFetch {
	/** Of emails that no recorded row is known of, in processing order; at most 2,000. */
	readonly messageIds: readonly string[];
	readonly messageIdsTotal: number;
	/** Of all emails of the case; null without any. */
	readonly firstUtcMs: number | null;
	readonly lastUtcMs: number | null;
}

export interface ComparisonSummary {
	readonly revision: number;
	readonly emails: number;
	/** Recorded rows. `matched`, `onlyRecorded` and nothing else add up to it. */
	readonly recorded: number;
	readonly matched: number;
	/** Matched rows that differ in no column. */
	readonly agreeing: number;
	readonly onlyRecorded: Readonly<Record<OnlyRecordedReason, number>>;
	/** Modelled as tracked, while no row was recorded. */
	readonly onlyModelled: number;
	/** Modelled as tracked, but without a Message-ID to find a row by. */
	readonly withoutMessageId: number;
	/** In the order of the columns, without those that no row holds. */
	readonly columns: readonly ColumnAgreement[];
	readonly toFetch: ToFetch;
}

export type DisagreementKind = 'differ' | 'notComparable' | 'onlyRecorded' | 'onlyModelled';

export interface ComparisonQuery {
	/** Null: all that disagree, which leaves out what cannot be compared. */
	readonly kind: DisagreementKind | null;
	/** Null: all. */
	readonly column: RecordedColumn | null;
	readonly first: number;
	/** At most 100. */
	readonly count: number;
}

export interface ShownValue {
	/** Null: empty. */
	readonly text: string | null;
	/** The email of the set that it names. */
	readonly email: { readonly activityId: ActivityId; readonly subject: string | null } | null;
}

export interface Disagreement {
	readonly kind: DisagreementKind;
	/** Null where the email is not in the set. */
	readonly activityId: ActivityId | null;
	readonly subject: string | null;
	/** Dataverse's own id; null where no row was recorded. */
	readonly recordedId: string | null;
	/** Null where it is the whole row. */
	readonly column: RecordedColumn | null;
	readonly modelled: ShownValue;
	readonly recorded: ShownValue;
	readonly why: NotComparableReason | OnlyRecordedReason | null;
	readonly causes: readonly CauseId[];
	readonly diagnoses: readonly DiagnosisId[];
}

export interface ComparisonPage {
	readonly revision: number;
	readonly total: number;
	readonly first: number;
	readonly rows: readonly Disagreement[];
}

/** One column of the email that is shown. */
export interface RecordedBeside {
	readonly column: RecordedColumn;
	readonly recorded: ShownValue;
	readonly outcome: 'agree' | 'differ' | 'notComparable';
	readonly why: NotComparableReason | null;
}
export interface RecordedOfEmail {
	readonly activityId: ActivityId;
	readonly recordedId: string;
	readonly columns: readonly RecordedBeside[];
}

export type RecordFound =
	| { readonly code: 'found'; readonly activityId: ActivityId; readonly subject: string | null }
	/** It is recorded, but no email of the set. */
	| { readonly code: 'not-in-set'; readonly subject: string | null }
	| { readonly code: 'not-recorded' | 'no-id' | 'other-table' };

export type ForgetResult =
	{ readonly ok: true } | { readonly ok: false; readonly code: 'read-only' | 'case-gone' | 'storage-full' };
