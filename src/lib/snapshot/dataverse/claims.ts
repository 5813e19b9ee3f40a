/** Which row of the environment an imported row is, where the ids do not say. */
import type { CombinedRow } from './combinedRows';
import type { ImportedSection } from './importedFacts';
import { push, textAt, type RowList } from './rowList';
import { guidOf } from './values';

export type Lists = Readonly<Record<ImportedSection, RowList>>;

/**
 * Rows entered by hand that Dataverse now names: a user or queue, or a record of the same table, by an address; a
 * mailbox by its owner. Only where it is clear both ways: one such row, and one imported row that could be it.
 */
export function claimedRows(
	section: ImportedSection,
	rows: readonly CombinedRow[],
	lists: Lists,
	canonical: ReadonlyMap<string, string>
): ReadonlyMap<CombinedRow, number> {
	const list = lists[section];
	const byOwner = section === 'mailboxes' ? mailboxesByOwner(list) : null;
	const candidates = new Map<CombinedRow, number>();
	const claims = new Map<number, number>();
	for (const row of rows) {
		const canClaim = row.idMadeUp || guidOf(row.id) !== null;
		if (!canClaim || list.find(row.table, row.id) !== undefined) continue;
		const owner = byOwner === null ? undefined : ownerOf(row, lists, canonical);
		const places =
			byOwner === null
				? placesWithAddress(row, list)
				: new Set(typeof owner === 'string' ? byOwner.get(owner) : undefined);
		const [place] = places;
		if (place === undefined || places.size !== 1) continue;
		candidates.set(row, place);
		claims.set(place, (claims.get(place) ?? 0) + 1);
	}
	for (const [row, place] of candidates) if (claims.get(place) !== 1) candidates.delete(row);
	return candidates;
}

/** An address that more rows have tells nothing. */
const maxSharing = 50;

export function placesWithAddress(row: CombinedRow, list: RowList): ReadonlySet<number> {
	const places = new Set<number>();
	for (const address of row.addresses ?? []) {
		const sharing = list.withAddress(address);
		if (sharing.size > maxSharing) continue;
		for (const at of sharing) {
			const sameTable = row.section !== 'records' || textAt(list.rows[at] ?? {}, 'table') === row.table;
			if (sameTable && (row.idMadeUp || list.isUnidentified(at))) places.add(at);
		}
	}
	return places;
}

function mailboxesByOwner(list: RowList): ReadonlyMap<string, readonly number[]> {
	const byOwner = new Map<string, number[]>();
	for (const [at, row] of list.rows.entries()) {
		const owner = textAt(row, 'ownerid');
		if (owner === '' || !list.isUnidentified(at)) continue;
		push(byOwner, owner, at);
	}
	return byOwner;
}

/** The id that the environment has for the owner; undefined when the row does not speak of one. */
export function ownerOf(
	{ section, values }: CombinedRow,
	lists: Lists,
	canonical: ReadonlyMap<string, string>
): string | null | undefined {
	const { ownerid } = values;
	if (typeof ownerid === 'string') return idInEnvironment(ownerid, lists, canonical);
	if (ownerid === null) return null;
	if (section !== 'mailboxes' || typeof values.emailaddress !== 'string') return undefined;
	const owners = [lists.users, lists.queues].flatMap((list) =>
		[...list.withAddress(String(values.emailaddress))].map((at) => textAt(list.rows[at] ?? {}, 'id'))
	);
	return owners.length === 1 ? owners[0] : undefined;
}

function idInEnvironment(id: string, lists: Lists, canonical: ReadonlyMap<string, string>): string {
	const known = canonical.get(id);
	if (known !== undefined) return known;
	for (const list of [lists.users, lists.queues]) {
		const at = list.find('', id);
		if (at !== undefined) return textAt(list.rows[at] ?? {}, 'id');
	}
	return id;
}
