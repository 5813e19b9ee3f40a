import type { ActivityId } from '../domain/columns';
import type { ActivityFilter, ActivityQuery, ActivityRow, FacetCounts, SortColumn } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { ActivityFilter, ActivityFlag, ActivityRow, FacetCounts, SortColumn, Tracked } from '../worker/api';

/** Rows fetched before and after those in view, so that short scrolls show no gap. */
const rowsAround = 100;
/** While an import runs, the table follows it no more often than this. */
const refreshIntervalMs = 600;
const searchDelayMs = 140;

const NO_FILTER: ActivityFilter = { text: '', tracked: [], reason: [], method: [], class: [], flags: [] };
export type Facet = Exclude<keyof ActivityFilter, 'text'>;
const FACETS: readonly Facet[] = ['tracked', 'reason', 'method', 'class', 'flags'];
export type FacetValue<F extends Facet> = ActivityFilter[F][number];

/** The table's query and the rows around the part of its answer that is in view. */
export class Activities {
	/** What stands in the search box; the query follows it after a pause. */
	searchText = $state('');
	filter = $state.raw<ActivityFilter>(NO_FILTER);
	sort = $state.raw<ActivityQuery['sort']>({ column: 'received', descending: true });
	/** Rows of the current result. Null before the first answer. */
	total = $state.raw<number | null>(null);
	facets = $state.raw<FacetCounts>({ tracked: {}, reason: {}, method: {}, class: {}, flags: {} });
	/** Place of the row that the keyboard moves, in the current result. */
	cursor = $state<number | null>(null);

	/** Values that are chosen, in all facets. */
	readonly facetsChosen = $derived(FACETS.reduce((sum, facet) => sum + this.filter[facet].length, 0));
	readonly filtered = $derived(this.filter.text !== '' || this.facetsChosen > 0);

	#fetched = $state.raw<{ readonly first: number; readonly rows: readonly ActivityRow[] }>({ first: 0, rows: [] });
	#inView = { first: 0, count: 40 };
	#loading: Promise<void> | null = null;
	#stale = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#searchTimer: ReturnType<typeof setTimeout> | undefined;
	#loadedAt = 0;
	/** The answer's rows have other places than before: the cursor goes with its email. */
	#moved = false;

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices
	) {}

	/** Undefined while the row is on its way. */
	row(index: number): ActivityRow | undefined {
		return this.#fetched.rows[index - this.#fetched.first];
	}

	/** Rows around those in view. */
	get fetchedRows(): readonly ActivityRow[] {
		return this.#fetched.rows;
	}

	/** Tells which rows are in view; those missing are fetched. */
	show(first: number, count: number): void {
		this.#inView = { first, count };
		const last = Math.min(first + count, this.total ?? 0);
		const { first: fetchedFirst, rows } = this.#fetched;
		if (first < fetchedFirst || last > fetchedFirst + rows.length) void this.refresh();
	}

	/** The store has changed: fetches again, soon. */
	storeChanged(): void {
		this.#moved = true;
		if (this.#timer !== undefined) return;
		const wait = Math.max(0, this.#loadedAt + refreshIntervalMs - performance.now());
		this.#timer = setTimeout(() => void this.refresh(), wait);
	}

	search(text: string): void {
		this.searchText = text;
		clearTimeout(this.#searchTimer);
		this.#searchTimer = setTimeout(() => {
			const trimmed = text.trim();
			if (trimmed !== this.filter.text) this.#narrow({ ...this.filter, text: trimmed });
		}, searchDelayMs);
	}

	toggle<F extends Facet>(facet: F, value: FacetValue<F>): void {
		const chosen: readonly FacetValue<Facet>[] = this.filter[facet];
		const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
		this.#narrow({ ...this.filter, [facet]: next });
	}

	clearFilter(): void {
		clearTimeout(this.#searchTimer);
		this.searchText = '';
		this.#narrow(NO_FILTER);
	}

	/** A second click on a column turns its order round. Times start with the latest, words with A. */
	sortBy(column: SortColumn): void {
		const descending = this.sort.column === column ? !this.sort.descending : column === 'received';
		this.sort = { column, descending };
		this.#moved = true;
		void this.refresh();
	}

	/** Puts the cursor on an email; false when the filter hides it. */
	async find(activityId: ActivityId): Promise<boolean> {
		this.cursor = await this.placeOf(activityId);
		return this.cursor !== null;
	}

	/** Rows of the current result by their ids, also of those not fetched. */
	async ids(first: number, count: number): Promise<readonly ActivityId[]> {
		const engine = await this.connection.engine;
		return engine.activityIds({ filter: this.filter, sort: this.sort, first, count });
	}

	async placeOf(activityId: ActivityId): Promise<number | null> {
		const engine = await this.connection.engine;
		return engine.rowOf(this.#query(), activityId);
	}

	/** Resolves when what is shown is the answer to the query and store of the moment of the call, or of later ones. */
	async refresh(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#stale = true;
		this.#loading ??= this.#loadUntilFresh().finally(() => (this.#loading = null));
		await this.#loading;
	}

	#narrow(filter: ActivityFilter): void {
		this.filter = filter;
		this.cursor = null;
		void this.refresh();
	}

	async #loadUntilFresh(): Promise<void> {
		try {
			const engine = await this.connection.engine;
			while (this.#stale) {
				this.#stale = false;
				const atCursor = this.#moved && this.cursor !== null ? this.row(this.cursor) : undefined;
				this.#moved = false;
				const page = await engine.query(this.#query());
				const place = atCursor ? await engine.rowOf(this.#query(), atCursor.activityId) : null;
				this.#loadedAt = performance.now();
				this.#fetched = { first: page.first, rows: page.rows };
				this.total = page.total;
				this.facets = page.facets;
				if (atCursor || (this.cursor !== null && this.cursor >= page.total)) this.cursor = place;
			}
		} catch (error) {
			this.notices.failed(error);
		}
	}

	#query(): ActivityQuery {
		const first = Math.max(0, this.#inView.first - rowsAround);
		return { filter: this.filter, sort: this.sort, first, count: this.#inView.count + 2 * rowsAround };
	}
}
