/** Puts the batches of one import into the store, and into the library that shows them. Needs the writer's lock. */
import type { ImportEntry } from '../domain/report';
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
		const members = batch.members.filter(({ facts }) => !library.has(facts.sha256));
		const entries =
			members.length === batch.members.length
				? batch.entries
				: batch.entries.map((entry) =>
						entry.sha256 !== null && library.has(entry.sha256) ? { ...entry, alreadyThere: true } : entry
					);
		const packs = await this.#store.addBatch(library.datasetId, await this.#id(), members, entries);
		if (packs.factsPackId !== null) {
			library.addPack(
				packs.factsPackId,
				members.map(({ facts }) => facts)
			);
		}
		library.addEntries(packs.importPackId, entries);
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
