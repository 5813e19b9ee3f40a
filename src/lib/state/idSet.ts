/** Sets of emails, never changed: each change makes another one, so that the page follows a single value. */
import type { ActivityId } from '../domain/columns';

export type IdSet = ReadonlySet<ActivityId>;

export const NO_IDS: IdSet = new Set();

export function toggled(ids: IdSet, activityId: ActivityId): IdSet {
	const next = new Set(ids);
	if (!next.delete(activityId)) next.add(activityId);
	return next;
}

export function united(ids: IdSet, more: Iterable<ActivityId>): IdSet {
	return new Set([...ids, ...more]);
}
