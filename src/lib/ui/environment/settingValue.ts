import type { SettingView } from '$lib/state/environment.svelte';

type SettingValue = SettingView['value'];

/** As the file spells it; lists joined, nothing written out. */
export function settingValueText(value: SettingValue): string {
	if (value === null) return '(none)';
	if (typeof value === 'object') return value.length === 0 ? '(none)' : value.join(', ');
	return value === '' ? '(empty)' : String(value);
}

export function isDefault(setting: SettingView): boolean {
	return JSON.stringify(setting.value) === JSON.stringify(setting.default);
}
