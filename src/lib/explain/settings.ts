/** Every setting that the model reads: its label in the admin UI where it has one, and what it does. */
import type { Basis, Source } from '../domain/decision';
import type { ModelOptions, OrganizationSettings, OrgDbOrgSettings } from '../domain/environment';
import { SOURCES, type SourceId } from './sources';

export interface SettingWords {
	/** The label on System Settings > Email where there is one, else a short description. */
	readonly label: string;
	readonly does: string;
	readonly unit?: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
}
export type SettingName = keyof OrganizationSettings | keyof OrgDbOrgSettings | keyof ModelOptions;

function words(label: string, does: string, basis: Basis, sources: readonly SourceId[], unit?: string): SettingWords {
	return { label, does, basis, sources: sources.map((id): Source => SOURCES[id]), ...(unit ? { unit } : {}) };
}

export const SETTING_WORDS: Readonly<Record<SettingName, SettingWords>> = {
	emailcorrelationenabled: words(
		'Use correlation to track email conversations',
		'Lets InReplyTo and ConversationIndex link emails.',
		'documented',
		['organizationTable', 'noCorrelationMatch']
	),
	usetrackingtokens: words(
		'Use tracking tokens',
		'Lets TrackingToken link emails, and adds a token to the subject of mail sent from Dynamics 365.',
		'documented',
		['filteringAndCorrelation', 'emailSettings']
	),
	trackingprefix: words(
		'Prefix',
		'What a tracking token starts with. The colon of “CRM:” is part of it.',
		'documented',
		['filteringAndCorrelation', 'emailSettings'],
		'1 to 20 characters'
	),
	trackingprefixhistory: words('Former prefixes', 'Tokens with these prefixes keep linking emails.', 'documented', [
		'filteringAndCorrelation',
		'organizationTable'
	]),
	trackingtokenidbase: words(
		'Deployment base tracking number',
		'Added to a user’s number to give the user digits of a token.',
		'documented',
		['filteringAndCorrelation']
	),
	trackingtokeniddigits: words(
		'Number of digits for user numbers',
		'Digits of the user number in a token.',
		'documented',
		['filteringAndCorrelation'],
		'1 to 10 digits'
	),
	trackingtokencounterdigits: words(
		'Number of digits for incremental message counter',
		'Digits of the counter in a token; three count to 999 and start over.',
		'documented',
		['filteringAndCorrelation'],
		'1 to 9 digits'
	),
	enablesmartmatching: words(
		'Use smart matching',
		'Lets SmartMatching link emails by subject words and addresses.',
		'documented',
		['filteringAndCorrelation', 'organizationTable']
	),
	hashfilterkeywords: words(
		'Filter subject keywords (HashFilterKeywords)',
		'A .NET regular expression; what it matches is removed from subjects before their words are compared.',
		'documented',
		['filteringAndCorrelation']
	),
	hashmaxcount: words(
		'Maximum number of hashes (HashMaxCount)',
		'Only so many words of a subject, and so many addresses, are compared.',
		'documented',
		['filteringAndCorrelation'],
		'words or addresses'
	),
	hashdeltasubjectcount: words(
		'Subject hash difference (HashDeltaSubjectCount)',
		'By so many words two subjects may differ.',
		'documented',
		['filteringAndCorrelation'],
		'words'
	),
	hashminaddresscount: words(
		'Minimum recipients (HashMinAddressCount)',
		'So many addresses must be the same.',
		'documented',
		['filteringAndCorrelation'],
		'addresses'
	),
	ignoreinternalemail: words(
		'Track emails sent between Dynamics 365 users as two activities',
		'When true that option is off: of email between users only one copy is tracked.',
		'documented',
		['emailSettings', 'organizationTable', 'unexpectedData']
	),
	unresolveemailaddressifmultiplematch: words(
		'Set To, cc, bcc fields as unresolved values if multiple matches are found in Incoming Emails',
		'A recipient address that several rows have resolves to none of them, not even to a user or a queue.',
		'documented',
		['noRecipientMatch', 'associateAddress', 'emailSettings']
	),
	SSSForceFilteringMethodForUserMailboxes: words(
		'Force one filter on all users',
		'Goes before the filter that users have chosen; queues keep theirs.',
		'inferred',
		['settingsCatalogue', 'filteringAndCorrelation'],
		'-1 off, 0 to 4 a filtering method'
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
		['settingsCatalogue', 'outlookTrackingQuestions']
	),
	UnresolveSenderInCaseOfMultipleMatch: words(
		'Leave a sender with several matches unresolved',
		'A sender’s address that several rows have resolves to none of them.',
		'inferred',
		['settingsCatalogue']
	),
	RestrictIRMEmailItems: words(
		'Keep protected email out',
		'Email protected by Information Rights Management is not synchronized.',
		'inferred',
		['settingsCatalogue']
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
	),
	conversationIndexKey: words(
		'What of Thread-Index is compared',
		'The 22-byte header, or only the 16 bytes of its GUID.',
		'assumed',
		['emailTable', 'conversationIndex']
	),
	tokeniser: words('How a subject is split into words', 'At white space, or at punctuation too.', 'assumed', [
		'filteringAndCorrelation'
	]),
	forwardPrefixes: words(
		'Prefixes of a forward',
		'A subject that starts with one of these and a colon is a forward.',
		'assumed',
		['outlookTrackingQuestions']
	),
	smartMatchingWindowDays: words(
		'How far smart matching looks back',
		'Under high load the service searches the previous 90 days only; empty looks back without limit.',
		'assumed',
		['filteringAndCorrelation'],
		'days'
	),
	subjectChangedPattern: words(
		'Ignored when subjects are compared',
		'What this regular expression matches is left out before correlatedsubjectchanged compares two subjects.',
		'assumed',
		['subjectChange']
	),
	correlationOffStops: words(
		'What switching correlation off stops',
		'InReplyTo and ConversationIndex only, or all four methods.',
		'assumed',
		['noCorrelationMatch', 'organizationTable']
	)
};

/** Null for a setting that the model does not read. */
export function settingWords(name: string): SettingWords | null {
	return Object.hasOwn(SETTING_WORDS, name) ? SETTING_WORDS[name as SettingName] : null;
}
