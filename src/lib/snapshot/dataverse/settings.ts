/** Does a setting's value fit the environment file? One that does not is left out, the others are taken. */
import * as v from 'valibot';
import { environmentFileSchema } from '../environmentSchema';
import type { PlainValue } from '../plainData';

const { organization, orgDbOrgSettings } = environmentFileSchema.entries;
const schemas = {
	organization: organization.wrapped.entries as Readonly<Record<string, v.GenericSchema>>,
	orgDbOrgSettings: orgDbOrgSettings.wrapped.entries as Readonly<Record<string, v.GenericSchema>>
};
const orgDbNames = new Map(Object.keys(schemas.orgDbOrgSettings).map((name) => [name.toLowerCase(), name]));

/** A setting that this version does not know fits: it is kept and written back. */
export function settingFits(section: keyof typeof schemas, name: string, value: PlainValue): boolean {
	const schema = Object.hasOwn(schemas[section], name) ? schemas[section][name] : undefined;
	return schema === undefined || v.is(schema, value);
}

/** What values the setting takes, in the notation of types and literals; null for any. */
export function settingExpects(section: keyof typeof schemas, name: string, value: PlainValue): string | null {
	const schema = Object.hasOwn(schemas[section], name) ? schemas[section][name] : undefined;
	const issue = schema === undefined ? undefined : v.safeParse(schema, value).issues?.[0];
	return issue?.expected ?? issue?.message ?? null;
}

export function isKnownOrgDbSetting(name: string): boolean {
	return Object.hasOwn(schemas.orgDbOrgSettings, name);
}

/** The name as it is documented, whatever its letter case here. */
export function orgDbSettingName(name: string): string {
	return orgDbNames.get(name.toLowerCase()) ?? name;
}

/** 1 and 0 for a setting that is a flag: the tool shows some of them like that. */
export function orgDbSettingValue(name: string, value: PlainValue): PlainValue {
	if (value !== 0 && value !== 1) return value;
	return settingFits('orgDbOrgSettings', name, value) ? value : value === 1;
}
