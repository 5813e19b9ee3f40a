/** A JSON file too large for one string: the object it holds, read value by value as its text comes in. */
import type { FileIssue } from '../domain/fileIssue';
import { maxSnapshotTextLength } from '../domain/limits';
import { parseJson } from './parseJson';
import { pointer } from './plainData';

export interface JsonPiece {
	readonly key: string;
	/** Place in the list of this key, where that list is read element by element; null for the whole value of the key. */
	readonly index: number | null;
	readonly json: unknown;
	/** Of its text, in UTF-16 code units. */
	readonly length: number;
}

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const openBracket = '['.charCodeAt(0);
const closeBracket = ']'.charCodeAt(0);
const openBrace = '{'.charCodeAt(0);
const closeBrace = '}'.charCodeAt(0);
const comma = ','.charCodeAt(0);
const colon = ':'.charCodeAt(0);

/** White space of JSON (RFC 8259 section 2). */
const blank = /^[ \t\n\r]*$/;
const notBlank = /[^ \t\n\r]/g;

/** What the next character outside of a value may be. */
type Expected = 'start' | 'key' | 'value' | 'element' | 'afterList' | 'end';

export class JsonPieces {
	readonly #lists: ReadonlySet<string>;
	readonly #maxPieceLength: number;
	/** Nothing is wrong so far. */
	#issue: FileIssue | null = null;
	#expected: Expected = 'start';
	readonly #keys = new Set<string>();
	#key = '';
	#index = 0;

	/** Text of the value at hand that came with earlier chunks. */
	#parts: string[] = [];
	#partsLength = 0;
	/** Brackets open within the value at hand. */
	#depth = 0;
	#inString = false;
	/** The last character of the chunk before was a backslash that takes the next character with it. */
	#escaped = false;

	/** Line and character of what has not become a piece yet, from 1. */
	#line = 1;
	#character = 1;

	/** @param lists keys whose lists are read element by element */
	constructor(lists: ReadonlySet<string>, maxPieceLength = maxSnapshotTextLength) {
		this.#lists = lists;
		this.#maxPieceLength = maxPieceLength;
	}

	/** What is wrong with the text so far; from then on nothing more is read. */
	get issue(): FileIssue | null {
		return this.#issue;
	}

	/** The pieces that are whole with this chunk. */
	*add(chunk: string): Generator<JsonPiece> {
		let at = 0;
		while (at < chunk.length && this.#issue === null) {
			switch (this.#expected) {
				case 'start':
					at = this.#structure(chunk, at, openBrace, 'key');
					break;
				case 'afterList':
					at = this.#structure(chunk, at, comma, 'key', closeBrace);
					break;
				case 'end':
					at = this.#structure(chunk, at, null, 'end');
					break;
				case 'value': {
					if (!this.#lists.has(this.#key) || this.#partsLength > 0) {
						at = yield* this.#take(chunk, at);
						break;
					}
					const first = nextNotBlank(chunk, at);
					this.#pass(chunk.slice(at, first));
					at = first;
					if (chunk.charCodeAt(first) === openBracket) {
						at = this.#structure(chunk, at, openBracket, 'element');
						this.#index = 0;
					} else if (first < chunk.length) at = yield* this.#take(chunk, at);
					break;
				}
				default:
					at = yield* this.#take(chunk, at);
			}
		}
	}

	/** The text has ended. */
	end(): void {
		if (this.#expected !== 'end') this.#issue ??= this.#syntaxIssue();
	}

	/** Passes over blanks and one of the characters given; returns where reading goes on. */
	#structure(chunk: string, at: number, wanted: number | null, next: Expected, last?: number): number {
		// Editors put a byte order mark in front, though it is no JSON (RFC 8259 section 8.1).
		const isMark = this.#expected === 'start' && this.#character === 1 && this.#line === 1 && chunk[at] === '\uFEFF';
		const found = nextNotBlank(chunk, isMark ? at + 1 : at);
		this.#pass(chunk.slice(at, found));
		if (found === chunk.length) return found;
		const code = chunk.charCodeAt(found);
		if (code === wanted) this.#expected = next;
		else if (code === last) this.#expected = 'end';
		else {
			this.#issue = this.#syntaxIssue();
			return chunk.length;
		}
		this.#character++;
		return found + 1;
	}

	/** Reads on in a key, a value or an element; returns where reading goes on. */
	*#take(chunk: string, at: number): Generator<JsonPiece, number> {
		const end = this.#scan(chunk, at);
		this.#partsLength += end - at;
		if (this.#partsLength > this.#maxPieceLength) {
			this.#issue = { path: this.#path(), code: 'too-long', expected: `<=${this.#maxPieceLength}` };
			return chunk.length;
		}
		this.#parts.push(chunk.slice(at, end));
		if (end === chunk.length) return end;
		const text = this.#parts.join('');
		this.#parts = [];
		this.#partsLength = 0;
		const piece = this.#settle(text, chunk.charCodeAt(end));
		if (piece !== null) yield piece;
		this.#pass(text);
		this.#character++;
		return end + 1;
	}

	/** Where the value ends: at the next comma, colon or closing bracket that is not within it. */
	#scan(chunk: string, start: number): number {
		let at = start;
		/** Where backslashes may begin to count. */
		let from = start;
		if (this.#escaped) {
			this.#escaped = false;
			at += 1;
			from = at;
		}
		for (;;) {
			if (this.#inString) {
				const found = chunk.indexOf('"', at);
				const end = found === -1 ? chunk.length : found;
				const isEscaped = backslashesBefore(chunk, end, from) % 2 === 1;
				if (found === -1) {
					this.#escaped = isEscaped;
					return end;
				}
				at = found + 1;
				if (isEscaped) continue;
				this.#inString = false;
			}
			if (at >= chunk.length) return chunk.length;
			switch (chunk.charCodeAt(at)) {
				case quote:
					this.#inString = true;
					from = at + 1;
					break;
				case openBrace:
				case openBracket:
					this.#depth++;
					break;
				case closeBrace:
				case closeBracket:
					if (this.#depth === 0) return at;
					this.#depth--;
					break;
				case comma:
				case colon:
					if (this.#depth === 0) return at;
			}
			at++;
		}
	}

	/** @param end the character behind the text */
	#settle(text: string, end: number): JsonPiece | null {
		const isBlank = blank.test(text);
		if (this.#expected === 'key') {
			if (isBlank && end === closeBrace && this.#keys.size === 0) this.#expected = 'end';
			else this.#settleKey(text, end);
			return null;
		}
		const closes = this.#expected === 'value' ? closeBrace : closeBracket;
		if (this.#expected === 'element' && isBlank && end === closeBracket && this.#index === 0) {
			this.#expected = 'afterList';
			return null;
		}
		const parsed = parseJson(text, { line: this.#line, character: this.#character });
		if (!parsed.ok) {
			const { issue } = parsed;
			this.#issue = issue.code === 'too-deep' ? { ...issue, path: this.#path() } : issue;
			return null;
		}
		if (end !== comma && end !== closes) {
			this.#pass(text);
			this.#issue = this.#syntaxIssue();
			return null;
		}
		if (this.#expected === 'value') {
			this.#expected = end === comma ? 'key' : 'end';
			return { key: this.#key, index: null, json: parsed.json, length: text.length };
		}
		if (end === closeBracket) this.#expected = 'afterList';
		return { key: this.#key, index: this.#index++, json: parsed.json, length: text.length };
	}

	#settleKey(text: string, end: number): void {
		const parsed = parseJson(text, { line: this.#line, character: this.#character });
		if (!parsed.ok || typeof parsed.json !== 'string' || end !== colon) this.#issue = this.#syntaxIssue();
		else if (this.#keys.has(parsed.json)) this.#issue = { path: pointer('', parsed.json), code: 'duplicate-key' };
		else {
			this.#key = parsed.json;
			this.#keys.add(parsed.json);
			this.#expected = 'value';
		}
	}

	#path(): string {
		if (this.#expected === 'key') return '';
		const path = pointer('', this.#key);
		return this.#expected === 'element' ? pointer(path, this.#index) : path;
	}

	#syntaxIssue(): FileIssue {
		return { path: '', code: 'json-syntax', received: `line ${this.#line}, character ${this.#character}` };
	}

	/** Counts on what lies behind. */
	#pass(text: string): void {
		let lineStart = 0;
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', lineStart)) {
			this.#line++;
			this.#character = 1;
			lineStart = at + 1;
		}
		this.#character += text.length - lineStart;
	}
}

function nextNotBlank(text: string, from: number): number {
	notBlank.lastIndex = from;
	return notBlank.exec(text)?.index ?? text.length;
}

function backslashesBefore(text: string, end: number, from: number): number {
	let at = end;
	while (at > from && text.charCodeAt(at - 1) === backslash) at--;
	return end - at;
}
