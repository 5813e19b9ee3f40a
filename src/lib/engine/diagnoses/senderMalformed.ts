import { CHECK_INCOMING_EMAIL, NOT_TRACKED } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** From is missing or is no address: reason InvalidSender. */
export const senderMalformed: Diagnosis<'sender-malformed'> = {
	id: 'sender-malformed',
	number: 16,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [CHECK_INCOMING_EMAIL, NOT_TRACKED],
	applies: [
		{
			shows: 'No domain.',
			email: { from: 'scanner', to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		}
	],
	doesNotApply: [
		{
			shows: 'An address that nobody here knows is still an address.',
			email: { from: 'scanner@fabrikam.com', to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		}
	],
	find(input) {
		const sender = checkOf(input, 'resolution/sender');
		return !input.tracked && sender?.outcome === 'invalid'
			? { evidence: { address: sender.evidence.address }, from: sender.evidence.from }
			: null;
	}
};
