/** The header block (RFC 5322 section 2.2): where it ends, its text, its fields. Linear in its size, which is bounded. */
import { maxHeaderBytes, maxHeaderFields } from '../domain/limits';
import { decodeWindows1252 } from './charset';
import { TextDecoder } from './platform';

export interface HeaderBlock {
	/** UTF-8 where valid, else windows-1252; line ends kept, the blank line after it left out. */
	readonly text: string;
	/** Offset of the body; null when the block was cut, because then its end is not known. */
	readonly bodyStart: number | null;
}

/** A field as written. Malformed lines have the name ''. */
export interface HeaderField {
	readonly name: string;
	/** In lower case, for comparing (RFC 5322 section 1.2.2: field names ignore letter case). */
	readonly key: string;
	/** How many fields of this name stand above. */
	readonly occurrence: number;
	/** 1-based, in the header block. */
	readonly lineNumber: number;
	/** Offsets in the header block: of the first line, of the text after the colon, of the end without the line end. */
	readonly start: number;
	readonly valueStart: number;
	readonly end: number;
}

export interface HeaderFields {
	readonly fields: readonly HeaderField[];
	/** More than `maxHeaderFields`. */
	readonly cut: boolean;
}

/** One field of the raw header block, for annotation. */
export interface HeaderFieldView {
	readonly name: string;
	readonly occurrence: number;
	/** The lines as in the file, without line ends, first line with its name. */
	readonly lines: readonly string[];
	/** 1-based line number in the header block. */
	readonly lineNumber: number;
}

const LF = 0x0a;
const CR = 0x0d;

export function readHeaderBlockText(bytes: Uint8Array): HeaderBlock {
	let lineStart = 0;
	while (lineStart < bytes.length) {
		const found = bytes.indexOf(LF, lineStart);
		const lf = found === -1 ? bytes.length : found;
		if (isBlankLine(bytes, lineStart, lf)) {
			return { text: decodeHeaderText(bytes.subarray(0, lineStart)), bodyStart: Math.min(lf + 1, bytes.length) };
		}
		if (lf >= maxHeaderBytes) {
			const end = lineStart > 0 ? lineStart : beforeSplitCharacter(bytes, maxHeaderBytes);
			return { text: decodeHeaderText(bytes.subarray(0, end)), bodyStart: null };
		}
		lineStart = lf + 1;
	}
	return { text: decodeHeaderText(bytes), bodyStart: bytes.length };
}

/** CR alone counts as blank: some gateways write CR CR LF. */
function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) if (bytes[at] !== CR) return false;
	return end < bytes.length || end > start;
}

function beforeSplitCharacter(bytes: Uint8Array, end: number): number {
	let at = end;
	while (at > end - 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
	return at;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Raw 8-bit text: UTF-8 (RFC 6532) where it is valid, else windows-1252. Settled line by line when the whole is mixed. */
function decodeHeaderText(bytes: Uint8Array): string {
	const whole = decodeUtf8(bytes);
	if (whole !== null) return whole;
	let text = '';
	for (let start = 0; start < bytes.length;) {
		const lf = bytes.indexOf(LF, start);
		const line = bytes.subarray(start, lf === -1 ? bytes.length : lf + 1);
		text += decodeUtf8(line) ?? decodeWindows1252(line);
		start += line.length;
	}
	return text;
}

function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return utf8.decode(bytes);
	} catch {
		return null;
	}
}

export function splitHeaderBlock(text: string): HeaderFields {
	const fields: HeaderField[] = [];
	const seen = new Map<string, number>();
	let lineNumber = 1;
	let start = 0;
	while (start < text.length) {
		if (fields.length >= maxHeaderFields) return { fields, cut: true };
		const firstLineNumber = lineNumber;
		let lf = lineEnd(text, start);
		const firstLineEnd = lf;
		lineNumber++;
		while (isContinuation(text, lf + 1)) {
			lf = lineEnd(text, lf + 1);
			lineNumber++;
		}
		const colon = fieldNameEnd(text, start, firstLineEnd);
		const name = colon === -1 ? '' : text.slice(start, colon).trimEnd();
		const key = name.toLowerCase();
		const occurrence = seen.get(key) ?? 0;
		seen.set(key, occurrence + 1);
		let end = Math.min(lf, text.length);
		while (end > start && text.charCodeAt(end - 1) === CR) end--;
		fields.push({
			name,
			key,
			occurrence,
			lineNumber: firstLineNumber,
			start,
			valueStart: Math.min(colon + 1, end),
			end
		});
		start = lf + 1;
	}
	return { fields, cut: false };
}

function lineEnd(text: string, start: number): number {
	const lf = text.indexOf('\n', start);
	return lf === -1 ? text.length : lf;
}

function isContinuation(text: string, start: number): boolean {
	const code = text.charCodeAt(start);
	return code === 0x20 || code === 0x09;
}

/** Offset of the colon; -1 when the line has no field name before one (RFC 5322 sections 2.2 and 4.5). */
function fieldNameEnd(text: string, start: number, end: number): number {
	let at = start;
	while (at < end) {
		const code = text.charCodeAt(at);
		if (code <= 0x20 || code >= 0x7f || code === 0x3a) break;
		at++;
	}
	if (at === start) return -1;
	while (at < end && isContinuation(text, at)) at++;
	return at < end && text.charCodeAt(at) === 0x3a ? at : -1;
}

/** The value without line ends and outer white space; the white space that began a folded line stays (RFC 5322 section 2.2.3). */
export function unfoldedValue(text: string, field: HeaderField): string {
	const raw = text.slice(field.valueStart, field.end);
	return trimWhiteSpace(raw.includes('\n') ? linesOf(raw).join('') : raw);
}

/** Without RFC 5322 white space and line ends at both ends; NBSP and U+FEFF are text, in whatever form they came. */
export function trimWhiteSpace(text: string): string {
	return text.replace(/^[ \t\r\n]+/, '').replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
}

function linesOf(text: string): string[] {
	return text.split('\n').map((line) => {
		let end = line.length;
		while (end > 0 && line.charCodeAt(end - 1) === CR) end--;
		return line.slice(0, end);
	});
}

export function headerFieldViews(headerBlock: string): HeaderFieldView[] {
	return splitHeaderBlock(headerBlock).fields.map(({ name, occurrence, lineNumber, start, end }) => ({
		name,
		occurrence,
		lines: linesOf(headerBlock.slice(start, end)),
		lineNumber
	}));
}
