import type { OrgDbOrgSettings } from '../../domain/environment';
import { words, type SettingWords } from './words';

export const ORG_DB_ORG_SETTINGS_WORDS: Readonly<Record<keyof OrgDbOrgSettings, SettingWords>> = {
	SSSForceFilteringMethodForUserMailboxes: words(
		'Force one filter on all users',
		'Goes before the filter that users have chosen; queues keep theirs.',
		'inferred',
		['settingsCatalogue', 'filteringAndCorrelation'],
		{
			unit: '-1 off, 0 to 4 a filtering method',
			note: 'The sources differ: the page on filtering and correlation says that this setting makes the filters of other recipients count; the catalogue says that it is a number that overrides the users’ filters. Read here as the number; whether others are asked is up to UseFilteringMethodOfSyncingMailboxOnlyForCorrelation.'
		}
	),
	UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: words(
		'Ask the owner of the mailbox only',
		'Only the filter of the user or queue whose mailbox is being processed counts, not those of other recipients.',
		'documented',
		['orgDbOrgSettings', 'unexpectedData']
	),
	AutoTrackSentFolderItems: words(
		'Track email in Sent Items',
		'Email in Sent Items is looked at, too, and judged by the filter of the mailbox’s owner.',
		'documented',
		['trackSentItems', 'orgDbOrgSettings']
	),
	TrackCategorizedItems: words(
		'Track by category',
		'An email with the Outlook category “Tracked to Dynamics 365” is tracked whatever the filter says.',
		'documented',
		['categoryTracking', 'orgDbOrgSettings']
	),
	DoNotIgnoreInternalEmailToQueues: words(
		'Let email from users to queues in',
		'Email from a user to a queue is not rejected as internal. Matters only when ignoreinternalemail is true.',
		'documented',
		['orgDbOrgSettings', 'unexpectedData']
	),
	IgnoreInternalEmailFromQueues: words(
		'Reject email from queues',
		'Email from a queue is rejected where its sent copy is stored. Matters only when ignoreinternalemail is true.',
		'documented',
		['orgDbOrgSettings']
	),
	IgnoreInternalEmailDetectionEnhancement: words(
		'Reject internal email only with its other copy stored',
		'When false, all email from users is rejected. Matters only when ignoreinternalemail is true.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue']
	),
	ResolveForInactiveEntities: words(
		'Resolve addresses to inactive rows',
		'Addresses resolve to inactive rows, too, but never to inactive users.',
		'inferred',
		['settingsCatalogue', 'outlookTrackingQuestions', 'orgDbOrgSettings'],
		{
			note: 'The sources differ: the list of OrgDBOrgSettings says that true ignores inactive rows; the catalogue and the questions about tracking say that true takes them in. Read here as the latter.'
		}
	),
	UnresolveSenderInCaseOfMultipleMatch: words(
		'Leave a sender with several matches unresolved',
		'A sender’s address that several rows have resolves to none of them.',
		'inferred',
		['settingsCatalogue']
	),
	OverrideV5SenderConflictResolution: words(
		'Do not track where several rows have the address',
		'By the catalogue, email is not tracked automatically where several rows have the sender’s address; when false the row created first wins.',
		'inferred',
		['settingsCatalogue'],
		{
			effect: 'none',
			note: 'Not modelled: the catalogue’s words are of an old version, and the page on addresses, which puts the type of the row first, does not name this setting. UnresolveSenderInCaseOfMultipleMatch is modelled.'
		}
	),
	AutoCreateContactOnPromote: words(
		'Make a contact of an unknown sender',
		'Lets tracking an email make a contact or lead of a sender that no row has. Each user can switch it off, too.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{
			effect: 'shown',
			note: 'Only noted, in the check “Contact of the sender”: rows made on the way are not modelled. A later email of that sender could be accepted by methods 2 and 3 for their sake.'
		}
	),
	CreateQueueItemForSynchronizingMailbox: words(
		'Queue item for the queue of the mailbox',
		'The queue whose mailbox is being processed gets a queue item, also where it is in Bcc or in a distribution list.',
		'documented',
		['queueItems', 'orgDbOrgSettings'],
		{
			effect: 'shown',
			note: 'The page on queue items and newer versions in the catalogue say true by default, the list of OrgDBOrgSettings false.'
		}
	),
	CreateQueueItemsForAcceptingQueueRecipients: words(
		'Queue item for each queue among the recipients',
		'Every queue that a recipient’s address resolves to gets a queue item.',
		'documented',
		['queueItems', 'orgDbOrgSettings'],
		{ effect: 'shown' }
	),
	SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail: words(
		'Queue item for an email that is tracked already',
		'A queue whose mailbox comes upon the email later gets a queue item, too, if it has none.',
		'documented',
		['queueItems', 'orgDbOrgSettings'],
		{ effect: 'shown' }
	),
	MaximumSubjectLengthOnMailServer: words(
		'Longest subject with its token',
		'When email leaves Dynamics 365, a subject that is longer with its token is cut before the token; a token that is longer by itself is left out.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{
			unit: '255 to 400 characters',
			effect: 'shown',
			note: 'The files show the subject as it was sent, so nothing is cut in them; it counts for the next subject on the page Tokens.'
		}
	),
	RestrictIRMEmailItems: words(
		'Keep protected email out',
		'Email protected by Information Rights Management is not synchronized.',
		'inferred',
		['settingsCatalogue']
	),
	IgnoreCopiedItemsInSSSForMailbox: words(
		'Ignore copies made in Exchange',
		'A copy of a tracked email that somebody makes in Exchange is not added again.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{
			effect: 'none',
			note: 'The list of OrgDBOrgSettings says true by default, the catalogue false. A file does not show that it is a copy; the Message-ID makes one row either way.'
		}
	),
	SSSSaveOutgoingEmailToExchangeSentFolder: words(
		'Save sent email in Sent Items',
		'Email sent from Dynamics 365 is saved in Sent Items in Exchange as well.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{
			effect: 'none',
			note: 'Files dragged out of Sent Items may thus be email that Dynamics 365 has sent: mark those as sent.'
		}
	),
	EnableSssItemLevelMonitoring: words(
		'Dashboard of failures',
		'Shows the dashboard of server-side synchronization failures to users and administrators.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{ effect: 'none', note: 'The list of OrgDBOrgSettings says true by default, the catalogue false.' }
	),
	ExchangeSyncIdMappingPersistenceTimeInDays: words(
		'How long failures are kept',
		'For so long the dashboard shows email that failed.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{ unit: '0 to 14 days', effect: 'none' }
	),
	DoNotAutoTrackEmail: words(
		'Offer “No email messages”',
		'Lets users and queues choose “No email messages” as their filter.',
		'documented',
		['orgDbOrgSettings', 'settingsCatalogue'],
		{
			effect: 'none',
			note: 'The sources differ: the list of OrgDBOrgSettings says that it only offers the option and is true by default; the catalogue says that it stops all automatic tracking and is false. Read here as the option only; what counts is the filter that each user and queue has.'
		}
	),
	HideTrackAllOption: words(
		'Hide “All email messages”',
		'Takes “All email messages” out of the options that users can choose from.',
		'inferred',
		['settingsCatalogue'],
		{ effect: 'none', note: 'A filter chosen before stays; what counts is the filter that each user has.' }
	),
	HideEmailAutoTrackOptions: words(
		'Hide all but answers and none',
		'Takes “All email messages” and the two options that go by the sender out of those that users can choose from.',
		'inferred',
		['settingsCatalogue'],
		{ effect: 'none', note: 'A filter chosen before stays; what counts is the filter that each user has.' }
	),
	ClientDisableTrackingForReplyForwardEmails: words(
		'Outlook client: leave replies and forwards untracked',
		'Of the legacy Outlook client. Known, and without effect on server-side synchronization.',
		'inferred',
		['settingsCatalogue'],
		{ unit: '0 off, 1 on', effect: 'none' }
	),
	AllowPromoteDuplicates: words(
		'Outlook client: track duplicates',
		'Of the legacy Outlook client. Known, and without effect on server-side synchronization.',
		'inferred',
		['settingsCatalogue'],
		{ effect: 'none' }
	),
	OverrideTrackInCrmBehaviour: words(
		'Outlook client: Track asks for a Regarding',
		'Of the legacy Outlook client. Known, and without effect on server-side synchronization.',
		'inferred',
		['settingsCatalogue'],
		{ unit: '0 off, 1 on', effect: 'none' }
	),
	OutlookClientEmailTaggerEnabled: words(
		'Outlook client: tag email that is tracked already',
		'Of the legacy Outlook client. Known, and without effect on server-side synchronization.',
		'inferred',
		['settingsCatalogue'],
		{ effect: 'none' }
	),
	IgnoreConversationIndexAndInReplyToForCorrelation: words(
		'Ignore ConversationIndex and InReplyTo',
		'Switches InReplyTo and ConversationIndex off; tokens and smart matching still work.',
		'documented',
		['orgDbOrgSettings', 'outlookTrackingQuestions']
	),
	DoNotCorrelateForwardedEmailsAsReplies: words(
		'Forwarded emails are not replies',
		'InReplyTo does not link an email whose subject makes it a forward.',
		'documented',
		['orgDbOrgSettings', 'outlookTrackingQuestions']
	),
	DisableSmartMatching: words(
		'Disable smart matching',
		'Switches SmartMatching off whatever System Settings say.',
		'inferred',
		['settingsCatalogue']
	),
	DisableSmartMatchingEmailHashCreation: words(
		'Disable smart matching hashes',
		'No words and addresses are stored, so that SmartMatching finds nothing.',
		'inferred',
		['settingsCatalogue']
	)
};
