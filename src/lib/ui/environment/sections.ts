import type { SettingView } from '$lib/state/environment.svelte';

export interface SettingSection {
	readonly id: SettingView['section'];
	readonly title: string;
	readonly about: string;
}

export const SETTING_SECTIONS: readonly SettingSection[] = [
	{
		id: 'organization',
		title: 'System Settings',
		about:
			'Columns of the organization table, set on the Email tab of System Settings. Where a name is none of its columns, a note tells which one it stands for.'
	},
	{
		id: 'orgDbOrgSettings',
		title: 'OrgDBOrgSettings',
		about: 'Switches outside System Settings, changed with the OrgDBOrgSettings tool.'
	},
	{
		id: 'modelOptions',
		title: 'Readings of this model',
		about: 'What the documentation leaves open, each with the reading that is used unless you choose another.'
	}
];
