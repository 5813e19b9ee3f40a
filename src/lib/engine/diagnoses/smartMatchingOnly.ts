import { SMART_MATCHING_2009, SOURCE_PAGE } from '../sources';
import { attemptOf, type Diagnosis } from './diagnosis';

/** Linked by likeness alone: the one method known for false links. */
export const smartMatchingOnly: Diagnosis<'smart-matching-only'> = {
	id: 'smart-matching-only',
	number: 26,
	needs: 'mail',
	sight: 'hint',
	basis: 'documented',
	sources: [SOURCE_PAGE, SMART_MATCHING_2009],
	applies: [
		{
			shows: 'The same words between the same two.',
			before: [{ subject: 'Quote for pump P-204' }],
			email: { subject: 'Quote for pump P-204' },
			environment: { organization: { enablesmartmatching: true } }
		}
	],
	doesNotApply: [
		{
			shows: 'In-Reply-To links it before smart matching is asked.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Quote for pump P-204' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Quote for pump P-204' },
			environment: { organization: { enablesmartmatching: true } }
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'SmartMatching');
		if (!input.tracked || attempt.outcome !== 'matched') return null;
		const [winner] = attempt.evidence.candidates;
		return {
			evidence: { words: winner?.sharedWords ?? [], addresses: winner?.sharedAddresses ?? [] },
			from: attempt.evidence.from
		};
	}
};
