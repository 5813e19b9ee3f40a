import { isReceiver } from '../acceptance/receivers';
import { ASSOCIATE_ADDRESS, NO_RECIPIENT_MATCH } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Several rows have a recipient's address, and the setting leaves such an address unresolved: user and queue vanish. */
export const sharedAddressUnresolved: Diagnosis<'shared-address-unresolved'> = {
	id: 'shared-address-unresolved',
	number: 8,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [NO_RECIPIENT_MATCH, ASSOCIATE_ADDRESS],
	applies: [
		{
			shows: 'A contact has the queue’s address.',
			email: { to: ['sales@contoso.com'] },
			environment: {
				organization: { unresolveemailaddressifmultiplematch: true },
				queues: [{ id: 'sales', incomingemailfilteringmethod: 1 }],
				records: [{ id: 'shop', table: 'contact', emailaddresses: ['sales@contoso.com'] }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The setting is off: the address resolves to both.',
			email: { to: ['sales@contoso.com'] },
			environment: {
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				records: [{ id: 'shop', table: 'contact', emailaddresses: ['sales@contoso.com'] }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		}
	],
	find(input) {
		if (input.tracked) return null;
		const recipients = checkOf(input, 'resolution/recipients')?.evidence.recipients ?? [];
		for (const { field, address, leftOut } of recipients) {
			const several = leftOut.filter(({ why }) => why === 'severalMatch').map(({ row }) => row);
			if (!several.some(isReceiver)) continue;
			return {
				evidence: { address, rows: several.map(({ table, name }) => `${table} ${name}`) },
				from: [{ field, occurrence: 0 }]
			};
		}
		return null;
	}
};
