import type { OrgDbOrgSettings } from '../../domain/environment';
import type { CheckResult } from '../checks';
import { isBelowInbox, isInboxRoot, isSentItems, sameFolder } from './folder';
import type { Holding } from './holdings';
import type { Sighting } from './sightings';

/** Learn, "Folder-level tracking": at most 25 folders per user. */
export const maxTrackedFolders = 25;
/** Category that tracks an email, as Exchange shows it. */
export const TRACKING_CATEGORY = 'Tracked to Dynamics 365';

type FolderCheck = Extract<CheckResult, { check: 'scope/folder' }>;

export interface FolderCheckInput {
	readonly holding: Holding;
	readonly sighting: Sighting | null;
	readonly orgDbOrgSettings: OrgDbOrgSettings;
	/** Folder-level tracking is not for queue mailboxes. */
	readonly ownerIsQueue: boolean;
}

/** The Inbox root, Sent Items if tracked, a tracked folder below the Inbox, or anywhere with the category. */
export function folderCheck({
	holding: { mailbox, folder, category },
	sighting,
	orgDbOrgSettings,
	ownerIsQueue
}: FolderCheckInput): FolderCheck {
	const result = (
		outcome: FolderCheck['outcome'],
		why: FolderCheck['evidence']['why'] = null,
		setting: string | null = null
	) => ({ check: 'scope/folder' as const, outcome, evidence: { folder, category, why, setting } });
	if (isTrackingCategory(category) && orgDbOrgSettings.TrackCategorizedItems) return result('category');
	// Test & Enable sees what has been moved into the Inbox since.
	if (isInboxRoot(folder) || sighting?.seen) return result('inbox');
	if (isSentItems(folder)) {
		return orgDbOrgSettings.AutoTrackSentFolderItems
			? result('sentItems')
			: result('failed', 'sentItemsOff', 'AutoTrackSentFolderItems');
	}
	const index = mailbox.trackedfolders.findIndex(({ path }) => sameFolder(path, folder));
	if (index < 0) return result('failed', 'notTracked');
	if (ownerIsQueue) return result('failed', 'queueMailbox');
	if (!isBelowInbox(folder)) return result('failed', 'notBelowInbox');
	return index < maxTrackedFolders ? result('trackedFolder') : result('failed', 'beyondLimit');
}

export function isTrackingCategory(category: string | null): boolean {
	return category?.toLowerCase() === TRACKING_CATEGORY.toLowerCase();
}
