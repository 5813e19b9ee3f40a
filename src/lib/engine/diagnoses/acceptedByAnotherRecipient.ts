import { ORG_DB_ORG_SETTINGS_PAGE, SOURCE_PAGE, UNEXPECTED_DATA } from '../sources';
import { acceptanceOf } from './acceptance';
import type { Diagnosis } from './diagnosis';

/** Another recipient takes all email: it is tracked from the mailbox of somebody whose own filter refuses it. */
export const acceptedByAnotherRecipient: Diagnosis<'accepted-by-another-recipient'> = {
	id: 'accepted-by-another-recipient',
	number: 17,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, UNEXPECTED_DATA, ORG_DB_ORG_SETTINGS_PAGE],
	applies: [
		{
			shows: 'Seen in Luisa’s mailbox, accepted by the queue Sales.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'Seen in the mailbox of the queue itself.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		},
		{
			shows: 'Only the owner of the mailbox is asked.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				orgDbOrgSettings: { UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: true },
				users: [{ id: 'luisa' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const found = acceptanceOf(input);
		if (found === null || found.accepting.entity.id === found.owner.id || found.sharedAddress !== null) return null;
		return {
			evidence: {
				acceptingTable: found.accepting.entity.table,
				accepting: found.accepting.entity.name,
				owner: found.owner.name,
				filteringMethod: found.accepting.filteringMethod
			},
			from: found.accepting.via === 'owner' ? [] : [{ field: found.accepting.via, occurrence: 0 }]
		};
	}
};
