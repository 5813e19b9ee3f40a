import { SETTINGS_CATALOGUE } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** RestrictIRMEmailItems is on, and the email is protected by Information Rights Management. */
export const protectedEmailKeptOut: Diagnosis<'protected-email-kept-out'> = {
	id: 'protected-email-kept-out',
	number: null,
	needs: 'environment',
	sight: 'seen',
	basis: 'inferred',
	sources: [SETTINGS_CATALOGUE],
	applies: [
		{
			shows: 'A protected email in the mailbox of a user who takes all email.',
			email: { to: ['luisa@contoso.com'], contentType: 'application/x-microsoft-rpmsg-message' },
			environment: {
				orgDbOrgSettings: { RestrictIRMEmailItems: true },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The setting is off.',
			email: { to: ['luisa@contoso.com'], contentType: 'application/x-microsoft-rpmsg-message' },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'The email is not protected.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				orgDbOrgSettings: { RestrictIRMEmailItems: true },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const restricted = checkOf(input, 'scope/restricted');
		return !input.tracked && restricted?.outcome === 'failed'
			? { evidence: { setting: 'RestrictIRMEmailItems' }, from: [] }
			: null;
	}
};
