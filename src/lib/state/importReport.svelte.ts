import type { ImportOutcome } from '../domain/report';
import type { ReportPage } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { ImportSummary, ReportPage } from '../worker/api';

export const entriesPerPage = 100;

/** What became of every file: one page of entries at a time. */
export class ImportReport {
	page = $state.raw<ReportPage | null>(null);
	/** Null: all imports. */
	importId = $state.raw<number | null>(null);
	outcome = $state.raw<ImportOutcome | 'all'>('all');
	first = $state(0);
	#asked = 0;

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices
	) {}

	async refresh(): Promise<void> {
		const asked = ++this.#asked;
		try {
			const engine = await this.connection.engine;
			const { importId, outcome, first } = this;
			const page = await engine.report({ importId, outcome, first, count: entriesPerPage });
			if (asked !== this.#asked) return;
			this.page = page;
			const gone = importId !== null && !page.imports.some((summary) => summary.importId === importId);
			if (gone) this.narrow(null, outcome);
			else if (first > 0 && page.entries.length === 0) this.turnTo(0);
		} catch (error) {
			this.notices.failed(error);
		}
	}

	narrow(importId: number | null, outcome: ImportOutcome | 'all'): void {
		this.importId = importId;
		this.outcome = outcome;
		this.turnTo(0);
	}

	turnTo(first: number): void {
		this.first = first;
		void this.refresh();
	}
}
