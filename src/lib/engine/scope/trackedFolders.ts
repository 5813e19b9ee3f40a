/** Folder-level tracking: which folders of a mailbox it works for, and which emails lay in one of them. */
import type { RecordReference } from '../../domain/columns';
import type { Mailbox } from '../../domain/environment';
import { maxTrackedFolders } from '../../domain/limits';
import { isBelowInbox, sameFolder } from './folder';
import type { Holding } from './holdings';
import { staysOf, wasSeen, type Stay } from './stays';

export type NotTrackedWhy = 'notTracked' | 'queueMailbox' | 'beyondLimit' | 'notBelowInbox';

/** Null for a folder that is tracked. Folder-level tracking is not for queue mailboxes. */
export function whyNotTracked(
	{ trackedfolders }: Pick<Mailbox, 'trackedfolders'>,
	folder: string,
	ownerIsQueue: boolean
): NotTrackedWhy | null {
	const index = indexOf(trackedfolders, folder);
	if (index < 0) return 'notTracked';
	if (ownerIsQueue) return 'queueMailbox';
	if (!isBelowInbox(folder)) return 'notBelowInbox';
	return index < maxTrackedFolders ? null : 'beyondLimit';
}

const NO_STAYS: readonly Stay[] = [];

/** Stays in tracked folders, by time. */
export function trackedStays(holding: Holding, receivedAtUtcMs: number | null, ownerIsQueue: boolean): readonly Stay[] {
	const { mailbox } = holding;
	if (mailbox.trackedfolders.length === 0 || ownerIsQueue) return NO_STAYS;
	return staysOf(holding, receivedAtUtcMs, (folder) => whyNotTracked(mailbox, folder, ownerIsQueue) === null);
}

/** The Regarding that tracked folders set: each writes its own over what was there; one without leaves it. */
export function regardingOf({ trackedfolders }: Mailbox, stays: readonly Stay[]): RecordReference | null {
	for (const stay of stays.toReversed()) {
		const regarding = wasSeen(stay) ? trackedfolders[indexOf(trackedfolders, stay.folder)]?.regarding : null;
		if (regarding) return regarding;
	}
	return null;
}

function indexOf(trackedfolders: Mailbox['trackedfolders'], folder: string): number {
	return trackedfolders.findIndex(({ path }) => sameFolder(path, folder));
}
