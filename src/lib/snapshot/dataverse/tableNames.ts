/** Names of tables, and the list of an environment file that their rows belong to. */
import type { ImportedSection } from './importedFacts';

/** Object type codes that are fixed (Learn, "Entity reference"); a custom table's is not. */
const TYPE_CODES: ReadonlyMap<string, string> = new Map([
	['1', 'account'],
	['2', 'contact'],
	['4', 'lead'],
	['8', 'systemuser'],
	['2020', 'queue']
]);

/** From an object type code or a name; null when it is neither. */
export function tableOfType(type: unknown): string | null {
	const text = typeof type === 'number' ? String(type) : typeof type === 'string' ? type.trim().toLowerCase() : '';
	return TYPE_CODES.get(text) ?? (isTableName(text) ? text : null);
}

/** Names of tables: letters, digits and underscores, at most 128 characters. */
export function isTableName(text: string): boolean {
	return /^[a-z][a-z0-9_]{0,127}$/.test(text);
}

export function sectionOf(table: string): Exclude<ImportedSection, 'mailboxes'> {
	return table === 'systemuser' ? 'users' : table === 'queue' ? 'queues' : 'records';
}
