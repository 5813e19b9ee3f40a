import { EMAIL_SUBJECT_CHANGED, KA_22936 } from '../sources';
import { attemptOf, keepsSubject, type Diagnosis } from './diagnosis';

/** A reply with another subject than the email it is linked to: perhaps a new matter in an old conversation. */
export const subjectChangedDiagnosis: Diagnosis<'subject-changed'> = {
	id: 'subject-changed',
	number: 23,
	needs: 'mail',
	sight: 'hint',
	basis: 'documented',
	sources: [EMAIL_SUBJECT_CHANGED, KA_22936],
	applies: [
		{
			shows: 'A customer answers an old email about a new matter.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'Invoice 4711' }
		}
	],
	doesNotApply: [
		{
			shows: 'The subject is the same.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Pump leaks' }
		},
		{
			shows: 'An automatic reply repeats the subject.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'Automatic reply: Pump leaks' }
		},
		{
			shows: 'Only a prefix differs.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'AW: Pump leaks' }
		}
	],
	find(input) {
		const inReplyTo = attemptOf(input, 'InReplyTo');
		if (!input.subjectChanged || inReplyTo.outcome !== 'matched' || input.correlated === null) return null;
		if (keepsSubject(input)) return null;
		return {
			evidence: { activityId: inReplyTo.correlatedActivityId },
			from: [{ field: 'Subject', occurrence: 0 }]
		};
	}
};
