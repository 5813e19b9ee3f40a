/** Emails and imports taken out of the case. Undo brings the latest back, until the only tab starts the next time. */
import type { ActivityId } from '../domain/columns';
import type { RemovalRow } from '../storage/rows';
import type { Store } from '../storage/store';
import type { RemovalFailure, RemovalResult } from './api';
import type { CaseWriter } from './caseWriter';
import type { OpenCase } from './openCase';

export interface RemovalsHost {
	changed(): void;
}

export class Removals {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #host: RemovalsHost;

	constructor(store: Store, openCase: OpenCase, writer: CaseWriter, host: RemovalsHost) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#host = host;
	}

	async removeEmails(activityIds: readonly ActivityId[]): Promise<RemovalResult> {
		return this.#write(async () => {
			const { library } = this.#case;
			const sha256s = [...new Set(activityIds)].flatMap((activityId) => {
				const position = library.positionOf(activityId);
				return position === null ? [] : library.messageAt(position).facts.sha256;
			});
			return sha256s.length > 0 && this.#remove({ importId: null, sha256s });
		});
	}

	/** Mail that another import brought, too, stays. */
	async removeImport(importId: number): Promise<RemovalResult> {
		return this.#write(async () => {
			const imports = await this.#store.imports(this.#case.library.datasetId);
			return imports.some(({ id }) => id === importId) && this.#remove({ importId, sha256s: [] });
		});
	}

	async undo(): Promise<RemovalResult> {
		return this.#write(() => this.#store.removals.undoLatest(this.#case.library.datasetId));
	}

	async #remove(what: Pick<RemovalRow, 'importId' | 'sha256s'>): Promise<boolean> {
		await this.#store.removals.add(this.#case.library.datasetId, what);
		return true;
	}

	/** @param work false: nothing was there to change */
	async #write(work: () => Promise<boolean>): Promise<RemovalResult> {
		const done = await this.#writer.writeHere(async (): Promise<number | RemovalFailure> => {
			const before = this.#case.library.size;
			if (!(await work())) return 'nothing-there';
			await this.#case.load(this.#case.stored.id);
			const { datasetId, size } = this.#case.library;
			await this.#store.setEmails(datasetId, size);
			return Math.abs(size - before);
		});
		this.#host.changed();
		return typeof done === 'number' ? { ok: true, emails: done } : { ok: false, code: done };
	}
}
