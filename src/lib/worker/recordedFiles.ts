/** Web API answers of the table `emails`: kept with the case, to be compared with what is modelled. */
import type { ImportEntry } from '../domain/report';
import type { RecordedEmail } from '../domain/dataverse/recordedEmails';
import type { Store } from '../storage/store';
import type { WorkerEvent } from './api';
import type { CaseWriter } from './caseWriter';
import type { FileToMerge } from './importedFiles';
import type { OpenCase } from './openCase';

export interface RecordedFilesHost {
	/** The store has changed. */
	changed(): void;
	emit(event: WorkerEvent): void;
}

export class RecordedFiles {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #host: RecordedFilesHost;

	constructor(store: Store, openCase: OpenCase, writer: CaseWriter, host: RecordedFilesHost) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#host = host;
	}

	/** In the order of the files: of a row in several the last counts. Resolves with their entries in the report. */
	async keep(files: readonly FileToMerge[], caseId: number): Promise<readonly ImportEntry[]> {
		if (files.length === 0) return [];
		const emails = new Map<string, RecordedEmail>();
		for (const { imported } of files) {
			for (const email of imported.recordedEmails ?? []) emails.set(email.activityid, email);
		}
		const kept = await this.#writer.writeTo(caseId, () =>
			this.#store.recorded.keep(this.#case.stored.datasetId, [...emails.values()])
		);
		if (kept === 'kept') {
			this.#host.changed();
			this.#host.emit({ kind: 'notice', notice: { code: 'recorded-kept', rows: emails.size, files: files.length } });
		}
		return files.map(({ path, bytes, sha256, imported }): ImportEntry => {
			const { kind, detail, warnings } = imported;
			const entry = { path, bytes, sha256, kind, detail, alreadyThere: false } as const;
			return kept === 'kept'
				? { ...entry, outcome: warnings.length > 0 ? 'parsedWithWarnings' : 'parsed', code: null, warnings }
				: { ...entry, outcome: 'rejected', code: kept, warnings: [] };
		});
	}
}
