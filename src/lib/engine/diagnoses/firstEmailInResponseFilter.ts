import { NO_CORRELATION_MATCH, SOURCE_PAGE } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';
import { looksLikeReply } from './reply';

/** A first email whose recipients all take replies only: it answers nothing, so nobody takes it. */
export const firstEmailInResponseFilter: Diagnosis<'first-email-in-response-filter'> = {
	id: 'first-email-in-response-filter',
	number: 3,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [NO_CORRELATION_MATCH, SOURCE_PAGE],
	applies: [
		{
			shows: 'A customer writes for the first time to a user with the filter that users start with.',
			email: { to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		}
	],
	doesNotApply: [
		{
			shows: 'A queue among the recipients takes all email.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'It is a reply; then what it answers is the matter.',
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'It is a reply by its subject alone: all reply headers are gone.',
			before: [{ subject: 'Offer for two pumps', to: ['ann@fabrikam.com'], tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], subject: 'RE: Offer for two pumps' },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		}
	],
	find(input) {
		const filtering = checkOf(input, 'acceptance/filtering');
		if (input.reason !== 'NoCorrelationMatch' || filtering?.outcome !== 'rejected') return null;
		const linked = input.correlation.some(({ outcome }) => outcome === 'matched');
		if (filtering.evidence.outgoing || linked || looksLikeReply(input)) return null;
		const addressed = filtering.evidence.asked.filter(({ via }) => via !== 'owner');
		const inResponse = addressed.length > 0 && addressed.every(({ filteringMethod }) => filteringMethod === 1);
		return inResponse
			? { evidence: { asked: addressed.map(({ entity }) => entity.name) }, from: [{ field: 'To', occurrence: 0 }] }
			: null;
	}
};
