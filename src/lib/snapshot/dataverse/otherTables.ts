/** Tables that are not known by name: any with a key `<table>id` and addresses in whatever columns. */
import { recordColumns } from '../../domain/dataverse/records';
import { addressesOf } from './addresses';
import { valuesOf, type WebApiRow } from './columns';
import { NO_FACTS, type ImportedFacts } from './importedFacts';
import type { FileRemarks } from './importedFile';
import { addressOf, guidOf, lineOf } from './values';

const keysOfOthers = /^(?:address\d_addressid|processid|stageid|organizationid|entityimageid|subscriptionid)$/;

/** Tables with addresses that are not those of a sender or recipient to resolve. */
const NOT_RECORDS: ReadonlySet<string> = new Set([
	'activityparty',
	'emailsignature',
	'mailboxstatistics',
	'organization'
]);

/** The row's own key, guessed: `<table>id` with a GUID. Null when it cannot be told. */
export function guessKey(row: WebApiRow, entitySet: string | null): string | null {
	// The key of every kind of activity.
	if (Object.hasOwn(row, 'activityid')) return null;
	const candidates = Object.keys(row).filter(
		(name) => /^[a-z][a-z0-9_]{0,127}id$/.test(name) && !keysOfOthers.test(name) && guidOf(row[name]) !== null
	);
	if (entitySet !== null) {
		const singulars = singularsOf(entitySet);
		const named = candidates.find((name) => singulars.includes(name.slice(0, -2)));
		if (named !== undefined) return named;
	}
	return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Names of sets are plurals that Dataverse made up: opportunities, new_boxes, contacts. */
function singularsOf(entitySet: string): readonly string[] {
	return [
		entitySet,
		entitySet.replace(/s$/, ''),
		entitySet.replace(/es$/, ''),
		entitySet.replace(/ies$/, 'y'),
		entitySet.replace(/set$/, '')
	];
}

/** Null when no row of it has an address, or none says which row it is. */
export function readOtherTable(
	rows: readonly WebApiRow[],
	entitySet: string | null,
	remarks: FileRemarks
): { readonly facts: ImportedFacts; readonly table: string } | null {
	const keyed = rows.find((row) => guessKey(row, entitySet) !== null);
	const key = keyed === undefined ? null : guessKey(keyed, entitySet);
	if (key === null) return null;
	const table = key.slice(0, -2);
	if (NOT_RECORDS.has(table)) return null;
	for (const name of [key, ...recordColumns.map((column) => column.name)]) remarks.columnsUsed.add(name);
	const facts = rows.flatMap((row) => {
		const id = guidOf(row[key]);
		if (id === null) {
			remarks.rowsNotUsed++;
			return [];
		}
		const { addresses } = addressesOf(row, null, remarks);
		// Senders and recipients are resolved by address: a row without any plays no part.
		if (addresses === null || addresses.length === 0) return [];
		const nameColumn = nameColumnOf(row);
		if (nameColumn !== null) remarks.columnsUsed.add(nameColumn);
		const name = nameColumn === null ? {} : { name: lineOf(row[nameColumn]) ?? '' };
		const values = { ...name, ...valuesOf(row, recordColumns, remarks) };
		return [{ section: 'records', table, id, values, addresses, addressesComplete: false, addsRow: true } as const];
	});
	return facts.length === 0 ? null : { facts: { ...NO_FACTS, rows: facts }, table };
}

const maxNameLength = 200;

/** `fullname`, `name`, `<prefix>_name`, else the first column with a text that is no address, id or time. */
function nameColumnOf(row: WebApiRow): string | null {
	const texts = Object.keys(row).filter((name) => {
		const value = row[name];
		if (name.includes('@') || typeof value !== 'string' || value.trim() === '' || value.length > maxNameLength)
			return false;
		return (
			lineOf(value) !== undefined &&
			addressOf(value) === null &&
			guidOf(value) === null &&
			!/^\d{4}-\d\d-\d\d/.test(value)
		);
	});
	return (
		texts.find((name) => name === 'fullname') ??
		texts.find((name) => name === 'name') ??
		texts.find((name) => name.endsWith('_name')) ??
		texts[0] ??
		null
	);
}
