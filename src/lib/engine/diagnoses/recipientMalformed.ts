import { isAddress } from '../resolution/checks';
import { CHECK_INCOMING_EMAIL, NOT_TRACKED } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

const maxAddresses = 5;

/** InvalidSender is documented of From and To. What a malformed To does beside good ones is not, so it decides nothing. */
export const recipientMalformed: Diagnosis<'recipient-malformed'> = {
	id: 'recipient-malformed',
	number: 16,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [CHECK_INCOMING_EMAIL, NOT_TRACKED],
	applies: [
		{
			shows: 'A recipient without a domain beside a good one.',
			email: { to: ['luisa@contoso.com', 'scanner'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		}
	],
	doesNotApply: [
		{
			shows: 'An address that nobody here knows is still an address.',
			email: { to: ['luisa@contoso.com', 'scanner@fabrikam.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'The mailbox did not look at it.',
			email: { to: ['luisa@contoso.com', 'scanner'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa', incomingemaildeliverymethod: 0 }] }
		}
	],
	find(input) {
		const recipients = checkOf(input, 'resolution/recipients')?.evidence.recipients ?? [];
		const malformed = recipients
			.filter(({ field, address }) => field === 'To' && !isAddress(address))
			.map(({ address }) => address);
		return malformed.length > 0
			? {
					evidence: { addresses: [...new Set(malformed)].slice(0, maxAddresses) },
					from: [{ field: 'To', occurrence: 0 }]
				}
			: null;
	}
};
