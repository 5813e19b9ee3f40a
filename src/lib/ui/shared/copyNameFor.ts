import { copyName } from '$lib/explain/cases';

/** Leaves room for a number: names have at most 100 characters. */
const maxCopyNameLength = 90;

/** Proposed for the copy of a case or an environment: one that no other has. */
export function copyNameFor(name: string, taken: readonly string[]): string {
	const copy = copyName(name).slice(0, maxCopyNameLength);
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? copy : `${copy} ${number}`;
		if (!taken.includes(candidate)) return candidate;
	}
}
