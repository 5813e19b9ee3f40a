import { NO_CORRELATION_MATCH, ORGANIZATION_TABLE } from '../sources';
import { askedForReplies } from './acceptance';
import { matchedAttempt, type Diagnosis } from './diagnosis';

/**
 * "Use correlation to track email conversations" is off, and with it on this email would be linked: a filter that takes
 * replies has nothing to go by, and what is tracked all the same is linked to nothing.
 */
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
		},
		{
			shows: 'A token links it, but makes no answer of it; InReplyTo and ConversationIndex are ignored.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Offer CRM:0002001', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Offer CRM:0002001' },
			environment: {
				organization: { emailcorrelationenabled: false },
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'A reply that is tracked by another filter, and linked to nothing.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['support@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				queues: [{ id: 'support', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'support' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'InReplyTo and ConversationIndex are ignored as well.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'Nobody among the recipients takes replies.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 4 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'The email that it answers is nowhere: correlation would not link it, either.',
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'Its tracking token links it to the same email.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Offer CRM:0002001', tracked: 'sent' }],
			email: { to: ['support@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Offer CRM:0002001' },
			environment: {
				organization: { emailcorrelationenabled: false },
				queues: [{ id: 'support', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'support' }]
			}
		},
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
		const { environment, tracked, facts } = input;
		if (environment.organization.emailcorrelationenabled) return null;
		const asked = askedForReplies(input);
		// Whatever else keeps an email out, correlation would not have let it in.
		if (!tracked && asked.length === 0) return null;
		const linked = matchedAttempt(input);
		// Where these two methods are ignored as well, that is told by itself.
		const { IgnoreConversationIndexAndInReplyToForCorrelation: ignored } = environment.orgDbOrgSettings;
		// A link by token or smart matching stands, but makes no answer for the filter.
		const match =
			(ignored ? null : input.matchWithCorrelation()) ??
			(linked && !tracked ? { method: linked.method, activityId: linked.correlatedActivityId } : null);
		if (match === null || (tracked && linked?.correlatedActivityId === match.activityId)) return null;
		return {
			evidence: {
				setting: 'emailcorrelationenabled',
				asked,
				...match
			},
			from: match.method === 'InReplyTo' && facts.inReplyTo.length > 0 ? [{ field: 'In-Reply-To', occurrence: 0 }] : []
		};
	}
};
