import { describe, expect, it } from 'vitest';
import { elapsed, zonedInstant } from './instant';

describe('zonedInstant', () => {
	it('shows the zone', () => {
		expect(zonedInstant(Date.UTC(2026, 10, 23, 15, 10, 5), 'utc')).toBe('2026-11-23 15:10:05 UTC');
	});
	it.each([null, Number.NaN, 9e15])('has nothing to show for %s', (utcMs) => {
		expect(zonedInstant(utcMs, 'utc')).toBeNull();
	});
});

describe('elapsed', () => {
	it.each([
		[0, '0 s'],
		[59_999, '59 s'],
		[60_000, '1 min'],
		[185_000, '3 min 5 s'],
		[3 * 86_400_000 + 4 * 3_600_000 + 59_000, '3 d 4 h'],
		[-90_000, '−1 min 30 s']
	])('%d ms', (ms, text) => {
		expect(elapsed(ms)).toBe(text);
	});
});
