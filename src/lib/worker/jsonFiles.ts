/** Files that are no mail: environments, snapshots, and what is imported into the active environment. */
import type { ImportEntry, RejectionCode } from '../domain/report';
import { decodeFile, type DecodedFile } from '../snapshot/decodeFile';
import { readCsvRecords } from '../snapshot/dataverse/readCsvRecords';
import { readOrgSettings } from '../snapshot/dataverse/readOrgSettings';
import type { DecodedSnapshot } from '../snapshot/decodeSnapshot';
import type { Store } from '../storage/store';
import type { SnapshotAnswered, WorkerEvent } from './api';
import { nameOf, type CaseEnvironments } from './caseEnvironments';
import type { CaseWriter } from './caseWriter';
import { fileText } from './fileText';
import { unpackedText } from './gzip';
import { ImportedFiles, type FileToMerge } from './importedFiles';
import { unreadableDetail, type FileSetAside } from './mailImport';
import type { OpenCase } from './openCase';
import { RecordedFiles } from './recordedFiles';
import { differencesFrom, mergeSnapshot, stageSnapshot } from './snapshots';

/** What became of a file that is valid. */
type Opened =
	'opened' | Extract<RejectionCode, 'storage-full' | 'snapshot-not-opened' | 'snapshot-columns-only' | 'case-gone'>;
type DecodedEnvironment = Extract<DecodedFile, { kind: 'environment' }>['decoded'];
type Unreadable = { readonly kind: 'unreadable'; readonly detail: ImportEntry['detail'] };
type OwnFile = Exclude<DecodedFile, { kind: 'imported' }> | Unreadable;

export interface JsonFilesHost {
	/** The case in memory has changed. */
	changed(): void;
	emit(event: WorkerEvent): void;
}

interface StagedSnapshot {
	readonly snapshot: DecodedSnapshot;
	readonly fileName: string;
	/** It goes into no other case than the one it was dropped on. */
	readonly caseId: number;
}

export class JsonFiles {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #environments: CaseEnvironments;
	readonly #host: JsonFilesHost;
	readonly #imported: ImportedFiles;
	readonly #recorded: RecordedFiles;
	#staged: StagedSnapshot | null = null;

	constructor(
		store: Store,
		openCase: OpenCase,
		writer: CaseWriter,
		environments: CaseEnvironments,
		host: JsonFilesHost
	) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#environments = environments;
		this.#host = host;
		this.#imported = new ImportedFiles(openCase, writer, environments, host);
		this.#recorded = new RecordedFiles(store, openCase, writer, host);
	}

	/**
	 * In order of their paths: environments and snapshots one by one, then all others together. Resolves with the files'
	 * entries in the import report of the case given.
	 */
	async openAll(
		files: readonly FileSetAside[],
		caseId: number,
		isCancelled: () => boolean
	): Promise<readonly ImportEntry[]> {
		const entries: ImportEntry[] = [];
		const toMerge: FileToMerge[] = [];
		const toKeep: FileToMerge[] = [];
		for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
			if (isCancelled()) return entries;
			const { path, bytes, sha256 } = file;
			const decoded = await decodeSetAside(file);
			if (decoded.kind !== 'imported') entries.push(await this.#open(file, decoded, caseId));
			else if (decoded.imported.ok) {
				const list = decoded.imported.recordedEmails === undefined ? toMerge : toKeep;
				list.push({ path, bytes, sha256, imported: decoded.imported });
			} else {
				const { kind, code, detail } = decoded.imported;
				entries.push({ ...entryOf(file), kind, outcome: 'rejected', code, detail });
			}
		}
		if (isCancelled()) return entries;
		entries.push(...(await this.#imported.merge(toMerge, caseId)));
		entries.push(...(await this.#recorded.keep(toKeep, caseId)));
		return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	async #open(file: FileSetAside, decoded: OwnFile, caseId: number): Promise<ImportEntry> {
		const entry = entryOf(file);
		if (decoded.kind === 'unreadable') {
			return { ...entry, kind: 'other', outcome: 'rejected', code: 'unreadable', detail: decoded.detail };
		}
		if (decoded.kind === 'rejected') {
			const detail = { ...decoded.issues[0] };
			return { ...entry, kind: 'other', outcome: 'rejected', code: decoded.code, detail };
		}
		const opened =
			decoded.kind === 'environment'
				? await this.#openEnvironment(decoded.decoded, caseId)
				: await this.#stageSnapshot({
						snapshot: decoded.snapshot,
						fileName: file.path.slice(file.path.lastIndexOf('/') + 1),
						caseId
					});
		return opened === 'opened'
			? { ...entry, kind: decoded.kind, outcome: 'parsed', code: null, detail: {} }
			: { ...entry, kind: decoded.kind, outcome: 'rejected', code: opened, detail: {} };
	}

	/** Makes it the active environment and decides everything again. */
	async #openEnvironment({ file }: DecodedEnvironment, caseId: number): Promise<Opened> {
		const saved = await this.#writer.writeTo(caseId, async () => {
			await this.#environments.open(file);
			return 'opened' as const;
		});
		if (saved !== 'opened') return saved;
		this.#environments.activated();
		return 'opened';
	}

	/** The snapshot that waits for an answer, which it does no longer. */
	takeStaged(): StagedSnapshot | null {
		const staged = this.#staged;
		this.#staged = null;
		return staged;
	}

	async openSnapshot(staged: StagedSnapshot, answer: 'beside' | 'merge' | 'replace'): Promise<SnapshotAnswered> {
		const done = await this.#writer.writeTo(staged.caseId, () => this.#openNow(staged, answer));
		if (done !== 'opened') return { ok: false, code: done };
		this.#tellOpened(staged);
		return { ok: true };
	}

	async #openNow(
		{ snapshot, fileName, caseId }: StagedSnapshot,
		answer: 'beside' | 'merge' | 'replace'
	): Promise<'opened'> {
		const { cases } = this.#store;
		const name = nameOf(snapshot.environmentFile);
		let shownId = caseId;
		if (answer === 'merge') await mergeSnapshot(this.#store, snapshot, this.#case.library);
		else {
			await stageSnapshot(this.#store, snapshot, async (datasetId, json) => {
				if (answer === 'replace') await cases.swapDataset(caseId, datasetId, name, json);
				else shownId = await cases.openBeside(caseId, fileName, datasetId, name, json);
			});
		}
		await this.#case.load(shownId);
		const { datasetId, size } = this.#case.library;
		// Of a merged one some emails may have been there; the number is not worth a failure.
		await this.#store.setEmails(datasetId, size).catch(() => undefined);
		return 'opened';
	}

	#tellOpened({ snapshot }: StagedSnapshot): void {
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
	}

	/** Asks what to do with it where there is mail already; one question at a time. */
	async #stageSnapshot(staged: StagedSnapshot): Promise<Opened> {
		const { snapshot, fileName, caseId } = staged;
		if (snapshot.redactionLevel === 'columns') return 'snapshot-columns-only';
		if (this.#staged !== null) return 'snapshot-not-opened';
		const done = await this.#writer.writeTo(caseId, async () =>
			this.#case.library.size === 0 ? this.#openNow(staged, 'replace') : 'asks'
		);
		if (done === 'opened') this.#tellOpened(staged);
		if (done !== 'asks') return done;
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

function entryOf({ path, bytes, sha256 }: FileSetAside) {
	return { path, bytes, sha256, warnings: [], alreadyThere: false } as const;
}

async function decodeSetAside({ kind, path, file }: FileSetAside): Promise<DecodedFile | Unreadable> {
	let text: string;
	try {
		if (kind === 'gzip') {
			const unpacked = await unpackedText(file);
			return unpacked.ok ? decodeFile(unpacked.text) : { kind: 'rejected', code: unpacked.code, issues: [] };
		}
		text = await fileText(file, kind === 'csv' ? 'windows-1252' : null);
	} catch (error) {
		return { kind: 'unreadable', detail: unreadableDetail(error) };
	}
	switch (kind) {
		case 'json':
			return decodeFile(text);
		case 'org-settings':
			return { kind: 'imported', imported: readOrgSettings(text) };
		case 'csv':
			return { kind: 'imported', imported: readCsvRecords(text, path) };
	}
}
