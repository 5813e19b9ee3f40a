/** By which GUIDs Dataverse knows the rows of an environment file. */
import type { EnvironmentFile } from '../environmentFile';
import { isPlainObject } from '../plainData';
import { dataverseIdKey } from './rowList';
import { guidOf } from './values';

/** By the row's id: its own where that is a GUID, and the one that an import has noted beside it. */
export function dataverseIdsIn(file: EnvironmentFile): ReadonlyMap<string, readonly string[]> {
	const ids = new Map<string, readonly string[]>();
	for (const list of [file.records, file.queues, file.users, file.mailboxes]) {
		if (!Array.isArray(list)) continue;
		for (const row of list) {
			if (!isPlainObject(row) || typeof row.id !== 'string') continue;
			const guids = [guidOf(row.id), guidOf(row[dataverseIdKey])].filter((guid) => guid !== null);
			if (guids.length > 0) ids.set(row.id, guids);
		}
	}
	return ids;
}
