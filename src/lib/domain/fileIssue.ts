/** What is wrong with an environment file or a snapshot, as data for a sentence. */

export const FILE_ISSUE_CODES = [
	/** Not JSON: cut off, or something else. */
	'json-syntax',
	/** Nested deeper than any file of ours. */
	'too-deep',
	/** A single value of a large file is longer than any of ours. */
	'too-long',
	/** The file names the same key twice, so that it says two things. */
	'duplicate-key',
	/** `format` is not the one expected. */
	'wrong-format',
	'newer-version',
	'missing',
	'wrong-type',
	/** Of the right type but none of the values allowed. */
	'not-one-of',
	'not-an-integer',
	'out-of-range',
	'wrong-length',
	'not-a-time',
	'not-a-sha256',
	'not-a-message-id',
	/** Not a regular expression. */
	'not-a-pattern',
	/** A mark names neither a messageid nor a sha256. */
	'mark-names-no-message',
	/** Two items of a list have one id, or two emails one sha256. */
	'duplicate-id',
	/** Another environment of the case has this name. */
	'name-taken',
	/** activityid is not the one that follows from sha256. */
	'activityid-mismatch',
	/** A level of redaction that only a later version knows. */
	'redaction-not-supported',
	/** The mail came pseudonymised: what the pattern would read is not there. */
	'subjects-pseudonymised',
	/** Note: a key that could change how objects behave was left out. */
	'key-removed'
] as const;
export type FileIssueCode = (typeof FILE_ISSUE_CODES)[number];

export interface FileIssue {
	/** JSON pointer (RFC 6901); '' is the whole file. */
	readonly path: string;
	readonly code: FileIssueCode;
	/** In the notation of types and literals, e.g. `>=1`, `string`, `("sent" | "manual")`. */
	readonly expected?: string;
	/** Cut after 100 characters; for `json-syntax` the place, `line 3, character 7`. */
	readonly received?: string;
}
