/** A text file as text: UTF-8, or what Windows writes instead. */

/** @param legacy what bytes that are no UTF-8 are read as; null: each becomes a replacement character */
export async function fileText(file: File, legacy: 'windows-1252' | null): Promise<string> {
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	// Windows PowerShell redirects to UTF-16, and spreadsheets save "Unicode text" as such.
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(await file.arrayBuffer());
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(await file.arrayBuffer());
	if (legacy === null) return file.text();
	const bytes = await file.arrayBuffer();
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder(legacy).decode(bytes);
	}
}
