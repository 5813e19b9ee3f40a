/** Times to the second, always with their zone: `2026-11-23 15:10:05 UTC`. */
import type { TimeZoneChoice } from '$lib/ui/shared/format';

const formats: Readonly<Record<TimeZoneChoice, Intl.DateTimeFormat>> = {
	local: zonedFormat(undefined),
	utc: zonedFormat('UTC')
};

function zonedFormat(timeZone: string | undefined): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('sv-SE', {
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		timeZoneName: 'short',
		...(timeZone === undefined ? {} : { timeZone })
	});
}

/** Null for an unknown time and for times that no calendar reaches. */
export function zonedInstant(utcMs: number | null, timeZone: TimeZoneChoice): string | null {
	if (utcMs === null || Number.isNaN(new Date(utcMs).getTime())) return null;
	return formats[timeZone].format(utcMs);
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `3 min 5 s`, `2 d 4 h`: the two largest units. */
export function elapsed(ms: number): string {
	const sign = ms < 0 ? '−' : '';
	const rest = Math.abs(ms);
	const units: readonly (readonly [number, string])[] = [
		[dayMs, 'd'],
		[hourMs, 'h'],
		[minuteMs, 'min'],
		[secondMs, 's']
	];
	const largest = units.findIndex(([unitMs]) => rest >= unitMs);
	if (largest < 0) return '0 s';
	const parts = units.slice(largest, largest + 2).map(([unitMs, name], index) => {
		const within = index === 0 ? rest : rest % (units[largest]?.[0] ?? dayMs);
		return { amount: Math.floor(within / unitMs), name };
	});
	return (
		sign +
		parts
			.filter(({ amount }, index) => index === 0 || amount > 0)
			.map(({ amount, name }) => `${amount} ${name}`)
			.join(' ')
	);
}
