import { ASSOCIATE_ADDRESS, OUTLOOK_APP_FAQ } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Several rows have a recipient's address: all of them stand in To or Cc. */
export const recipientMatchesSeveralRows: Diagnosis<'recipient-matches-several-rows'> = {
	id: 'recipient-matches-several-rows',
	number: 30,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [ASSOCIATE_ADDRESS, OUTLOOK_APP_FAQ],
	applies: [
		{
			shows: 'A contact has the user’s address.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				records: [{ id: 'old', table: 'contact', emailaddresses: ['luisa@contoso.com'] }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The address is the user’s alone.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		if (!input.tracked) return null;
		const recipients = checkOf(input, 'resolution/recipients')?.evidence.recipients ?? [];
		const several = recipients.find(({ rows }) => rows.length > 1);
		return several === undefined
			? null
			: {
					evidence: {
						address: several.address,
						rows: several.rows.map(({ table, name }) => `${table} ${name}`)
					},
					from: [{ field: several.field, occurrence: 0 }]
				};
	}
};
