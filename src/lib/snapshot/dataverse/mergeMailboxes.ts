/** What other tables say about mailboxes. */
import { compareText, isPlainObject, type PlainObject, type PlainValue } from '../plainData';
import type { MergeRemarks, Ordered } from './mergeInput';
import { push, textAt, type RowList } from './rowList';

/** Dates of email server profiles, on the mailboxes that belong to them. */
export function mergeProfiles(order: Ordered, mailboxes: RowList, remarks: MergeRemarks): void {
	const byProfile = new Map<string, number[]>();
	for (const [at, row] of mailboxes.rows.entries()) {
		const profile = textAt(row, 'emailserverprofileid');
		if (profile !== '') push(byProfile, profile, at);
	}
	// A profile may be there many times: its mailboxes are gone through once.
	const dates = new Map<string, PlainValue>();
	for (const [fileIndex, { facts }] of order.entries()) {
		for (const { id, receivedAfter } of facts.serverProfiles) {
			if (byProfile.has(id)) dates.set(id, receivedAfter);
			else remarks.add(fileIndex, 'mailboxes-not-described');
		}
	}
	for (const [id, receivedAfter] of dates) {
		for (const at of byProfile.get(id) ?? [])
			mailboxes.update(at, { profileprocessemailsreceivedafter: receivedAfter });
	}
}

export function mergeFolders(
	order: Ordered,
	mailboxes: RowList,
	canonical: ReadonlyMap<string, string>,
	remarks: MergeRemarks
): void {
	const byMailbox = new Map<number, Map<string, PlainObject>>();
	for (const [fileIndex, { facts }] of order.entries()) {
		for (const { mailboxId, path, regarding } of facts.folders) {
			const at = mailboxes.find('', canonical.get(mailboxId) ?? mailboxId);
			if (at === undefined) {
				remarks.add(fileIndex, 'mailboxes-not-described');
				continue;
			}
			const folders = byMailbox.get(at) ?? foldersOf(mailboxes.rows[at]);
			byMailbox.set(at, folders);
			const key = path.toLowerCase();
			const before = folders.get(key);
			const kept = before?.regarding ?? null;
			folders.set(key, {
				...before,
				path: before?.path ?? path,
				regarding: regarding === undefined ? kept : regarding
			});
		}
	}
	for (const [at, folders] of byMailbox) {
		const paths = new Set(foldersOf(mailboxes.rows[at]).keys());
		const added = [...folders].filter(([key]) => !paths.has(key)).sort(([a], [b]) => compareText(a, b));
		const kept = [...folders].filter(([key]) => paths.has(key));
		mailboxes.update(at, { trackedfolders: [...kept, ...added].map(([, folder]) => folder) });
	}
}

function foldersOf(row: PlainObject | undefined): Map<string, PlainObject> {
	const list = row?.trackedfolders;
	const folders = Array.isArray(list) ? list.filter((folder): folder is PlainObject => isPlainObject(folder)) : [];
	return new Map(folders.map((folder) => [textAt(folder, 'path').toLowerCase(), folder]));
}
