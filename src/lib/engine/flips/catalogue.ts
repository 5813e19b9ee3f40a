/**
 * What is tried, in the order of the smallest reach: settings of this recipient and its mailbox, then those of the whole
 * organization, then readings of this model, then marks. Of two changes that do the same, the earlier is the smaller.
 */
import type { FlipChange } from './change';
import { formerPrefixes, marksOfParents, marksOfThis } from './marks';
import {
	activeReceivers,
	addresses,
	contacts,
	filteringMethods,
	mailboxColumns,
	processEmailsFrom,
	testAndEnable,
	trackedFolders
} from './receivers';
import { modelOptions, organizationSettings, orgDbOrgSettings } from './settings';
import type { FlipTarget } from './target';

export interface FlipSource {
	readonly id: string;
	changes(target: FlipTarget): readonly FlipChange[];
}

export const FLIP_SOURCES: readonly FlipSource[] = [
	{ id: 'filteringMethod', changes: filteringMethods },
	{ id: 'active', changes: activeReceivers },
	{ id: 'mailbox', changes: mailboxColumns },
	{ id: 'processEmailsFrom', changes: processEmailsFrom },
	{ id: 'testAndEnable', changes: testAndEnable },
	{ id: 'trackedFolder', changes: trackedFolders },
	{ id: 'address', changes: addresses },
	{ id: 'contact', changes: contacts },
	{ id: 'formerPrefix', changes: formerPrefixes },
	{ id: 'organization', changes: organizationSettings },
	{ id: 'orgDbOrgSettings', changes: orgDbOrgSettings },
	{ id: 'modelOptions', changes: modelOptions },
	{ id: 'markOfThis', changes: marksOfThis },
	{ id: 'markOfParent', changes: marksOfParents }
];
