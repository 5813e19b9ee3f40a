import type { EnvironmentFile } from '../snapshot/environmentFile';
import { draftIn } from '../snapshot/whatIf';
import type { Store } from '../storage/store';

/** The draft of the environment that the snapshot of a dataset came with. */
export class SharedDraft {
	readonly #store: Store;
	/** A dataset's keys do not change. */
	#read: { readonly datasetId: number; readonly draft: EnvironmentFile | null } | null = null;

	constructor(store: Store) {
		this.#store = store;
	}

	async of(datasetId: number): Promise<EnvironmentFile | null> {
		if (this.#read?.datasetId !== datasetId) {
			const { file } = JSON.parse(await this.#store.extraJson(datasetId)) as {
				readonly file?: Record<string, unknown>;
			};
			this.#read = { datasetId, draft: draftIn(file ?? {}) };
		}
		return this.#read.draft;
	}
}
