/** Merges the files of one import that together give a valid environment, so that one of them cannot spoil the others. */
import { decodeEnvironmentFile, type EnvironmentFile } from '../environmentFile';
import { mergeImported, type Merged } from './merge';
import type { MergeInput } from './mergeInput';

export interface MergedFitting {
	/** Null: none of the files can be merged. `fileIndex` of its remarks is the place among all inputs. */
	readonly merged: Merged | null;
	/** Places of the inputs that were merged. */
	readonly fitting: ReadonlySet<number>;
}

export function mergeFitting(file: EnvironmentFile, inputs: readonly MergeInput[]): MergedFitting {
	const { taken, merged } = takeFitting(file, { taken: [], merged: null }, inputs);
	const places = taken.map((input) => inputs.indexOf(input));
	return {
		merged: merged && {
			...merged,
			remarks: merged.remarks.map((remark) => ({ ...remark, fileIndex: places[remark.fileIndex] ?? 0 }))
		},
		fitting: new Set(places)
	};
}

interface Taken {
	readonly taken: readonly MergeInput[];
	readonly merged: Merged | null;
}

/** Takes those that fit with what is taken, by halves: all at once where all fit, as they nearly always do. */
function takeFitting(file: EnvironmentFile, before: Taken, inputs: readonly MergeInput[]): Taken {
	if (inputs.length === 0) return before;
	const taken = [...before.taken, ...inputs];
	const merged = mergedValid(file, taken);
	if (merged !== null) return { taken, merged };
	if (inputs.length === 1) return before;
	const half = Math.ceil(inputs.length / 2);
	return takeFitting(file, takeFitting(file, before, inputs.slice(0, half)), inputs.slice(half));
}

/** Null: not a valid environment. */
function mergedValid(file: EnvironmentFile, inputs: readonly MergeInput[]): Merged | null {
	try {
		const merged = mergeImported(file, inputs);
		return !merged.changed || decodeEnvironmentFile(merged.file).ok ? merged : null;
	} catch {
		// The other files have their outcomes all the same.
		return null;
	}
}
