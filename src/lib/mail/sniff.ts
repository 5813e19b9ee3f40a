/** What a file is, told by its content, and its bytes made readable: UTF-8 or 8-bit, no preamble, LF or CRLF line ends. */
import { maxHeaderBytes } from '../domain/limits';
import type { MessageWarning, MessageWarningCode } from '../domain/message';
import { TextDecoder, TextEncoder } from './platform';

export type FileKind = 'mail' | 'empty' | 'outlook-msg' | 'zip' | 'gzip' | 'mbox' | 'json';

export interface Sniffed {
	readonly kind: FileKind;
	/** The bytes without what `warnings` names, and without a single leading mbox `From ` line. */
	readonly bytes: Uint8Array;
	readonly warnings: readonly MessageWarning[];
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** Compound File Binary (MS-CFB 2.2), ZIP local file header and empty archive (APPNOTE 4.3), gzip (RFC 1952 2.3.1). */
const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
	['outlook-msg', [0xd0, 0xcf, 0x11, 0xe0]],
	['zip', [0x50, 0x4b, 0x03, 0x04]],
	['zip', [0x50, 0x4b, 0x05, 0x06]],
	['gzip', [0x1f, 0x8b]]
];

export function sniffKind(bytes: Uint8Array): FileKind {
	return sniff(bytes).kind;
}

export function sniff(original: Uint8Array): Sniffed {
	for (const [kind, magic] of MAGIC) {
		if (startsWith(original, magic)) return { kind, bytes: original, warnings: [] };
	}
	const codes: MessageWarningCode[] = [];
	let bytes = original;

	const order = utf16Order(bytes);
	if (order !== null) {
		bytes = new TextEncoder().encode(new TextDecoder(order).decode(bytes));
		codes.push('converted-from-utf16');
	}
	if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
		bytes = bytes.subarray(3);
		codes.push('byte-order-mark-removed');
	}
	const start = firstLineWithText(bytes);
	if (start === bytes.length) return { kind: 'empty', bytes, warnings: asWarnings(codes) };
	if (firstTextByte(bytes) === 0x7b) return { kind: 'json', bytes, warnings: asWarnings(codes) };
	if (start > 0) {
		bytes = bytes.subarray(start);
		codes.push('leading-blank-lines-removed');
	}
	if (hasBareCrLineEnds(bytes)) {
		bytes = withLfForBareCr(bytes);
		codes.push('bare-cr-line-ends');
	}
	if (isMboxSeparator(bytes, 0)) {
		if (hasSecondMessage(bytes)) return { kind: 'mbox', bytes, warnings: asWarnings(codes) };
		bytes = bytes.subarray(nextLine(bytes, 0));
		bytes = bytes.subarray(firstLineWithText(bytes));
	}
	return { kind: 'mail', bytes, warnings: asWarnings(codes) };
}

function asWarnings(codes: readonly MessageWarningCode[]): MessageWarning[] {
	return codes.map((code) => ({ code }));
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
	return bytes.length >= prefix.length && prefix.every((byte, at) => bytes[at] === byte);
}

/** By its byte order mark, or by every other one of the first eight bytes being NUL, as ASCII is in UTF-16. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
	if (bytes.length < 8) return null;
	const isNul = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => bytes[at] === 0);
	if (isNul.every((nul, at) => nul === (at % 2 === 1))) return 'utf-16le';
	if (isNul.every((nul, at) => nul === (at % 2 === 0))) return 'utf-16be';
	return null;
}

/** Offset of the first line that holds more than white space; the length when there is none. */
function firstLineWithText(bytes: Uint8Array): number {
	let lineStart = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === LF || byte === CR) lineStart = at + 1;
		else if (byte !== SPACE && byte !== TAB) return lineStart;
	}
	return bytes.length;
}

function firstTextByte(bytes: Uint8Array): number | undefined {
	return bytes.find((byte) => byte !== SPACE && byte !== TAB && byte !== LF && byte !== CR);
}

/** True when the header block ends at CR CR with no LF before: classic Mac OS line ends. */
function hasBareCrLineEnds(bytes: Uint8Array): boolean {
	const lf = bytes.indexOf(LF);
	const cr = bytes.indexOf(CR);
	if (cr === -1 || (lf !== -1 && lf <= cr + 1)) return false;
	const end = Math.min(bytes.length, maxHeaderBytes);
	if (lf === -1 || lf >= end) return true;
	for (let at = cr; at < lf; at++) {
		if (bytes[at] === CR && bytes[at + 1] === CR) return !onlyCrBetween(bytes, at, lf);
	}
	return false;
}

function onlyCrBetween(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) if (bytes[at] !== CR) return false;
	return true;
}

function withLfForBareCr(bytes: Uint8Array): Uint8Array {
	const converted = bytes.slice();
	for (let at = converted.indexOf(CR); at !== -1; at = converted.indexOf(CR, at + 1)) {
		if (converted[at + 1] !== LF) converted[at] = LF;
	}
	return converted;
}

function nextLine(bytes: Uint8Array, at: number): number {
	const lf = bytes.indexOf(LF, at);
	return lf === -1 ? bytes.length : lf + 1;
}

/** RFC 4155 appendix A: a line that begins `From `; `>From ` is how some tools leave it on a single message. */
function isMboxSeparator(bytes: Uint8Array, at: number): boolean {
	const start = at === 0 && bytes[0] === 0x3e ? 1 : at;
	for (let offset = 0; offset < 5; offset++) {
		if (bytes[start + offset] !== 'From '.charCodeAt(offset)) return false;
	}
	// `From : a@b` is a From field with the white space that RFC 5322 section 4.5 still allows.
	let next = start + 5;
	while (bytes[next] === SPACE || bytes[next] === TAB) next++;
	return bytes[next] !== 0x3a;
}

function hasSecondMessage(bytes: Uint8Array): boolean {
	for (let at = nextLine(bytes, 0); at < bytes.length; at = nextLine(bytes, at)) {
		if (bytes[at] === 0x46 && isMboxSeparator(bytes, at) && beginsWithFieldName(bytes, nextLine(bytes, at)))
			return true;
	}
	return false;
}

function beginsWithFieldName(bytes: Uint8Array, start: number): boolean {
	// The longest registered field name has 42 characters (IANA, Message Headers).
	const end = Math.min(bytes.length, start + 80);
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte === 0x3a) return at > start;
		if (byte <= 0x20 || byte >= 0x7f) return false;
	}
	return false;
}
