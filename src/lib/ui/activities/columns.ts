import type { SortColumn } from '$lib/state/activities.svelte';

export interface GridColumn {
	readonly id: string;
	readonly title: string;
	/** The title is for screen readers only. */
	readonly titleHidden?: boolean;
	/** Null: rows cannot be sorted by it. */
	readonly sort: SortColumn | null;
}

export const GRID_COLUMNS: readonly GridColumn[] = [
	{ id: 'tracked', title: 'Tracked', titleHidden: true, sort: 'tracked' },
	{ id: 'subject', title: 'Subject', sort: 'subject' },
	{ id: 'from', title: 'From', sort: 'from' },
	{ id: 'received', title: 'Received', sort: 'received' },
	{ id: 'link', title: 'Correlated by', sort: 'method' },
	{ id: 'class', title: 'Kind', sort: 'class' },
	{ id: 'flags', title: 'Flags', sort: null }
];
