/** Puts the batches of one import into the case that is open: see `CaseWriter.writeTo`. Needs the writer's lock. */
import type { ImportEntry } from '../domain/report';
import { bringsEmail } from '../storage/removedEntries';
import type { Store } from '../storage/store';
import type { Batch } from './mailImport';
import type { OpenCase } from './openCase';

export class ImportWriter {
	readonly #store: Store;
	readonly #case: OpenCase;
	/** Ids of the import's row in the store, by dataset: another one is made when the mail was replaced meanwhile. */
	readonly #ids = new Map<number, number>();

	constructor(store: Store, openCase: OpenCase) {
		this.#store = store;
		this.#case = openCase;
	}

	/** The entries as they were written: another tab may have been first with a message. */
	async add(batch: Batch): Promise<readonly ImportEntry[]> {
		const { library } = this.#case;
		const members = batch.members.filter(({ facts }) => !library.holds(facts.sha256));
		const brings = new Set(members.map(({ facts }) => facts.sha256));
		const entries = batch.entries.map((entry): ImportEntry => {
			if (entry.sha256 === null || !bringsEmail(entry)) return entry;
			if (library.has(entry.sha256)) return { ...entry, alreadyThere: true };
			if (library.holds(entry.sha256) || brings.has(entry.sha256)) return entry;
			// Known when it was read, so its bytes were left where they are.
			return { ...entry, outcome: 'rejected', code: 'removed-meanwhile', warnings: [], alreadyThere: false };
		});
		const importId = await this.#id();
		const brought = entries.filter((entry) => bringsEmail(entry) && !library.has(entry.sha256 ?? ''));
		const newEmails = new Set(brought.map(({ sha256 }) => sha256)).size;
		const packs = await this.#store.addBatch(library.datasetId, importId, members, entries, newEmails);
		if (packs.factsPackId !== null) {
			library.addPack(
				packs.factsPackId,
				members.map(({ facts }) => facts)
			);
		}
		library.addEntries(packs.importPackId, importId, entries);
		return entries;
	}

	async finish(ignored: number): Promise<void> {
		await this.#store.finishImport(await this.#id(), ignored);
		this.#case.library.reportChanged();
	}

	/** The import's row in the report of the mail that is shown. */
	async #id(): Promise<number> {
		const { datasetId } = this.#case.library;
		const id = this.#ids.get(datasetId) ?? (await this.#store.beginImport(datasetId, Date.now()));
		this.#ids.set(datasetId, id);
		return id;
	}
}
