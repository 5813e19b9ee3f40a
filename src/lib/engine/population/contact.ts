/**
 * AutoCreateContactOnPromote: tracking an email makes a contact of a sender whom no row has (Learn, "OrgDBOrgSettings").
 * The contact is not modelled, since users can switch this off; it is noted where it would have been made, and where a
 * later email of that sender meets it.
 */
import type { CheckResult } from '../checks';
import type { Decisions } from '../decide';
import type { Evaluated } from '../evaluate';
import { partiesAt } from './partiesAt';

/** First tracked incoming email of each address, for the decisions made so far. */
interface FirstTracked {
	upTo: number;
	readonly byAddress: Map<string, number>;
}
const firstTracked = new WeakMap<Decisions, FirstTracked>();

/** Made when first asked for, and up to date from then on: deciding needs none. */
function firstTrackedFrom(address: string, decisions: Decisions): number | null {
	const index = firstTracked.get(decisions) ?? { upTo: 0, byAddress: new Map<string, number>() };
	firstTracked.set(decisions, index);
	for (; index.upTo < decisions.length; index.upTo++) {
		const from = decisions.stored.message(index.upTo).from?.address.trim().toLowerCase();
		if (from === undefined || !decisions.isTracked(index.upTo) || decisions.isOutgoing(index.upTo)) continue;
		if (!index.byAddress.has(from)) index.byAddress.set(from, index.upTo);
	}
	return index.byAddress.get(address.trim().toLowerCase()) ?? null;
}

/** Null where nothing is to be noted: a known sender, an outgoing email, the setting off, or nobody described. */
export function contactCheck(
	decisions: Decisions,
	position: number,
	evaluated: Evaluated
): (CheckResult & { readonly check: 'population/contact' }) | null {
	const sender = partiesAt(decisions, position)?.sender.check.evidence;
	const { AutoCreateContactOnPromote } = decisions.environment.orgDbOrgSettings;
	if (!AutoCreateContactOnPromote || evaluated.outgoing || sender?.why !== 'noMatch' || sender.address === null) {
		return null;
	}
	const first = firstTrackedFrom(sender.address, decisions);
	if (first === null || first > position) return null;
	const filtering = evaluated.checks.find(({ check }) => check === 'acceptance/filtering');
	return {
		check: 'population/contact',
		outcome: first === position ? 'made' : 'madeBefore',
		evidence: {
			address: sender.address,
			madeBy: decisions.stored.activityId(first),
			wouldBeAccepted:
				first !== position &&
				filtering?.check === 'acceptance/filtering' &&
				filtering.outcome !== 'accepted' &&
				filtering.evidence.asked.some(
					({ filteringMethod, via }) => via !== 'owner' && (filteringMethod === 2 || filteringMethod === 3)
				)
		}
	};
}
