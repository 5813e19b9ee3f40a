/** Files that are no mail: environments, snapshots, and what is imported into the active environment. */
import type { ImportEntry, RejectionCode } from '../domain/report';
import type { DecodedFile } from '../snapshot/decodeFile';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import type { Store } from '../storage/store';
import type { SnapshotAnswered, WorkerEvent } from './api';
import { nameOf, type CaseEnvironments } from './caseEnvironments';
import type { CaseWriter } from './caseWriter';
import { ImportedFiles, type FileToMerge } from './importedFiles';
import type { FileSetAside } from './mailImport';
import type { OpenCase } from './openCase';
import { RecordedFiles } from './recordedFiles';
import { differencesFrom, stageSnapshot, type StagedSnapshot } from './snapshots';
import { readSnapshotText, readTextFile, type RefusedText, type SnapshotText, type TextFile } from './textFiles';

type DecodedEnvironment = Extract<DecodedFile, { kind: 'environment' }>['decoded'];
type OwnFile = Exclude<TextFile, { kind: 'imported' }>;
/** What became of a file: `warnings` of one that is opened. */
type Opened = { readonly kind: 'opened'; readonly warnings: ImportEntry['warnings'] } | Cancelled | RefusedText;
interface Cancelled {
	readonly kind: 'cancelled';
}

/** Whoever waits for files to be opened. */
export interface JsonFilesWatch {
	isCancelled(): boolean;
	/** Of the file at hand. */
	read(bytes: number): void;
}

export interface JsonFilesHost {
	/** The case in memory has changed. */
	changed(): void;
	emit(event: WorkerEvent): void;
}

/** A snapshot that is valid and waits for an answer. Read again when it is opened: it may not fit into memory. */
interface WaitingSnapshot {
	readonly text: SnapshotText;
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
	#waiting: WaitingSnapshot | null = null;

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
		watch: JsonFilesWatch
	): Promise<readonly ImportEntry[]> {
		const entries: ImportEntry[] = [];
		const toMerge: FileToMerge[] = [];
		const toKeep: FileToMerge[] = [];
		for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
			if (watch.isCancelled()) return entries;
			const { path, bytes, sha256 } = file;
			const decoded = await readTextFile(file);
			if (decoded.kind !== 'imported') {
				const opened = await this.#open(file, decoded, caseId, watch);
				if (opened.kind === 'cancelled') return entries;
				entries.push(openedEntry(file, decoded.kind, opened));
			} else if (decoded.imported.ok) {
				const list = decoded.imported.recordedEmails === undefined ? toMerge : toKeep;
				list.push({ path, bytes, sha256, imported: decoded.imported });
			} else {
				const { kind, code, detail } = decoded.imported;
				entries.push({ ...entryOf(file), kind, outcome: 'rejected', code, detail });
			}
		}
		if (watch.isCancelled()) return entries;
		entries.push(...(await this.#imported.merge(toMerge, caseId)));
		entries.push(...(await this.#recorded.keep(toKeep, caseId)));
		return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	async #open({ path }: FileSetAside, decoded: OwnFile, caseId: number, watch: JsonFilesWatch): Promise<Opened> {
		switch (decoded.kind) {
			case 'rejected':
				return decoded;
			case 'environment':
				return this.#openEnvironment(decoded.decoded, caseId);
			case 'snapshot': {
				const fileName = path.slice(path.lastIndexOf('/') + 1);
				return this.#openOrAsk({ text: decoded, fileName, caseId }, watch);
			}
		}
	}

	/** Makes it the active environment and decides everything again. */
	async #openEnvironment({ file, notes }: DecodedEnvironment, caseId: number): Promise<Opened> {
		const saved = await this.#writer.writeTo(caseId, async () => {
			await this.#environments.open(file);
			return 'opened' as const;
		});
		if (saved !== 'opened') return refused(saved);
		this.#environments.activated();
		return { kind: 'opened', warnings: notes.length > 0 ? ['keys-removed'] : [] };
	}

	/** The snapshot that waits for an answer, which it does no longer. */
	takeWaiting(): WaitingSnapshot | null {
		const waiting = this.#waiting;
		this.#waiting = null;
		return waiting;
	}

	async openSnapshot(
		waiting: WaitingSnapshot,
		answer: 'beside' | 'merge' | 'replace',
		watch: JsonFilesWatch
	): Promise<SnapshotAnswered> {
		const done = await this.#writer.writeTo(waiting.caseId, () => this.#openNow(waiting, answer, watch));
		if (typeof done === 'string') return { ok: false, code: done };
		if (done.kind === 'staged') {
			this.#tellOpened(done);
			return { ok: true };
		}
		// It was valid when it was dropped, so the file has changed or is gone.
		return { ok: false, code: done.kind === 'cancelled' ? 'cancelled' : 'snapshot-gone' };
	}

	/** All of it, or nothing. */
	async #openNow(
		{ text, fileName, caseId }: WaitingSnapshot,
		answer: 'beside' | 'merge' | 'replace',
		watch: JsonFilesWatch
	): Promise<StagedSnapshot | Cancelled | RefusedText> {
		const staged = await stageSnapshot(this.#store, (take) =>
			readSnapshotText(text, { take, isCancelled: () => watch.isCancelled() }, (bytes) => watch.read(bytes))
		);
		if (staged.kind !== 'staged') return staged;
		const { head, datasetId } = staged;
		try {
			if (head.redactionLevel === 'columns') return refused('snapshot-columns-only');
			const shownId = await this.#show(datasetId, head.environmentFile, answer, caseId, fileName);
			await this.#case.load(shownId);
		} finally {
			// What was replaced, or what could not be shown.
			await this.#store.dropOrphans().catch(() => undefined);
		}
		const { library } = this.#case;
		// Of a merged one some emails may have been there; the number is not worth a failure.
		await this.#store.setEmails(library.datasetId, library.size).catch(() => undefined);
		return staged;
	}

	/** Resolves with the case that shows it. */
	async #show(
		datasetId: number,
		file: EnvironmentFile,
		answer: 'beside' | 'merge' | 'replace',
		caseId: number,
		fileName: string
	): Promise<number> {
		const { cases } = this.#store;
		const name = nameOf(file);
		const json = JSON.stringify(file);
		if (answer === 'beside') return cases.openBeside(caseId, fileName, datasetId, name, json);
		const { library } = this.#case;
		if (answer === 'replace') await cases.swapDataset(caseId, datasetId, name, json);
		else await this.#store.mergeDataset(datasetId, library.datasetId, (sha256) => library.holds(sha256));
		return caseId;
	}

	#tellOpened({ emails, seenBefore }: StagedSnapshot): void {
		this.#host.changed();
		this.#host.emit({
			kind: 'notice',
			notice: {
				code: 'snapshot-opened',
				emails,
				decidedBefore: seenBefore.size,
				differences: differencesFrom(seenBefore, this.#case.library)
			}
		});
	}

	/** Asks what to do with it where there is mail already; one question at a time. */
	async #openOrAsk(waiting: WaitingSnapshot, watch: JsonFilesWatch): Promise<Opened> {
		if (this.#waiting !== null) return refused('snapshot-not-opened');
		const done = await this.#writer.writeTo(waiting.caseId, async () =>
			this.#case.library.size === 0 ? this.#openNow(waiting, 'replace', watch) : 'asks'
		);
		if (done === 'asks') return this.#ask(waiting, watch);
		if (typeof done === 'string') return refused(done);
		if (done.kind !== 'staged') return done;
		this.#tellOpened(done);
		return { kind: 'opened', warnings: done.head.warnings };
	}

	/** Once it is known to be valid. */
	async #ask(waiting: WaitingSnapshot, watch: JsonFilesWatch): Promise<Opened> {
		let emails = 0;
		const read = await readSnapshotText(
			waiting.text,
			{
				take: ({ kind }) => {
					if (kind === 'email') emails++;
				},
				isCancelled: () => watch.isCancelled()
			},
			(bytes) => watch.read(bytes)
		);
		if (read.kind !== 'read') return read;
		const { redactionLevel, environment, warnings } = read.head;
		if (redactionLevel === 'columns') return refused('snapshot-columns-only');
		this.#waiting = waiting;
		const { fileName, text } = waiting;
		const { size: bytes } = text.json.file;
		this.#host.emit({ kind: 'snapshotAsks', emails, fileName, bytes, environmentName: environment.name });
		return { kind: 'opened', warnings };
	}
}

function refused(code: RejectionCode): RefusedText {
	return { kind: 'rejected', code, detail: {} };
}

function entryOf({ path, bytes, sha256 }: FileSetAside) {
	return { path, bytes, sha256, warnings: [], alreadyThere: false } as const;
}

function openedEntry(file: FileSetAside, kind: OwnFile['kind'], result: Exclude<Opened, Cancelled>): ImportEntry {
	const entry = { ...entryOf(file), kind: kind === 'rejected' ? 'other' : kind } as const;
	if (result.kind === 'rejected') return { ...entry, outcome: 'rejected', code: result.code, detail: result.detail };
	const { warnings } = result;
	return { ...entry, outcome: warnings.length > 0 ? 'parsedWithWarnings' : 'parsed', code: null, detail: {}, warnings };
}
