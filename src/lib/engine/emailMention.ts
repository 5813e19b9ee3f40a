import type { Decisions } from './decide';
import type { EmailMention } from './explanation';

/** An email of the set, as others mention it. */
export function emailMention(decisions: Decisions, position: number): EmailMention {
	const { stored } = decisions;
	const { subject, from, receivedAtUtcMs } = stored.message(position);
	return {
		activityId: stored.activityId(position),
		subject,
		from: from === null ? null : from.name || from.address,
		receivedAtUtcMs,
		tracked: decisions.tracked(position)
	};
}
