/** The four correlation methods in words: what each looked for, found, and what it rests on. */
import type { ActivityId, MethodId } from '../domain/columns';
import type { Outcome } from '../domain/decision';
import type { CorrelationAttempt, EvidenceOf } from '../engine/correlation/evidence';
import type { Explanation } from '../engine/explanation';
import { METHOD_LABELS, OUTCOME_LABELS } from './labels';
import { conversationIndexWords } from './methods/conversationIndex';
import { inReplyToWords } from './methods/inReplyTo';
import { smartMatchingWords } from './methods/smartMatching';
import { trackingTokenWords } from './methods/trackingToken';
import type { MethodWords, StepWords } from './methods/words';
import { needsClause } from './checks/needs';
import { count, email, emails, settingIs } from './parts';
import { say, type Sentence } from './sentence';
import { settingWords } from './settings';

const METHOD_WORDS: { readonly [M in MethodId]: MethodWords<M> } = {
	InReplyTo: inReplyToWords,
	TrackingToken: trackingTokenWords,
	ConversationIndex: conversationIndexWords,
	SmartMatching: smartMatchingWords
};

export function attemptWords(attempt: CorrelationAttempt, explanation: Explanation): StepWords {
	switch (attempt.method) {
		case 'InReplyTo':
			return stepWords('InReplyTo', attempt, explanation);
		case 'TrackingToken':
			return stepWords('TrackingToken', attempt, explanation);
		case 'ConversationIndex':
			return stepWords('ConversationIndex', attempt, explanation);
		case 'SmartMatching':
			return stepWords('SmartMatching', attempt, explanation);
	}
}

/** Completes "..., linked to “X” because". */
export function because(attempt: CorrelationAttempt, explanation: Explanation): Sentence {
	if (attempt.outcome !== 'matched') return say`no method found an earlier email`;
	switch (attempt.method) {
		case 'InReplyTo':
			return inReplyToWords.because(attempt, explanation);
		case 'TrackingToken':
			return trackingTokenWords.because(attempt, explanation);
		case 'ConversationIndex':
			return conversationIndexWords.because(attempt, explanation);
		case 'SmartMatching':
			return smartMatchingWords.because(attempt, explanation);
	}
}

function stepWords<M extends MethodId>(
	method: M,
	attempt: Outcome<EvidenceOf[M]>,
	explanation: Explanation
): StepWords {
	const words: MethodWords<M> = METHOD_WORDS[method];
	const { label, tone } = OUTCOME_LABELS[attempt.outcome];
	return {
		title: METHOD_LABELS[method],
		outcome: label,
		tone,
		...sentenceAndDetails(words, attempt, explanation),
		rules: words.rules
	};
}

function sentenceAndDetails<M extends MethodId>(
	words: MethodWords<M>,
	attempt: Outcome<EvidenceOf[M]>,
	explanation: Explanation
): Pick<StepWords, 'sentence' | 'details'> {
	switch (attempt.outcome) {
		case 'matched':
			return {
				sentence: words.matched(attempt, explanation),
				details: words.details(attempt.evidence, explanation)
			};
		case 'noMatch':
			return {
				sentence: words.noMatch(attempt, explanation),
				details: [...words.details(attempt.evidence, explanation), ...words.caveats(explanation)]
			};
		case 'notApplicable':
			return {
				sentence: words.notApplicable(explanation, attempt.evidence),
				details: [
					...(attempt.evidence ? words.details(attempt.evidence, explanation) : []),
					...words.caveats(explanation)
				]
			};
		case 'disabled':
			return disabled(attempt.setting, explanation);
		case 'notReached':
			return {
				sentence: say`Not asked, because ${METHOD_LABELS[attempt.decidedBy]} ${hadDecided(attempt.decidedBy, explanation)}. ${wouldMatch(attempt.wouldMatch, explanation)}`,
				details: attempt.evidence ? words.details(attempt.evidence, explanation) : words.caveats(explanation)
			};
		case 'indeterminate':
			return {
				sentence: say`Cannot be decided: ${needsClause(attempt.needs, explanation)}.`,
				details: []
			};
	}
}

function hadDecided(method: MethodId, { correlation }: Explanation): string {
	const undecided = correlation.some((attempt) => attempt.method === method && attempt.outcome === 'indeterminate');
	return undecided ? 'comes first and cannot be decided' : 'had decided';
}

function disabled(name: string, explanation: Explanation): Pick<StepWords, 'sentence' | 'details'> {
	const words = settingWords(name);
	return {
		sentence: say`Switched off: ${settingIs(explanation, name)}.`,
		details: words ? [say`${words.label}: ${words.does}`] : []
	};
}

/** What a method that was not asked would have found. */
function wouldMatch(activityIds: readonly ActivityId[], explanation: Explanation): Sentence {
	const [first, ...others] = activityIds;
	if (first === undefined) return say`It would have found nothing.`;
	const decided = correlatedActivityId(explanation);
	const more =
		others.length > 0
			? say` (${count(others.length, 'more earlier email')} fit: ${emails(explanation, others.slice(0, 3))})`
			: say``;
	return first === decided
		? say`It would also have matched ${email(explanation, first)}${more}.`
		: say`It would have matched another email: ${email(explanation, first)}${more}.`;
}

export function matchedAttempt(explanation: Explanation): Extract<CorrelationAttempt, { outcome: 'matched' }> | null {
	for (const attempt of explanation.correlation) if (attempt.outcome === 'matched') return attempt;
	return null;
}

/** A method that would settle the link, and cannot be tried: then the link is not known. */
export function undecidedAttempt({
	correlation
}: Explanation): Extract<CorrelationAttempt, { outcome: 'indeterminate' }> | null {
	for (const attempt of correlation) if (attempt.outcome === 'indeterminate') return attempt;
	return null;
}

function correlatedActivityId(explanation: Explanation): ActivityId | null {
	return explanation.columns?.correlatedactivityid ?? matchedAttempt(explanation)?.correlatedActivityId ?? null;
}
