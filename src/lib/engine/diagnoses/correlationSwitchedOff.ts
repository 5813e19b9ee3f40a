import { NO_CORRELATION_MATCH, ORGANIZATION_TABLE } from '../sources';
import { checkOf, looksLikeReply, type Diagnosis } from './diagnosis';

/** "Use correlation to track email conversations" is off: a filter that takes replies has nothing to go by. */
export const correlationSwitchedOff: Diagnosis<'correlation-switched-off'> = {
	id: 'correlation-switched-off',
	number: 4,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [NO_CORRELATION_MATCH, ORGANIZATION_TABLE],
	applies: [
		{
			shows: 'A reply to a tracked email, with correlation off.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'Correlation is on.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'A first email would not be linked with correlation on, either.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		if (input.reason !== 'NoCorrelationMatch' || input.environment.organization.emailcorrelationenabled) return null;
		const asked = checkOf(input, 'acceptance/filtering')?.evidence.asked ?? [];
		const inResponse = asked.filter(({ filteringMethod }) => filteringMethod === 1);
		const linked = input.correlation.some(({ outcome }) => outcome === 'matched');
		if (inResponse.length === 0 || !(linked || looksLikeReply(input.facts))) return null;
		return {
			evidence: { setting: 'emailcorrelationenabled', asked: inResponse.map(({ entity }) => entity.name) },
			from: input.facts.inReplyTo.length > 0 ? [{ field: 'In-Reply-To', occurrence: 0 }] : []
		};
	}
};
