import type { ActivityId } from '../domain/columns';
import type { StoreState } from '../worker/api';
import { NO_IDS, toggled, united, type IdSet } from './idSet';

/** The rows that can be selected, by their places in the current result. */
export interface SelectableRows {
	readonly total: number | null;
	ids(first: number, count: number): Promise<readonly ActivityId[]>;
	/** Null when the filter hides it. */
	placeOf(activityId: ActivityId): Promise<number | null>;
}

/** The emails that are selected in the table, whether their rows are in view or not. */
export class Selection {
	ids = $state.raw(NO_IDS);
	/** Where a range begins: the place it was begun at, and the email there as soon as it is known. */
	#start: number | null = null;
	#anchor: ActivityId | null = null;
	/** Selected beside the range. */
	#besideRange = NO_IDS;
	/** An answer that is no longer asked for is dropped. */
	#asked = 0;

	constructor(
		private readonly rows: SelectableRows,
		private readonly failed: (error: unknown) => void
	) {}

	has(activityId: ActivityId): boolean {
		return this.ids.has(activityId);
	}

	toggle(activityId: ActivityId): void {
		this.#set(toggled(this.ids, activityId));
		this.#anchor = activityId;
	}

	/** Selects from where the range began, or from the place given, to another; what it no longer reaches is left. */
	async extend(from: number, to: number): Promise<void> {
		const begun = (this.#start ??= from);
		await this.#ask(async () => {
			const start = (this.#anchor === null ? null : await this.rows.placeOf(this.#anchor)) ?? begun;
			const first = Math.min(start, to);
			const ids = await this.rows.ids(first, Math.abs(to - start) + 1);
			return () => {
				this.#anchor ??= ids[start - first] ?? null;
				this.ids = united(this.#besideRange, ids);
			};
		});
	}

	/** The next range begins at the cursor. */
	endRange(): void {
		this.#start = this.#anchor = null;
		this.#besideRange = this.ids;
	}

	/** All rows that the filter leaves, beside those selected already. */
	async selectAll(): Promise<void> {
		await this.#ask(async () => {
			const ids = await this.rows.ids(0, this.rows.total ?? 0);
			return () => this.#set(united(this.ids, ids));
		});
	}

	clear(): void {
		this.#set(NO_IDS);
	}

	/** Another case has other emails, and those removed are selected no longer. */
	storeChanged(before: StoreState | null, after: StoreState): void {
		if (before === null || this.ids.size === 0) return;
		if (after.caseId !== before.caseId || after.emails < before.emails) this.clear();
	}

	#set(ids: IdSet): void {
		this.#asked++;
		this.ids = ids;
		this.endRange();
	}

	async #ask(find: () => Promise<() => void>): Promise<void> {
		const asked = ++this.#asked;
		try {
			const select = await find();
			if (asked === this.#asked) select();
		} catch (error) {
			this.failed(error);
		}
	}
}
