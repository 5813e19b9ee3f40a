import { QUEUE_ITEMS } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Several queues get a queue item of one email, or one that received it gets none. */
export const queueItemForEachQueue: Diagnosis<'queue-item-for-each-queue'> = {
	id: 'queue-item-for-each-queue',
	number: 35,
	needs: 'environment',
	sight: 'seen',
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
		},
		{
			shows: 'To two queues, while recipients get no queue item: only that of the mailbox has one.',
			email: { to: ['sales@contoso.com', 'service@contoso.com'] },
			environment: {
				orgDbOrgSettings: { CreateQueueItemsForAcceptingQueueRecipients: false },
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
		const items = input.tracked ? checkOf(input, 'population/queue-items')?.evidence : undefined;
		if (!items || (items.made.length < 2 && items.notMade.length === 0)) return null;
		return {
			evidence: {
				queues: items.made.map(({ queue }) => queue.name),
				without: items.notMade.map(({ queue }) => queue.name)
			},
			from: input.facts.to.length === 0 ? [] : [{ field: 'To', occurrence: 0 }]
		};
	}
};
