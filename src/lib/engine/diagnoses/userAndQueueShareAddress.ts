import { UNEXPECTED_DATA } from '../sources';
import { acceptanceOf } from './acceptance';
import type { Diagnosis } from './diagnosis';

/** A user and a queue have the same address: both are recipients, and the queue's filter takes the email. */
export const userAndQueueShareAddress: Diagnosis<'user-and-queue-share-address'> = {
	id: 'user-and-queue-share-address',
	number: 20,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [UNEXPECTED_DATA],
	applies: [
		{
			shows: 'Luisa and the queue Sales have one address.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', emailaddresses: ['luisa@contoso.com'], incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'Each has an address of its own.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const found = acceptanceOf(input);
		return found === null || found.sharedAddress === null
			? null
			: {
					evidence: { address: found.sharedAddress, accepting: found.accepting.entity.name },
					from: found.accepting.via === 'owner' ? [] : [{ field: found.accepting.via, occurrence: 0 }]
				};
	}
};
