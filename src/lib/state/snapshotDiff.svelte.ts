import type { DiffGroup, DiffPage, DiffResult, EngineApi } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { DiffEmail, DiffGroup, DiffPage, DiffResult, EmailDifference, EnvironmentDifference } from '../worker/api';

export const differencesOnPage = 25;

/** The case beside a snapshot, as of when it was compared. */
export class SnapshotDiff {
	/** Null before the first comparison. */
	result = $state.raw<DiffResult | null>(null);
	page = $state.raw<DiffPage | null>(null);
	/** Null: all. */
	group = $state<DiffGroup | null>(null);

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices
	) {}

	async withFile(file: File): Promise<void> {
		await this.#compare((engine) => engine.diffWithFile(file));
	}

	async withWaiting(): Promise<void> {
		await this.#compare((engine) => engine.diffWithWaiting());
	}

	async show(group: DiffGroup | null, first = 0): Promise<void> {
		this.group = group;
		await this.#during(async (engine) => {
			this.page = await engine.diffPage({ group, first, count: differencesOnPage });
		});
	}

	async #compare(ask: (engine: EngineApi) => Promise<DiffResult>): Promise<void> {
		await this.#during(async (engine) => {
			const result = await ask(engine);
			this.group = null;
			this.page = result.ok ? await engine.diffPage({ group: null, first: 0, count: differencesOnPage }) : null;
			this.result = result;
		});
	}

	async #during(work: (engine: EngineApi) => Promise<void>): Promise<void> {
		await this.busy.during(async () => {
			try {
				await work(await this.connection.engine);
			} catch (error) {
				this.notices.failed(error);
			}
		});
	}
}
