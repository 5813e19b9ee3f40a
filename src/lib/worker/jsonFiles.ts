/** Environment and snapshot files: what is in them becomes the case, whole or not at all. */
import type { ImportEntry, RejectionCode } from '../domain/report';
import { decodeFile, type DecodedFile } from '../snapshot/decodeFile';
import type { DecodedSnapshot } from '../snapshot/decodeSnapshot';
import type { Store } from '../storage/store';
import type { WorkerEvent } from './api';
import { unreadableDetail, type JsonFile } from './mailImport';
import type { OpenCase } from './openCase';
import { differencesFrom, mergeSnapshot, stageSnapshot } from './snapshots';

/** What became of a file that is valid. */
type Opened = 'opened' | Extract<RejectionCode, 'storage-full' | 'snapshot-not-opened'>;
type DecodedEnvironment = Extract<DecodedFile, { kind: 'environment' }>['decoded'];

export interface JsonFilesHost {
	/** Writes to the own data. */
	write<T>(work: () => Promise<T>): Promise<T | 'storage-full'>;
	/** The case in memory has changed. */
	changed(): void;
	emit(event: WorkerEvent): void;
}

interface StagedSnapshot {
	readonly snapshot: DecodedSnapshot;
	readonly fileName: string;
}

export class JsonFiles {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #host: JsonFilesHost;
	#staged: StagedSnapshot | null = null;

	constructor(store: Store, openCase: OpenCase, host: JsonFilesHost) {
		this.#store = store;
		this.#case = openCase;
		this.#host = host;
	}

	/** Resolves with the file's entry in the import report. */
	async open({ path, bytes, sha256, file }: JsonFile): Promise<ImportEntry> {
		const entry = { path, bytes, sha256, warnings: [], alreadyThere: false };
		let decoded: DecodedFile;
		try {
			decoded = decodeFile(await file.text());
		} catch (error) {
			return { ...entry, kind: 'other', outcome: 'rejected', code: 'unreadable', detail: unreadableDetail(error) };
		}
		if (decoded.kind === 'rejected') {
			const detail = { ...decoded.issues[0] };
			return { ...entry, kind: 'other', outcome: 'rejected', code: decoded.code, detail };
		}
		const opened =
			decoded.kind === 'environment'
				? await this.openEnvironment(decoded.decoded)
				: await this.#stageSnapshot(decoded.snapshot, path.slice(path.lastIndexOf('/') + 1));
		return opened === 'opened'
			? { ...entry, kind: decoded.kind, outcome: 'parsed', code: null, detail: {} }
			: { ...entry, kind: decoded.kind, outcome: 'rejected', code: opened, detail: {} };
	}

	/** Makes it the active environment and decides everything again. */
	async openEnvironment({ file, environment }: DecodedEnvironment): Promise<Opened> {
		const saved = await this.#host.write(async () => {
			await this.#store.addEnvironment(this.#case.stored.id, JSON.stringify(file));
			await this.#case.reconsider();
		});
		if (saved === 'storage-full') return saved;
		this.#host.changed();
		this.#host.emit({ kind: 'notice', notice: { code: 'environment-activated', name: environment.name } });
		return 'opened';
	}

	/** The snapshot that waits for an answer, which it does no longer. */
	takeStaged(): StagedSnapshot | null {
		const staged = this.#staged;
		this.#staged = null;
		return staged;
	}

	async openSnapshot({ snapshot, fileName }: StagedSnapshot, answer: 'beside' | 'merge' | 'replace'): Promise<Opened> {
		const done = await this.#host.write(async () => {
			const { stored, library } = this.#case;
			if (answer === 'merge') await mergeSnapshot(this.#store, snapshot, library);
			else {
				await stageSnapshot(this.#store, snapshot, (datasetId, environmentJson) =>
					answer === 'replace'
						? this.#store.swapDataset(stored.id, datasetId, environmentJson)
						: this.#store.openBeside(fileName, datasetId, environmentJson)
				);
			}
			await this.#case.load();
		});
		if (done === 'storage-full') return done;
		this.#host.changed();
		const decidedBefore = snapshot.emails.filter(({ decided }) => decided.tracked !== null).length;
		this.#host.emit({
			kind: 'notice',
			notice: {
				code: 'snapshot-opened',
				emails: snapshot.emails.length,
				decidedBefore,
				differences: differencesFrom(snapshot, this.#case.library)
			}
		});
		return 'opened';
	}

	/** Asks what to do with it where there is mail already; one question at a time. */
	async #stageSnapshot(snapshot: DecodedSnapshot, fileName: string): Promise<Opened> {
		if (this.#staged !== null) return 'snapshot-not-opened';
		const staged = { snapshot, fileName };
		if (this.#case.library.size === 0) return this.openSnapshot(staged, 'replace');
		this.#staged = staged;
		this.#host.emit({
			kind: 'snapshotAsks',
			emails: snapshot.emails.length,
			fileName,
			environmentName: snapshot.environment.name
		});
		return 'opened';
	}
}
