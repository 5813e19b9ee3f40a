/** Figures, sizes and times as the pages show them. Counts carry no digit grouping. */
export type TimeZoneChoice = 'local' | 'utc';

/** Swedish writes dates as ISO 8601 does: `2026-11-23 15:10`. */
const instantFormats: Readonly<Record<TimeZoneChoice, Intl.DateTimeFormat>> = {
	local: instantFormat(undefined),
	utc: instantFormat('UTC')
};

function instantFormat(timeZone: string | undefined): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('sv-SE', {
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		...(timeZone === undefined ? {} : { timeZone })
	});
}

/** To the minute; '' for null and for times that no calendar reaches. */
export function formatInstant(utcMs: number | null, timeZone: TimeZoneChoice): string {
	if (utcMs === null || Number.isNaN(new Date(utcMs).getTime())) return '';
	return instantFormats[timeZone].format(utcMs);
}

const BYTE_UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** In steps of 1,024, one decimal below ten: `3.4 MB`. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
		value /= 1024;
		unit++;
	}
	const digits = unit > 0 && value < 10 ? 1 : 0;
	return `${value.toFixed(digits)} ${BYTE_UNITS[unit] ?? ''}`;
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
	return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** `1 email`, `2 emails`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
