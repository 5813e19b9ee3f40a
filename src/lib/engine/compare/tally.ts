/** Counts over all recorded rows and emails, and the list of what disagrees. */
import {
	RECORDED_COLUMNS,
	recordedText,
	type RecordedColumn,
	type RecordedEmail
} from '../../domain/dataverse/recordedEmails';
import { messageIdColumnLength } from '../../domain/limits';
import type { Decisions } from '../decide';
import { bareMessageId } from './columns/plain';
import type { ComparedEmail, ComparedOutcome, NotComparableReason, OnlyRecordedReason } from './compared';
import type { RecordedSet } from './recordedSet';

/** `position` is -1 and `recorded` null where there is none. */
export type TallyEntry = { readonly position: number; readonly recorded: RecordedEmail | null } & (
	| { readonly kind: 'differ'; readonly column: RecordedColumn; readonly why: null }
	| { readonly kind: 'notComparable'; readonly column: RecordedColumn; readonly why: NotComparableReason }
	| { readonly kind: 'onlyRecorded'; readonly column: null; readonly why: OnlyRecordedReason }
	| { readonly kind: 'onlyModelled'; readonly column: null; readonly why: null }
);
export type TallyKind = TallyEntry['kind'];
type Matched = Extract<ComparedEmail, { readonly kind: 'matched' }>;
type Counts = Record<ComparedOutcome, number>;

/** Message-IDs to ask for; an address holds about a hundred. */
const maxMessageIds = 2_000;

export class ComparisonTally {
	readonly #decisions: Decisions;
	readonly #entries: TallyEntry[] = [];
	readonly #matched = new Map<number, Matched>();
	readonly #columns = new Map<RecordedColumn, Counts>();
	readonly #onlyRecorded: Record<OnlyRecordedReason, number> = {
		'not-in-set': 0,
		'not-tracked': 0,
		undecided: 0,
		'other-direction': 0,
		'no-message-id': 0
	};
	readonly #recordedPositions = new Set<number>();
	/** Bare Message-IDs that are recorded, or asked for. */
	readonly #seenMessageIds = new Set<string>();
	#recorded = 0;
	#matchedRows = 0;
	#agreeing = 0;
	#onlyModelled = 0;
	#withoutMessageId = 0;
	readonly #messageIds: string[] = [];
	#messageIdsTotal = 0;
	#firstUtcMs: number | null = null;
	#lastUtcMs: number | null = null;

	constructor(decisions: Decisions) {
		this.#decisions = decisions;
	}

	/** Each step is one row or one email. What is decided meanwhile is left to the next tally. */
	*steps(set: RecordedSet): Generator<void, void> {
		const { length } = this.#decisions;
		for (const compared of set.compareAll()) {
			this.#add(compared);
			yield;
		}
		for (let position = 0; position < length; position++) {
			this.#addEmail(position);
			yield;
		}
		// Emails in processing order, those of no email last; sorting keeps the columns of one row together.
		this.#entries.sort((a, b) => place(a) - place(b));
	}

	#add(compared: ComparedEmail): void {
		const { recorded, position } = compared;
		this.#recorded++;
		this.#seenMessageIds.add(bareMessageId(recordedText(recorded, 'messageid')));
		if (position !== null) this.#recordedPositions.add(position);
		if (compared.kind === 'onlyRecorded') {
			const { why } = compared;
			this.#onlyRecorded[why]++;
			this.#entries.push({ kind: 'onlyRecorded', position: position ?? -1, recorded, column: null, why });
			return;
		}
		this.#matchedRows++;
		this.#matched.set(compared.position, compared);
		let differs = false;
		for (const { column, compared: result } of compared.columns) {
			const counts = this.#columns.get(column) ?? { agree: 0, differ: 0, notComparable: 0 };
			counts[result.outcome]++;
			this.#columns.set(column, counts);
			const at = { position: compared.position, recorded, column };
			if (result.outcome === 'notComparable') this.#entries.push({ ...at, kind: 'notComparable', why: result.why });
			if (result.outcome !== 'differ') continue;
			differs = true;
			this.#entries.push({ ...at, kind: 'differ', why: null });
		}
		if (!differs) this.#agreeing++;
	}

	#addEmail(position: number): void {
		const { messageId, receivedAtUtcMs } = this.#decisions.stored.message(position);
		if (receivedAtUtcMs !== null && isPlausible(receivedAtUtcMs)) {
			this.#firstUtcMs = Math.min(this.#firstUtcMs ?? receivedAtUtcMs, receivedAtUtcMs);
			this.#lastUtcMs = Math.max(this.#lastUtcMs ?? receivedAtUtcMs, receivedAtUtcMs);
		}
		const tracked = this.#decisions.isTracked(position);
		if (messageId === null) {
			if (tracked) this.#withoutMessageId++;
			return;
		}
		if (this.#recordedPositions.has(position)) return;
		this.#ask(messageId);
		// Without any row nothing has been imported to miss it in.
		if (!tracked || this.#recorded === 0) return;
		this.#onlyModelled++;
		this.#entries.push({ kind: 'onlyModelled', position, recorded: null, column: null, why: null });
	}

	#ask(messageId: string): void {
		const bare = bareMessageId(messageId);
		if (messageId.length > messageIdColumnLength || this.#seenMessageIds.has(bare)) return;
		this.#seenMessageIds.add(bare);
		this.#messageIdsTotal++;
		if (this.#messageIds.length < maxMessageIds) this.#messageIds.push(messageId);
	}

	/** The row that the email was compared with. */
	matchedAt(position: number): Matched | undefined {
		return this.#matched.get(position);
	}

	/** @param kind null: all that disagree */
	entries(kind: TallyKind | null, column: RecordedColumn | null): readonly TallyEntry[] {
		return this.#entries.filter(
			(entry) =>
				(kind === null ? entry.kind !== 'notComparable' : entry.kind === kind) &&
				(column === null || entry.column === column)
		);
	}

	summary() {
		return {
			emails: this.#decisions.length,
			recorded: this.#recorded,
			matched: this.#matchedRows,
			agreeing: this.#agreeing,
			onlyRecorded: this.#onlyRecorded,
			onlyModelled: this.#onlyModelled,
			withoutMessageId: this.#withoutMessageId,
			columns: RECORDED_COLUMNS.flatMap((column) => {
				const counts = this.#columns.get(column);
				return counts ? [{ column, ...counts }] : [];
			}),
			toFetch: {
				messageIds: this.#messageIds,
				messageIdsTotal: this.#messageIdsTotal,
				firstUtcMs: this.#firstUtcMs,
				lastUtcMs: this.#lastUtcMs
			}
		};
	}
}

function place({ position }: TallyEntry): number {
	return position < 0 ? Number.MAX_SAFE_INTEGER : position;
}

/** Nonsense in one email must not widen the time asked for to a century. */
const earliestUtcMs = Date.UTC(2000, 0, 1);
const latestUtcMs = Date.UTC(2100, 0, 1);

function isPlausible(utcMs: number): boolean {
	return utcMs >= earliestUtcMs && utcMs < latestUtcMs;
}
