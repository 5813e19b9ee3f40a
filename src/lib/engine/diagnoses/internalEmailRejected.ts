import { EMAIL_TRACKING_SETTINGS, ORG_DB_ORG_SETTINGS_PAGE } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Email between users, with "Track emails sent between Dynamics 365 users as two activities" off. */
export const internalEmailRejected: Diagnosis<'internal-email-rejected'> = {
	id: 'internal-email-rejected',
	number: 15,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [EMAIL_TRACKING_SETTINGS, ORG_DB_ORG_SETTINGS_PAGE],
	applies: [
		{
			shows: 'The sent copy is stored already.',
			before: [{ messageId: '<q1@contoso.com>', from: 'max@contoso.com', tracked: 'sent' }],
			email: { messageId: '<q1@contoso.com>', from: 'max@contoso.com', to: ['luisa@contoso.com'] },
			environment: {
				organization: { ignoreinternalemail: true },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }, { id: 'max' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'Two activities are made.',
			before: [{ messageId: '<q1@contoso.com>', from: 'max@contoso.com', tracked: 'sent' }],
			email: { messageId: '<q1@contoso.com>', from: 'max@contoso.com', to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }, { id: 'max' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const internal = checkOf(input, 'acceptance/internal-mail');
		return input.reason === 'InternalEmailReject' && internal?.evidence.rejected
			? {
					evidence: { sender: input.facts.from?.address ?? null, setting: internal.evidence.setting },
					from: [{ field: 'From', occurrence: 0 }]
				}
			: null;
	}
};
