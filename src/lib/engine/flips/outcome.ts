/** What a change is measured by: the columns of one email that are worth a change of settings. */
import type { ActivityId, CorrelationMethodChoice, RecordReference } from '../../domain/columns';
import type { ReasonName } from '../../domain/decision';
import type { Decisions } from '../decide';

/** All but the first two are null where the email is not tracked: there is no row that could have them. */
export interface FlipOutcome {
	readonly tracked: 'yes' | 'no' | 'unknown';
	readonly reason: ReasonName;
	readonly method: CorrelationMethodChoice | null;
	readonly correlatedActivityId: ActivityId | null;
	readonly regarding: RecordReference | null;
	readonly acceptingEntityId: string | null;
}

/** What changes, the weightiest first; of several the first is told. */
export const FLIP_CLASSES = ['verdict', 'link', 'method', 'regarding', 'acceptingEntity'] as const;
export type FlipClass = (typeof FLIP_CLASSES)[number];

export function outcomeAt(decisions: Decisions, position: number): FlipOutcome {
	const tracked = decisions.tracked(position);
	const reason = decisions.reason[position] ?? 'Unknown';
	if (tracked !== 'yes') {
		return { tracked, reason, method: null, correlatedActivityId: null, regarding: null, acceptingEntityId: null };
	}
	const correlated = decisions.correlated[position] ?? -1;
	return {
		tracked,
		reason,
		method: decisions.method[position] ?? null,
		correlatedActivityId: correlated < 0 ? null : decisions.stored.activityId(correlated),
		regarding: decisions.regarding[position] ?? null,
		acceptingEntityId: decisions.acceptingEntityId[position] ?? null
	};
}

/** Null where nothing changes but the reason: a filter that accepts for another reason is no flip. */
export function flipClass(before: FlipOutcome, after: FlipOutcome): FlipClass | null {
	if (before.tracked !== after.tracked) return 'verdict';
	if (before.correlatedActivityId !== after.correlatedActivityId) return 'link';
	// None and Skipped: both say that nothing is linked.
	if (before.correlatedActivityId !== null && before.method !== after.method) return 'method';
	if (before.regarding?.table !== after.regarding?.table || before.regarding?.id !== after.regarding?.id) {
		return 'regarding';
	}
	return before.acceptingEntityId === after.acceptingEntityId ? null : 'acceptingEntity';
}

/** Whether the verdict or the link of one email differs; position by position, without making objects. */
export function verdictOrLinkDiffers(a: Decisions, b: Decisions, position: number): boolean {
	if (a.tracked(position) !== b.tracked(position)) return true;
	return a.isTracked(position) && a.correlated[position] !== b.correlated[position];
}
