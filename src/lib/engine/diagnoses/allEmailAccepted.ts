import { SOURCE_PAGE } from '../sources';
import { acceptanceOf } from './acceptance';
import { unlinked, type Diagnosis } from './diagnosis';

/** A user takes all email: this one answers nothing and its sender is no record, so it may well be private. */
export const allEmailAccepted: Diagnosis<'all-email-accepted'> = {
	id: 'all-email-accepted',
	number: 18,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'A stranger writes to a user who takes all email.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The sender is a contact.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				records: [{ id: 'ann', table: 'contact' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'A queue that takes all email is meant to.',
			email: { to: ['sales@contoso.com'] },
			environment: {
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		}
	],
	find(input) {
		const found = acceptanceOf(input);
		if (found?.accepting.entity.table !== 'systemuser' || found.accepting.filteringMethod !== 0) return null;
		const sender = input.checks.find(({ check }) => check === 'resolution/sender');
		const record = sender?.check === 'resolution/sender' ? sender.evidence.row : null;
		const isRecord = record !== null && record.table !== 'systemuser';
		if (isRecord || !unlinked(input)) return null;
		return {
			evidence: { accepting: found.accepting.entity.name, forcedBy: found.accepting.forcedBy },
			from: [{ field: 'From', occurrence: 0 }]
		};
	}
};
