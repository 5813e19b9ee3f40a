/**
 * address-list (RFC 5322 sections 3.4 and 4.4) in one pass: groups are opened up, comments and routes dropped, display
 * names decoded. What is not closed is read as if it were.
 */
import type { Address } from '../domain/message';
import { decodeWords } from './encodedWord';
import { endOfComment, endOfQuoted, isAddressLike, withoutCommentsAndSpace } from './lexical';

export interface AddressList {
	readonly addresses: readonly Address[];
	readonly unknownCharsets: readonly string[];
}

export function readAddresses(text: string, maxAddresses: number): AddressList {
	const addresses: Address[] = [];
	const unknownCharsets: string[] = [];
	for (const mailbox of mailboxesOf(text)) {
		for (const { name, address } of resolved(mailbox)) {
			if (addresses.length >= maxAddresses) return { addresses, unknownCharsets };
			const decoded = decodeWords(name);
			unknownCharsets.push(...decoded.unknownCharsets);
			if (decoded.text !== '' || address !== '') addresses.push({ name: decoded.text.trim(), address });
		}
	}
	return { addresses, unknownCharsets };
}

/** The pieces of one mailbox, before it is settled which of them is the address. */
interface MailboxPieces {
	/** Words outside brackets and quotes, as written. */
	words: string;
	/** `words` with the contents of quoted strings: the display name. */
	name: string;
	/** What stood in `<...>`; null without brackets. */
	bracketed: string | null;
	comment: string;
}

function emptyPieces(): MailboxPieces {
	return { words: '', name: '', bracketed: null, comment: '' };
}

function* mailboxesOf(text: string): Generator<MailboxPieces> {
	let pieces = emptyPieces();
	let inGroup = false;
	let groupSeen = false;
	const lastQuote = text.lastIndexOf('"');
	const lastParenthesis = text.lastIndexOf(')');
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"' && at < lastQuote) {
			const end = endOfQuoted(text, at);
			// Kept with its quotes among the words, because it may be a quoted local part.
			pieces.words += text.slice(at, end + 1);
			pieces.name += unquoted(text.slice(at + 1, end));
			at = end;
		} else if (character === '(' && at < lastParenthesis) {
			const end = endOfComment(text, at);
			pieces.comment ||= text.slice(at + 1, end).trim();
			pieces.words += ' ';
			at = end;
		} else if (character === '<') {
			// A second one after `a <b@c` or `a <b@c> d`: a comma is missing.
			if (pieces.bracketed) {
				yield pieces;
				pieces = emptyPieces();
			}
			const end = endOfBracketed(text, at + 1);
			pieces.bracketed = text.slice(at + 1, end);
			at = text.charAt(end) === '>' ? end : end - 1;
		} else if (character === '[') {
			const end = endOfDomainLiteral(text, at);
			pieces.words += text.slice(at, end + 1);
			pieces.name += text.slice(at, end + 1);
			at = end;
		} else if (character === ',' || character === ';') {
			// Outlook separates with semicolons; elsewhere one ends a group.
			if (!isCommentOfGroup(pieces, groupSeen)) yield pieces;
			pieces = emptyPieces();
			if (character === ';') inGroup = false;
		} else if (character === ':' && !inGroup && pieces.bracketed === null && !pieces.words.includes('@')) {
			inGroup = true;
			groupSeen = true;
			pieces = emptyPieces();
		} else if (character !== '>' && character !== '"') {
			pieces.words += character;
			pieces.name += character;
		}
	}
	if (!isCommentOfGroup(pieces, groupSeen)) yield pieces;
}

/** A comment alone is the name of a sender without an address, but beside a group it only says something of the group. */
function isCommentOfGroup(pieces: MailboxPieces, groupSeen: boolean): boolean {
	return groupSeen && pieces.bracketed === null && pieces.words.trim() === '';
}

function resolved(pieces: MailboxPieces): Address[] {
	if (pieces.bracketed !== null) {
		const address = withoutRoute(withoutCommentsAndSpace(pieces.bracketed));
		return [{ name: collapsed(pieces.name) || pieces.comment, address }];
	}
	const words = joinedAroundSpecials(pieces.words);
	// Addresses with only white space between them, as some scripts write.
	if (words.length > 1 && words.every(isAddressLike)) return words.map((address) => ({ name: '', address }));
	const place = words.findLastIndex(isAddressLike);
	const address = words[place];
	if (address === undefined) return [{ name: collapsed(pieces.name) || pieces.comment, address: '' }];
	const others = words.filter((_, at) => at !== place).map((word) => unquoted(word.replaceAll('"', '')));
	return [{ name: others.join(' ') || pieces.comment, address }];
}

/** Words, with the white space around `@` and `.` taken out as RFC 5322 section 4.4 allows it there. */
function joinedAroundSpecials(text: string): string[] {
	const words: string[] = [];
	for (const word of splitOutsideQuotes(text.trim())) {
		const previous = words.at(-1);
		// A full stop at the end of a word before any `@` is an initial's, not a spaced-out address's.
		const opens =
			previous !== undefined && (previous.endsWith('@') || (previous.endsWith('.') && previous.includes('@')));
		if (previous !== undefined && (opens || word.startsWith('@') || word.startsWith('.'))) {
			words[words.length - 1] = previous + word;
		} else {
			words.push(word);
		}
	}
	return words;
}

function splitOutsideQuotes(text: string): string[] {
	if (!text.includes('"')) return text === '' ? [] : text.split(/\s+/);
	const words: string[] = [];
	let word = '';
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') {
			const end = endOfQuoted(text, at);
			word += text.slice(at, end + 1);
			at = end;
		} else if (/\s/.test(character)) {
			if (word !== '') words.push(word);
			word = '';
		} else {
			word += character;
		}
	}
	if (word !== '') words.push(word);
	return words;
}

/** Offset of the `>`, or of what shows that it is missing: a separator, another `<`, the end. */
function endOfBracketed(text: string, start: number): number {
	let at = start;
	while (at < text.length) {
		const character = text.charAt(at);
		if (character === '>' || character === '<') return at;
		if (character === '"') at = endOfQuoted(text, at);
		// A route has commas: `<@a,@b:user@c>`.
		else if ((character === ',' || character === ';') && text.charAt(start) !== '@') return at;
		at++;
	}
	return text.length;
}

function endOfDomainLiteral(text: string, start: number): number {
	// `[` also begins display names such as `[EXTERNAL] Ann`.
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === ']') return at;
		if (character === '[' || character === ',' || character === '<' || character === '"') break;
	}
	return start;
}

function withoutRoute(address: string): string {
	return address.startsWith('@') ? address.slice(address.lastIndexOf(':') + 1) : address;
}

function unquoted(text: string): string {
	return text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text;
}

function collapsed(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}
