/** Sizes, times and durations as the pages show them. */
import type { TimeZoneChoice } from '$lib/state/preferences.svelte';

export type { TimeZoneChoice };

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type InstantFormats = Readonly<Record<TimeZoneChoice, Intl.DateTimeFormat>>;

const toTheMinute = instantFormats({});
const toTheSecond = instantFormats({ second: '2-digit', timeZoneName: 'short' });

function instantFormats(more: Intl.DateTimeFormatOptions): InstantFormats {
	const options: Intl.DateTimeFormatOptions = {
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		...more
	};
	// Swedish writes dates as ISO 8601 does.
	return {
		local: new Intl.DateTimeFormat('sv-SE', options),
		utc: new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'UTC' })
	};
}

/** `2026-11-23 15:10`; '' for null and for times that no calendar reaches. */
export function formatInstant(utcMs: number | null, timeZone: TimeZoneChoice): string {
	return inFormat(toTheMinute, utcMs, timeZone) ?? '';
}

/** To the second, with the zone: `2026-11-23 15:10:05 UTC`; null for null and for times that no calendar reaches. */
export function formatZonedInstant(utcMs: number | null, timeZone: TimeZoneChoice): string | null {
	return inFormat(toTheSecond, utcMs, timeZone);
}

function inFormat(formats: InstantFormats, utcMs: number | null, timeZone: TimeZoneChoice): string | null {
	if (utcMs === null || Number.isNaN(new Date(utcMs).getTime())) return null;
	return formats[timeZone].format(utcMs);
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

/** `3 min 5 s`, `2 d 4 h`: the two largest units. */
export function formatElapsed(ms: number): string {
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
