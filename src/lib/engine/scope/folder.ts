import type { FolderMove } from '../../domain/environment';

/** Folder paths compare without letter case; a slash at either end does not count. */
export function sameFolder(a: string, b: string): boolean {
	return normalised(a) === normalised(b);
}

export function isInboxRoot(folder: string): boolean {
	return normalised(folder) === 'inbox';
}

export function isBelowInbox(folder: string): boolean {
	return normalised(folder).startsWith('inbox/');
}

export function isSentItems(folder: string): boolean {
	return ['sent items', 'sentitems', 'sent'].includes(normalised(folder));
}

/** Where a message lay at an instant; `folder` is where it arrived. */
export function folderAt(folder: string, moves: readonly FolderMove[], atUtcMs: number): string {
	return moves.findLast((move) => move.atUtcMs <= atUtcMs)?.folder ?? folder;
}

function normalised(folder: string): string {
	return folder.replace(/^\/+|\/+$/g, '').toLowerCase();
}
