import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import { maxListedCandidates } from '../../domain/limits';
import type { MessageFacts } from '../../domain/message';
import { ORGANIZATION_TABLE, SMART_MATCHING_2008, SMART_MATCHING_2009, SOURCE_PAGE } from '../sources';
import { allCorrelationSwitchedOffBy } from './correlationSwitch';
import type { SmartMatchingCandidate } from './evidence';
import { NO_MATCH, NOTHING, type CorrelationMethod, type FactName } from './method';
import type { StoredEmails } from './storedEmails';

const msPerDay = 86_400_000;
/** Near misses only show why the addresses were not enough; a few do. */
const maxListedNearMisses = 5;
/** A robot's subject can stand on thousands of emails; evidence looks at the most recent ones. */
const maxExamined = 1_000;

const MISSING: readonly FactName[] = ['subjectWords'];

/**
 * Subject words (after HashFilterKeywords) and addresses of sender and recipients fit those of a stored email. The page
 * asks for the same number of subject hashes; taken literally nearly everything between two people would match, so the
 * words must be the same ones up to HashDeltaSubjectCount (reading A6, supported by Microsoft's 2009 text).
 */
export const smartMatching: CorrelationMethod<'SmartMatching'> = {
	id: 'SmartMatching',
	choice: CORRELATION_METHOD_CHOICE.SmartMatching,
	summary: 'Subject words and addresses are similar enough to those of an email already in Dynamics 365.',
	reads: ['subject', 'from', 'to', 'cc', 'bcc'],
	basis: 'inferred',
	sources: [SOURCE_PAGE, ORGANIZATION_TABLE, SMART_MATCHING_2009, SMART_MATCHING_2008],
	examples: [
		{
			shows: 'The same words after prefixes are removed, and the same two addresses.',
			stored: { subject: 'Hello', addresses: ['ann@fabrikam.com', 'support@contoso.com'] },
			email: { subject: 'Re: hello', addresses: ['support@contoso.com', 'ann@fabrikam.com'] },
			settings: { enablesmartmatching: true },
			outcome: 'matched'
		},
		{
			shows: 'A generic subject glues two matters together: the known weakness.',
			stored: { subject: 'Invoice', addresses: ['ann@fabrikam.com', 'support@contoso.com'] },
			email: { subject: 'Invoice', addresses: ['ann@fabrikam.com', 'support@contoso.com'] },
			settings: { enablesmartmatching: true },
			outcome: 'matched'
		},
		{
			shows: 'A tag added on the way in is one more word, and hides the prefix from HashFilterKeywords.',
			stored: { subject: 'Hello', addresses: ['ann@fabrikam.com', 'support@contoso.com'] },
			email: { subject: '[EXTERNAL] RE: Hello', addresses: ['ann@fabrikam.com', 'support@contoso.com'] },
			settings: { enablesmartmatching: true },
			outcome: 'noMatch'
		},
		{
			shows: 'One address in common is not enough.',
			stored: { subject: 'Hello', addresses: ['ann@fabrikam.com', 'support@contoso.com'] },
			email: { subject: 'Hello', addresses: ['ann@fabrikam.com', 'sales@contoso.com'] },
			settings: { enablesmartmatching: true },
			outcome: 'noMatch'
		},
		{
			shows: 'Off by default.',
			stored: { subject: 'Hello' },
			email: { subject: 'RE: Hello' },
			outcome: 'disabled'
		}
	],
	setsParent: false,

	switchedOffBy(environment) {
		if (!environment.organization.enablesmartmatching) return 'enablesmartmatching';
		if (environment.orgDbOrgSettings.DisableSmartMatching) return 'DisableSmartMatching';
		// Without stored hashes there is nothing to compare with.
		if (environment.orgDbOrgSettings.DisableSmartMatchingEmailHashCreation)
			return 'DisableSmartMatchingEmailHashCreation';
		return allCorrelationSwitchedOffBy(environment);
	},

	/** No word, no match (reading A15). */
	missing: (message, stored) =>
		stored.subjectWords?.of(message.subject, message.keyed).words.length === 0 ? MISSING : NOTHING,
	explainsAbsence: true,

	needs: (stored) => (stored.subjectWords === null ? ['hashfilterkeywords'] : NOTHING),

	find(message, at, stored) {
		const words = wordsOf(message, stored);
		const hit = stored.smart.latest(words, () => stored.smartAddresses(message).addresses, at);
		return hit >= 0 && withinWindow(stored.message(hit), message, stored) ? hit : NO_MATCH;
	},

	evidence(message, at, stored) {
		const { organization } = stored.environment;
		const subject = stored.subjectWords?.of(message.subject, message.keyed) ?? { words: [], leftOut: 0 };
		const { addresses, leftOut } = stored.smartAddresses(message);
		const fittingSubject = stored.smart.withFittingSubject(subject.words, at);
		const fitting = fittingSubject
			.slice(-maxExamined)
			.filter((position) => withinWindow(stored.message(position), message, stored));
		const matching = fitting.filter((position) => stored.smart.shareEnoughAddresses(position, addresses));
		const misses = fitting.filter((position) => !stored.smart.shareEnoughAddresses(position, addresses));
		const describe = (position: number) => smartMatchingCandidate(position, message, stored);
		return {
			from: ['Subject', 'From', 'To', 'Cc', 'Bcc'].map((field) => ({ field, occurrence: 0 })),
			stripped: stored.subjectWords?.strippedFrom(message.subject) ?? [],
			words: subject.words,
			addresses,
			wordsLeftOut: subject.leftOut,
			addressesLeftOut: leftOut,
			wordsNeeded: Math.max(0, subject.words.length - organization.hashdeltasubjectcount),
			addressesNeeded: organization.hashminaddresscount,
			candidates: matching.slice(-maxListedCandidates).reverse().map(describe),
			candidatesTotal: matching.length,
			olderNotListed: Math.max(0, fittingSubject.length - maxExamined),
			nearMisses: misses.slice(-maxListedNearMisses).reverse().map(describe)
		};
	}
};

/** What an email and a stored one have in common, and what not, as smart matching compares them. */
export function smartMatchingCandidate(
	position: number,
	message: MessageFacts,
	stored: StoredEmails
): SmartMatchingCandidate {
	const [words, theirWords] = [wordsOf(message, stored), wordsOf(stored.message(position), stored)];
	const { addresses } = stored.smartAddresses(message);
	const { addresses: theirAddresses } = stored.smartAddresses(stored.message(position));
	return {
		activityId: stored.activityId(position),
		sharedWords: words.filter((word) => theirWords.includes(word)),
		otherWords: [
			...words.filter((word) => !theirWords.includes(word)),
			...theirWords.filter((word) => !words.includes(word))
		],
		sharedAddresses: addresses.filter((address) => theirAddresses.includes(address))
	};
}

function wordsOf({ subject, keyed }: MessageFacts, { subjectWords }: StoredEmails): readonly string[] {
	return subjectWords?.of(subject, keyed).words ?? [];
}

/** Under high resource usage the service looks back 90 days only; off unless the model option says so. */
function withinWindow(earlier: MessageFacts, message: MessageFacts, stored: StoredEmails): boolean {
	const days = stored.environment.modelOptions.smartMatchingWindowDays;
	if (days === null || earlier.receivedAtUtcMs === null || message.receivedAtUtcMs === null) return true;
	return message.receivedAtUtcMs - earlier.receivedAtUtcMs <= days * msPerDay;
}
