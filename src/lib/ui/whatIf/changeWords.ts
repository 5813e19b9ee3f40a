import { settingWords } from '$lib/explain/settings';
import type { DraftChange } from '$lib/state/draftChanges';
import { pointerOf, valueAt, type ListName, type Row } from '$lib/state/environmentDraft';
import type { EnvironmentFileContent, SettingView } from '$lib/state/environment.svelte';
import { isChosen, type Control } from '$lib/ui/environment/controls/control';
import { LISTS } from '$lib/ui/environment/lists/registry';
import { settingControl, shownValue } from '$lib/ui/environment/settingControls';

export interface ChangedValue {
	readonly label: string;
	/** Logical name of the setting or key. */
	readonly name: string;
	readonly before: string;
	readonly after: string;
}
export interface ChangeWords {
	readonly title: string;
	readonly values: readonly ChangedValue[];
}

/** A change of the draft in the words of the Environment page. */
export function changeWords(
	change: DraftChange,
	draft: EnvironmentFileContent,
	settings: readonly SettingView[]
): ChangeWords {
	switch (change.kind) {
		case 'name':
			return {
				title: 'Name of the environment',
				values: [{ label: 'Name', name: 'name', before: plain(change.before), after: plain(change.after) }]
			};
		case 'setting': {
			const label = settingWords(change.name)?.label ?? change.name;
			const view = settings.find(({ name, section }) => name === change.name && section === change.section);
			const show = (value: unknown) => (view ? shownValue(settingControl(view), value) : plain(value));
			return {
				title: label,
				values: [{ label, name: change.name, before: show(change.before), after: show(change.after) }]
			};
		}
		case 'added':
			return { title: `Added: ${rowTitle(change.list, change.row, draft)}`, values: [] };
		case 'removed':
			return { title: `Removed: ${rowTitle(change.list, change.row, draft)}`, values: [] };
		case 'changed':
			return {
				title: `Changed: ${rowTitle(change.list, change.after, draft)}`,
				values: change.keys.map((key) => changedValue(change.list, key, change.before, change.after, draft))
			};
		case 'order':
			return { title: `${listOf(change.list)?.title ?? change.list}: in another order`, values: [] };
	}
}

function listOf(name: ListName) {
	return LISTS.find((list) => list.name === name);
}

function rowTitle(name: ListName, row: Row, file: EnvironmentFileContent): string {
	const list = listOf(name);
	return list ? `${list.one} “${list.summary(row, file).title}”` : name;
}

function changedValue(
	name: ListName,
	key: string,
	before: Row,
	after: Row,
	file: EnvironmentFileContent
): ChangedValue {
	const field = listOf(name)?.fields.find(({ path }) => path[0] === key);
	const control = typeof field?.control === 'function' ? field.control(file) : field?.control;
	const show = (row: Row): string => {
		const value = valueAt(row, [key]) ?? (field?.path.length === 1 ? field.ifAbsent : undefined);
		return control ? shownIn(control, value) : plain(value);
	};
	return { label: field?.label ?? key, name: pointerOf([key]).slice(1), before: show(before), after: show(after) };
}

function shownIn(control: Control, value: unknown): string {
	if (control.kind === 'lines' && Array.isArray(value)) return value.map(control.items.lineOf).join(', ') || 'empty';
	if (control.kind === 'choice') {
		return control.options.find((option) => isChosen(option, value))?.label ?? plain(value);
	}
	return typeof value === 'object' ? plain(value) : shownValue(control, value);
}

function plain(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'empty';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
