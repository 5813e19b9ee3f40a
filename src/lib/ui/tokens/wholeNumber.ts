/** What a number box holds, made whole and kept within bounds. */
export function wholeNumber(value: unknown, least: number, most: number): number {
	const number = typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : least;
	return Math.min(most, Math.max(least, number));
}
