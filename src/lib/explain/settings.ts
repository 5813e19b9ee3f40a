/** Every setting of the environment: its label in the admin UI where it has one, what it does, and what it changes here. */
import type { ModelOptions, OrganizationSettings, OrgDbOrgSettings } from '../domain/environment';
import { MODEL_OPTION_WORDS } from './settings/modelOptions';
import { ORG_DB_ORG_SETTINGS_WORDS } from './settings/orgDbOrgSettings';
import { ORGANIZATION_WORDS } from './settings/organization';
import { SETTING_EFFECT_WORDS, type FieldWords, type SettingWords } from './settings/words';

export type SettingName = keyof OrganizationSettings | keyof OrgDbOrgSettings | keyof ModelOptions;

export const SETTING_WORDS: Readonly<Record<SettingName, SettingWords>> = {
	...ORGANIZATION_WORDS,
	...ORG_DB_ORG_SETTINGS_WORDS,
	...MODEL_OPTION_WORDS
};

/** Null for a setting that is not known. */
export function settingWords(name: string): SettingWords | null {
	return Object.hasOwn(SETTING_WORDS, name) ? SETTING_WORDS[name as SettingName] : null;
}

/** That a setting or field changes no verdict; null for one that does. */
export function effectText({ effect }: FieldWords): string | null {
	return SETTING_EFFECT_WORDS[effect];
}
