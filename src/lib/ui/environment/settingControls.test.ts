import { expect, test } from 'vitest';
import { DEFAULT_MODEL_OPTIONS, DEFAULT_ORG_DB_ORG_SETTINGS, DEFAULT_ORGANIZATION } from '../../domain/environment';
import schema from '../../../../static/schema/environment.v1.schema.json';
import type { SettingView } from '../../state/environment.svelte';
import { settingControl, shownValue } from './settingControls';

interface ValueSchema {
	readonly type?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly enum?: readonly unknown[];
}
const SECTIONS = {
	organization: DEFAULT_ORGANIZATION,
	orgDbOrgSettings: DEFAULT_ORG_DB_ORG_SETTINGS,
	modelOptions: DEFAULT_MODEL_OPTIONS
};
const SETTINGS = Object.entries(SECTIONS).flatMap(([section, defaults]) =>
	Object.entries(defaults).map(([name, standard]) => {
		const properties = schema.properties[section as keyof typeof SECTIONS].properties as Record<
			string,
			{ readonly anyOf: readonly ValueSchema[] }
		>;
		const setting = { name, section, value: standard, default: standard } as SettingView;
		return { name, standard, control: settingControl(setting), allowed: properties[name]?.anyOf[0] ?? {} };
	})
);

test.each(SETTINGS)('$name is entered as its schema says', ({ control, allowed, standard }) => {
	switch (control.kind) {
		case 'switch':
			return expect(allowed.type).toBe('boolean');
		case 'number':
			expect([control.least, control.most]).toEqual([allowed.minimum, allowed.maximum]);
			return expect(control.ifEmpty).toBe(standard);
		case 'choice':
			return expect(control.options.map(({ value }) => value)).toEqual(allowed.enum);
		case 'text':
			return expect(allowed.type).toBe('string');
		default:
			return expect(standard).toBeInstanceOf(Array);
	}
});

test.each([
	['ignoreinternalemail', 'On'],
	['enablesmartmatching', 'Off'],
	['SSSForceFilteringMethodForUserMailboxes', 'Off: each user’s own filter (-1)'],
	['smartMatchingWindowDays', 'empty'],
	['trackingprefixhistory', 'empty'],
	['hashmaxcount', '20']
])('the default of %s is shown as %s', (name, shown) => {
	const found = SETTINGS.find((setting) => setting.name === name);
	expect(found && shownValue(found.control, found.standard)).toBe(shown);
});
