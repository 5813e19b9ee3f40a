/**
 * msg-id lists (RFC 5322 sections 3.6.4 and 4.5.4) as they are met: several ids, prose around them, comments, missing
 * brackets. Ids come out with angle brackets, letter case as written, without white space and comments inside.
 */
import { decodeWords } from './encodedWord';
import { endOfComment, isAddressLike, isSpace, withoutCommentsAndSpace } from './lexical';

export interface MsgIds {
	readonly ids: readonly string[];
	/** The text is more than ids, comments and white space: brackets are missing, or words stand beside the ids. */
	readonly malformed: boolean;
}

export function readMsgIds(text: string): MsgIds {
	const found = scan(text);
	if (found.ids.length > 0 || !text.includes('=?')) return found;
	// Some gateways write a long id as an encoded-word, which RFC 2047 section 5 forbids.
	return { ids: scan(decodeWords(text).text).ids, malformed: true };
}

function scan(text: string): MsgIds {
	if (isPlainMsgId(text)) return { ids: [text], malformed: false };
	const ids: string[] = [];
	const words: string[] = [];
	let malformed = false;
	let word = '';
	const endWord = (): void => {
		if (word !== '') words.push(word);
		word = '';
	};
	const brackets = new BracketReader(text);
	const lastParenthesis = text.lastIndexOf(')');

	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '<') {
			endWord();
			const { inner, end, closed } = brackets.read(at);
			const id = withoutCommentsAndSpace(inner);
			const usable = id !== '' && (closed || isAddressLike(id));
			if (usable) ids.push(`<${id}>`);
			if (!closed || !usable) malformed = true;
			at = end;
		} else if (character === '(' && word === '' && at < lastParenthesis) {
			at = endOfComment(text, at);
		} else if (isSpace(character) || character === ',' || character === ';' || character === '>') {
			endWord();
		} else {
			word += character;
		}
	}
	endWord();
	if (words.length > 0) malformed = true;
	if (ids.length > 0) return { ids, malformed };
	// A bare id is taken only where nothing but ids stands there: an address inside prose is not an id.
	if (words.length > 0 && words.every(isAddressLike)) return { ids: words.map((bare) => `<${bare}>`), malformed: true };
	return { ids: [], malformed };
}

function isPlainMsgId(text: string): boolean {
	return /^<[^<>()"\\\s]+>$/.test(text);
}

/** Reads `<...>` from a `<`. Linear over a whole text: quotes that do not close are ignored from then on. */
class BracketReader {
	readonly #text: string;
	#honourQuotes = true;

	constructor(text: string) {
		this.#text = text;
	}

	/** `end` is the offset of the last character that belongs to the id. */
	read(start: number): { inner: string; end: number; closed: boolean } {
		const text = this.#text;
		if (this.#honourQuotes) {
			const close = this.#closeOutsideQuotes(start + 1);
			if (close !== -1) return this.#piece(start, close);
			this.#honourQuotes = false;
		}
		let at = start + 1;
		while (at < text.length && text.charAt(at) !== '>' && text.charAt(at) !== '<') at++;
		return this.#piece(start, at);
	}

	#piece(start: number, stop: number): { inner: string; end: number; closed: boolean } {
		const closed = this.#text.charAt(stop) === '>';
		const inner = this.#text.slice(start + 1, stop);
		// Without its bracket an id ends at the first white space.
		return { inner: closed ? inner : (/^\s*\S*/.exec(inner)?.[0] ?? ''), end: closed ? stop : stop - 1, closed };
	}

	#closeOutsideQuotes(start: number): number {
		let quoted = false;
		for (let at = start; at < this.#text.length; at++) {
			const character = this.#text.charAt(at);
			if (character === '"') quoted = !quoted;
			else if (quoted && character === '\\') at++;
			else if (!quoted && (character === '>' || character === '<')) return at;
		}
		return quoted ? -1 : this.#text.length;
	}
}
