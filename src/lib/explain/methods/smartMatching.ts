import type { SmartMatchingCandidate, SmartMatchingEvidence } from '../../engine/correlation/evidence';
import type { Explanation } from '../../engine/explanation';
import { code, codes, count, email, field, setting } from '../parts';
import { say, type Sentence } from '../sentence';
import { rule } from '../sources';
import { named } from './candidates';
import type { Evident, Hit, MethodWords } from './words';

/** Words shown in a sentence; all of them stand on the card. */
const wordsInSentence = 6;

export const smartMatchingWords: MethodWords<'SmartMatching'> = {
	rules: [
		rule(
			'documented',
			'Emails with similar recipients and enough matching subject words are correlated. Off by default, and not recommended, because it gives false positives.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'What HashFilterKeywords matches is removed from the subject first. Letter case is ignored.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Correlated activity is set, parent activity stays empty.',
			'filteringAndCorrelation',
			'emailTable'
		),
		rule(
			'inferred',
			'The words must be the same, not merely equally many, but for HashDeltaSubjectCount words.',
			'smartMatchingToggleBlog',
			'filteringAndCorrelation'
		),
		rule(
			'assumed',
			'Words end at white space; the most recent email that fits wins; no words never match.',
			'filteringAndCorrelation'
		)
	],
	because: (attempt) => {
		const winner = winnerOf(attempt);
		if (!winner) return say`smart matching found the same subject words and addresses`;
		return say`smart matching found the same subject words (${firstWords(winner.sharedWords)}) and ${count(winner.sharedAddresses.length, 'shared address', 'shared addresses')}`;
	},
	matched: (attempt, explanation) => {
		const winner = winnerOf(attempt);
		const shared = winner
			? say` shares the words ${firstWords(winner.sharedWords)} and ${count(winner.sharedAddresses.length, 'address', 'addresses')}.`
			: say` has the same words and addresses.`;
		return say`${email(explanation, attempt.correlatedActivityId)}${shared}`;
	},
	noMatch: ({ evidence }, explanation) => {
		const [nearest] = evidence.nearMisses;
		return nearest
			? say`${email(explanation, nearest.activityId)} has the same subject words, but shares only ${nearest.sharedAddresses.length} of the ${count(evidence.addressesNeeded, 'address', 'addresses')} needed.`
			: say`No earlier tracked email has the same words in its ${field(evidence.from, 'Subject')}.`;
	},
	notApplicable: ({ facts }, evidence) => {
		if (evidence && evidence.words.length > 0) return say`This email has no sender and no recipients to compare.`;
		return facts.subject?.trim()
			? say`Nothing of the subject is left to compare once its prefixes are removed.`
			: say`The subject is empty, and an empty subject never matches.`;
	},
	details: (evidence, explanation) => [
		...(evidence.candidates.length > 0 && evidence.wordsLeftOut === 0 ? [] : [wordsDetail(evidence)]),
		addressesDetail(evidence),
		...evidence.candidates.slice(0, 1).map((candidate) => candidateDetail(candidate, explanation)),
		...(evidence.candidatesTotal > 1
			? [
					say`${count(evidence.candidatesTotal - 1, 'more earlier email')} ${evidence.candidatesTotal === 2 ? 'fits' : 'fit'}: ${named(
						evidence.candidates.slice(1).map(({ activityId }) => activityId),
						evidence.candidatesTotal - 1,
						explanation
					)}. The most recent wins.`
				]
			: []),
		...nearMissDetails(evidence, explanation)
	],
	caveats: () => []
};

function wordsDetail({ words, wordsNeeded, wordsLeftOut }: SmartMatchingEvidence): Sentence {
	const leftOut = wordsLeftOut > 0 ? ` ${wordsLeftOut} more are over HashMaxCount and not compared.` : '';
	return words.length === 0
		? say`Words: none.`
		: say`${words.length === 1 ? 'Word' : 'Words'}: ${codes(words)}; ${wordsNeeded} must be the same.${leftOut}`;
}

function addressesDetail({ addresses, addressesNeeded, addressesLeftOut }: SmartMatchingEvidence): Sentence {
	const leftOut = addressesLeftOut > 0 ? ` ${addressesLeftOut} more are over HashMaxCount and not compared.` : '';
	return say`${count(addresses.length, 'address', 'addresses')}; ${setting('hashminaddresscount')} asks for ${addressesNeeded} in common.${leftOut}`;
}

function candidateDetail(candidate: SmartMatchingCandidate, explanation: Explanation): Sentence {
	const other =
		candidate.otherWords.length > 0 ? say` Only one of the two subjects has ${codes(candidate.otherWords)}.` : say``;
	return say`Shared with ${email(explanation, candidate.activityId)}: ${codes(candidate.sharedAddresses)}.${other}`;
}

function nearMissDetails(evidence: SmartMatchingEvidence, explanation: Explanation): readonly Sentence[] {
	if (evidence.nearMisses.length === 0) return [];
	const ids = evidence.nearMisses.map(({ activityId }) => activityId);
	return [say`The same words, but too few addresses: ${named(ids, ids.length, explanation)}.`];
}

function winnerOf({
	correlatedActivityId,
	evidence
}: Evident<'SmartMatching'> & Hit): SmartMatchingCandidate | undefined {
	return evidence.candidates.find(({ activityId }) => activityId === correlatedActivityId);
}

function firstWords(words: readonly string[]): Sentence {
	const shown = codes(words.slice(0, wordsInSentence));
	return words.length > wordsInSentence
		? say`${shown} and ${words.length - wordsInSentence} more`
		: shown.length > 0
			? shown
			: [code('none')];
}
