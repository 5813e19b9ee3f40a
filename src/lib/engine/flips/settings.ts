/** Which settings are tried, with which values. Switches are taken from the defaults, so that new ones come in by themselves. */
import {
	DEFAULT_MODEL_OPTIONS,
	DEFAULT_ORGANIZATION,
	DEFAULT_ORG_DB_ORG_SETTINGS,
	type FilteringMethod,
	type ModelOptions
} from '../../domain/environment';
import { smartMatching } from '../correlation/smartMatching';
import type { FlipChange, SettingSectionName, SettingValue } from './change';
import type { FlipTarget } from './target';

const queueItems = 'It makes queue items; the email is tracked all the same.';
const outlookUi = 'It hides or shows choices of the user; the choice itself is what counts.';
const legacyOutlook = 'It is of the legacy Outlook client, not of server-side synchronization.';
const monitoring = 'It keeps a record of what was synchronized; it decides nothing.';

/** Switches that are not tried, by name, with the reason. */
export const NOT_TRIED: Readonly<Record<string, string>> = {
	CreateQueueItemForSynchronizingMailbox: queueItems,
	CreateQueueItemsForAcceptingQueueRecipients: queueItems,
	SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail: queueItems,
	IgnoreCopiedItemsInSSSForMailbox: 'It is about copies made in Exchange, which a file does not show.',
	SSSSaveOutgoingEmailToExchangeSentFolder: 'It is about where Exchange keeps sent email, not about tracking it.',
	EnableSssItemLevelMonitoring: monitoring,
	DoNotAutoTrackEmail: outlookUi,
	HideTrackAllOption: outlookUi,
	HideEmailAutoTrackOptions: outlookUi,
	AllowPromoteDuplicates: legacyOutlook,
	OutlookClientEmailTaggerEnabled: legacyOutlook
};

/** Nothing is looked at by a mailbox or judged by a filter on a fresh install. */
const NEED_MAILBOXES: ReadonlySet<string> = new Set([
	'ignoreinternalemail',
	'unresolveemailaddressifmultiplematch',
	'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation',
	'AutoTrackSentFolderItems',
	'TrackCategorizedItems',
	'DoNotIgnoreInternalEmailToQueues',
	'IgnoreInternalEmailFromQueues',
	'IgnoreInternalEmailDetectionEnhancement',
	'ResolveForInactiveEntities',
	'UnresolveSenderInCaseOfMultipleMatch',
	'OverrideV5SenderConflictResolution',
	'AutoCreateContactOnPromote',
	'RestrictIRMEmailItems'
]);

/** From the one that takes all email to the strictest. */
const BY_STRICTNESS: readonly FilteringMethod[] = [0, 3, 2, 1, 4];

/** The nearest first; of two that are as near, the one that takes more. */
export function otherFilteringMethods(before: FilteringMethod): readonly FilteringMethod[] {
	const distance = (method: FilteringMethod) => Math.abs(BY_STRICTNESS.indexOf(method) - BY_STRICTNESS.indexOf(before));
	return BY_STRICTNESS.filter((method) => method !== before).sort((a, b) => distance(a) - distance(b));
}

export function organizationSettings({ environment }: FlipTarget): FlipChange[] {
	const { organization } = environment;
	const changes = switches('organization', DEFAULT_ORGANIZATION, organization, environment.freshInstall);
	if (smartMatching.switchedOffBy(environment) !== null) return changes;
	for (const name of ['hashminaddresscount', 'hashdeltasubjectcount'] as const) {
		for (const step of [-1, 1, -2, 2]) {
			const after = organization[name] + step;
			if (after >= 0) changes.push(setting('organization', name, organization[name], after));
		}
	}
	return changes;
}

export function orgDbOrgSettings({ environment }: FlipTarget): FlipChange[] {
	const settings = environment.orgDbOrgSettings;
	const changes = switches('orgDbOrgSettings', DEFAULT_ORG_DB_ORG_SETTINGS, settings, environment.freshInstall);
	if (environment.freshInstall) return changes;
	const before = settings.SSSForceFilteringMethodForUserMailboxes;
	const values = before === -1 ? BY_STRICTNESS : ([-1, ...otherFilteringMethods(before)] as const);
	for (const after of values) {
		changes.push(setting('orgDbOrgSettings', 'SSSForceFilteringMethodForUserMailboxes', before, after));
	}
	return changes;
}

const READINGS = {
	conversationIndexKey: ['header', 'guid'],
	tokeniser: ['whitespace', 'punctuation'],
	correlationOffStops: ['inReplyToAndConversationIndex', 'all']
} as const satisfies Partial<Record<keyof ModelOptions, readonly string[]>>;

/** What Learn says of high load. */
const windowUnderLoadDays = 90;

export function modelOptions({ environment }: FlipTarget): FlipChange[] {
	const options = environment.modelOptions;
	const changes = switches('modelOptions', DEFAULT_MODEL_OPTIONS, options, environment.freshInstall);
	for (const name of ['conversationIndexKey', 'tokeniser', 'correlationOffStops'] as const) {
		for (const after of READINGS[name]) {
			if (after !== options[name]) changes.push(setting('modelOptions', name, options[name], after));
		}
	}
	if (smartMatching.switchedOffBy(environment) === null) {
		const before = options.smartMatchingWindowDays;
		const after = before === null ? windowUnderLoadDays : null;
		changes.push(setting('modelOptions', 'smartMatchingWindowDays', before, after));
	}
	return changes;
}

function switches(section: SettingSectionName, defaults: object, values: object, freshInstall: boolean): FlipChange[] {
	const now = new Map<string, unknown>(Object.entries(values));
	return Object.keys(defaults).flatMap((name): FlipChange[] => {
		const before = now.get(name);
		if (typeof before !== 'boolean' || Object.hasOwn(NOT_TRIED, name)) return [];
		return freshInstall && NEED_MAILBOXES.has(name) ? [] : [setting(section, name, before, !before)];
	});
}

function setting(section: SettingSectionName, name: string, before: SettingValue, after: SettingValue): FlipChange {
	return { kind: 'setting', path: [section, name], section, name, before, after };
}
