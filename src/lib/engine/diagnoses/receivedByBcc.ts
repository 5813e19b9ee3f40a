import { NO_RECIPIENT_MATCH, NOT_TRACKED } from '../sources';
import type { Diagnosis } from './diagnosis';
import { unmatchedRecipients } from './unmatchedRecipients';

/** The mailbox got it although To and Cc name nobody of its owner's domain: Bcc, which received email does not show. */
export const receivedByBcc: Diagnosis<'received-by-bcc'> = {
	id: 'received-by-bcc',
	number: 6,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [NO_RECIPIENT_MATCH, NOT_TRACKED],
	applies: [
		{
			shows: 'To names a stranger only, and Luisa’s mailbox got it.',
			email: { to: ['partner@northwind.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	doesNotApply: [
		{
			shows: 'To names an address of the own domain: rather a list.',
			email: { to: ['everybody@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		},
		{
			shows: 'To names a colleague who has left.',
			email: { to: ['max@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }, { id: 'max', active: false }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		},
		{
			shows: 'To names Luisa.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	find(input) {
		const found = unmatchedRecipients(input);
		if (found === null || !found.foreignOnly || found.likeOwner.length > 0 || input.facts.listId !== null) return null;
		return {
			evidence: { owner: found.ownerName },
			from: input.facts.to.length > 0 ? [{ field: 'To', occurrence: 0 }] : []
		};
	}
};
