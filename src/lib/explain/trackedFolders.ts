/** What is wrong with a mailbox's list of tracked folders, which a file may hold all the same. */
import { maxTrackedFolders } from '../domain/limits';
import { folderKey } from '../engine/scope/folder';
import { whyNotTracked } from '../engine/scope/trackedFolders';

/** One sentence for each problem. Lines are counted from 1. */
export function trackedFolderProblems(paths: readonly string[], ownerIsQueue: boolean): readonly string[] {
	if (paths.length === 0) return [];
	if (ownerIsQueue) {
		return ['Folder-level tracking does not work for the mailbox of a queue, so none of these counts.'];
	}
	const counted = paths.slice(0, maxTrackedFolders);
	const trackedfolders = counted.map((path) => ({ path, regarding: null }));
	const problems = counted.flatMap((path, index) => {
		const first = firstOf(counted, path);
		if (first < index) return `Line ${index + 1}: the same folder as line ${first + 1}.`;
		return whyNotTracked({ trackedfolders }, path, ownerIsQueue) === null
			? []
			: `Line ${index + 1}: not below the Inbox, so it does not count.`;
	});
	return [...problems, ...beyondLimit(paths.length)];
}

function beyondLimit(count: number): readonly string[] {
	const first = maxTrackedFolders + 1;
	if (count < first) return [];
	const lines = count === first ? `Line ${first} does` : `Lines ${first} to ${count} do`;
	return [`${lines} not count: a user can have at most ${maxTrackedFolders} tracked folders.`];
}

/** Index of the first of those that name the same folder. */
export function firstOf(paths: readonly string[], path: string): number {
	const key = folderKey(path);
	return paths.findIndex((other) => folderKey(other) === key);
}
