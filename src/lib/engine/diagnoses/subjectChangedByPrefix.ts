import { EMAIL_SUBJECT_CHANGED } from '../sources';
import { attemptOf, keepsSubject, type Diagnosis } from './diagnosis';

/** correlatedsubjectchanged is set for a prefix or token alone; a rule that goes by it opens a new record. */
export const subjectChangedByPrefix: Diagnosis<'subject-changed-by-prefix'> = {
	id: 'subject-changed-by-prefix',
	number: 27,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [EMAIL_SUBJECT_CHANGED],
	applies: [
		{
			shows: 'FW: is not among the prefixes that are left out.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'FW: Pump leaks' }
		},
		{
			shows: 'A client in another language writes AW: for RE:.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'AW: Pump leaks' }
		}
	],
	doesNotApply: [
		{
			shows: 'RE: is left out.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Pump leaks' }
		},
		{
			shows: 'Another subject.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'Invoice 4711' }
		}
	],
	find(input) {
		const inReplyTo = attemptOf(input, 'InReplyTo');
		if (!input.subjectChanged || inReplyTo.outcome !== 'matched' || input.correlated === null) return null;
		if (!keepsSubject(input)) return null;
		return {
			evidence: { activityId: inReplyTo.correlatedActivityId, correlatedSubject: input.correlated.subject },
			from: [{ field: 'Subject', occurrence: 0 }]
		};
	}
};
