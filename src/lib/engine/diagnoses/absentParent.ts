import type { InReplyToAttempt } from '../correlation/evidence';
import type { DiagnosisId } from '../explanation';
import { attemptOf, type Diagnosis, type DiagnosisInput } from './diagnosis';

const from = [{ field: 'In-Reply-To', occurrence: 0 }] as const;

/** In-Reply-To was looked up and no id of it found a stored email: the first id with this reason. */
function absence(input: DiagnosisInput, reason: InReplyToAttempt['absence']): InReplyToAttempt | null {
	const inReplyTo = attemptOf(input, 'InReplyTo');
	if (inReplyTo.outcome !== 'noMatch' || inReplyTo.evidence.refusedForwardPrefix !== null) return null;
	return inReplyTo.evidence.attempts.find((attempt) => attempt.absence === reason) ?? null;
}

function whenAbsent(id: DiagnosisId, reason: InReplyToAttempt['absence']): Diagnosis {
	return {
		id,
		find(input) {
			const attempt = absence(input, reason);
			return attempt === null
				? null
				: { evidence: { messageId: attempt.messageId, activityId: attempt.absentActivityId }, from };
		}
	};
}

/** The parent was never dropped in: not stored, deleted, or a gateway rewrote its Message-ID on the way out. */
export const parentNotInSet = whenAbsent('parent-not-in-set', 'notInSet');
/** The parent is there but came in after its reply; the service looks only at what is stored by then. */
export const replyReceivedBeforeParent = whenAbsent('reply-received-before-parent', 'receivedLater');
/** The parent is there, earlier, but was not tracked. */
export const parentNotTracked = whenAbsent('parent-not-tracked', 'notTracked');
