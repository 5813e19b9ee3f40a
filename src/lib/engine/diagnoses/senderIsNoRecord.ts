import { NO_CORRELATION_MATCH, SOURCE_PAGE } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** A recipient's filter goes by the sender's record, and the sender is none that it counts. */
export const senderIsNoRecord: Diagnosis<'sender-is-no-record'> = {
	id: 'sender-is-no-record',
	number: null,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, NO_CORRELATION_MATCH],
	applies: [
		{
			shows: 'A stranger writes to a user who takes email from leads, contacts and accounts.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 2 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'The sender is a row of a custom table, which that filter does not count.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 2 }],
				records: [{ id: 'ann', table: 'new_guest' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows:
				'A stranger writes to a queue that takes email from all email-enabled records; a user beside it takes replies.',
			email: { to: ['sales@contoso.com', 'luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 3 }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The sender is a contact.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 2 }],
				records: [{ id: 'ann', table: 'contact' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'Nobody goes by the sender.',
			email: { to: ['luisa@contoso.com'] },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'Several contacts have the address, and the sender is left unresolved for that.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				orgDbOrgSettings: { UnresolveSenderInCaseOfMultipleMatch: true },
				users: [{ id: 'luisa', incomingemailfilteringmethod: 2 }],
				records: [
					{ id: 'ann', table: 'contact' },
					{ id: 'ann2', table: 'contact', emailaddresses: ['ann@fabrikam.com'] }
				],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const filtering = checkOf(input, 'acceptance/filtering');
		const sender = checkOf(input, 'resolution/sender')?.evidence;
		if (filtering?.outcome !== 'rejected' || filtering.evidence.outgoing || !sender) return null;
		const bySender = filtering.evidence.asked.filter(
			({ via, filteringMethod }) => via !== 'owner' && (filteringMethod === 2 || filteringMethod === 3)
		);
		const several = sender.row === null && sender.candidates.length > 1;
		if (bySender.length === 0 || several) return null;
		return {
			evidence: {
				asked: bySender.map(({ entity }) => entity.name),
				address: sender.address,
				table: sender.row?.table ?? null,
				name: sender.row?.name ?? null
			},
			from: sender.from
		};
	}
};
