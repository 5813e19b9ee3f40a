/** Older snapshots become present ones step by step: each step knows two neighbouring versions and no more. */
import type { PlainValue } from '../plainData';

/** A value of the file's object, or an element of one of its long lists. */
export interface SnapshotPiece {
	readonly key: string;
	/** Null for the value of a key as a whole. */
	readonly index: number | null;
	readonly value: PlainValue;
}

export interface Migration {
	/** The version it starts from; the result is one version on. */
	readonly from: number;
	/** What the step does not know it returns as it is. */
	readonly apply: (piece: SnapshotPiece) => SnapshotPiece;
}

/** Version 1 is the first one. A change of the format adds the step from the version before it. */
export const SNAPSHOT_MIGRATIONS: readonly Migration[] = [];

/** What brings the pieces of a file of this version to the present one. */
export function migrationFrom(
	version: number,
	migrations: readonly Migration[] = SNAPSHOT_MIGRATIONS
): (piece: SnapshotPiece) => SnapshotPiece {
	const steps = migrations.filter(({ from }) => from >= version).toSorted((a, b) => a.from - b.from);
	return (piece) => steps.reduce((current, step) => step.apply(current), piece);
}
