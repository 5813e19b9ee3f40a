import { NO_RECIPIENT_MATCH, NOT_TRACKED } from '../sources';
import type { Diagnosis } from './diagnosis';
import { unmatchedRecipients } from './unmatchedRecipients';

/** It came by a distribution list: To and Cc name the list, which is neither a user nor a queue. */
export const sentToDistributionList: Diagnosis<'sent-to-distribution-list'> = {
	id: 'sent-to-distribution-list',
	number: 5,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [NO_RECIPIENT_MATCH, NOT_TRACKED],
	applies: [
		{
			shows: 'To names a list of the own domain; Luisa’s mailbox got a copy.',
			email: { to: ['everybody@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The owner takes all email, that of lists as well.',
			email: { to: ['everybody@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		},
		{
			shows: 'No address of the own domain: Luisa was in Bcc.',
			email: { to: ['partner@northwind.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	find(input) {
		const found = unmatchedRecipients(input);
		const { listId } = input.facts;
		if (found === null || found.likeOwner.length > 0) return null;
		if (found.ownDomain.length === 0 && listId === null) return null;
		return {
			evidence: { owner: found.ownerName, addresses: found.ownDomain, listId },
			from: [{ field: found.ownDomain.length > 0 ? 'To' : 'List-Id', occurrence: 0 }]
		};
	}
};
