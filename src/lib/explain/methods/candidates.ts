/** The emails that fit, and which of them wins. */
import type { ActivityId } from '../../domain/columns';
import type { Candidates } from '../../engine/correlation/evidence';
import type { Explanation } from '../../engine/explanation';
import { count, emails } from '../parts';
import { say, type Sentence } from '../sentence';

/** Named in a sentence; the rest are counted. */
const namedCandidates = 3;

/** "2 more earlier emails fit: ...; the most recent wins." Null with fewer than two candidates. */
export function otherCandidates(candidates: Candidates, explanation: Explanation): Sentence | null {
	if (candidates.total < 2) return null;
	const others = candidates.newest.slice(1);
	const amount = candidates.total - 1;
	const fit = amount === 1 ? 'fits' : 'fit';
	return say`${count(amount, 'more earlier email')} ${fit}: ${named(others, amount, explanation)}. The most recent wins.`;
}

export function named(activityIds: readonly ActivityId[], total: number, explanation: Explanation): Sentence {
	const shown = activityIds.slice(0, namedCandidates);
	const rest = total - shown.length;
	if (shown.length === 0) return say`${count(total, 'email')}`;
	return rest > 0 ? say`${emails(explanation, shown)} and ${rest} more` : emails(explanation, shown);
}
