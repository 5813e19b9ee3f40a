import type { OrganizationSettings } from '../../domain/environment';
import { COUNTER_RUNS, EMAIL_HASH_GROWTH, words, type SettingWords } from './words';

export const ORGANIZATION_WORDS: Readonly<Record<keyof OrganizationSettings, SettingWords>> = {
	emailcorrelationenabled: words(
		'Use correlation to track email conversations',
		'Lets InReplyTo and ConversationIndex link emails.',
		'documented',
		['organizationTable', 'noCorrelationMatch']
	),
	usetrackingtokens: words(
		'Use tracking tokens',
		'Lets TrackingToken link emails, and adds a token to the subject of mail sent from Dynamics 365.',
		'inferred',
		['filteringAndCorrelation', 'emailSettings'],
		{
			note: 'No column of Dataverse has this name: it stands for maximumtrackingnumber, of which zero or less is taken as off.'
		}
	),
	trackingprefix: words(
		'Prefix',
		'What a tracking token starts with. The colon of “CRM:” is part of it.',
		'documented',
		['filteringAndCorrelation', 'emailSettings'],
		{ unit: '1 to 20 characters' }
	),
	trackingprefixhistory: words(
		'Former prefixes',
		'Tokens with these prefixes keep linking emails.',
		'documented',
		['filteringAndCorrelation', 'organizationTable'],
		{
			note: 'No column of Dataverse has this name: trackingprefix holds the whole list, of which the first is taken as the current prefix.'
		}
	),
	trackingtokenidbase: words(
		'Deployment base tracking number',
		'Added to a user’s number to give the user digits of a token.',
		'documented',
		['filteringAndCorrelation'],
		{
			effect: 'shown',
			note: 'Tokens are found by their text as it was stored, whatever the number they were made with.'
		}
	),
	trackingtokeniddigits: words(
		'Number of digits for user numbers',
		'Digits of the user number in a token.',
		'documented',
		['filteringAndCorrelation'],
		{ unit: '1 to 10 digits', effect: 'shown' }
	),
	trackingtokencounterdigits: words(
		'Number of digits for incremental message counter',
		'Digits of the counter in a token; three count to 999 and start over.',
		'documented',
		['filteringAndCorrelation'],
		{
			unit: '1 to 9 digits',
			effect: 'shown',
			note: `The counter starts over sooner than one may think: ${COUNTER_RUNS}, and queues use the counter of their owner. No column of Dataverse has this name: it stands for the digits of maximumtrackingnumber, 3 for 999.`
		}
	),
	enablesmartmatching: words(
		'Use smart matching',
		'Lets SmartMatching link emails by subject words and addresses.',
		'documented',
		['filteringAndCorrelation', 'organizationTable'],
		{ note: EMAIL_HASH_GROWTH }
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
		{ unit: 'words or addresses' }
	),
	hashdeltasubjectcount: words(
		'Subject hash difference (HashDeltaSubjectCount)',
		'By so many words two subjects may differ.',
		'documented',
		['filteringAndCorrelation'],
		{ unit: 'words' }
	),
	hashminaddresscount: words(
		'Minimum recipients (HashMinAddressCount)',
		'So many addresses must be the same.',
		'documented',
		['filteringAndCorrelation'],
		{ unit: 'addresses' }
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
	)
};
