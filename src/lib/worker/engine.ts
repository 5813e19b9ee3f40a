/** The worker's side of `EngineApi`: owns the store and the active case in memory. */
import type { ActivityId } from '../domain/columns';
import { bodyTimeoutMs } from '../domain/limits';
import type { ImportEntry } from '../domain/report';
import { repairPastedPattern } from '../engine/correlation/dotNetPattern';
import { explain } from '../engine/explain';
import type { Explanation } from '../engine/explanation';
import { headerFieldViews } from '../mail/headerBlock';
import { decodeFile, type DecodedFile } from '../snapshot/decodeFile';
import type { DecodedSnapshot } from '../snapshot/decodeSnapshot';
import { encodeEnvironmentFile, environmentForSnapshot } from '../snapshot/environmentFile';
import { environmentFileName } from '../snapshot/exportName';
import { storageFailure } from '../storage/failure';
import { Store, type StoredCase } from '../storage/store';
import { Activities } from './activities';
import type {
	ActivityPage,
	ActivityQuery,
	BodyResult,
	EngineApi,
	EnvironmentView,
	HeadersResult,
	ImportProgress,
	IncomingFile,
	Notice,
	ReportPage,
	ReportQuery,
	SnapshotFile,
	SnapshotOptions,
	StoreState,
	WorkerEvent
} from './api';
import { BoundedRunner } from './bounded';
import {
	activeEnvironment,
	environmentView,
	smartMatchingState,
	tryPatterns,
	type ActiveEnvironment
} from './environments';
import { Library } from './library';
import { MailImport, type Batch, type JsonFile } from './mailImport';
import { Report } from './report';
import { addSnapshotMail, differencesFrom, exportSnapshot, stageSnapshot } from './snapshots';

/** One writer among all tabs, so that two of them never store the same message twice. */
const writerLock = 'tracklens-writer';
const channelName = 'tracklens';

/** What became of an environment or snapshot file that is valid. */
type Opened = 'opened' | 'storage-full';
type DecodedEnvironment = Extract<DecodedFile, { kind: 'environment' }>['decoded'];

interface RunningImport {
	readonly mailImport: MailImport;
	/** Id of the import's row in the store. */
	readonly storedId: () => Promise<number>;
}

interface StagedSnapshot {
	readonly snapshot: DecodedSnapshot;
	readonly fileName: string;
}

export class Engine implements EngineApi {
	readonly #store = new Store();
	readonly #bounded = new BoundedRunner();
	readonly #channel = new BroadcastChannel(channelName);
	#emit: (event: WorkerEvent) => void = () => undefined;
	#case!: StoredCase;
	#active!: ActiveEnvironment;
	#library!: Library;
	#activities!: Activities;
	#report!: Report;
	readonly #imports = new Map<number, RunningImport>();
	/** Imports finish one after the other. */
	#lastImport: Promise<unknown> = Promise.resolve();
	#nextImportId = 1;
	#staged: StagedSnapshot | null = null;

	async connect(listener: (event: WorkerEvent) => void): Promise<StoreState> {
		this.#emit = listener;
		this.#store.onClosedElsewhere(() => this.#notice({ code: 'store-upgraded-elsewhere' }));
		await this.#store.open();
		await this.#load();
		this.#channel.onmessage = () => void this.#followOtherTab();
		void this.#locked(() => this.#store.dropOrphans());
		return this.#state();
	}

	async beginImport(): Promise<number> {
		if (this.#case.readOnly) await this.closeReadOnly();
		const id = this.#nextImportId++;
		const storedId = this.#storedImportId();
		const mailImport = new MailImport(id, {
			knownWarnings: (sha256) => (this.#library.has(sha256) ? this.#library.message(sha256).facts.warnings : null),
			commit: (batch) => this.#orStorageFull(async () => this.#commit(await storedId(), batch)),
			report: (progress) => this.#emit({ kind: 'progress', progress })
		});
		this.#imports.set(id, { mailImport, storedId });
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
		return this.#activities.page(query);
	}

	async rowOf(query: ActivityQuery, activityId: ActivityId): Promise<number | null> {
		const position = this.#library.positionOf(activityId);
		return position === null ? null : this.#activities.rowOf(query, position);
	}

	async explain(activityId: ActivityId): Promise<Explanation | null> {
		const position = this.#library.positionOf(activityId);
		if (position === null) return null;
		const { facts } = this.#library.messageAt(position);
		return explain(
			this.#library.decisions,
			position,
			this.#library.paths(facts.sha256),
			this.#library.answersOf(position)
		);
	}

	async headers(activityId: ActivityId): Promise<HeadersResult> {
		const position = this.#library.positionOf(activityId);
		if (position === null) return { ok: false, code: 'unknown-email' };
		const { packId, place } = this.#library.messageAt(position);
		const headerBlock = (await this.#store.headerBlocks(packId))[place] ?? null;
		return headerBlock === null
			? { ok: false, code: 'no-header-block' }
			: { ok: true, fields: headerFieldViews(headerBlock) };
	}

	async openBody(activityId: ActivityId): Promise<BodyResult> {
		const position = this.#library.positionOf(activityId);
		if (position === null) return { ok: false, code: 'unknown-email' };
		const { packId, place } = this.#library.messageAt(position);
		const raw = await this.#store.rawBytes(packId, place);
		if (raw === null) return { ok: false, code: 'no-raw-bytes' };
		const body = await this.#bounded.run<BodyResult>((remote) => remote.readBody(raw), bodyTimeoutMs);
		return body === 'timed-out' ? { ok: false, code: 'timed-out', limit: bodyTimeoutMs } : body;
	}

	async report(query: ReportQuery): Promise<ReportPage> {
		return this.#report.page(query, this.#library.revision);
	}

	async environment(): Promise<EnvironmentView> {
		return environmentView(this.#active);
	}

	async undoEnvironment(): Promise<void> {
		await this.#locked(() => this.#store.removeLatestEnvironment(this.#case.id));
		await this.#environmentChanged();
	}

	async exportEnvironment(): Promise<SnapshotFile> {
		const { file, environment } = this.#active;
		return {
			blob: new Blob([encodeEnvironmentFile(environmentForSnapshot(file))], { type: 'application/json' }),
			fileName: environmentFileName(environment.name, new Date().toISOString().slice(0, 10)),
			emails: 0
		};
	}

	async exportSnapshot(options: SnapshotOptions): Promise<SnapshotFile> {
		return exportSnapshot(this.#store, this.#library, this.#active.file, options);
	}

	async resolveSnapshot(answer: 'beside' | 'merge' | 'replace' | 'cancel'): Promise<void> {
		const staged = this.#staged;
		this.#staged = null;
		if (staged === null || answer === 'cancel') return;
		await this.#openSnapshot(staged, answer);
	}

	async closeReadOnly(): Promise<void> {
		await this.#locked(() => this.#store.closeReadOnly());
		await this.#reloaded();
	}

	async deleteEverything(): Promise<void> {
		await this.#locked(() => this.#store.deleteEverything());
		await this.#reloaded();
	}

	/** The import's row in the report: made with its first batch, and again when a snapshot has replaced the mail. */
	#storedImportId(): () => Promise<number> {
		let of: { readonly datasetId: number; readonly id: Promise<number> } | null = null;
		return () => {
			const { datasetId } = this.#library;
			if (of?.datasetId !== datasetId) of = { datasetId, id: this.#store.beginImport(datasetId, Date.now()) };
			return of.id;
		};
	}

	/** Reads the active case into memory and decides it. */
	async #load(): Promise<void> {
		this.#case = await this.#store.activeCase();
		this.#active = await this.#activeEnvironment();
		const { environment, hashFilter } = await tryPatterns(this.#active.environment, [], this.#bounded);
		this.#library = new Library(this.#case.datasetId, environment, hashFilter);
		this.#activities = new Activities(this.#library);
		this.#report = new Report(this.#store, this.#case.datasetId);
		await this.#catchUp();
		await this.#decide();
	}

	async #activeEnvironment(): Promise<ActiveEnvironment> {
		const { environmentIds } = this.#case;
		const latest = environmentIds.at(-1);
		const json = latest === undefined ? null : await this.#store.environmentFile(latest);
		return activeEnvironment(json, environmentIds.length > 0 && !this.#case.readOnly);
	}

	/** Takes in what this or another tab has committed since the last time. */
	async #catchUp(): Promise<void> {
		const library = this.#library;
		for await (const { packId, facts } of this.#store.factsPacksAfter(library.datasetId, library.lastFactsPackId)) {
			library.addPack(packId, facts);
		}
		const after = library.lastImportPackId;
		for await (const { packId, entries } of this.#store.importEntriesAfter(library.datasetId, after)) {
			library.addEntries(packId, entries);
		}
	}

	/** Decides what is new; everything, where a pattern turns out unusable for a new subject. */
	async #decide(): Promise<void> {
		const { environment, hashFilter } = this.#library.decisions;
		const tried = await tryPatterns(environment, this.#library.undecidedSubjects(), this.#bounded);
		if (tried.environment === environment && tried.hashFilter.ok === hashFilter.ok) this.#library.decideNew();
		else if (tried.refused !== null) {
			this.#library.decideUnder(tried.environment, tried.hashFilter);
			this.#notice({ code: 'pattern-refused', ...tried.refused });
		} else this.#library.decideNew();
	}

	async #environmentChanged(): Promise<void> {
		this.#case = await this.#store.activeCase();
		this.#active = await this.#activeEnvironment();
		const { environment } = this.#active;
		const tried = await tryPatterns(environment, this.#library.subjects(), this.#bounded);
		this.#library.decideUnder(tried.environment, tried.hashFilter);
		if (tried.refused !== null) this.#notice({ code: 'pattern-refused', ...tried.refused });
		const pattern = environment.organization.hashfilterkeywords;
		const repaired = repairPastedPattern(pattern);
		if (repaired !== null) this.#notice({ code: 'pattern-looks-escaped', pattern, repaired });
		this.#changed();
	}

	async #finish(importId: number): Promise<ImportProgress> {
		const running = this.#imports.get(importId);
		if (!running) throw new Error('No such import.');
		const { mailImport, storedId } = running;
		await mailImport.close();
		this.#emit({ kind: 'progress', progress: mailImport.progress('deciding') });
		await this.#decide();
		this.#changed();
		for (const file of mailImport.jsonFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
			const entry = await this.#openJson(file);
			await this.#orStorageFull(async () => this.#commit(await storedId(), { members: [], entries: [entry] }));
			mailImport.settle(entry);
		}
		await this.#orStorageFull(async () => this.#store.finishImport(await storedId(), mailImport.counts.ignored));
		this.#imports.delete(importId);
		const done = mailImport.progress('done');
		this.#emit({ kind: 'progress', progress: done });
		return done;
	}

	/** Commits a batch under the writer's lock, after taking in what another tab may have committed before. */
	async #commit(storedImportId: number, batch: Batch): Promise<readonly ImportEntry[]> {
		return this.#locked(async () => {
			await this.#catchUp();
			const library = this.#library;
			const members = batch.members.filter(({ facts }) => !library.has(facts.sha256));
			const entries =
				members.length === batch.members.length
					? batch.entries
					: batch.entries.map((entry) =>
							entry.sha256 !== null && library.has(entry.sha256) ? { ...entry, alreadyThere: true } : entry
						);
			const packs = await this.#store.addBatch(library.datasetId, storedImportId, members, entries);
			if (packs.factsPackId !== null) {
				library.addPack(
					packs.factsPackId,
					members.map(({ facts }) => facts)
				);
			}
			library.addEntries(packs.importPackId, entries);
			return entries;
		});
	}

	async #openJson(file: JsonFile): Promise<ImportEntry> {
		const decoded = decodeFile(file.text);
		const { path, bytes, sha256 } = file;
		const entry = { path, bytes, sha256, warnings: [], alreadyThere: false };
		if (decoded.kind === 'rejected') {
			const detail = { ...decoded.issues[0] };
			return { ...entry, kind: 'other', outcome: 'rejected', code: decoded.code, detail };
		}
		const opened =
			decoded.kind === 'environment'
				? await this.#openEnvironmentFile(decoded.decoded)
				: await this.#openSnapshotFile(decoded.snapshot, path.slice(path.lastIndexOf('/') + 1));
		return opened === 'storage-full'
			? { ...entry, kind: decoded.kind, outcome: 'rejected', code: 'storage-full', detail: {} }
			: { ...entry, kind: decoded.kind, outcome: 'parsed', code: null, detail: {} };
	}

	async #openEnvironmentFile({ file, environment, keptOnly }: DecodedEnvironment): Promise<Opened> {
		const saved = await this.#orStorageFull(() =>
			this.#locked(() => this.#store.addEnvironment(this.#case.id, JSON.stringify(file)))
		);
		if (saved === 'storage-full') return saved;
		await this.#environmentChanged();
		this.#notice({ code: 'environment-activated', name: environment.name, keptOnly });
		return 'opened';
	}

	async #openSnapshotFile(snapshot: DecodedSnapshot, fileName: string): Promise<Opened> {
		const staged = { snapshot, fileName };
		if (this.#library.size === 0) return this.#openSnapshot(staged, 'replace');
		this.#staged = staged;
		this.#emit({
			kind: 'snapshotAsks',
			emails: snapshot.emails.length,
			fileName,
			environmentName: snapshot.environment.name
		});
		return 'opened';
	}

	async #openSnapshot(
		{ snapshot, fileName }: StagedSnapshot,
		answer: 'beside' | 'merge' | 'replace'
	): Promise<Opened> {
		const environmentJson = JSON.stringify(snapshot.environmentFile);
		const done = await this.#orStorageFull(() =>
			this.#locked(async () => {
				if (answer === 'merge') {
					await this.#catchUp();
					const { datasetId } = this.#library;
					await addSnapshotMail(this.#store, datasetId, snapshot, (sha256) => this.#library.has(sha256));
					return;
				}
				const datasetId = await stageSnapshot(this.#store, snapshot);
				if (answer === 'replace') await this.#store.swapDataset(this.#case.id, datasetId, environmentJson);
				else await this.#store.openBeside(fileName, datasetId, environmentJson);
			})
		);
		if (done === 'storage-full') return done;
		await this.#reloaded();
		const decidedBefore = snapshot.emails.filter(({ decided }) => decided.tracked !== null).length;
		this.#notice({
			code: 'snapshot-opened',
			emails: snapshot.emails.length,
			decidedBefore,
			differences: differencesFrom(snapshot, this.#library)
		});
		return 'opened';
	}

	async #reloaded(): Promise<void> {
		await this.#load();
		this.#changed();
	}

	async #followOtherTab(): Promise<void> {
		const now = await this.#store.activeCase();
		const moved =
			now.datasetId !== this.#case.datasetId || now.environmentIds.join() !== this.#case.environmentIds.join();
		if (moved) await this.#load();
		else {
			await this.#catchUp();
			await this.#decide();
		}
		this.#emit({ kind: 'state', state: this.#state() });
	}

	/** Tells the page and the other tabs. */
	#changed(): void {
		this.#emit({ kind: 'state', state: this.#state() });
		this.#channel.postMessage('changed');
	}

	#state(): StoreState {
		const { decisions } = this.#library;
		const { environment, keptOnly, canUndo } = this.#active;
		return {
			caseName: this.#case.name,
			readOnly: this.#case.readOnly,
			emails: decisions.length,
			tracked: decisions.trackedCount,
			environmentName: environment.name,
			freshInstall: environment.freshInstall,
			sectionsKeptOnly: keptOnly,
			canUndoEnvironment: canUndo,
			smartMatching: smartMatchingState(environment, decisions.hashFilter),
			revision: this.#library.revision
		};
	}

	#notice(notice: Notice): void {
		this.#emit({ kind: 'notice', notice });
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
