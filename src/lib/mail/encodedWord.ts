/** Encoded-words in header text (RFC 2047), decoded linearly and with what real mail needs beyond the RFC. */
import { decodeBase64Bytes, decodeCharset, decodeQuotedBytes } from './charset';

export interface DecodedText {
	readonly text: string;
	/** Charset names, in lower case, whose words were left as they are. */
	readonly unknownCharsets: readonly string[];
}

interface EncodedWord {
	readonly charset: string;
	readonly encoding: 'b' | 'q';
	readonly content: string;
	readonly start: number;
	readonly end: number;
}

/** Longest registered charset name with RFC 2231's language suffix. */
const maxCharsetLength = 80;

export function decodeWords(text: string): DecodedText {
	if (!text.includes('=?')) return { text, unknownCharsets: [] };
	const unknownCharsets: string[] = [];
	let decoded = '';
	let at = 0;
	/** White space between two encoded-words vanishes (RFC 2047 section 6.2). */
	let afterWord = false;
	for (const run of runsOfWords(text)) {
		const first = run[0];
		const last = run.at(-1);
		if (first === undefined || last === undefined) continue;
		const between = text.slice(at, first.start);
		const plain = decodeRun(run);
		if (plain === null) unknownCharsets.push(first.charset);
		if (!(afterWord && plain !== null && between.trim() === '')) decoded += between;
		decoded += plain ?? text.slice(first.start, last.end);
		at = last.end;
		afterWord = plain !== null;
	}
	return { text: decoded + text.slice(at), unknownCharsets };
}

/**
 * Adjacent words of one charset, to be decoded as one: programs split multibyte characters between words. ISO-2022 text
 * begins and ends each word in ASCII (RFC 1468), and joined escape sequences would be errors.
 */
function runsOfWords(text: string): EncodedWord[][] {
	const runs: EncodedWord[][] = [];
	let previous: EncodedWord | undefined;
	for (let word = nextWord(text, 0); word !== null; word = nextWord(text, word.end)) {
		const adjacent =
			previous?.charset === word.charset &&
			!word.charset.startsWith('iso-2022-') &&
			text.slice(previous.end, word.start).trim() === '';
		if (adjacent) runs.at(-1)?.push(word);
		else runs.push([word]);
		previous = word;
	}
	return runs;
}

function nextWord(text: string, from: number): EncodedWord | null {
	for (let start = text.indexOf('=?', from); start !== -1; start = text.indexOf('=?', start + 2)) {
		const charset = /^[^?\s]+/.exec(text.slice(start + 2, start + 2 + maxCharsetLength))?.[0] ?? '';
		const charsetEnd = start + 2 + charset.length;
		const encoding = text.charAt(charsetEnd + 1).toLowerCase();
		if (charset === '' || (encoding !== 'b' && encoding !== 'q')) continue;
		if (text.charAt(charsetEnd) !== '?' || text.charAt(charsetEnd + 2) !== '?') continue;
		const contentEnd = text.indexOf('?=', charsetEnd + 3);
		// No later word can end either.
		if (contentEnd === -1) return null;
		return {
			charset: charset.replace(/\*.*/, '').toLowerCase(),
			encoding,
			content: text.slice(charsetEnd + 3, contentEnd),
			start,
			end: contentEnd + 2
		};
	}
	return null;
}

function decodeRun(run: readonly EncodedWord[]): string | null {
	const charset = run[0]?.charset ?? '';
	const pieces: Uint8Array[] = [];
	let base64 = '';
	for (const word of run) {
		if (word.encoding === 'b') {
			base64 += word.content;
			// Without padding the next word may go on within a group of four.
			if (!word.content.endsWith('=') && word !== run.at(-1)) continue;
		}
		if (base64 !== '') pieces.push(decodeBase64Bytes(base64));
		base64 = '';
		if (word.encoding === 'q') pieces.push(decodeQuotedBytes(word.content, charset));
	}
	return decodeCharset(charset, concatenated(pieces));
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
	if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
	const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
