import { EMAIL_RECORD_OWNER } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** The row is owned by somebody else than who accepted the email. */
export const ownerUnexpected: Diagnosis<'owner-unexpected'> = {
	id: 'owner-unexpected',
	number: 32,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [EMAIL_RECORD_OWNER],
	applies: [
		{
			shows: 'Luisa accepts it, but Maria is a recipient, too, and owns the sender’s contact.',
			email: { to: ['luisa@contoso.com', 'maria@contoso.com'] },
			environment: {
				users: [
					{ id: 'luisa', incomingemailfilteringmethod: 0 },
					{ id: 'maria', incomingemailfilteringmethod: 4 }
				],
				records: [{ id: 'ann', table: 'contact', ownerid: 'maria' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		},
		{
			shows: 'The queue of Omar accepts it, but Luisa stands before it in To.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 4 }, { id: 'omar' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0, ownerid: 'omar' }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'To the queue alone, whose owner owns the email, too.',
			email: { to: ['sales@contoso.com'] },
			environment: {
				users: [{ id: 'omar' }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0, ownerid: 'omar' }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		},
		{
			shows: 'Who owns the queue is not described.',
			email: { to: ['luisa@contoso.com', 'sales@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 4 }],
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const owner = checkOf(input, 'population/owner')?.evidence;
		const accepting = checkOf(input, 'acceptance/filtering')?.evidence.asked.find(({ accepts }) => accepts)?.entity;
		if (!owner?.owner || !accepting || input.outgoing) return null;
		const { queues } = input.environment;
		const expected =
			accepting.table === 'queue' ? (queues.find(({ id }) => id === accepting.id)?.ownerid ?? null) : accepting.id;
		if (expected === null || expected === owner.owner.id) return null;
		return {
			evidence: { owner: owner.owner.name ?? owner.owner.id, why: owner.why, accepting: accepting.name },
			from: owner.field === null ? [] : [{ field: owner.field, occurrence: 0 }]
		};
	}
};
