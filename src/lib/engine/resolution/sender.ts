import type { OrgDbOrgSettings } from '../../domain/environment';
import type { Directory, DirectoryRow } from './directory';

/** A sender with this many matching rows or more stays unresolved ("less than 100"; exactly 100 is not documented). */
const tooManyMatches = 100;

/** Types in the order in which they win (Learn, "Associate an email address with a row"); others come last. */
const typeOrder = ['systemuser', 'contact', 'account', 'lead', 'equipment', 'team', 'businessunit'];

export interface SenderResolved {
	readonly row: DirectoryRow | null;
	readonly why:
		| 'noMatch'
		| 'onlyMatch'
		| 'ownedByReceiver'
		| 'firstByType'
		| 'inactiveUser'
		| 'noneActive'
		| 'unresolvedBySetting'
		| 'tooMany';
	/** Every row with the address. */
	readonly candidates: readonly DirectoryRow[];
}

/**
 * From resolves to one row. One match counts whatever its state, except an inactive user. Of several, a row owned by the
 * receiving user or queue's owner goes first, then the first active one by type, within a type the first created.
 */
export function resolveSender(
	address: string,
	directory: Directory,
	receiverIds: () => readonly string[],
	settings: OrgDbOrgSettings
): SenderResolved {
	const all = directory.rowsWith(address);
	// Inactive users never resolve.
	const candidates = all.filter(({ table, active }) => table !== 'systemuser' || active);
	const [only] = candidates;
	if (only === undefined) return { row: null, why: all.length > 0 ? 'inactiveUser' : 'noMatch', candidates: all };
	if (candidates.length === 1) return { row: only, why: 'onlyMatch', candidates: all };
	if (settings.UnresolveSenderInCaseOfMultipleMatch) return { row: null, why: 'unresolvedBySetting', candidates: all };
	if (candidates.length >= tooManyMatches) return { row: null, why: 'tooMany', candidates: all };
	const usable = candidates.filter(({ active }) => active || settings.ResolveForInactiveEntities).sort(byTypeThenAge);
	const receivers = receiverIds();
	const owned = usable.find(({ ownerid }) => ownerid !== null && receivers.includes(ownerid));
	if (owned) return { row: owned, why: 'ownedByReceiver', candidates: all };
	const first = usable[0];
	return first === undefined
		? { row: null, why: 'noneActive', candidates: all }
		: { row: first, why: 'firstByType', candidates: all };
}

function byTypeThenAge(a: DirectoryRow, b: DirectoryRow): number {
	return rank(a.table) - rank(b.table) || (a.createdonUtcMs ?? Infinity) - (b.createdonUtcMs ?? Infinity) || 0;
}

function rank(table: string): number {
	const index = typeOrder.indexOf(table);
	return index < 0 ? typeOrder.length : index;
}
