import { expect, test } from 'vitest';
import { instantOfUtcInput, itemsOf, textItems, textOf, utcInputValue } from './control';

test.each([
	['2026-01-05T09:00:00Z', '2026-01-05T09:00'],
	['2026-01-05T09:00:30Z', '2026-01-05T09:00:30'],
	['2026-01-05T09:00:00.5Z', '2026-01-05T09:00:00.500'],
	['2026-01-05T09:00:00+02:00', '2026-01-05T07:00'],
	['soon', ''],
	[null, '']
])('the instant %s is shown as "%s"', (instant, shown) => expect(utcInputValue(instant)).toBe(shown));

test.each([
	['2026-01-05T09:00', '2026-01-05T09:00:00Z'],
	['2026-01-05T09:00:30', '2026-01-05T09:00:30Z'],
	['', null]
])('the input "%s" is the instant %s', (value, instant) => expect(instantOfUtcInput(value)).toBe(instant));

test('a list is one item a line', () => {
	expect(itemsOf(' CRM: \r\n\nOLD:\n', textItems, [])).toEqual(['CRM:', 'OLD:']);
	expect(textOf(['CRM:', 'OLD:'], textItems)).toBe('CRM:\nOLD:');
	expect(textOf(undefined, textItems)).toBe('');
});
