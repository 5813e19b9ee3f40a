/** The import report: every file ends in exactly one outcome. */

export const REJECTION_CODES = [
	'empty',
	'not-mail',
	'outlook-msg',
	'mbox',
	'zip',
	'gzip',
	'too-large',
	'unreadable',
	'json-unknown',
	'json-invalid',
	'environment-invalid',
	'snapshot-invalid',
	'snapshot-newer-version',
	'snapshot-not-opened',
	'storage-full'
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

export type ImportOutcome = 'parsed' | 'parsedWithWarnings' | 'rejected';

/** One file of the report. `sha256` is null when the bytes could not be read. */
export interface ImportEntry {
	readonly path: string;
	readonly bytes: number;
	readonly sha256: string | null;
	readonly kind: 'eml' | 'environment' | 'snapshot' | 'other';
	readonly outcome: ImportOutcome;
	readonly code: RejectionCode | null;
	/** Figures and texts for the sentence. */
	readonly detail: Readonly<Record<string, string | number>>;
	/** Codes of the message's warnings, each once. */
	readonly warnings: readonly string[];
	/** The same bytes were in the store before; counts as parsed. */
	readonly alreadyThere: boolean;
}
