/** A text file as text: UTF-8, or what Windows writes instead. */
import { sniff } from '../mail/sniff';

/** @param legacy what bytes that are no UTF-8 are read as; null: each becomes a replacement character */
export async function fileText(file: File, legacy: 'windows-1252' | null): Promise<string> {
	const utf16 = utf16Of(new Uint8Array(await file.slice(0, bytesOfUtf16).arrayBuffer()));
	if (utf16 !== null) return new TextDecoder(utf16).decode(await file.arrayBuffer());
	if (legacy === null) return file.text();
	const bytes = await file.arrayBuffer();
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder(legacy).decode(bytes);
	}
}

/** As many as tell UTF-16 without a byte order mark. */
const bytesOfUtf16 = 8;

/**
 * Windows PowerShell redirects to UTF-16, and spreadsheets save "Unicode text" as such. What the file was taken for was
 * told by the same rule, so both read the same characters.
 */
function utf16Of(first: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (!sniff(first).warnings.some(({ code }) => code === 'converted-from-utf16')) return null;
	// The mark's bytes, or the NUL of the first character.
	return first[0] === 0xfe || first[0] === 0 ? 'utf-16be' : 'utf-16le';
}
