import { expect, test } from 'vitest';
import { isDefault, settingValueText } from './settingValue';

test.each([
	[null, '(none)'],
	[[], '(none)'],
	[['OLD:', 'ref:'], 'OLD:, ref:'],
	['', '(empty)'],
	[false, 'false'],
	[0, '0']
])('%j is shown as %s', (value, shown) => expect(settingValueText(value)).toBe(shown));

test.each([
	[['FW', 'WG'], ['FW', 'WG'], true],
	[['FW'], ['FW', 'WG'], false],
	[null, null, true],
	[0, null, false]
])('%j with default %j', (value, standard, same) => {
	expect(isDefault({ name: 'any', section: 'organization', value, default: standard })).toBe(same);
});
