import { ORG_DB_ORG_SETTINGS_PAGE, OUTLOOK_APP_FAQ } from '../sources';
import { askedForReplies } from './acceptance';
import { attemptOf, unlinked, type Diagnosis } from './diagnosis';

/** In-Reply-To names a tracked email, but DoNotCorrelateForwardedEmailsAsReplies keeps a forward from being linked by it. */
export const forwardNotAReply: Diagnosis<'forward-not-a-reply'> = {
	id: 'forward-not-a-reply',
	number: null,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [ORG_DB_ORG_SETTINGS_PAGE, OUTLOOK_APP_FAQ],
	applies: [
		{
			shows: 'A forward of a tracked email, refused by a filter that takes replies.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'FW: Pump leaks' },
			environment: {
				orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'A forward that a queue takes anyway, linked to nothing.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks', tracked: 'sent' }],
			email: { to: ['support@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'WG: Pump leaks' },
			environment: {
				orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true },
				queues: [{ id: 'support', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'support' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'A reply.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Pump leaks' },
			environment: {
				orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'The setting is off.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'FW: Pump leaks' },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'Nobody among the recipients takes replies.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks', tracked: 'sent' }],
			email: { to: ['luisa@contoso.com'], inReplyTo: ['<q1@contoso.com>'], subject: 'FW: Pump leaks' },
			environment: {
				orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 4 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'InReplyTo');
		if (attempt.outcome !== 'noMatch' || attempt.evidence.refusedForwardPrefix === null || !unlinked(input))
			return null;
		if (!input.tracked && askedForReplies(input).length === 0) return null;
		return {
			evidence: {
				setting: 'DoNotCorrelateForwardedEmailsAsReplies',
				prefix: attempt.evidence.refusedForwardPrefix,
				activityId: attempt.evidence.refusedActivityId
			},
			from: [
				{ field: 'Subject', occurrence: 0 },
				{ field: 'In-Reply-To', occurrence: 0 }
			]
		};
	}
};
