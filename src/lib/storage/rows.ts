/** What lies in IndexedDB. Rows are not domain types: they are packed, and only this folder knows how. */

export interface CaseRow {
	readonly id?: number;
	readonly name: string;
	/** The mail of the case. A snapshot that replaces it switches this pointer in one transaction. */
	readonly datasetId: number;
	/** Oldest first, never empty; the last is in force, the one before is what Undo returns to. */
	readonly history: readonly EnvironmentState[];
	/** A snapshot opened beside the own data. */
	readonly readOnly: boolean;
	/** Of a read-only case: the own case that it was opened beside. */
	readonly besideCaseId: number | null;
}

/** The environments of a case at one time. States share rows: a change of one environment is a new row. */
export interface EnvironmentState {
	/** Each name once, in order of arrival. */
	readonly environments: readonly NamedEnvironment[];
	/** Index into `environments`; null is the fresh install. */
	readonly active: number | null;
}

export interface NamedEnvironment {
	readonly name: string;
	/** Row of `environments`. */
	readonly environmentId: number;
}

export interface DatasetRow {
	readonly id?: number;
	readonly createdAtUtcMs: number;
	/** Keys of an opened snapshot that this version does not know, kept to be written back. JSON text. */
	readonly extraJson: string;
	/** Emails that are there, so that a list of cases need not read packs. */
	readonly emails: number;
	/** Rises when mail is removed or brought back: what other tabs hold in memory is of the past then. */
	readonly revision: number;
	/** Rises with every change of `recorded`; left out until the first. */
	readonly recordedRevision?: number;
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
	/** By place in the pack; null where a snapshot brought none, or the message is erased. */
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

/** Emails or an import taken out of a case; see `removedEntries.ts`. Undo deletes the row. */
export interface RemovalRow {
	readonly id?: number;
	readonly datasetId: number;
	readonly importId: number | null;
	readonly sha256s: readonly string[];
	/** Entries of later packs are not meant: a removed file that is dropped again is there again. */
	readonly throughImportPackId: number;
	/** Its bytes are being erased; it cannot be undone any more. */
	readonly final: boolean;
}

/** What Dataverse recorded of one email. JSON text of `RecordedEmail`. */
export interface RecordedRow {
	readonly datasetId: number;
	/** Dataverse's own. */
	readonly activityid: string;
	readonly json: string;
}

export interface MetaRow {
	/** The case used last, where a new tab begins. */
	readonly key: 'activeCaseId';
	readonly value: number;
}
