import type { ImportProgress, ImportTarget, IncomingFile } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { batchesOfEntries, batchesOfFiles, takeDropped, withPath, type IncomingBatch } from './incomingFiles';
import type { Notices } from './notices.svelte';
import { sumOfProgress } from './progressSum';

type Batches = AsyncIterable<IncomingBatch> | Iterable<IncomingBatch>;

interface Waiting {
	readonly batches: Batches;
	/** The case that was shown at the drop; null: none was yet. */
	readonly into: ImportTarget | null;
}

/**
 * Takes files in. Drops that follow while an import runs wait their turn and are shown as one with it, so that
 * `<n> of <n>` speaks of everything dropped since the page was last at rest.
 */
export class Intake {
	/** Of the imports since the page was last at rest; stays after the last is done, until dismissed. */
	progress = $state.raw<ImportProgress | null>(null);
	running = $state(false);

	#waiting: Waiting[] = [];
	#finished: ImportProgress[] = [];
	#current: ImportProgress | null = null;
	#cancelledImportId: number | null = null;

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices,
		/** Runs after the last import, before the page is at rest: shows what came in. */
		private readonly imported: () => Promise<void>
	) {}

	/** Of a file or folder input. */
	addChosen(files: Iterable<File>): void {
		this.addFiles(Array.from(files, withPath));
	}

	addFiles(files: readonly IncomingFile[]): void {
		if (files.length > 0) this.#start(batchesOfFiles(files));
	}

	/** Made-up mail that shows what the product does; fetched only when asked for. */
	async addSampleCase(): Promise<void> {
		await this.busy.during(async () => {
			try {
				const { sampleFiles } = await import('../sample/sampleCase');
				this.addFiles(sampleFiles().map(({ path, content }) => ({ path, file: new File([content], path) })));
			} catch (error) {
				this.notices.failed(error);
			}
		});
	}

	/** Call inside the drop event. */
	addDropped(dropped: DataTransfer): void {
		const { entries, files, virtualFiles } = takeDropped(dropped.items);
		if (virtualFiles > 0) this.notices.add({ code: 'virtual-files', count: virtualFiles });
		else if (entries.length + files.length === 0) this.notices.add({ code: 'not-a-file' });
		if (entries.length > 0) this.#start(batchesOfEntries(entries));
		this.addChosen(files);
	}

	/** What was committed stays; drops that wait are given up too. */
	async cancel(): Promise<void> {
		this.#waiting = [];
		if (this.#current === null) return;
		this.#cancelledImportId = this.#current.importId;
		const engine = await this.connection.engine;
		await engine.cancelImport(this.#cancelledImportId);
	}

	dismiss(): void {
		if (!this.running) this.progress = null;
	}

	/** The worker's report on the import that runs. */
	show(progress: ImportProgress): void {
		if (progress.importId !== this.#current?.importId) return;
		this.#current = progress;
		this.progress = sumOfProgress([...this.#finished, progress]);
	}

	#start(batches: Batches): void {
		this.#waiting.push({ batches, into: this.#shownCase() });
		if (this.running) return;
		this.running = true;
		this.progress = null;
		this.#finished = [];
		void this.busy.during(() => this.#importAll());
	}

	/** What is dropped while the last import is being shown still belongs to this run. */
	async #importAll(): Promise<void> {
		while (this.#waiting.length > 0) {
			await this.#importWaiting();
			await this.imported();
		}
		this.running = false;
	}

	async #importWaiting(): Promise<void> {
		try {
			for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
				await this.#import(next);
			}
		} catch (error) {
			this.#waiting = [];
			this.#current = null;
			this.notices.failed(error);
		}
	}

	#shownCase(): ImportTarget | null {
		const { store } = this.connection;
		return store && { caseId: store.ownCaseId, caseName: store.caseName };
	}

	async #import({ batches, into }: Waiting): Promise<void> {
		const engine = await this.connection.engine;
		const target = into ?? this.#shownCase();
		if (target === null) throw new Error('No case is open.');
		const importId = await engine.beginImport(target);
		this.#current = { ...NOTHING_YET, importId };
		this.show(this.#current);
		let unreadable = 0;
		for await (const batch of batches) {
			if (this.#cancelledImportId === importId) break;
			unreadable += batch.unreadable;
			await engine.addFiles(importId, batch.files, batch.ignored);
		}
		if (unreadable > 0) this.notices.add({ code: 'files-not-handed-over', count: unreadable });
		const done = await engine.finishImport(importId);
		this.show(done);
		this.#finished.push(done);
		// Reports that are still on their way would count it twice.
		this.#current = null;
	}
}

const NOTHING_YET: Omit<ImportProgress, 'importId'> = {
	phase: 'scanning',
	filesDone: 0,
	filesTotal: 0,
	bytesDone: 0,
	bytesTotal: 0,
	filesPerSecond: 0,
	secondsLeft: null,
	counts: { parsed: 0, parsedWithWarnings: 0, rejected: 0, alreadyThere: 0, ignored: 0, bytes: 0 }
};
