import { ORG_DB_ORG_SETTINGS_PAGE, OUTLOOK_APP_FAQ } from '../sources';
import { askedForReplies } from './acceptance';
import { matchedAttempt, type Diagnosis } from './diagnosis';

/**
 * IgnoreConversationIndexAndInReplyToForCorrelation is on, and with it off this email would be linked. As with correlation
 * switched off: a filter that takes replies refuses it, and what is tracked all the same is linked to nothing.
 */
export const replyMethodsIgnored: Diagnosis<'reply-methods-ignored'> = {
	id: 'reply-methods-ignored',
	number: null,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [ORG_DB_ORG_SETTINGS_PAGE, OUTLOOK_APP_FAQ],
	applies: [
		{
			shows: 'A reply to a tracked email, refused by a filter that takes replies.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'A reply that a queue takes anyway, linked to nothing.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['support@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				queues: [{ id: 'support', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'support' }]
			}
		},
		{
			shows: 'Correlation is off as well.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				organization: { emailcorrelationenabled: false },
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The setting is off.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'The email that it answers is nowhere: it would not be linked with the setting off, either.',
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'Nobody among the recipients takes replies: the filter refuses it with the setting off, too.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'] },
			environment: {
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 4 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'Its tracking token links it to the same email.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Offer CRM:0002001', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Offer CRM:0002001' },
			environment: {
				orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const { environment, tracked, facts } = input;
		if (!environment.orgDbOrgSettings.IgnoreConversationIndexAndInReplyToForCorrelation) return null;
		const asked = askedForReplies(input);
		const linked = matchedAttempt(input);
		// A filter that takes replies goes by any link.
		if (!tracked && (asked.length === 0 || linked !== null)) return null;
		const match = input.matchWithCorrelation();
		if (match === null || linked?.correlatedActivityId === match.activityId) return null;
		return {
			evidence: {
				setting: 'IgnoreConversationIndexAndInReplyToForCorrelation',
				correlationOff: !environment.organization.emailcorrelationenabled,
				asked,
				...match
			},
			from: match.method === 'InReplyTo' && facts.inReplyTo.length > 0 ? [{ field: 'In-Reply-To', occurrence: 0 }] : []
		};
	}
};
