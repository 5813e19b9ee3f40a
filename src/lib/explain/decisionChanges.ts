/** What a changed environment has changed of the emails, in words. */
import type { DecisionChanges } from '../engine/decisionChanges';
import { count } from './parts';

export function decisionChangesText(changes: DecisionChanges): string {
	const { nowTracked, noLongerTracked, linkedOtherwise, noLongerDecided, nowNotTracked } = changes;
	const [first, ...others] = [
		[noLongerTracked, 'no longer tracked'] as const,
		[nowTracked, 'now tracked'] as const,
		[linkedOtherwise, 'linked otherwise'] as const,
		[noLongerDecided, 'that cannot be decided any more'] as const,
		[nowNotTracked, 'now known not to be tracked'] as const
	].filter(([emails]) => emails > 0);
	if (!first) return 'No verdict and no link has changed.';
	const [emails, what] = first;
	return `${[`${count(emails, 'email')} ${what}`, ...others.map(([more, also]) => `${more} ${also}`)].join(', ')}.`;
}
