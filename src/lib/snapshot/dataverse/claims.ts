/** Which row of the environment an imported row is, where the ids do not say. */
import type { CombinedRow } from './combinedRows';
import type { ImportedSection } from './importedFacts';
import { soleOf, textAt, type RowList } from './rowList';
import { guidOf } from './values';

export type Lists = Readonly<Record<ImportedSection, RowList>>;

/**
 * Rows of the environment that imported rows are, though no id says so: a user or queue, or a record of the same table,
 * by an address; a mailbox by its owner. Only where it is clear both ways: one such row, and one imported row that could
 * be it. The row notes the imported one's id, so that this is asked once: what is added later cannot make it doubtful.
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
		let place = list.find(row.table, row.id);
		if (place === undefined) {
			// What only adds to a row finds it by its id.
			if (!row.addsRow || !(row.idMadeUp || guidOf(row.id) !== null)) continue;
			const owner = byOwner === null ? undefined : ownerOf(row, lists, canonical);
			place =
				byOwner === null
					? soleOf(placesWithAddress(row, list))
					: typeof owner === 'string'
						? (byOwner.get(owner) ?? undefined)
						: undefined;
			if (place === undefined) continue;
			candidates.set(row, place);
		}
		claims.set(place, (claims.get(place) ?? 0) + 1);
	}
	for (const [row, place] of candidates) if (claims.get(place) !== 1) candidates.delete(row);
	return candidates;
}

/** An address that more rows have tells nothing. */
const maxSharing = 50;

function placesWithAddress(row: CombinedRow, list: RowList): ReadonlySet<number> {
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

/** Null: the owner has several. */
function mailboxesByOwner(list: RowList): ReadonlyMap<string, number | null> {
	const byOwner = new Map<string, number | null>();
	for (const [at, row] of list.rows.entries()) {
		const owner = textAt(row, 'ownerid');
		if (owner === '' || !list.isUnidentified(at)) continue;
		byOwner.set(owner, byOwner.has(owner) ? null : at);
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
	const users = lists.users.withAddress(values.emailaddress);
	const queues = lists.queues.withAddress(values.emailaddress);
	if (users.size + queues.size !== 1) return undefined;
	const [list, at] = users.size === 1 ? [lists.users, soleOf(users)] : [lists.queues, soleOf(queues)];
	return at === undefined ? undefined : textAt(list.rows[at] ?? {}, 'id');
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
