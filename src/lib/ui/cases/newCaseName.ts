/** Proposed for a new case: one that no other has. */
export function newCaseName(taken: readonly string[]): string {
	for (let number = taken.length + 1; ; number++) {
		const name = `Case ${number}`;
		if (!taken.includes(name)) return name;
	}
}
