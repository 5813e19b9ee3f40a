import type { ActivityQuery, EngineApi, SnapshotFile, SnapshotOptions, WorkerEvent } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { download } from './download';
import type { Notices } from './notices.svelte';

export type SnapshotQuestion = Extract<WorkerEvent, { kind: 'snapshotAsks' }>;
export type SnapshotAnswer = Parameters<EngineApi['resolveSnapshot']>[0];

/** Everything is in the file unless the options say otherwise. */
const FULL: SnapshotOptions = { level: 'none', headerBlocks: true, passphrase: null, gzip: false };

/** Files that leave, and the question that an arriving snapshot asks. */
export class Snapshots {
	question = $state.raw<SnapshotQuestion | null>(null);
	exporting = $state(false);

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices,
		/** Runs after the data shown has changed, before the page is at rest. */
		private readonly changed: () => Promise<void>
	) {}

	async answer(answer: SnapshotAnswer): Promise<void> {
		this.question = null;
		await this.#change(async (engine) => {
			const answered = await engine.resolveSnapshot(answer);
			// A full disk has its own notice.
			if (answered.ok || answered.code === 'storage-full') return;
			this.notices.add({ code: 'case-refused', failure: answered.code });
		});
	}

	async backToOwnData(): Promise<void> {
		await this.#change((engine) => engine.closeReadOnly());
	}

	async exportSnapshot(options: SnapshotOptions = FULL): Promise<void> {
		await this.#export((engine) => engine.exportSnapshot(options), true);
	}

	async exportEnvironment(): Promise<void> {
		await this.#export((engine) => engine.exportEnvironment(), false);
	}

	/** All rows that the table shows under its filter, in its order. */
	async exportCsv({ filter, sort }: Pick<ActivityQuery, 'filter' | 'sort'>): Promise<void> {
		await this.#export((engine) => engine.exportActivitiesCsv({ filter, sort, first: 0, count: 0 }), true);
	}

	async #change(work: (engine: EngineApi) => Promise<void>): Promise<void> {
		await this.busy.during(async () => {
			try {
				await work(await this.connection.engine);
			} catch (error) {
				this.notices.failed(error);
			}
			await this.changed();
		});
	}

	async #export(make: (engine: EngineApi) => Promise<SnapshotFile>, countEmails: boolean): Promise<void> {
		if (this.exporting) return;
		this.exporting = true;
		try {
			const file = await make(await this.connection.engine);
			download(file.blob, file.fileName);
			this.notices.add({ code: 'exported', fileName: file.fileName, emails: countEmails ? file.emails : null });
		} catch (error) {
			this.notices.failed(error);
		} finally {
			this.exporting = false;
		}
	}
}
