import { ASSOCIATE_ADDRESS, OUTLOOK_APP_FAQ } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Several rows have the sender's address: one is chosen by rule, or none. */
export const senderMatchesSeveralRows: Diagnosis<'sender-matches-several-rows'> = {
	id: 'sender-matches-several-rows',
	number: 30,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [ASSOCIATE_ADDRESS, OUTLOOK_APP_FAQ],
	applies: [
		{
			shows: 'A contact and an account have the address.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				records: [
					{ id: 'ann', table: 'contact' },
					{ id: 'fabrikam', table: 'account', emailaddresses: ['ann@fabrikam.com'] }
				],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'One contact.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				records: [{ id: 'ann', table: 'contact' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const sender = checkOf(input, 'resolution/sender');
		if (sender === null || sender.evidence.candidates.length < 2) return null;
		const { address, row, why, candidates, from } = sender.evidence;
		return {
			evidence: { address, chosen: row && `${row.table} ${row.name}`, why, rows: candidates.length },
			from
		};
	}
};
