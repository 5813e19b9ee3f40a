import { ASSOCIATE_ADDRESS, NO_RECIPIENT_MATCH } from '../sources';
import type { Diagnosis } from './diagnosis';
import { unmatchedRecipients } from './unmatchedRecipients';

/** It was sent to an alias or second address of the mailbox's owner that the owner's record does not have. */
export const aliasNotOnRecord: Diagnosis<'alias-not-on-record'> = {
	id: 'alias-not-on-record',
	number: 7,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [NO_RECIPIENT_MATCH, ASSOCIATE_ADDRESS],
	applies: [
		{
			shows: 'The same name in another domain.',
			email: { to: ['luisa@contoso.onmicrosoft.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		},
		{
			shows: 'A tag after a plus sign makes another address.',
			email: { to: ['luisa+offers@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		},
		{
			shows: 'The surname, spelled another way.',
			email: { to: ['l.alves@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', fullname: 'Luisa Alves' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The alias is on the record.',
			email: { to: ['luisa@contoso.onmicrosoft.com'] },
			environment: {
				users: [{ id: 'luisa', emailaddresses: ['luisa@contoso.com', 'luisa@contoso.onmicrosoft.com'] }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		},
		{
			shows: 'Nothing like the owner’s address.',
			email: { to: ['everybody@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa' }
			}
		}
	],
	find(input) {
		const found = unmatchedRecipients(input);
		return found === null || found.likeOwner.length === 0
			? null
			: {
					evidence: { owner: found.ownerName, addresses: found.likeOwner },
					from: input.facts.to.length > 0 ? [{ field: 'To', occurrence: 0 }] : [{ field: 'Cc', occurrence: 0 }]
				};
	}
};
