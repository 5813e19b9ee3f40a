/** What a snapshot leaves out, and what stands for it. */

/** Nothing; texts, which tokens stand for; all but columns and reasons. */
export const REDACTION_LEVELS = ['none', 'pseudonymised', 'columns'] as const;
export type RedactionLevel = (typeof REDACTION_LEVELS)[number];

/** Texts of different kinds never share a token; the preview counts them. */
export const TOKEN_KINDS = [
	'address',
	'domain',
	'messageId',
	'threadIndex',
	'word',
	'digits',
	'id',
	'path',
	'sha256',
	'subject',
	'other'
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What the preview shows of an email: header fields by their names, its file and its raw headers. */
export const PREVIEW_FIELDS = [
	'path',
	'Subject',
	'From',
	'To',
	'Cc',
	'Message-ID',
	'In-Reply-To',
	'Thread-Index',
	'Reply-To',
	'headerBlock'
] as const;
export type PreviewField = (typeof PREVIEW_FIELDS)[number];
