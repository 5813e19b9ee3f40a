/** The text of a JSON file, piece by piece, be it packed with gzip (RFC 1952). */
import { maxSnapshotBytes } from '../domain/limits';
import { FileTextError, unicodeOf, unreadable } from './fileText';
import { Pauses } from './pauses';

/** A file that was found to hold JSON, or to be packed. It is read anew each time. */
export interface JsonFile {
	readonly file: Blob;
	readonly isPacked: boolean;
}

/**
 * What the file unpacks to is bounded: a few kilobytes can stand for gigabytes. Ends with a FileTextError
 * as soon as the limit is passed, or as it is clear that something else than JSON is packed.
 * @param read is told now and then, and at the end, how many bytes of the file have been read
 */
export async function* jsonText(
	{ file, isPacked }: JsonFile,
	read: (bytes: number) => void = () => undefined,
	maxBytes = maxSnapshotBytes
): AsyncGenerator<string> {
	const decoder = new TextDecoder(isPacked ? 'utf-8' : await unicodeOf(file));
	let fileBytes = 0;
	const counted = file.stream().pipeThrough(
		new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
			transform(chunk, controller) {
				fileBytes += chunk.byteLength;
				controller.enqueue(chunk);
			}
		})
	);
	const reader = (isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
	const pauses = new Pauses();
	let bytes = 0;
	let start: string | null = '';
	try {
		for (;;) {
			if (pauses.isDue) {
				read(fileBytes);
				await pauses.pause();
			}
			const { done, value } = await reader.read();
			const text = decoder.decode(value, { stream: !done });
			bytes += value?.byteLength ?? 0;
			if (bytes > maxBytes) throw new FileTextError(isPacked ? 'gzip-too-large' : 'json-too-large');
			if (isPacked && start !== null) {
				start = (start + text).slice(0, startLength);
				if (done || !mayBeJson(start)) throw new FileTextError('gzip');
				if (start.trim() !== '') start = null;
			}
			if (done) read(fileBytes);
			if (text !== '') yield text;
			if (done) return;
		}
	} catch (error) {
		if (error instanceof FileTextError) throw error;
		// That the file is gone is a DOMException; damage in the packed bytes is none.
		throw isPacked && !(error instanceof DOMException) ? new FileTextError('gzip-damaged') : unreadable(error);
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/** Characters looked at to see whether something packed may be JSON. */
const startLength = 100;

function mayBeJson(text: string): boolean {
	return /^\uFEFF?\s*(?:[{[]|$)/.test(text);
}

/** The whole of it as one string, which bounds it. Null when it is longer. */
export async function wholeText(text: AsyncIterable<string>, maxLength: number): Promise<string | null> {
	const parts: string[] = [];
	let length = 0;
	for await (const part of text) {
		length += part.length;
		if (length > maxLength) return null;
		parts.push(part);
	}
	return parts.join('');
}
