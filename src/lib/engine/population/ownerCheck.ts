/** The owner of a decided email, and how it was found. */
import type { CheckResult } from '../checks';
import type { Decisions } from '../decide';
import { mention } from '../resolution/checks';
import { findOwner, type OwnerFound } from './owner';
import { partiesAt } from './partiesAt';

/** Found when first asked for: deciding needs none, and what was decided does not change. */
const foundBefore = new WeakMap<Decisions, Map<number, OwnerFound>>();

/** The owner of a tracked email, as of its place; null on a fresh install, which describes nobody. */
export function ownerOf(decisions: Decisions, position: number): OwnerFound | null {
	if (decisions.scope === null || !decisions.isTracked(position)) return null;
	let found = foundBefore.get(decisions);
	if (!found) foundBefore.set(decisions, (found = new Map()));
	// A conversation may be thousands of emails long, so its owners are found from its start, without recursion.
	const waiting: number[] = [];
	for (let at = position; at >= 0 && !found.has(at); at = decisions.correlated[at] as number) waiting.push(at);
	for (const at of waiting.reverse()) {
		const correlated = decisions.correlated[at] as number;
		const ownerId = found.get(correlated)?.ownerId ?? null;
		const owner = ownerAt(decisions, at, correlated < 0 ? null : { ownerId });
		if (owner !== null) found.set(at, owner);
	}
	return found.get(position) ?? null;
}

function ownerAt(
	decisions: Decisions,
	position: number,
	correlated: { readonly ownerId: string | null } | null
): OwnerFound | null {
	const parties = partiesAt(decisions, position);
	if (decisions.scope === null || parties === null) return null;
	const { receivers } = decisions.scope;
	return findOwner({ outgoing: decisions.isOutgoing(position), parties, receivers, correlated });
}

export function ownerCheck(
	decisions: Decisions,
	position: number
): (CheckResult & { readonly check: 'population/owner' }) | null {
	const found = decisions.isTracked(position) ? ownerOf(decisions, position) : null;
	if (found === null) return null;
	const correlated = decisions.correlated[position] as number;
	const senderRow = partiesAt(decisions, position)?.sender.row ?? null;
	const receivers = decisions.scope?.receivers;
	const named = (id: string | null) =>
		id === null ? null : { id, name: receivers?.has(id) ? receivers.row(id).name : null };
	return {
		check: 'population/owner',
		outcome: found.ownerId === null ? 'unknown' : 'set',
		evidence: {
			owner: named(found.ownerId),
			why: found.why,
			field: found.field,
			lists: found.lists.map(({ field, candidates }) => ({
				field,
				candidates: candidates.map(({ row, ownerId, eligible }) => ({
					recipient: mention(row),
					owner: named(ownerId),
					eligible
				}))
			})),
			correlated: correlated < 0 ? null : decisions.stored.activityId(correlated),
			correlatedOwner: named(correlated < 0 ? null : (ownerOf(decisions, correlated)?.ownerId ?? null)),
			senderRow: senderRow && mention(senderRow),
			senderRowOwner: named(senderRow?.ownerid ?? null)
		}
	};
}
