/** What became otherwise of the emails when they were decided anew under another environment. */
import type { Decisions } from './decide';

/** How many emails; each counts once. */
export interface DecisionChanges {
	readonly nowTracked: number;
	readonly noLongerTracked: number;
	/** Tracked before and now, and linked to another email, or to one instead of none. */
	readonly linkedOtherwise: number;
	/** Could be decided before. */
	readonly noLongerDecided: number;
	/** Could not be decided before, and is not tracked. */
	readonly nowNotTracked: number;
}

/** Of the emails that both know. */
export function decisionChanges(before: Decisions, after: Decisions): DecisionChanges {
	const changes = { nowTracked: 0, noLongerTracked: 0, linkedOtherwise: 0, noLongerDecided: 0, nowNotTracked: 0 };
	const placeBefore = placesBefore(before, after);
	for (let position = 0; position < after.length; position++) {
		const old = placeBefore(position);
		if (old < 0) continue;
		const [was, is] = [before.tracked(old), after.tracked(position)];
		if (was !== is) {
			if (is === 'yes') changes.nowTracked++;
			else if (is === 'unknown') changes.noLongerDecided++;
			else if (was === 'yes') changes.noLongerTracked++;
			else changes.nowNotTracked++;
		} else if (is === 'yes') {
			const now = after.correlated[position] ?? -1;
			const linkedNow = now < 0 ? -1 : placeBefore(now);
			// To an email that only `after` knows: it cannot have been linked to that before.
			if ((before.correlated[old] ?? -1) !== linkedNow || (now >= 0 && linkedNow < 0)) changes.linkedOtherwise++;
		}
	}
	return changes;
}

/** The position that the message at a position of `after` has in `before`, or -1. */
function placesBefore(before: Decisions, after: Decisions): (position: number) => number {
	const old = before.stored.messages;
	const now = after.stored.messages;
	if (old.length === now.length && now.every((message, position) => message === old[position])) return (same) => same;
	const places = new Map(old.map(({ sha256 }, position) => [sha256, position]));
	return (position) => places.get(after.stored.message(position).sha256) ?? -1;
}
