import { SOURCE_PAGE } from '../sources';
import { attemptOf, keepsSubject, type Diagnosis } from './diagnosis';
import { hasReplyFields } from './reply';

/** The token alone links an email that is no reply and has another subject: somebody copied it into a new email. */
export const tokenCopied: Diagnosis<'token-copied'> = {
	id: 'token-copied',
	number: 25,
	needs: 'mail',
	sight: 'hint',
	basis: 'inferred',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'A new email with an old token.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'Invoice 4711 CRM:0001005' }
		}
	],
	doesNotApply: [
		{
			shows: 'The subject is the same.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'RE: Pump leaks CRM:0001005' }
		},
		{
			shows: 'The subject is there, with words written in front.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'Yes, please. Re: Pump leaks CRM:0001005' }
		},
		{
			shows: 'Sent from Dynamics 365, which issued the token a second time.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'Invoice 4711 CRM:0001005', tracked: 'sent' }
		},
		{
			shows: 'A reply.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'Invoice 4711 CRM:0001005', inReplyTo: ['<q9@contoso.com>'] }
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'TrackingToken');
		if (!input.tracked || attempt.outcome !== 'matched' || input.correlated === null) return null;
		if (input.outgoing || hasReplyFields(input.facts)) return null;
		if (keepsSubject(input)) return null;
		const token = attempt.evidence.tokens.find(({ stored }) => stored.total > 0);
		// A token of several conversations may have linked it to the wrong one of them.
		if (token === undefined || token.reused) return null;
		return {
			evidence: { token: token.token, activityId: attempt.correlatedActivityId },
			from: attempt.evidence.from
		};
	}
};
