/** The imports of this tab: files in, each import into the case it began in. */
import type { ImportEntry } from '../domain/report';
import type { Store } from '../storage/store';
import type { ImportProgress, ImportTarget, IncomingFile, Notice } from './api';
import type { CaseWriter } from './caseWriter';
import { ImportWriter } from './importWriter';
import type { JsonFiles } from './jsonFiles';
import { MailImport, type Batch, type CommitFailure } from './mailImport';
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
	readonly into: ImportTarget;
	readonly writer: ImportWriter;
}

export class Imports {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #jsonFiles: JsonFiles;
	readonly #host: ImportsHost;
	readonly #running = new Map<number, RunningImport>();
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
		return this.#running.size > 0;
	}

	/** Resolves when the imports that are finishing now have finished. */
	async finished(): Promise<void> {
		await this.#last;
	}

	/** Into the case given, and no other: in another one nothing is read. */
	async begin(into: ImportTarget): Promise<number> {
		const id = this.#nextId++;
		const mailImport = new MailImport(id, {
			knownWarnings: (sha256) => {
				const { stored, library } = this.#case;
				// What another case holds, or a snapshot opened beside this one, is not among its mail.
				return stored.id === into.caseId && library.has(sha256) ? library.message(sha256).facts.warnings : null;
			},
			commit: (batch) => this.#commit(running, batch),
			report: (progress) => this.#host.progress(progress)
		});
		const running: RunningImport = { mailImport, into, writer: new ImportWriter(this.#store, this.#case) };
		// From now on this tab goes to no other case.
		this.#running.set(id, running);
		// A file counts as already there by what is in memory, so that has to be what is in the store.
		try {
			const begun = await this.#writer.writeTo(into.caseId, async () => 'begun' as const);
			if (begun === 'case-gone') mailImport.fail(begun);
		} catch (error) {
			this.#running.delete(id);
			throw error;
		}
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
		const { mailImport, into, writer } = running;
		try {
			await mailImport.close();
			this.#host.progress(mailImport.progress('deciding'));
			await this.#writer.turns.run(() => this.#case.decide());
			this.#host.changed();
			const entries = await this.#jsonFiles.openAll(mailImport.setAside, into.caseId, {
				isCancelled: () => mailImport.cancelled,
				read: (bytes) => mailImport.readingSetAside(bytes)
			});
			mailImport.readingSetAside(0);
			if (entries.length > 0) await this.#commit(running, { members: [], entries });
			for (const entry of entries) mailImport.settle(entry);
			if (!mailImport.discarded) {
				await this.#writer.writeTo(into.caseId, () => writer.finish(mailImport.counts.ignored));
			}
			if (mailImport.failure === 'case-gone') {
				this.#host.notice({ code: 'import-given-up', name: into.caseName });
			}
		} finally {
			this.#running.delete(importId);
		}
		this.#host.changed();
		const done = mailImport.progress('done');
		this.#host.progress(done);
		return done;
	}

	async #commit(
		{ mailImport, into, writer }: RunningImport,
		batch: Batch
	): Promise<readonly ImportEntry[] | CommitFailure> {
		return this.#writer.writeTo(into.caseId, async () => {
			// Everything was deleted while the batch waited for its turn.
			if (mailImport.discarded) return [];
			const entries = await writer.add(batch);
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
