import { QUEUE_ITEMS } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Several queues are among the recipients: settings that mail does not show decide which get a queue item. */
export const queueItemForEachQueue: Diagnosis<'queue-item-for-each-queue'> = {
	id: 'queue-item-for-each-queue',
	number: 35,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [QUEUE_ITEMS],
	applies: [
		{
			shows: 'To two queues, one of which takes all email.',
			email: { to: ['sales@contoso.com', 'service@contoso.com'] },
			environment: {
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }, { id: 'service' }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'To one queue.',
			email: { to: ['sales@contoso.com'] },
			environment: {
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }, { id: 'service' }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		}
	],
	find(input) {
		if (!input.tracked || input.outgoing) return null;
		const recipients = checkOf(input, 'resolution/recipients')?.evidence.recipients ?? [];
		const queues = new Map(
			recipients.flatMap(({ rows }) =>
				rows.filter(({ table }) => table === 'queue').map(({ id, name }) => [id, name] as const)
			)
		);
		return queues.size > 1
			? { evidence: { queues: [...queues.values()] }, from: [{ field: 'To', occurrence: 0 }] }
			: null;
	}
};
