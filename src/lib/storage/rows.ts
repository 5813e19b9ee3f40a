/** What lies in IndexedDB. Rows are not domain types: they are packed, and only this folder knows how. */

export interface CaseRow {
	readonly id?: number;
	readonly name: string;
	/** The mail of the case. A snapshot that replaces it switches this pointer in one transaction. */
	readonly datasetId: number;
	/** Environments of the case, oldest first; the last is the active one, the one before is what Undo returns to. */
	readonly environmentIds: readonly number[];
	/** A snapshot opened beside the own data. */
	readonly readOnly: boolean;
}

export interface DatasetRow {
	readonly id?: number;
	readonly createdAtUtcMs: number;
	/** Keys of an opened snapshot that this version does not know, kept to be written back. JSON text. */
	readonly extraJson: string;
}

export interface EnvironmentRow {
	readonly id?: number;
	/** The whole environment file, unknown keys included. JSON text. */
	readonly json: string;
}

/** Facts of one committed batch; header blocks and raw bytes lie beside it under the same id. */
export interface FactsPackRow {
	readonly id?: number;
	readonly datasetId: number;
	/** Column-wise JSON; see `factsPack.ts`. */
	readonly json: string;
}

export interface HeaderPackRow {
	readonly id: number;
	readonly datasetId: number;
	/** By place in the pack; null where a snapshot brought none. */
	readonly headerBlocks: readonly (string | null)[];
}

export interface RawPackRow {
	readonly id: number;
	readonly datasetId: number;
	/** A Blob where a message is very large. */
	readonly bytes: ArrayBuffer | Blob;
	/** Where the n-th message starts; one more entry than messages. */
	readonly offsets: readonly number[];
}

export interface ImportRow {
	readonly id?: number;
	readonly datasetId: number;
	readonly startedAtUtcMs: number;
	readonly ignored: number;
	readonly finished: boolean;
}

/** Report entries of one committed batch. JSON text of `ImportEntry[]`. */
export interface ImportPackRow {
	readonly id?: number;
	readonly datasetId: number;
	readonly importId: number;
	readonly json: string;
}

export interface MetaRow {
	readonly key: 'activeCaseId';
	readonly value: number;
}
