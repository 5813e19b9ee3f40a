/** The imports of this tab: files in, each import into the case it began in. */
import type { ImportEntry } from '../domain/report';
import type { Store } from '../storage/store';
import type { ImportProgress, IncomingFile, Notice } from './api';
import type { CaseWriter } from './caseWriter';
import { ImportWriter } from './importWriter';
import type { JsonFiles } from './jsonFiles';
import { MailImport, type Batch } from './mailImport';
import type { OpenCase } from './openCase';

export interface ImportsHost {
	/** The case in memory has changed: tells the page. */
	state(): void;
	/** Tells the other tabs, too. */
	changed(): void;
	progress(progress: ImportProgress): void;
	notice(notice: Notice): void;
}

interface RunningImport {
	readonly mailImport: MailImport;
	readonly writer: ImportWriter;
}

export class Imports {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #jsonFiles: JsonFiles;
	readonly #host: ImportsHost;
	readonly #running = new Map<number, RunningImport>();
	#beginning = 0;
	#last: Promise<unknown> = Promise.resolve();
	#nextId = 1;

	constructor(store: Store, openCase: OpenCase, writer: CaseWriter, jsonFiles: JsonFiles, host: ImportsHost) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#jsonFiles = jsonFiles;
		this.#host = host;
	}

	get areRunning(): boolean {
		return this.#beginning + this.#running.size > 0;
	}

	/** Resolves when the imports that are finishing now have finished. */
	async finished(): Promise<void> {
		await this.#last;
	}

	async begin(): Promise<number> {
		// A file counts as already there by what is in memory, so that has to be what is in the store.
		this.#beginning++;
		try {
			await this.#writer.orStorageFull(() => this.#writer.writeOwn(() => Promise.resolve()));
		} finally {
			this.#beginning--;
		}
		const id = this.#nextId++;
		const mailImport = new MailImport(id, {
			knownWarnings: (sha256) => {
				const { stored, library } = this.#case;
				// What a snapshot opened beside the own data holds is not among the own data.
				return !stored.readOnly && library.has(sha256) ? library.message(sha256).facts.warnings : null;
			},
			commit: (batch) => this.#writer.orStorageFull(() => this.#commit(running, batch)),
			report: (progress) => this.#host.progress(progress)
		});
		const running: RunningImport = { mailImport, writer: new ImportWriter(this.#store, this.#case) };
		this.#running.set(id, running);
		return id;
	}

	add(importId: number, files: readonly IncomingFile[], ignored: number): void {
		this.#running.get(importId)?.mailImport.add(files, ignored);
	}

	/** One after the other. */
	finish(importId: number): Promise<ImportProgress> {
		const finished = this.#last.then(() => this.#finish(importId));
		this.#last = finished.catch(() => undefined);
		return finished;
	}

	cancel(importId: number): void {
		this.#running.get(importId)?.mailImport.cancel();
	}

	/** Also what was read and is not committed yet. */
	discardAll(): void {
		for (const { mailImport } of this.#running.values()) mailImport.discard();
	}

	async #finish(importId: number): Promise<ImportProgress> {
		const running = this.#running.get(importId);
		if (!running) throw new Error('No such import.');
		const { mailImport, writer } = running;
		try {
			await mailImport.close();
			this.#host.progress(mailImport.progress('deciding'));
			await this.#writer.turns.run(() => this.#case.decide());
			this.#host.changed();
			const entries = await this.#jsonFiles.openAll(mailImport.setAside, writer.caseId, () => mailImport.cancelled);
			if (entries.length > 0) {
				await this.#writer.orStorageFull(() => this.#commit(running, { members: [], entries }));
			}
			for (const entry of entries) mailImport.settle(entry);
			if (!mailImport.discarded) {
				await this.#writer.orStorageFull(() => this.#writer.writeOwn(() => writer.finish(mailImport.counts.ignored)));
			}
			if (mailImport.failure === 'case-gone') {
				this.#host.notice({ code: 'import-given-up', name: writer.caseName });
			}
		} finally {
			this.#running.delete(importId);
		}
		this.#host.changed();
		const done = mailImport.progress('done');
		this.#host.progress(done);
		return done;
	}

	async #commit(running: RunningImport, batch: Batch): Promise<readonly ImportEntry[] | 'case-gone'> {
		return this.#writer.writeOwn(async () => {
			// Everything was deleted while the batch waited for its turn.
			if (running.mailImport.discarded) return [];
			const entries = await running.writer.add(batch);
			const { library } = this.#case;
			// Shows a large import while it grows: each time there is twice as much, so that deciding stays cheap.
			if (library.undecidedCount >= library.decisions.length) {
				await this.#case.decide();
				this.#host.state();
			}
			return entries;
		});
	}
}
