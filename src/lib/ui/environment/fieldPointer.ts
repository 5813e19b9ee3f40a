import { rowsOf, type ListName, type Row } from '$lib/state/environmentDraft';
import type { EnvironmentFileContent } from '$lib/state/environment.svelte';
import { settingPointer } from './fieldHref';
import { LISTS } from './lists/registry';

const receivers = 'users or queues/';
const mailboxes = 'mailboxes/';
const owner = '/ownerid';

/** The pointer with a row's id, as `/mailboxes/m-luisa/ownerid` has it, replaced by the row's index. */
export function indexedPointer(file: EnvironmentFileContent, pointer: string): string {
	const [, section, key, ...rest] = pointer.split('/');
	const list = LISTS.find(({ name }) => name === section);
	if (!list || key === undefined) return pointer;
	const id = key.replaceAll('~1', '/').replaceAll('~0', '~');
	const index = rowsOf(file, list.name).findIndex((row) => row.id === id);
	return index < 0 ? pointer : ['', list.name, index, ...rest].join('/');
}

/**
 * The field that would settle what a decision needs (`Verdict.needs`): the mailbox's owner, the reference to a row that
 * is not described. Null where no field of the environment does.
 */
export function pointerOfNeed(file: EnvironmentFileContent, need: string): string | null {
	if (need === 'receivedAt') return '/marks';
	if (need.startsWith(receivers)) {
		return referrer(file, 'mailboxes', 'ownerid', need.slice(receivers.length)) ?? '/users';
	}
	if (!need.startsWith(mailboxes)) return settingPointer(need);
	const id = need.slice(mailboxes.length);
	return id.endsWith(owner)
		? indexedPointer(file, `/mailboxes/${id.slice(0, -owner.length)}${owner}`)
		: (referrer(file, 'placements', 'mailboxid', id) ?? '/mailboxes');
}

/** Pointer to the first field of a list that holds this id. */
function referrer(file: EnvironmentFileContent, list: ListName, field: string, id: string): string | null {
	const index = rowsOf(file, list).findIndex((row: Row) => row[field] === id);
	return index < 0 ? null : `/${list}/${index}/${field}`;
}
