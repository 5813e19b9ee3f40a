import type { FolderMove } from '../../domain/environment';

export function sameFolder(a: string, b: string): boolean {
	return folderKey(a) === folderKey(b);
}

export function isInboxRoot(folder: string): boolean {
	return folderKey(folder) === 'inbox';
}

export function isBelowInbox(folder: string): boolean {
	return folderKey(folder).startsWith('inbox/');
}

export function isSentItems(folder: string): boolean {
	return ['sent items', 'sentitems', 'sent'].includes(folderKey(folder));
}

/** Where a message lay at an instant; `folder` is where it arrived. */
export function folderAt(folder: string, moves: readonly FolderMove[], atUtcMs: number): string {
	return moves.findLast((move) => move.atUtcMs <= atUtcMs)?.folder ?? folder;
}

/** Folder paths compare without letter case; a slash at either end does not count. */
export function folderKey(folder: string): string {
	return folder.replace(/^\/+|\/+$/g, '').toLowerCase();
}
