/** Times in files: ISO 8601 in UTC, milliseconds only where there are some. */

const isoInstant = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 UTC, or null if the text is no instant. An offset from UTC is understood. */
export function utcMsOf(instant: string): number | null {
	if (!isoInstant.test(instant)) return null;
	const utcMs = Date.parse(instant);
	return Number.isNaN(utcMs) ? null : utcMs;
}

/** @param utcMs milliseconds since 1970 UTC; null, or out of a Date's range, gives null */
export function instantOf(utcMs: number | null): string | null {
	if (utcMs === null) return null;
	const date = new Date(utcMs);
	return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}
