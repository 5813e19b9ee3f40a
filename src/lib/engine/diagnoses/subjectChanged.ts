import { attemptOf, type Diagnosis } from './diagnosis';

/** A reply with another subject than the email it is linked to: perhaps a new matter in an old conversation. */
export const subjectChangedDiagnosis: Diagnosis = {
	id: 'subject-changed',
	find(input) {
		const inReplyTo = attemptOf(input, 'InReplyTo');
		if (!input.subjectChanged || inReplyTo.outcome !== 'matched') return null;
		return {
			evidence: { correlatedActivityId: inReplyTo.correlatedActivityId },
			from: [{ field: 'Subject', occurrence: 0 }]
		};
	}
};
