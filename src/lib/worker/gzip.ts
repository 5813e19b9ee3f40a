/** gzip files (RFC 1952) that hold JSON. What they unpack to is bounded: a few kilobytes can stand for gigabytes. */

/** V8's longest string is about this, and so is the largest snapshot that is not packed. */
const maxUnpackedBytes = 500 * 1024 * 1024;

export type UnpackedText =
	| { readonly ok: true; readonly text: string }
	/** `gzip`: something else than JSON is in it. */
	| { readonly ok: false; readonly code: 'gzip' | 'gzip-too-large' | 'gzip-damaged' };

/** Ends as soon as the limit is passed, or as it is clear that this is no JSON. */
export async function unpackedText(file: Blob, maxBytes = maxUnpackedBytes): Promise<UnpackedText> {
	const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			bytes += value.byteLength;
			if (bytes > maxBytes) return await refused(reader, 'gzip-too-large');
			text += decoder.decode(value, { stream: true });
			if (!mayBeJson(text)) return await refused(reader, 'gzip');
		}
		text += decoder.decode();
	} catch {
		return { ok: false, code: 'gzip-damaged' };
	}
	return text.trim() === '' ? { ok: false, code: 'gzip' } : { ok: true, text };
}

function mayBeJson(text: string): boolean {
	return /^\uFEFF?\s*(?:[{[]|$)/.test(text.slice(0, 100));
}

async function refused(
	reader: ReadableStreamDefaultReader<unknown>,
	code: 'gzip' | 'gzip-too-large'
): Promise<UnpackedText> {
	await reader.cancel().catch(() => undefined);
	return { ok: false, code };
}
