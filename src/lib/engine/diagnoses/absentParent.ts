/** What the three ways of not finding the email that In-Reply-To names have in common. */
import type { InReplyToAttempt } from '../correlation/evidence';
import type { DiagnosisFound } from '../explanation';
import { attemptOf, type DiagnosisInput } from './diagnosis';

/** In-Reply-To was looked up and no id of it found a stored email: the first id with this reason. */
export function absentParent(
	input: DiagnosisInput,
	reason: InReplyToAttempt['absence']
): Omit<DiagnosisFound, 'id'> | null {
	const inReplyTo = attemptOf(input, 'InReplyTo');
	if (inReplyTo.outcome !== 'noMatch' || inReplyTo.evidence.refusedForwardPrefix !== null) return null;
	const attempt = inReplyTo.evidence.attempts.find(({ absence }) => absence === reason);
	return attempt === undefined
		? null
		: {
				evidence: { messageId: attempt.messageId, activityId: attempt.absentActivityId },
				from: [{ field: 'In-Reply-To', occurrence: 0 }]
			};
}
