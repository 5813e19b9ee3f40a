import { SnapshotDecoder, type SnapshotHead, type SnapshotPart, type SnapshotRefusal } from './decodeSnapshot';
import type { FileHeader } from './fileHeader';

export type SnapshotRead =
	| { readonly ok: true; readonly head: SnapshotHead }
	| SnapshotRefusal
	| { readonly ok: false; readonly code: 'cancelled' };

/** What is done with a snapshot while it is read. */
export interface SnapshotSink {
	/** None of it counts before all of the snapshot is read. */
	take(part: SnapshotPart): void | Promise<void>;
	isCancelled(): boolean;
}

/**
 * Reads a snapshot to its end, or to what is wrong with it; no more of it is held than a chunk and what the sink keeps.
 * @param header from `fileHeader` of the same text
 */
export async function readSnapshot(
	header: FileHeader,
	text: AsyncIterable<string>,
	sink: SnapshotSink
): Promise<SnapshotRead> {
	const decoder = new SnapshotDecoder(header);
	for await (const chunk of text) {
		if (sink.isCancelled()) return { ok: false, code: 'cancelled' };
		for (const part of decoder.add(chunk)) {
			const taken = sink.take(part);
			if (taken !== undefined) await taken;
		}
		if (decoder.refusal !== null) return decoder.refusal;
	}
	return decoder.end();
}
