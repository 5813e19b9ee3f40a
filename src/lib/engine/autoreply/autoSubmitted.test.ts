import { expect, it } from 'vitest';
import { isAutomatic, parseAutoSubmitted } from './autoSubmitted';

it.each([
	['auto-replied', 'auto-replied', ''],
	['  Auto-Generated ', 'auto-generated', ''],
	['NO', 'no', ''],
	['auto-replied (vacation)', 'auto-replied', 'vacation'],
	['(by (nested) rule) auto-replied', 'auto-replied', 'by nested rule'],
	['auto-generated (failure)', 'auto-generated', 'failure'],
	['auto-replied(vacation)', 'auto-replied', 'vacation'],
	['auto-notified; owner-email="a@example.com"', 'auto-notified', ''],
	['auto-replied ;x="(not a comment)"', 'auto-replied', ''],
	['auto-replied (a \\) b)', 'auto-replied', 'a ) b'],
	['auto-replied (never closed', 'auto-replied', 'never closed'],
	['auto-replied vacation', 'auto-replied', ''],
	['x-own-word', 'x-own-word', ''],
	['', '', ''],
	['(only a comment)', '', 'only a comment'],
	['; a=b', '', '']
])('reads %j', (value, keyword, comment) => {
	expect(parseAutoSubmitted(value)).toEqual({ keyword, comment });
});

it('takes every keyword but no for automatic', () => {
	expect(['auto-replied', 'yes', 'no', ''].map(isAutomatic)).toEqual([true, true, false, false]);
});
