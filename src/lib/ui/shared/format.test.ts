import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatElapsed, formatInstant, formatZonedInstant } from './format';

test.each([
	[0, '0 bytes'],
	[1023, '1023 bytes'],
	[1024, '1.0 KB'],
	[15_000, '15 KB'],
	[3_565_158, '3.4 MB'],
	[1024 ** 4 * 2000, '2000 TB']
])('%d bytes are shown as %s', (bytes, shown) => expect(formatBytes(bytes)).toBe(shown));

test.each([
	[0.4, '0 s'],
	[59.4, '59 s'],
	[200, '3 min 20 s'],
	[7500, '2 h 5 min'],
	[-3, '0 s']
])('%d seconds are shown as %s', (seconds, shown) => expect(formatDuration(seconds)).toBe(shown));

test.each([
	[Date.UTC(2026, 10, 23, 15, 10), '2026-11-23 15:10'],
	[0, '1970-01-01 00:00'],
	[null, ''],
	[9e15, '']
])('the instant %s is shown as "%s"', (utcMs, shown) => expect(formatInstant(utcMs, 'utc')).toBe(shown));

test.each([
	[Date.UTC(2026, 10, 23, 15, 10, 5), '2026-11-23 15:10:05 UTC'],
	[null, null],
	[Number.NaN, null],
	[9e15, null]
])('the instant %s is shown with its zone as %s', (utcMs, shown) => {
	expect(formatZonedInstant(utcMs, 'utc')).toBe(shown);
});

test.each([
	[0, '0 s'],
	[59_999, '59 s'],
	[60_000, '1 min'],
	[185_000, '3 min 5 s'],
	[3 * 86_400_000 + 4 * 3_600_000 + 59_000, '3 d 4 h'],
	[-90_000, '−1 min 30 s']
])('%d milliseconds have elapsed: %s', (ms, shown) => expect(formatElapsed(ms)).toBe(shown));
