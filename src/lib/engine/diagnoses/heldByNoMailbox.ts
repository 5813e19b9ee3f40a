import { FOLDER_TRACKING, NO_RECIPIENT_MATCH } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

const maxAddresses = 5;

/** No mailbox that the environment describes holds the email: nobody described is addressed, and no placement names its file. */
export const heldByNoMailbox: Diagnosis<'held-by-no-mailbox'> = {
	id: 'held-by-no-mailbox',
	number: null,
	needs: 'environment',
	sight: 'hint',
	basis: 'inferred',
	sources: [NO_RECIPIENT_MATCH, FOLDER_TRACKING],
	applies: [
		{
			shows: 'Sent to an address that no user or queue has.',
			email: { to: ['imap@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'Sent by one of ours to a customer: it lies in no Inbox.',
			email: { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		}
	],
	doesNotApply: [
		{
			shows: 'Addressed to a mailbox’s owner.',
			email: { to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'A placement says where it lay.',
			email: { to: ['imap@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	find(input) {
		if (checkOf(input, 'scope/mailbox')?.outcome !== 'notHeld') return null;
		const { facts, environment } = input;
		const addresses = [...facts.to, ...facts.cc].map(({ address }) => address).filter((address) => address !== '');
		const from = facts.from?.address.toLowerCase() ?? '';
		const sender = [...environment.users, ...environment.queues].find(({ emailaddresses }) =>
			emailaddresses.some((address) => address.toLowerCase() === from)
		);
		return {
			evidence: {
				addresses: [...new Set(addresses)].slice(0, maxAddresses),
				sender: sender === undefined ? null : 'fullname' in sender ? sender.fullname : sender.name
			},
			from: facts.to.length > 0 ? [{ field: 'To', occurrence: 0 }] : []
		};
	}
};
