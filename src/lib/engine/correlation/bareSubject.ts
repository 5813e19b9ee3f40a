import type { TokenReader } from './tokenReader';

const replyPrefixes = /^\s*(?:[\p{L}\p{M}]{1,12}\s?(?:\[\d{1,3}\])?[:：]\s*)+/u;

/** The subject without reply prefixes and tokens, lower case, for comparing conversations. */
export function bareSubject(subject: string | null, tokens: TokenReader): string {
	let bare = subject ?? '';
	for (const { token } of tokens.all(subject)) bare = bare.replace(token, ' ');
	return bare.replace(replyPrefixes, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
