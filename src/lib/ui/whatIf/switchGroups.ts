/** The switches worth trying first: each changes what is tracked, or what it is linked to. */
import type { SettingName } from '$lib/explain/settings';
import type { ListName } from '$lib/state/environmentDraft';

/** A field of every row of a list. */
export interface RowSwitches {
	readonly list: ListName;
	readonly field: string;
}

export interface SwitchGroup {
	readonly id: string;
	readonly title: string;
	readonly settings: readonly SettingName[];
	readonly rows: readonly RowSwitches[];
}

export const SWITCH_GROUPS: readonly SwitchGroup[] = [
	{
		id: 'correlation',
		title: 'Correlation',
		settings: [
			'emailcorrelationenabled',
			'correlationOffStops',
			'IgnoreConversationIndexAndInReplyToForCorrelation',
			'DoNotCorrelateForwardedEmailsAsReplies',
			'forwardPrefixes',
			'conversationIndexKey'
		],
		rows: []
	},
	{
		id: 'tracking-tokens',
		title: 'Tracking tokens',
		settings: [
			'usetrackingtokens',
			'trackingprefix',
			'trackingprefixhistory',
			'trackingtokeniddigits',
			'trackingtokencounterdigits'
		],
		rows: []
	},
	{
		id: 'smart-matching',
		title: 'Smart matching',
		settings: [
			'enablesmartmatching',
			'hashfilterkeywords',
			'hashdeltasubjectcount',
			'hashminaddresscount',
			'hashmaxcount',
			'smartMatchingWindowDays',
			'tokeniser',
			'DisableSmartMatching'
		],
		rows: []
	},
	{
		id: 'filters',
		title: 'Filters of users and queues',
		settings: [
			'SSSForceFilteringMethodForUserMailboxes',
			'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation',
			'AutoTrackSentFolderItems'
		],
		rows: [
			{ list: 'users', field: 'incomingemailfilteringmethod' },
			{ list: 'queues', field: 'incomingemailfilteringmethod' }
		]
	},
	{
		id: 'internal-email',
		title: 'Internal email',
		settings: [
			'ignoreinternalemail',
			'DoNotIgnoreInternalEmailToQueues',
			'IgnoreInternalEmailFromQueues',
			'IgnoreInternalEmailDetectionEnhancement'
		],
		rows: []
	},
	{
		id: 'addresses',
		title: 'Addresses of several rows',
		settings: [
			'unresolveemailaddressifmultiplematch',
			'UnresolveSenderInCaseOfMultipleMatch',
			'ResolveForInactiveEntities'
		],
		rows: []
	},
	{
		id: 'looked-at',
		title: 'What mailboxes look at',
		settings: ['TrackCategorizedItems'],
		rows: [
			{ list: 'mailboxes', field: 'processemailreceivedafter' },
			{ list: 'placements', field: 'folder' }
		]
	}
];
