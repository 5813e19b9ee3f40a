/** A snapshot's text as a whole: what the application reads and stores part by part. */
import type { ImportEntry } from '../../src/lib/domain/report';
import {
	SnapshotDecoder,
	type DecodedEmail,
	type SnapshotHead,
	type SnapshotRefusal
} from '../../src/lib/snapshot/decodeSnapshot';
import type { FileHeader } from '../../src/lib/snapshot/fileHeader';

export interface DecodedSnapshot extends SnapshotHead {
	readonly emails: readonly DecodedEmail[];
	readonly imports: readonly ImportEntry[];
}

/** @param chunkLength of the pieces that the text comes in */
export function decodeSnapshot(
	text: string,
	chunkLength = 1_000
): { readonly ok: true; readonly snapshot: DecodedSnapshot } | SnapshotRefusal {
	const emails: DecodedEmail[] = [];
	const imports: ImportEntry[] = [];
	const decoder = new SnapshotDecoder(headerOf(text));
	for (let at = 0; at < text.length; at += chunkLength) {
		for (const part of decoder.add(text.slice(at, at + chunkLength))) {
			if (part.kind === 'email') emails.push(part.email);
			else imports.push(part.entry);
		}
	}
	const read = decoder.end();
	return read.ok ? { ok: true, snapshot: { ...read.head, emails, imports } } : read;
}

function headerOf(text: string): FileHeader {
	try {
		const { format, formatVersion } = (JSON.parse(text.replace(/^\uFEFF/, '')) ?? {}) as Partial<FileHeader>;
		return { format, formatVersion };
	} catch {
		// What is wrong with the text is for the decoder to tell.
		return { format: 'tracklens-snapshot', formatVersion: 1 };
	}
}
