/** The import report: every file ends in exactly one outcome. */

export const REJECTION_CODES = [
	'empty',
	'not-mail',
	'outlook-msg',
	'mbox',
	'zip',
	'gzip',
	'gzip-too-large',
	'gzip-damaged',
	'too-large',
	'unreadable',
	'json-too-large',
	'json-unknown',
	'json-invalid',
	'environment-invalid',
	'snapshot-invalid',
	'snapshot-newer-version',
	'snapshot-columns-only',
	'not-a-snapshot',
	'snapshot-not-opened',
	'web-api-error',
	'too-many-rows',
	'org-settings-invalid',
	'csv-invalid',
	'csv-no-address-column',
	'csv-table-unknown',
	'storage-full',
	'case-gone',
	'removed-meanwhile'
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** What is notable about a file for the environment that was read: Web API JSON, OrgDBOrgSettings XML, CSV. */
export const IMPORT_WARNING_CODES = [
	'more-pages',
	'values-not-used',
	'rows-without-id',
	'table-not-used',
	'users-not-described',
	'mailboxes-not-described',
	'owners-not-found'
] as const;
export type ImportWarningCode = (typeof IMPORT_WARNING_CODES)[number];

/** What is notable about a snapshot, or an environment file, that was read. */
export const SNAPSHOT_WARNING_CODES = [
	/** Keys that could change how objects behave were left out. */
	'keys-removed',
	/** Emails were correlated with one that is not in the file. */
	'correlated-email-missing'
] as const;
export type SnapshotWarningCode = (typeof SNAPSHOT_WARNING_CODES)[number];

export type ImportOutcome = 'parsed' | 'parsedWithWarnings' | 'rejected';

/** One file of the report. `sha256` is null when the bytes could not be read. */
export interface ImportEntry {
	readonly path: string;
	readonly bytes: number;
	readonly sha256: string | null;
	readonly kind: 'eml' | 'environment' | 'snapshot' | 'web-api' | 'org-settings' | 'csv' | 'other';
	readonly outcome: ImportOutcome;
	readonly code: RejectionCode | null;
	/** Figures and texts for the sentence. */
	readonly detail: Readonly<Record<string, string | number>>;
	/** Codes of the message's warnings, or of the import's, each once. */
	readonly warnings: readonly string[];
	/** The same bytes were in the store before; counts as parsed. */
	readonly alreadyThere: boolean;
}
