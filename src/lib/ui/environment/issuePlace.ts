import { settingWords } from '$lib/explain/settings';
import { rowAt, rowsOf } from '$lib/state/environmentDraft';
import type { EnvironmentFileContent } from '$lib/state/environment.svelte';
import { fieldsOf } from './lists/list';
import { LISTS } from './lists/registry';

/** Where an issue is, in the words of the page: `Users, Luisa Alves, Email addresses`. */
export function issuePlace(file: EnvironmentFileContent, pointer: string): string {
	const [, section, key, ...rest] = pointer.split('/');
	const at = rowAt(pointer);
	const list = at && LISTS.find(({ name }) => name === at.list);
	const row = at && rowsOf(file, at.list)[at.index];
	if (!list || !row) return key === undefined ? (section ?? '') : (settingWords(key)?.label ?? key);
	const field = fieldsOf(list, row).findLast(({ path }) => path.every((step, index) => rest[index] === String(step)));
	return [list.title, list.summary(row, file).title, ...(field ? [field.label] : [])].join(', ');
}
