/** The lanes of a timeline: one for each folder of the window, so that a move is seen as a step aside. */
import type { TimelineRowView } from '$lib/state/timeline.svelte';

/** More folders than this share the last lane. */
const maxLanes = 4;
const inbox = 'Inbox';

export interface Lanes {
	readonly names: readonly string[];
	of(folder: string): number;
}

/** The Inbox first, folders below it, then the others, each in the order in which they turn up. */
export function lanesOf(rows: readonly TimelineRowView[]): Lanes {
	const names = new Map([[keyOf(inbox), inbox]]);
	for (const row of rows) {
		for (const folder of foldersOf(row)) if (!names.has(keyOf(folder))) names.set(keyOf(folder), folder);
	}
	const keys = [...names.keys()].sort((a, b) => rankOf(a) - rankOf(b));
	const shared = keys.length > maxLanes;
	const own = shared ? keys.slice(0, maxLanes - 1) : keys;
	const lanes = new Map(own.map((key, lane) => [key, lane]));
	return {
		names: [...own.map((key) => names.get(key) ?? key), ...(shared ? ['Other folders'] : [])],
		of: (folder) => lanes.get(keyOf(folder)) ?? maxLanes - 1
	};
}

function foldersOf(row: TimelineRowView): readonly string[] {
	if (row.kind === 'email') return [row.folder];
	return row.kind === 'move' ? [row.from, row.to] : [];
}

function keyOf(folder: string): string {
	return folder.replace(/^\/+|\/+$/g, '').toLowerCase();
}

function rankOf(key: string): number {
	return key === 'inbox' ? 0 : key.startsWith('inbox/') ? 1 : 2;
}
