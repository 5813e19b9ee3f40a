import { MAILBOX_TABLE, NOT_TRACKED } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** The mailbox is not synchronized: delivery method, enabling, approval or test stops it. */
export const mailboxNotProcessed: Diagnosis<'mailbox-not-processed'> = {
	id: 'mailbox-not-processed',
	number: 13,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [NOT_TRACKED, MAILBOX_TABLE],
	applies: [
		{
			shows: 'Incoming Email is None.',
			email: { to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa', incomingemaildeliverymethod: 0 }] }
		},
		{
			shows: 'Not enabled for incoming email.',
			email: { to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa', enabledforincomingemail: false }] }
		},
		{
			shows: 'The address waits for approval.',
			email: { to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa', emailrouteraccessapproval: 2 }] }
		}
	],
	doesNotApply: [
		{
			shows: 'Approved and tested.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa', emailrouteraccessapproval: 1, incomingemailstatus: 1 }]
			}
		}
	],
	find(input) {
		const state = checkOf(input, 'scope/mailbox-state');
		return !input.tracked && state?.outcome === 'failed' ? { evidence: { ...state.evidence }, from: [] } : null;
	}
};
