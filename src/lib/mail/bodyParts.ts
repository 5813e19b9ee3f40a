/** MIME parts (RFC 2046 section 5.1) seen in the beginning of a body: evidence for delivery reports and the like. */
import { bodyScanBytes, maxBodyParts } from '../domain/limits';
import type { BodyPartFact } from '../domain/message';
import { contentTypeParameter, mediaType } from './contentType';
import { splitHeaderBlock, unfoldedValue } from './headerBlock';
import { TextDecoder } from './platform';

const latin1 = new TextDecoder('windows-1252');

/**
 * Parts that name their Content-Type, in file order, those of nested multiparts included. Messages within the message
 * are not entered: a forwarded delivery report is no delivery report.
 */
export function scanBodyParts(
	bytes: Uint8Array,
	bodyStart: number,
	contentType: string | null
): readonly BodyPartFact[] {
	if (contentType === null || mediaType(contentType)?.startsWith('multipart/') !== true) return [];
	const delimiters = new Set<string>();
	addDelimiter(delimiters, contentType);
	const text = '\n' + latin1.decode(bytes.subarray(bodyStart, bodyStart + bodyScanBytes));
	const parts: BodyPartFact[] = [];
	for (let at = text.indexOf('\n--'); at !== -1 && parts.length < maxBodyParts; at = text.indexOf('\n--', at)) {
		const lineEnd = lineEndFrom(text, at + 1);
		const isDelimiter = delimiters.has(text.slice(at + 1, lineEnd).trimEnd());
		at = lineEnd;
		if (!isDelimiter) continue;
		const headersEnd = blankLineFrom(text, lineEnd + 1);
		const partType = contentTypeOf(text.slice(lineEnd + 1, headersEnd));
		const type = partType === null ? null : mediaType(partType);
		if (partType === null || type === null) continue;
		parts.push({ contentType: type });
		if (type.startsWith('multipart/')) addDelimiter(delimiters, partType);
		at = Math.max(at, headersEnd - 1);
	}
	return parts;
}

function addDelimiter(delimiters: Set<string>, contentType: string): void {
	const boundary = contentTypeParameter(contentType, 'boundary');
	if (boundary !== null && boundary !== '') delimiters.add(`--${boundary}`.trimEnd());
}

function lineEndFrom(text: string, start: number): number {
	const lf = text.indexOf('\n', start);
	return lf === -1 ? text.length : lf;
}

/** Offset of the first blank line from a line's start, or of the first line that begins `--`. */
function blankLineFrom(text: string, start: number): number {
	let lineStart = start;
	while (lineStart < text.length) {
		const lineEnd = lineEndFrom(text, lineStart);
		if (text.slice(lineStart, lineEnd).trim() === '' || text.startsWith('--', lineStart)) return lineStart;
		lineStart = lineEnd + 1;
	}
	return text.length;
}

function contentTypeOf(headers: string): string | null {
	const field = splitHeaderBlock(headers).fields.find(({ key }) => key === 'content-type');
	return field === undefined ? null : unfoldedValue(headers, field);
}
