/**
 * Lists of positions in processing order, kept ascending because emails are stored in that order. A look-up "as of"
 * a position sees only what was stored before it, so one index serves the replay and every later explanation.
 */
export class PositionLists {
	/** Most keys have one position; a list is made for the second. */
	readonly #lists = new Map<string, number | number[]>();

	/** `position` must not be smaller than any added before. */
	add(key: string, position: number): void {
		const list = this.#lists.get(key);
		if (list === undefined) this.#lists.set(key, position);
		else if (typeof list === 'number') this.#lists.set(key, [list, position]);
		else list.push(position);
	}

	/** The latest position before `at`, or -1. */
	latestBefore(key: string, at: number): number {
		const list = this.#lists.get(key);
		if (list === undefined) return -1;
		if (typeof list === 'number') return list < at ? list : -1;
		return list[countBefore(list, at) - 1] ?? -1;
	}

	/** Every position before `at`, ascending. */
	allBefore(key: string, at: number): readonly number[] {
		const list = this.all(key);
		return list.slice(0, countBefore(list, at));
	}

	all(key: string): readonly number[] {
		const list = this.#lists.get(key);
		return list === undefined ? [] : typeof list === 'number' ? [list] : list;
	}
}

/** How many of an ascending list lie before `at`; quick for the usual case, the end of the list. */
export function countBefore(list: readonly number[], at: number): number {
	let high = list.length;
	if (high === 0 || (list[high - 1] as number) < at) return high;
	let low = 0;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle] as number) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}
