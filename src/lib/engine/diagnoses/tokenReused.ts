import { attemptOf, type Diagnosis } from './diagnosis';

/** Earlier emails of different conversations carry the token that linked this one: the counter wrapped, or it was copied. */
export const tokenReused: Diagnosis = {
	id: 'token-reused',
	find(input) {
		const attempt = attemptOf(input, 'TrackingToken');
		if (!input.tracked || attempt.outcome !== 'matched') return null;
		const reused = attempt.evidence.tokens.find((token) => token.reused);
		return reused === undefined
			? null
			: { evidence: { token: reused.token, emails: reused.stored.total }, from: attempt.evidence.from };
	}
};
