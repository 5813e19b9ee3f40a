/** What each list of the environment holds, and how a row of it is entered. One file a list; `registry.ts` names them. */
import { rowsOf, type ListName, type Path, type Row } from '$lib/state/environmentDraft';
import type { RowFieldWords } from '$lib/explain/settings/words';
import type { EnvironmentFileContent, Naming } from '$lib/state/environment.svelte';
import type { Control, Option } from '../controls/control';

export interface RowField {
	/** Keys and indexes from the row down. */
	readonly path: Path;
	readonly label: string;
	readonly words: RowFieldWords;
	readonly hint?: string;
	readonly control: Control | ((file: EnvironmentFileContent) => Control);
	/** What a key that is left out counts as. */
	readonly ifAbsent?: unknown;
	/** Takes the whole width of the form. */
	readonly wide?: boolean;
	shownFor?(row: Row): boolean;
	/** What the file may hold, but has no effect. */
	problems?(row: Row, file: EnvironmentFileContent): readonly string[];
	/** Fields of the items of this one, which follow it. */
	items?(row: Row): readonly RowField[];
}

export interface RowSummary {
	readonly title: string;
	readonly details: readonly string[];
	/** What keeps the row from doing its work. */
	readonly warning?: string;
}

export interface ListWords {
	readonly name: ListName;
	readonly title: string;
	/** One row, with its article left out. */
	readonly one: string;
	readonly about: string;
	/** What happens without any. */
	readonly empty: string;
	/** The first match wins, so rows can be moved. */
	readonly ordered?: boolean;
	readonly fields: readonly RowField[];
	/** A new row without its id. */
	readonly create: () => Row;
	/** Null where rows have no id. */
	readonly naming: ((row: Row, file: EnvironmentFileContent) => Naming) | null;
	summary(row: Row, file: EnvironmentFileContent): RowSummary;
}

/** The fields of one row, in the order shown. */
export function fieldsOf({ fields }: ListWords, row: Row): readonly RowField[] {
	return fields
		.flatMap((field) => [field, ...(field.items?.(row) ?? [])])
		.filter((field) => field.shownFor?.(row) ?? true);
}

export function textAt(row: Row, key: string): string {
	const value = row[key];
	return typeof value === 'string' ? value : '';
}

/** The addresses in one line. */
export function addressesOf(row: Row): string {
	const { emailaddresses } = row;
	if (!Array.isArray(emailaddresses) || emailaddresses.length === 0) return 'No email address';
	return emailaddresses.map(String).join(', ');
}

/** Name of a user or queue: its own, else its id. */
export function ownerName(file: EnvironmentFileContent, id: unknown): string | null {
	const user = rowsOf(file, 'users').find((row) => row.id === id);
	if (user) return textAt(user, 'fullname') || String(id);
	const queue = rowsOf(file, 'queues').find((row) => row.id === id);
	return queue ? textAt(queue, 'name') || String(id) : null;
}

/** Rows of lists to choose one of, by id. */
export function rowOptions(
	file: EnvironmentFileContent,
	lists: readonly ListName[],
	label: (row: Row) => string,
	none: string
): readonly Option[] {
	const rows = lists.flatMap((list) => rowsOf(file, list));
	return [
		{ value: null, label: none, is: (value) => value === null || value === undefined },
		...rows.map((row) => ({ value: row.id, label: label(row) }))
	];
}
