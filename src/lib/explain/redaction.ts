/** What leaves in a snapshot, in words. */
import type { PreviewField, RedactionLevel, TokenKind } from '../domain/redaction';
import { count } from './parts';

export interface LevelWords {
	readonly label: string;
	readonly means: string;
}

export const LEVEL_WORDS: Readonly<Record<RedactionLevel, LevelWords>> = {
	none: {
		label: 'Everything',
		means: 'Facts, decisions and the environment as they are. Message bodies are never in the file.'
	},
	pseudonymised: {
		label: 'Pseudonymised',
		means:
			'Tokens stand for addresses, names, subject words, ids and file names. Header blocks are left out. Whoever opens the file sees the same decisions, for the same reasons.'
	},
	columns: {
		label: 'Columns only',
		means:
			'Columns of the email table and reasons, as they are, with addresses and Message-IDs. No facts, no environment: it can be compared, but not opened.'
	}
};

export const PASSPHRASE_WORDS = {
	label: 'Passphrase (optional)',
	means:
		'Two exports with the same passphrase have the same tokens. Who knows it can test guesses. Without one a key is used once and forgotten.'
} as const;
export const GZIP_WORDS = {
	label: 'Pack with gzip',
	means: 'About a tenth of the size, as .tracklens.json.gz. Opens here like any snapshot.'
} as const;
export const HEADER_BLOCK_WORDS = {
	label: 'Header blocks',
	means: 'Whoever opens the file can read the raw headers, with all addresses and host names.'
} as const;

/** What a pseudonymised file still tells, because decisions depend on it. */
export const WHAT_STAYS =
	'Times, sizes, settings, tracking prefixes, subject prefixes such as RE: and FW:, the phrases of automatic replies, and addresses such as postmaster stay as they are.';

const KINDS: Readonly<Record<TokenKind, readonly [string, string]>> = {
	address: ['local part of an address', 'local parts of addresses'],
	domain: ['domain', 'domains'],
	messageId: ['Message-ID', 'Message-IDs'],
	threadIndex: ['conversation', 'conversations'],
	word: ['word of subjects and names', 'words of subjects and names'],
	digits: ['group of digits', 'groups of digits'],
	id: ['id of a row or table', 'ids of rows and tables'],
	path: ['name of a file or folder', 'names of files and folders'],
	sha256: ['file hash', 'file hashes'],
	subject: ['subject as a whole', 'subjects as a whole'],
	other: ['value of another header field', 'values of other header fields']
};

export function replacedText(kind: TokenKind, texts: number): string {
	const [one, many] = KINDS[kind];
	return count(texts, one, many);
}

const FIELDS: Readonly<Partial<Record<PreviewField, string>>> = { path: 'File', headerBlock: 'Header block' };

export function previewFieldLabel(field: PreviewField): string {
	return FIELDS[field] ?? field;
}

/** How the file compares with what is decided here. */
export function sameDecisionsText(level: RedactionLevel, emails: number, decidedOtherwise: number): string {
	if (level !== 'pseudonymised') return `${count(emails, 'email')} would be in the file.`;
	return decidedOtherwise === 0
		? `${count(emails, 'email')} would be in the file. Decided again from the tokens alone, every one gets the same result.`
		: `${count(emails, 'email')} would be in the file. ${count(decidedOtherwise, 'of them is', 'of them are')} decided otherwise from the tokens alone, so a colleague would see another result there.`;
}
