import { KA_22940, SOURCE_PAGE } from '../sources';
import { attemptOf, type Diagnosis } from './diagnosis';

/** Earlier emails of different conversations carry the token that linked this one: the counter wrapped, or it was copied. */
export const tokenReused: Diagnosis<'token-reused'> = {
	id: 'token-reused',
	number: 24,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [KA_22940, SOURCE_PAGE],
	applies: [
		{
			shows: 'Two conversations got the same token.',
			before: [{ subject: 'Pump leaks CRM:0001005' }, { subject: 'Invoice 4711 CRM:0001005' }],
			email: { subject: 'RE: Pump leaks CRM:0001005' }
		}
	],
	doesNotApply: [
		{
			shows: 'One conversation has it.',
			before: [{ subject: 'Pump leaks CRM:0001005' }, { subject: 'RE: Pump leaks CRM:0001005' }],
			email: { subject: 'RE: Pump leaks CRM:0001005' }
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'TrackingToken');
		if (!input.tracked || attempt.outcome !== 'matched') return null;
		const reused = attempt.evidence.tokens.find((token) => token.reused);
		return reused === undefined
			? null
			: { evidence: { token: reused.token, emails: reused.stored.total }, from: attempt.evidence.from };
	}
};
