import type { ModelOptions } from '../../domain/environment';
import { words, type SettingWords } from './words';

export const MODEL_OPTION_WORDS: Readonly<Record<keyof ModelOptions, SettingWords>> = {
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
		{ unit: 'days' }
	),
	subjectChangedPattern: words(
		'Ignored when subjects are compared',
		'What this regular expression matches is left out before correlatedsubjectchanged compares two subjects.',
		'assumed',
		['subjectChange'],
		{ effect: 'shown' }
	),
	correlationOffStops: words(
		'What switching correlation off stops',
		'InReplyTo and ConversationIndex only, or all four methods.',
		'assumed',
		['noCorrelationMatch', 'organizationTable']
	)
};
