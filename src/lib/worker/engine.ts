/** The worker's side of `EngineApi`: owns the store and the active case in memory. */
import type { ActivityId } from '../domain/columns';
import { bodyTimeoutMs } from '../domain/limits';
import type { ImportEntry } from '../domain/report';
import type { DiagnosisCount } from '../engine/diagnoses/counts';
import type { Explanation } from '../engine/explanation';
import { headerFieldViews } from '../mail/headerBlock';
import { decodeEnvironmentFile, encodeEnvironmentFile, environmentForSnapshot } from '../snapshot/environmentFile';
import { environmentFileName } from '../snapshot/exportName';
import { storageFailure } from '../storage/failure';
import { Store } from '../storage/store';
import type {
	ActivityPage,
	ActivityQuery,
	BodyResult,
	EngineApi,
	EnvironmentFileContent,
	EnvironmentView,
	HeadersResult,
	ImportProgress,
	IncomingFile,
	Notice,
	ReportPage,
	ReportQuery,
	SaveEnvironmentResult,
	SnapshotFile,
	SnapshotOptions,
	StoreState,
	WorkerEvent
} from './api';
import { BoundedRunner } from './bounded';
import { environmentView, smartMatchingState } from './environments';
import { ImportWriter } from './importWriter';
import { JsonFiles } from './jsonFiles';
import { MailImport, type Batch } from './mailImport';
import { OpenCase } from './openCase';
import { exportSnapshot } from './snapshots';
import { Turns } from './turns';

/** One writer among all tabs, so that two of them never store the same message twice. */
const writerLock = 'tracklens-writer';
const channelName = 'tracklens';

interface RunningImport {
	readonly mailImport: MailImport;
	readonly writer: ImportWriter;
}

export class Engine implements EngineApi {
	readonly #store = new Store();
	readonly #case = new OpenCase(this.#store, (notice) => this.#notice(notice));
	readonly #jsonFiles = new JsonFiles(this.#store, this.#case, {
		write: (work) => this.#orStorageFull(() => this.#writeOwn(work)),
		changed: () => this.#changed(),
		emit: (event) => this.#emit(event)
	});
	/** Changes of the case in memory. Queries need not wait. */
	readonly #turns = new Turns();
	readonly #bodies = new BoundedRunner();
	readonly #channel = new BroadcastChannel(channelName);
	#emit: (event: WorkerEvent) => void = () => undefined;
	#followsSoon = false;
	readonly #imports = new Map<number, RunningImport>();
	/** Imports finish one after the other. */
	#lastImport: Promise<unknown> = Promise.resolve();
	#nextImportId = 1;

	async connect(listener: (event: WorkerEvent) => void): Promise<StoreState> {
		this.#emit = listener;
		this.#store.onClosedElsewhere(() => this.#notice({ code: 'store-upgraded-elsewhere' }));
		await this.#store.open();
		await this.#turns.run(() => this.#case.load());
		this.#channel.onmessage = () => void this.#followOtherTab();
		void this.#orStorageFull(() => this.#locked(() => this.#store.dropOrphans()));
		return this.#state();
	}

	async beginImport(): Promise<number> {
		// A file counts as already there by what is in memory, so that has to be what is in the store.
		await this.#orStorageFull(() => this.#writeOwn(() => Promise.resolve()));
		const id = this.#nextImportId++;
		const mailImport = new MailImport(id, {
			knownWarnings: (sha256) => {
				const { stored, library } = this.#case;
				// What a snapshot opened beside the own data holds is not among the own data.
				return !stored.readOnly && library.has(sha256) ? library.message(sha256).facts.warnings : null;
			},
			commit: (batch) => this.#orStorageFull(() => this.#commit(running, batch)),
			report: (progress) => this.#emit({ kind: 'progress', progress })
		});
		const running: RunningImport = { mailImport, writer: new ImportWriter(this.#store, this.#case) };
		this.#imports.set(id, running);
		return id;
	}

	async addFiles(importId: number, files: readonly IncomingFile[], ignored: number): Promise<void> {
		this.#imports.get(importId)?.mailImport.add(files, ignored);
	}

	finishImport(importId: number): Promise<ImportProgress> {
		const finished = this.#lastImport.then(() => this.#finish(importId));
		this.#lastImport = finished.catch(() => undefined);
		return finished;
	}

	async cancelImport(importId: number): Promise<void> {
		this.#imports.get(importId)?.mailImport.cancel();
	}

	async query(query: ActivityQuery): Promise<ActivityPage> {
		return this.#case.activities.page(query);
	}

	async rowOf(query: ActivityQuery, activityId: ActivityId): Promise<number | null> {
		const position = this.#case.library.positionOf(activityId);
		return position === null ? null : this.#case.activities.rowOf(query, position);
	}

	async explain(activityId: ActivityId): Promise<Explanation | null> {
		const { library } = this.#case;
		const position = library.positionOf(activityId);
		return position === null ? null : library.explain(position);
	}

	async headers(activityId: ActivityId): Promise<HeadersResult> {
		const position = this.#case.library.positionOf(activityId);
		if (position === null) return { ok: false, code: 'unknown-email' };
		const { packId, place } = this.#case.library.messageAt(position);
		const headerBlock = (await this.#store.headerBlocks(packId))[place] ?? null;
		return headerBlock === null
			? { ok: false, code: 'no-header-block' }
			: { ok: true, fields: headerFieldViews(headerBlock) };
	}

	async openBody(activityId: ActivityId): Promise<BodyResult> {
		const position = this.#case.library.positionOf(activityId);
		if (position === null) return { ok: false, code: 'unknown-email' };
		const { packId, place } = this.#case.library.messageAt(position);
		const raw = await this.#store.rawBytes(packId, place);
		if (raw === null) return { ok: false, code: 'no-raw-bytes' };
		// Who opens the next body does not wait for the last one any more.
		this.#bodies.giveUp();
		const body = await this.#bodies.run<BodyResult>((remote) => remote.readBody(raw), bodyTimeoutMs);
		if (body === 'failed') return { ok: false, code: 'unreadable' };
		return body === 'timed-out' ? { ok: false, code: 'timed-out', limit: bodyTimeoutMs } : body;
	}

	async diagnoses(): Promise<readonly DiagnosisCount[]> {
		return this.#case.diagnoses.counts();
	}

	async report(query: ReportQuery): Promise<ReportPage> {
		return this.#case.report.page(query, this.#case.library.revision);
	}

	async environment(): Promise<EnvironmentView> {
		return environmentView(this.#case.active);
	}

	async environmentFile(): Promise<EnvironmentFileContent> {
		return environmentForSnapshot(this.#case.active.file);
	}

	async saveEnvironment(file: EnvironmentFileContent): Promise<SaveEnvironmentResult> {
		const decoded = decodeEnvironmentFile(file);
		if (!decoded.ok) return decoded;
		const opened = await this.#jsonFiles.openEnvironment(decoded);
		return opened === 'opened' ? { ok: true } : { ok: false, issues: [], code: 'storage-full' };
	}

	async undoEnvironment(): Promise<void> {
		await this.#write(async () => {
			if (this.#case.stored.readOnly) return;
			await this.#store.removeLatestEnvironment(this.#case.stored.id);
			await this.#case.reconsider();
		});
		this.#changed();
	}

	async exportEnvironment(): Promise<SnapshotFile> {
		const { file, environment } = this.#case.active;
		return {
			blob: new Blob([encodeEnvironmentFile(environmentForSnapshot(file))], { type: 'application/json' }),
			fileName: environmentFileName(environment.name, new Date().toISOString().slice(0, 10)),
			emails: 0
		};
	}

	async exportSnapshot(options: SnapshotOptions): Promise<SnapshotFile> {
		return this.#turns.run(() => {
			const { library, active } = this.#case;
			return exportSnapshot(this.#store, library, active.file, options);
		});
	}

	/** Waits for imports that are finishing: whether their mail is replaced, too, would be a matter of luck. */
	async resolveSnapshot(answer: 'beside' | 'merge' | 'replace' | 'cancel'): Promise<void> {
		const staged = this.#jsonFiles.takeStaged();
		if (staged === null || answer === 'cancel') return;
		await this.#lastImport;
		await this.#jsonFiles.openSnapshot(staged, answer);
	}

	async closeReadOnly(): Promise<void> {
		await this.#write(() => this.#leaveReadOnly());
	}

	/** Also what an import of this tab has read and not committed yet. */
	async deleteEverything(): Promise<void> {
		for (const { mailImport } of this.#imports.values()) mailImport.discard();
		await this.#write(async () => {
			await this.#store.deleteEverything();
			await this.#case.load();
		});
		this.#changed();
	}

	async #finish(importId: number): Promise<ImportProgress> {
		const running = this.#imports.get(importId);
		if (!running) throw new Error('No such import.');
		const { mailImport } = running;
		try {
			await mailImport.close();
			this.#emit({ kind: 'progress', progress: mailImport.progress('deciding') });
			await this.#turns.run(() => this.#case.decide());
			this.#changed();
			const entries: ImportEntry[] = [];
			for (const file of mailImport.jsonFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
				if (mailImport.cancelled) break;
				entries.push(await this.#jsonFiles.open(file));
			}
			if (entries.length > 0) await this.#orStorageFull(() => this.#commit(running, { members: [], entries }));
			for (const entry of entries) mailImport.settle(entry);
			if (!mailImport.discarded) {
				await this.#orStorageFull(() => this.#writeOwn(() => running.writer.finish(mailImport.counts.ignored)));
			}
		} finally {
			this.#imports.delete(importId);
		}
		this.#changed();
		const done = mailImport.progress('done');
		this.#emit({ kind: 'progress', progress: done });
		return done;
	}

	async #commit(running: RunningImport, batch: Batch): Promise<readonly ImportEntry[]> {
		return this.#writeOwn(async () => {
			// Everything was deleted while the batch waited for its turn.
			if (running.mailImport.discarded) return [];
			const entries = await running.writer.add(batch);
			const { library } = this.#case;
			// Shows a large import while it grows: each time there is twice as much, so that deciding stays cheap.
			if (library.undecidedCount >= library.decisions.length) {
				await this.#case.decide();
				this.#emit({ kind: 'state', state: this.#state() });
			}
			return entries;
		});
	}

	/** Several messages of other tabs are followed once. */
	async #followOtherTab(): Promise<void> {
		if (this.#followsSoon) return;
		this.#followsSoon = true;
		await this.#orStorageFull(() =>
			this.#turns.run(async () => {
				this.#followsSoon = false;
				await this.#case.follow();
				await this.#case.decide();
			})
		);
		this.#emit({ kind: 'state', state: this.#state() });
	}

	/** Tells the page and the other tabs. */
	#changed(): void {
		this.#emit({ kind: 'state', state: this.#state() });
		this.#channel.postMessage('changed');
	}

	#state(): StoreState {
		const { decisions, revision } = this.#case.library;
		const { environment, canUndo } = this.#case.active;
		return {
			caseName: this.#case.stored.name,
			readOnly: this.#case.stored.readOnly,
			emails: decisions.length,
			tracked: decisions.trackedCount,
			environmentName: environment.name,
			freshInstall: environment.freshInstall,
			canUndoEnvironment: canUndo,
			smartMatching: smartMatchingState(environment, decisions.hashFilter),
			revision
		};
	}

	#notice(notice: Notice): void {
		this.#emit({ kind: 'notice', notice });
	}

	/** Under the writer's lock, and with what other tabs have committed before taken in. */
	#write<T>(work: () => Promise<T>): Promise<T> {
		return this.#locked(() =>
			this.#turns.run(async () => {
				if (await this.#case.follow()) this.#emit({ kind: 'state', state: this.#state() });
				return work();
			})
		);
	}

	/** Whoever adds to the own data leaves a snapshot that was opened beside it, be it in another tab. */
	#writeOwn<T>(work: () => Promise<T>): Promise<T> {
		return this.#write(async () => {
			if (this.#case.stored.readOnly) await this.#leaveReadOnly();
			return work();
		});
	}

	async #leaveReadOnly(): Promise<void> {
		await this.#store.closeReadOnly();
		await this.#case.load();
		this.#changed();
	}

	#locked<T>(write: () => Promise<T>): Promise<T> {
		return navigator.locks.request(writerLock, write) as Promise<T>;
	}

	async #orStorageFull<T>(write: () => Promise<T>): Promise<T | 'storage-full'> {
		try {
			return await write();
		} catch (error) {
			const failure = storageFailure(error);
			if (failure === null) throw error;
			this.#notice(failure);
			return 'storage-full';
		}
	}
}
