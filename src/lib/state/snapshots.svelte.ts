import type {
	ActivityQuery,
	EngineApi,
	SnapshotAnswered,
	SnapshotFile,
	SnapshotOptions,
	WorkerEvent
} from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { download } from './download';
import type { Notices } from './notices.svelte';

export type SnapshotQuestion = Extract<WorkerEvent, { kind: 'snapshotAsks' }>;
export type SnapshotAnswer = Parameters<EngineApi['resolveSnapshot']>[0];

export interface SnapshotOpening {
	readonly fileName: string;
	readonly bytesDone: number;
	readonly bytesTotal: number;
}

/** Everything is in the file unless the options say otherwise. */
const FULL: SnapshotOptions = { level: 'none', headerBlocks: true, passphrase: null, gzip: false };

/** Files that leave, and the question that an arriving snapshot asks. */
export class Snapshots {
	question = $state.raw<SnapshotQuestion | null>(null);
	/** The one whose question was answered, while it is read. */
	opening = $state.raw<SnapshotOpening | null>(null);
	exporting = $state(false);

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices,
		/** Runs after the data shown has changed, before the page is at rest. */
		private readonly changed: () => Promise<void>
	) {}

	async answer(answer: SnapshotAnswer): Promise<void> {
		const { question } = this;
		this.question = null;
		if (question && answer !== 'cancel') {
			this.opening = { fileName: question.fileName, bytesDone: 0, bytesTotal: question.bytes };
		}
		await this.#change(async (engine) => {
			try {
				const answered = await engine.resolveSnapshot(answer);
				if (!answered.ok) this.#tellRefusal(answered.code);
			} finally {
				this.opening = null;
			}
		});
	}

	#tellRefusal(code: Extract<SnapshotAnswered, { readonly ok: false }>['code']): void {
		// A full disk has its own notice.
		if (code === 'storage-full' || code === 'cancelled') return;
		this.notices.add(code === 'snapshot-gone' ? { code } : { code: 'case-refused', failure: code });
	}

	read(bytes: number): void {
		if (this.opening) this.opening = { ...this.opening, bytesDone: bytes };
	}

	/** What was there before stays. */
	async cancelOpening(): Promise<void> {
		await (await this.connection.engine).cancelSnapshot();
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
