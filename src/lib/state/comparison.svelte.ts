import type { ActivityId } from '../domain/columns';
import type {
	ComparisonPage,
	ComparisonQuery,
	ComparisonSummary,
	ForgetResult,
	RecordedOfEmail,
	RecordFound
} from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { Looks } from './looks';
import type { Notices } from './notices.svelte';

export type {
	ColumnAgreement,
	ComparisonPage,
	ComparisonSummary,
	Disagreement,
	DisagreementKind,
	RecordedBeside,
	RecordedColumn,
	RecordedOfEmail,
	RecordFound,
	ShownValue
} from '../worker/api';

export const disagreementsOnPage = 25;

/** What Dataverse recorded, beside what is modelled. Looked for when it is shown. */
export class Comparison {
	/** Null before the first look. */
	summary = $state.raw<ComparisonSummary | null>(null);
	page = $state.raw<ComparisonPage | null>(null);
	filter = $state.raw<Pick<ComparisonQuery, 'kind' | 'column'>>({ kind: null, column: null });
	/** Of the address that was looked up last. */
	found = $state.raw<RecordFound | null>(null);
	/** Of the email in the detail pane; null where no row was recorded. */
	ofEmail = $state.raw<RecordedOfEmail | null>(null);
	/** Rises with every change of the store, also by another tab. */
	changes = $state(0);
	#first = 0;
	readonly #looks: Looks;
	#emailId: ActivityId | null = null;

	constructor(
		private readonly connection: Connection,
		busy: Busy,
		private readonly notices: Notices
	) {
		this.#looks = new Looks(busy, notices);
	}

	storeChanged(): void {
		this.changes++;
	}

	/** Looks again; a call made meanwhile has one more look follow. */
	async refresh(): Promise<void> {
		await this.#looks.run(async () => {
			const engine = await this.connection.engine;
			this.summary = await engine.comparison();
			const query = { ...this.filter, first: this.#first, count: disagreementsOnPage };
			const page = await engine.disagreements(query);
			this.page = page.rows.length === 0 && page.total > 0 ? await this.#lastPage(page.total) : page;
		});
	}

	/** There are fewer than before. */
	async #lastPage(total: number): Promise<ComparisonPage> {
		this.#first = Math.floor((total - 1) / disagreementsOnPage) * disagreementsOnPage;
		const engine = await this.connection.engine;
		return engine.disagreements({ ...this.filter, first: this.#first, count: disagreementsOnPage });
	}

	async narrow(filter: Partial<Pick<ComparisonQuery, 'kind' | 'column'>>): Promise<void> {
		this.filter = { ...this.filter, ...filter };
		await this.goTo(0);
	}

	async goTo(first: number): Promise<void> {
		this.#first = Math.max(0, first);
		await this.refresh();
	}

	async find(text: string): Promise<RecordFound | null> {
		try {
			this.found = await (await this.connection.engine).findRecord(text);
			return this.found;
		} catch (error) {
			this.notices.failed(error);
			return null;
		}
	}

	/** Null when the worker has failed, which a notice says. */
	async forget(): Promise<ForgetResult | null> {
		try {
			const result = await (await this.connection.engine).forgetRecorded();
			this.found = null;
			await this.refresh();
			return result;
		} catch (error) {
			this.notices.failed(error);
			return null;
		}
	}

	/** The recorded columns of the email in the detail pane. */
	async showEmail(activityId: ActivityId): Promise<void> {
		this.#emailId = activityId;
		if (this.ofEmail?.activityId !== activityId) this.ofEmail = null;
		try {
			const recorded = await (await this.connection.engine).recordedOf(activityId);
			if (this.#emailId === activityId) this.ofEmail = recorded;
		} catch (error) {
			this.notices.failed(error);
		}
	}
}
