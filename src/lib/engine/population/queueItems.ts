/**
 * Which queues get a queue item (Learn, "Create queue items from synchronized email messages"). By settings: every queue
 * that a recipient resolves to, the queue whose mailbox is processed, and a queue that comes upon the email later.
 */
import type { ActivityId } from '../../domain/columns';
import type { OrgDbOrgSettings } from '../../domain/environment';
import type { CheckResult } from '../checks';
import type { Decisions } from '../decide';
import { firstStored, type Evaluated } from '../evaluate';
import { mention } from '../resolution/checks';
import type { DirectoryRow } from '../resolution/directory';
import { QUEUE_ITEM_SETTINGS, type QueueItemCause } from './evidence';
import { partiesAt } from './partiesAt';

export interface QueueItem {
	readonly queue: DirectoryRow;
	readonly cause: QueueItemCause;
}
export interface QueueItems {
	readonly made: readonly QueueItem[];
	/** Queues that get none, and the cause whose setting is off. */
	readonly notMade: readonly QueueItem[];
}

const NO_ITEMS: QueueItems = { made: [], notMade: [] };

export interface QueueItemsInput {
	/** Queues of To and Cc. */
	readonly recipients: readonly DirectoryRow[];
	/** Owner of the mailbox that made the row, where it is a queue. */
	readonly synchronizing: DirectoryRow | null;
	/** Queues whose mailboxes found the row made already. */
	readonly later: readonly DirectoryRow[];
}

/** One item for a queue, by the first cause that makes it. */
export function queueItems(input: QueueItemsInput, settings: OrgDbOrgSettings): QueueItems {
	const causes: QueueItem[] = [
		...input.recipients.map((queue) => ({ queue, cause: 'recipient' as const })),
		...(input.synchronizing ? [{ queue: input.synchronizing, cause: 'synchronizingMailbox' as const }] : []),
		...input.later.map((queue) => ({ queue, cause: 'laterMailbox' as const }))
	];
	const made = new Map<string, QueueItem>();
	for (const item of causes) {
		if (settings[QUEUE_ITEM_SETTINGS[item.cause]] && !made.has(item.queue.id)) made.set(item.queue.id, item);
	}
	const notMade = new Map<string, QueueItem>();
	for (const item of causes) {
		if (!made.has(item.queue.id) && !notMade.has(item.queue.id)) notMade.set(item.queue.id, item);
	}
	return { made: [...made.values()], notMade: [...notMade.values()] };
}

type QueueItemsCheck = CheckResult & { readonly check: 'population/queue-items' };

/**
 * For a duplicate: the queue items that it adds to the email stored before. Null where no email is stored, for a
 * duplicate that no queue's mailbox holds, and on a fresh install.
 */
export function queueItemsCheck(decisions: Decisions, position: number, evaluated: Evaluated): QueueItemsCheck | null {
	const { scope, stored, environment } = decisions;
	if (scope === null) return null;
	if (decisions.isTracked(position)) {
		if (evaluated.outgoing) return check('outgoing', NO_ITEMS, null);
		if (evaluated.reason === 'Manual') return check('byHand', NO_ITEMS, null);
		return made(itemsOfTracked(decisions, position, evaluated), null);
	}
	if (evaluated.reason !== 'Duplicate' || evaluated.outgoing) return null;
	const first = firstStored(stored.message(position), position, false, stored, decisions.isOutgoing);
	const later = laterQueues(decisions, evaluated, 0);
	if (first < 0 || later.length === 0) return null;
	const there = new Set(itemsMadeBefore(decisions, first).map(({ queue }) => queue.id));
	const added = { recipients: [], synchronizing: null, later: later.filter(({ id }) => !there.has(id)) };
	return made(queueItems(added, environment.orgDbOrgSettings), stored.activityId(first));
}

function itemsOfTracked(decisions: Decisions, position: number, evaluated: Evaluated): QueueItems {
	const { receivers } = decisions.scope ?? {};
	const recipients = partiesAt(decisions, position)?.receiverRows ?? [];
	const maker = evaluated.mailboxes.findIndex(({ mailboxId }) => mailboxId === evaluated.receivingMailboxId);
	const ownerId = receivers?.ownerOfMailbox(evaluated.receivingMailboxId ?? '') ?? null;
	return queueItems(
		{
			recipients: recipients.filter(({ table }) => table === 'queue'),
			synchronizing: ownerId !== null && receivers?.isQueue(ownerId) ? receivers.row(ownerId) : null,
			later: laterQueues(decisions, evaluated, maker + 1)
		},
		decisions.environment.orgDbOrgSettings
	);
}

function itemsMadeBefore(decisions: Decisions, first: number): readonly QueueItem[] {
	const evaluated = decisions.evaluateAt(first);
	return evaluated.reason === 'Manual' ? [] : itemsOfTracked(decisions, first, evaluated).made;
}

/** Queues whose mailboxes looked at the email when its row was there, from the `from`th mailbox on. */
function laterQueues({ scope }: Decisions, { mailboxes }: Evaluated, from: number): DirectoryRow[] {
	const receivers = scope?.receivers;
	return mailboxes.slice(from).flatMap(({ mailboxId, reason }) => {
		const ownerId = receivers?.ownerOfMailbox(mailboxId) ?? null;
		if (ownerId === null || reason === 'NotEvaluated' || reason === 'Unknown') return [];
		return receivers?.isQueue(ownerId) ? [receivers.row(ownerId)] : [];
	});
}

function made(items: QueueItems, storedEmail: ActivityId | null): QueueItemsCheck {
	return check(items.made.length > 0 ? 'made' : 'none', items, storedEmail);
}

function check(
	outcome: QueueItemsCheck['outcome'],
	items: QueueItems,
	storedEmail: ActivityId | null
): QueueItemsCheck {
	const said = ({ queue, cause }: QueueItem) => ({ queue: mention(queue), cause, setting: QUEUE_ITEM_SETTINGS[cause] });
	return {
		check: 'population/queue-items',
		outcome,
		evidence: { made: items.made.map(said), notMade: items.notMade.map(said), storedEmail }
	};
}
