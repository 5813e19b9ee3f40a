import { describe, expect, it } from 'vitest';
import { instantOf, utcMsOf } from './instant';

describe('instants', () => {
	it.each([
		[0, '1970-01-01T00:00:00Z'],
		[1_795_428_000_000, '2026-11-23T10:00:00Z'],
		[1_795_428_000_001, '2026-11-23T10:00:00.001Z'],
		[-62_167_219_200_001, '-000001-12-31T23:59:59.999Z'],
		[8.64e15, '+275760-09-13T00:00:00Z']
	])('%d is %s', (utcMs, text) => {
		expect(instantOf(utcMs)).toBe(text);
		expect(utcMsOf(text)).toBe(utcMs);
	});

	it.each([
		['2026-11-23T12:00:00+02:00', 1_795_428_000_000],
		['2026-11-23T04:30:00.25-05:30', 1_795_428_000_250],
		['2026-11-23T10:00Z', 1_795_428_000_000],
		['0001-01-01T00:00:00Z', -62_135_596_800_000],
		['2026-11-23T10:00:00', null],
		['2026-11-23', null],
		['2026-11-23T25:00:00Z', null],
		['2026-02-30T10:00:00Z', null],
		['2026-13-01T10:00:00Z', null],
		['2026-00-01T10:00:00Z', null],
		['+275760-09-13T00:00:00.001Z', null],
		['Mon, 23 Nov 2026 10:00:00 +0000', null],
		['', null]
	])('reads %j as %s', (text, utcMs) => {
		expect(utcMsOf(text)).toBe(utcMs);
	});

	it.each([null, Number.NaN, 8.64e15 + 1, Number.POSITIVE_INFINITY])('%s has no text', (utcMs) => {
		expect(instantOf(utcMs)).toBeNull();
	});
});
