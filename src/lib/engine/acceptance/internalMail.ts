/**
 * Mail between users when "Track emails sent between users as two activities" is off. Sent and received copies are
 * separate rows of one Message-ID; with detection enhancement on, mail is rejected only where the other copy exists.
 */
import type { Environment } from '../../domain/environment';
import type { DirectoryRow } from '../resolution/directory';

export interface InternalMailInput {
	readonly sender: DirectoryRow | null;
	readonly outgoing: boolean;
	readonly toQueue: boolean;
	/** A stored email has the same Message-ID and the opposite direction. */
	readonly otherCopyStored: boolean;
}
export type InternalMailResult =
	| { readonly rejected: true; readonly setting: string }
	| {
			readonly rejected: false;
			/** `toQueue`: let in for the queues' sake, so that only they are asked. */
			readonly why: 'twoActivities' | 'notInternal' | 'toQueue' | 'noOtherCopy';
			readonly setting: string;
	  };

export function internalMail(
	{ sender, outgoing, toQueue, otherCopyStored }: InternalMailInput,
	{ organization, orgDbOrgSettings }: Environment
): InternalMailResult {
	if (!organization.ignoreinternalemail) {
		return { rejected: false, why: 'twoActivities', setting: 'ignoreinternalemail' };
	}
	if (sender?.table === 'queue') {
		return orgDbOrgSettings.IgnoreInternalEmailFromQueues && otherCopyStored
			? { rejected: true, setting: 'IgnoreInternalEmailFromQueues' }
			: { rejected: false, why: 'noOtherCopy', setting: 'IgnoreInternalEmailFromQueues' };
	}
	if (sender?.table !== 'systemuser') return { rejected: false, why: 'notInternal', setting: 'ignoreinternalemail' };
	// The legacy detection is about received mail; a sent item is always from a user.
	const legacy = !orgDbOrgSettings.IgnoreInternalEmailDetectionEnhancement && !outgoing;
	if (!legacy && !otherCopyStored) {
		return { rejected: false, why: 'noOtherCopy', setting: 'IgnoreInternalEmailDetectionEnhancement' };
	}
	if (toQueue && orgDbOrgSettings.DoNotIgnoreInternalEmailToQueues) {
		return { rejected: false, why: 'toQueue', setting: 'DoNotIgnoreInternalEmailToQueues' };
	}
	return { rejected: true, setting: legacy ? 'IgnoreInternalEmailDetectionEnhancement' : 'ignoreinternalemail' };
}
