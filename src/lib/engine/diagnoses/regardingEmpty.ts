import { SOURCE_PAGE } from '../sources';
import { checkOf, matchedAttempt, type Diagnosis } from './diagnosis';

/** Linked, but the email it is linked to had no Regarding to take over. */
export const regardingEmpty: Diagnosis<'regarding-empty'> = {
	id: 'regarding-empty',
	number: 28,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'One conversation is about a case, this one about nothing.',
			before: [
				{ messageId: '<q1@contoso.com>' },
				{ messageId: '<q2@contoso.com>', regarding: { table: 'incident', id: 'CAS-1', name: 'Pump leaks' } }
			],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	doesNotApply: [
		{
			shows: 'Taken over from the email it answers.',
			before: [{ messageId: '<q1@contoso.com>', regarding: { table: 'incident', id: 'CAS-1', name: 'Pump leaks' } }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		},
		{
			shows: 'No Regarding is described at all, so that nothing can be said.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	find(input) {
		const matched = matchedAttempt(input);
		if (!input.regardingDescribed || input.columns === null || matched === null) return null;
		return checkOf(input, 'population/regarding')?.outcome === 'empty'
			? {
					evidence: { method: matched.method, activityId: matched.correlatedActivityId },
					from: matched.evidence.from
				}
			: null;
	}
};
