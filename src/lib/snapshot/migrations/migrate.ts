/** Older files become present ones step by step: each step knows two neighbouring versions and no more. */
import type { PlainObject } from '../plainData';

export interface Migration {
	/** The version it starts from; the result is one version on. */
	readonly from: number;
	readonly apply: (file: PlainObject) => PlainObject;
}

/** Version 1 is the first one. A change of the format adds the step from the version before it. */
export const SNAPSHOT_MIGRATIONS: readonly Migration[] = [];

/**
 * The file in version `to`, or null where a step is missing. What a step does not know it leaves as it is.
 * @param file its `formatVersion` is a whole number from 1 to `to`
 */
export function migrated(file: PlainObject, to: number, migrations: readonly Migration[]): PlainObject | null {
	let current = file;
	for (let version = Number(file.formatVersion); version < to; version++) {
		const step = migrations.find(({ from }) => from === version);
		if (step === undefined) return null;
		current = { ...step.apply(current), formatVersion: version + 1 };
	}
	return current;
}
