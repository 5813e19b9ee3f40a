import { describe, expect, it } from 'vitest';
import { addressOf, flagOf, guidOf, instantTextOf, integerOf, stateOf, trackingPrefixesOf } from './values';

const guid = '5b0a6a43-9a0c-ef11-9f89-000d3a123401';

describe('values of the Web API', () => {
	it.each<[(value: unknown) => unknown, unknown, unknown]>([
		[guidOf, `{${guid.toUpperCase()}}`, guid],
		[guidOf, ` ${guid} `, guid],
		[guidOf, '1', null],
		[guidOf, 7, null],
		[addressOf, ' ann@fabrikam.example ', 'ann@fabrikam.example'],
		[addressOf, 'Ann <ann@fabrikam.example>', null],
		[addressOf, 'a@b@c', null],
		[addressOf, `${'a'.repeat(400)}@b.example`, null],
		[flagOf, true, true],
		[flagOf, '0', false],
		[flagOf, 1, true],
		[flagOf, ' TRUE ', true],
		[flagOf, 'maybe', undefined],
		[flagOf, 2, undefined],
		[integerOf, '12', 12],
		[integerOf, 1.5, undefined],
		[integerOf, 'x', undefined],
		[integerOf, true, undefined],
		[instantTextOf, '2026-01-02', '2026-01-02T00:00:00Z'],
		[instantTextOf, '2026-01-02T03:04:05+02:00', '2026-01-02T01:04:05Z'],
		[instantTextOf, '2026-02-30', undefined],
		[instantTextOf, '1/2/2026', undefined],
		[stateOf, 0, true],
		[stateOf, 2, false],
		[trackingPrefixesOf, 'CON:;CRM:, ref:\nCRM:', ['CON:', 'CRM:', 'ref:']],
		[trackingPrefixesOf, '', []],
		[trackingPrefixesOf, 'x'.repeat(21), undefined]
	])('%o of %j', (read, value, expected) => {
		expect(read(value)).toEqual(expected);
	});
});
