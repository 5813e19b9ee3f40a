import type { OrgDbOrgSettings } from '../../domain/environment';
import type { CheckResult } from '../checks';
import { isInboxRoot, isSentItems } from './folder';
import type { Holding } from './holdings';
import type { Sighting } from './sightings';
import type { Stay } from './stays';
import { whyNotTracked } from './trackedFolders';

/** Category that tracks an email, as Exchange shows it. */
export const TRACKING_CATEGORY = 'Tracked to Dynamics 365';

type FolderCheck = Extract<CheckResult, { check: 'scope/folder' }>;

export interface FolderCheckInput {
	readonly holding: Holding;
	readonly sighting: Sighting | null;
	readonly orgDbOrgSettings: OrgDbOrgSettings;
	readonly ownerIsQueue: boolean;
}

/** Anywhere with the category; else where the filters look: the Inbox root, and Sent Items if tracked. */
export function folderCheck({ holding, sighting, orgDbOrgSettings, ownerIsQueue }: FolderCheckInput): FolderCheck {
	const { mailbox, folder, category } = holding;
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
	return result('failed', whyNotTracked(mailbox, folder, ownerIsQueue));
}

export function inTrackedFolder({ category }: Holding, { folder }: Stay): FolderCheck {
	return { check: 'scope/folder', outcome: 'trackedFolder', evidence: { folder, category, why: null, setting: null } };
}

export function isTrackingCategory(category: string | null): boolean {
	return category?.toLowerCase() === TRACKING_CATEGORY.toLowerCase();
}
