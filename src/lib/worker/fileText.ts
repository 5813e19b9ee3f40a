/** A text file as text: Unicode, or what Windows writes instead. */
import type { ImportEntry, RejectionCode } from '../domain/report';
import { sniff } from '../mail/sniff';

type TextFailure = Extract<RejectionCode, 'unreadable' | 'gzip' | 'gzip-too-large' | 'gzip-damaged' | 'json-too-large'>;

/** It is the file's fault, not the application's: whoever reads has to tell the user. */
export class FileTextError extends Error {
	override readonly name = 'FileTextError';
	readonly code: TextFailure;
	readonly detail: ImportEntry['detail'];

	constructor(code: TextFailure, detail: ImportEntry['detail'] = {}) {
		super(code);
		this.code = code;
		this.detail = detail;
	}
}

/** @param error NotReadableError, NotFoundError: the file was moved or locked since it was dropped */
export function unreadable(error: unknown): FileTextError {
	return new FileTextError('unreadable', { name: error instanceof Error ? error.name : 'unknown' });
}

/** @param legacy what bytes that are no Unicode are read as; null: each becomes a replacement character */
export async function fileText(file: File, legacy: 'windows-1252' | null): Promise<string> {
	const unicode = await unicodeOf(file);
	const bytes = await bytesOf(file);
	try {
		return new TextDecoder(unicode, { fatal: legacy !== null && unicode === 'utf-8' }).decode(bytes);
	} catch {
		return new TextDecoder(legacy ?? unicode).decode(bytes);
	}
}

/** As many as tell UTF-16 without a byte order mark. */
const bytesOfUtf16 = 8;

/**
 * Windows PowerShell redirects to UTF-16, and spreadsheets save "Unicode text" as such. What the file was taken for was
 * told by the same rule, so both read the same characters.
 */
export async function unicodeOf(file: Blob): Promise<'utf-8' | 'utf-16le' | 'utf-16be'> {
	const first = new Uint8Array(await bytesOf(file.slice(0, bytesOfUtf16)));
	if (!sniff(first).warnings.some(({ code }) => code === 'converted-from-utf16')) return 'utf-8';
	// The mark's bytes, or the NUL of the first character.
	return first[0] === 0xfe || first[0] === 0 ? 'utf-16be' : 'utf-16le';
}

/** Ends with a FileTextError. */
export async function bytesOf(file: Blob): Promise<ArrayBuffer> {
	try {
		return await file.arrayBuffer();
	} catch (error) {
		throw unreadable(error);
	}
}
