/** Where a key moves the cursor to; null for a key that does not move it. No cursor yet: it comes in at the first row. */
export function cursorAfter(key: string, cursor: number | null, rowsPerPage: number, total: number): number | null {
	const at = cursor ?? -1;
	const moves: Readonly<Record<string, number>> = {
		ArrowDown: at + 1,
		ArrowUp: at - 1,
		PageDown: at + rowsPerPage,
		PageUp: at - rowsPerPage,
		Home: 0,
		End: total - 1
	};
	const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
	if (to === undefined || total === 0) return null;
	return Math.min(total - 1, Math.max(0, to));
}
