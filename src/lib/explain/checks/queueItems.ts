import type { QueueItemCause } from '../../engine/population/evidence';
import { email, setting } from '../parts';
import { say, type Sentence } from '../sentence';
import { rule } from '../sources';
import { lines, row, rows } from './rows';
import type { CheckNamed, CheckWords } from './words';

type QueueItemsCheck = CheckNamed<'population/queue-items'>;
type Item = QueueItemsCheck['evidence']['made'][number];

export const queueItemsWords: CheckWords<'population/queue-items'> = {
	rules: [
		rule(
			'documented',
			'With CreateQueueItemsForAcceptingQueueRecipients every queue that a recipient’s address resolves to gets a queue item.',
			'queueItems'
		),
		rule(
			'documented',
			'With CreateQueueItemForSynchronizingMailbox so does the queue whose mailbox is being processed, even where it is not among the recipients (Bcc, distribution list).',
			'queueItems'
		),
		rule(
			'documented',
			'With SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail so does a queue whose mailbox comes upon the email when it is tracked already, if it has no item yet.',
			'queueItems'
		),
		rule('inferred', 'The queue items are those of incoming email that is tracked automatically.', 'queueItems'),
		rule(
			'documented',
			'Where AutoRouteToOwnerQueue is on for the email table, the owner’s default queue gets an item, too. That is not described here.',
			'queueItems'
		)
	],
	said: ({ outcome, evidence }, explanation) => {
		const details = [
			...lines(evidence.made, 'queues', (item) => say`Yes: ${row(item.queue)}, ${CAUSES[item.cause]}.`),
			...lines(evidence.notMade, 'queues', without)
		];
		const queues = rows(evidence.made.map(({ queue }) => queue));
		switch (outcome) {
			case 'made':
				return {
					outcome: `${evidence.made.length} made`,
					tone: 'good',
					sentence: evidence.storedEmail
						? say`A queue item of ${email(explanation, evidence.storedEmail)}, stored before, is added to ${queues}.`
						: say`A queue item is made in ${queues}.`,
					details
				};
			case 'none':
				return {
					outcome: 'None',
					tone: 'quiet',
					sentence:
						evidence.notMade.length > 0
							? say`No queue gets a queue item: the settings for it are off.`
							: evidence.storedEmail
								? say`No queue item is added: the queue has one of ${email(explanation, evidence.storedEmail)}.`
								: say`No queue gets a queue item: none is a recipient, and the mailbox belongs to none.`,
					details
				};
			case 'outgoing':
				return {
					outcome: 'None',
					tone: 'quiet',
					sentence: say`Outgoing email gets no queue item of a receiving queue.`,
					details
				};
			case 'byHand':
				return {
					outcome: 'Not said',
					tone: 'quiet',
					sentence: say`It was tracked by hand; queue items are documented for automatic tracking only.`,
					details
				};
		}
	}
};

const CAUSES: Readonly<Record<QueueItemCause, string>> = {
	recipient: 'a recipient',
	synchronizingMailbox: 'whose mailbox was being processed',
	laterMailbox: 'whose mailbox came upon it when it was tracked already'
};

function without(item: Item): Sentence {
	return say`No: ${row(item.queue)}, ${CAUSES[item.cause]}; ${setting(item.setting)} is off.`;
}
