/** The text of a snapshot in pieces, all of its emails at hand: the application reads them from the store on the way. */
import { SnapshotEncoder, type SnapshotEmail, type SnapshotFrame } from '../../src/lib/snapshot/encodeSnapshot';

export interface SnapshotInput extends SnapshotFrame {
	/** In processing order. */
	readonly emails: Iterable<SnapshotEmail>;
}

export function* encodeSnapshot({ emails, ...frame }: SnapshotInput): Generator<string> {
	const encoder = new SnapshotEncoder(frame);
	yield* encoder.emails(emails);
	yield* encoder.end();
}
