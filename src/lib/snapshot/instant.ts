/** Times in files: ISO 8601 in UTC, milliseconds only where there are some. */

/** Years before 0 and after 9999 have six digits and a sign, as ECMAScript writes them. */
const isoInstant =
	/^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Milliseconds since 1970 UTC, or null if the text is no instant. An offset from UTC is understood. */
export function utcMsOf(instant: string): number | null {
	const fields = isoInstant.exec(instant);
	if (fields === null) return null;
	const [year, month, day, hours, minutes, seconds] = fields.slice(1, 7).map((digits) => Number(digits ?? 0));
	const [fraction, sign, offsetHours, offsetMinutes] = fields.slice(7);
	const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
	const date = new Date(0);
	// Date.UTC would take the years 0 to 99 for 1900 to 1999.
	date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
	// A 30 February has become a day in March.
	if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return null;
	date.setUTCHours(Number(hours), Number(minutes), Number(seconds), milliseconds);
	const offsetMs = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * 60_000;
	const utcMs = date.getTime() - (sign === '-' ? -offsetMs : offsetMs);
	return Number.isNaN(new Date(utcMs).getTime()) ? null : utcMs;
}

/** @param utcMs milliseconds since 1970 UTC; null, or out of a Date's range, gives null */
export function instantOf(utcMs: number | null): string | null {
	if (utcMs === null) return null;
	const date = new Date(utcMs);
	return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}
