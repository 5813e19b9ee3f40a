/** The decision in one sentence, to be read out on the phone. */
import type { Explanation } from '../engine/explanation';
import { because, matchedAttempt } from './attempts';
import { REASON_WORDS } from './labels';
import { absence } from './methods/inReplyTo';
import { code, codes, email, header, setting } from './parts';
import { listOf, say, type Sentence } from './sentence';

export function headline(explanation: Explanation): Sentence {
	const { verdict } = explanation;
	switch (verdict.tracked) {
		case 'yes':
			return say`Tracked${byHand(explanation)}, ${linked(explanation)}.`;
		case 'no':
			return say`Not tracked: ${whyNotTracked(explanation)}.`;
		case 'unknown':
			return say`Whether this email is tracked cannot be decided, because the environment does not describe ${verdict.needs.length > 0 ? codes(verdict.needs) : 'everything it refers to'}.`;
	}
}

function byHand({ verdict, checks }: Explanation): string {
	if (verdict.tracked !== 'yes' || verdict.by !== 'manual') return '';
	const mark = checks.find((check) => check.check === 'scope/mark');
	return mark?.outcome === 'sent' ? ' as sent from Dynamics 365' : ' by hand';
}

function linked(explanation: Explanation): Sentence {
	const attempt = matchedAttempt(explanation);
	if (attempt) {
		return say`and linked to ${email(explanation, attempt.correlatedActivityId)} because ${because(attempt, explanation)}`;
	}
	const undecided = explanation.correlation.find(({ outcome }) => outcome === 'indeterminate');
	if (undecided?.outcome === 'indeterminate') {
		return say`but whether it is linked to an earlier email cannot be decided: ${undecided.method} needs ${undecided.needs.length > 0 ? say`a usable ${codes(undecided.needs)}` : 'more than the environment says'}`;
	}
	return unlinked(explanation);
}

function unlinked(explanation: Explanation): Sentence {
	const { correlation, facts } = explanation;
	if (correlation.length > 0 && correlation.every(({ outcome }) => outcome === 'disabled')) {
		return say`but linked to nothing: all four correlation methods are switched off`;
	}
	const inReplyTo = correlation.find((attempt) => attempt.method === 'InReplyTo');
	const nothingElse = ', and no other method found an earlier email';
	if (inReplyTo?.outcome === 'disabled') {
		return say`but linked to nothing: InReplyTo is switched off (${setting(inReplyTo.setting)})${nothingElse}`;
	}
	if (inReplyTo?.outcome === 'noMatch') {
		return say`but linked to nothing: ${absence(inReplyTo.evidence, explanation)}${nothingElse}`;
	}
	if (facts.warnings.some((warning) => warning.code === 'in-reply-to-prose')) {
		return say`but linked to nothing: its ${header({ field: 'In-Reply-To', occurrence: 0 })} holds no Message-ID${nothingElse}`;
	}
	if (facts.references.length > 0) {
		return say`but linked to nothing: it has ${header({ field: 'References', occurrence: 0 })}, but no In-Reply-To${nothingElse}`;
	}
	if ((explanation.threadIndex?.responses.length ?? 0) > 0) {
		return say`but linked to nothing: its ${header({ field: 'Thread-Index', occurrence: 0 })} makes it an answer, but it has no In-Reply-To${nothingElse}`;
	}
	const token = tokenClause(explanation);
	return token
		? say`but linked to nothing: it has no In-Reply-To, and ${token}`
		: say`and linked to nothing: it names no earlier email, so it starts a conversation of its own`;
}

/** A token that led nowhere, or something like one. Mail sent from Dynamics 365 carries its own, which says nothing. */
function tokenClause({ correlation, columns }: Explanation): Sentence | null {
	const attempt = correlation.find(({ method }) => method === 'TrackingToken');
	if (attempt?.method !== 'TrackingToken' || columns?.directioncode) return null;
	if ((attempt.outcome !== 'noMatch' && attempt.outcome !== 'notApplicable') || !attempt.evidence) return null;
	const { tokens, nearMisses } = attempt.evidence;
	if (tokens.length > 0) {
		return say`no earlier email carries its tracking token ${listOf(
			tokens.map(({ token }) => code(token)),
			'or'
		)}`;
	}
	const [nearMiss] = nearMisses;
	return nearMiss ? say`${code(nearMiss.text)} in its subject is not a whole tracking token` : null;
}

function whyNotTracked(explanation: Explanation): Sentence {
	const { reason, checks } = explanation;
	if (reason.name === 'Duplicate') {
		const duplicate = checks.find((check) => check.check === 'scope/duplicate');
		const first = duplicate?.check === 'scope/duplicate' ? duplicate.evidence.first : null;
		const which = first
			? say`${email(explanation, first)}, which has the same Message-ID,`
			: say`an email with the same Message-ID`;
		return say`${which} came in before (${reason.name})`;
	}
	if (reason.name === 'Untracked') return say`it is marked as untracked, so no later email is linked to it either`;
	return say`${REASON_WORDS[reason.name].means} (${reason.name})`;
}
