/** What the evidence of the checks on owner and queue items is made of. */
import type { OrgDbOrgSettings } from '../../domain/environment';

export const OWNER_REASONS = [
	'sender',
	'onlyEligible',
	'ownsCorrelatedEmail',
	'ownsSenderRow',
	'firstEligible',
	'senderUnresolved',
	'queueOwnerUnknown',
	'correlatedOwnerUnknown',
	'senderRowOwnerUnknown',
	'noEligibleOwner'
] as const;
export type OwnerReason = (typeof OWNER_REASONS)[number];

/** Setting by which a queue gets an item, by cause. */
export const QUEUE_ITEM_SETTINGS = {
	recipient: 'CreateQueueItemsForAcceptingQueueRecipients',
	synchronizingMailbox: 'CreateQueueItemForSynchronizingMailbox',
	laterMailbox: 'SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail'
} as const satisfies Readonly<Record<string, keyof OrgDbOrgSettings>>;
export type QueueItemCause = keyof typeof QUEUE_ITEM_SETTINGS;
