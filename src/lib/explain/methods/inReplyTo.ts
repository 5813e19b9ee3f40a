import type { InReplyToAttempt, InReplyToEvidence } from '../../engine/correlation/evidence';
import type { Explanation } from '../../engine/explanation';
import { code, email, field } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { otherCandidates } from './candidates';
import type { MethodWords } from './words';

export const inReplyToWords: MethodWords<'InReplyTo'> = {
	rules: [
		rule(
			'documented',
			'An email whose In-Reply-To equals the Message-ID of an email in Dynamics 365 is correlated with it. This method is tried first.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'Correlated activity and parent activity are both set.',
			'filteringAndCorrelation',
			'emailTable'
		),
		rule('inferred', 'Ids are compared without angle brackets and letter case.', 'internetMessageFormat'),
		rule('assumed', 'Of several ids in one In-Reply-To the first that finds an email wins.', 'internetMessageFormat'),
		rule(
			'assumed',
			'Of several emails with one Message-ID the most recent earlier one wins.',
			'filteringAndCorrelation'
		),
		rule('documented', 'References is not on the list of what is compared.', 'filteringAndCorrelation')
	],
	because: ({ evidence }) => say`its ${field(evidence.from, 'In-Reply-To')} names that email’s Message-ID`,
	matched: ({ correlatedActivityId, evidence }, explanation) =>
		say`${field(evidence.from, 'In-Reply-To')} names the Message-ID of ${email(explanation, correlatedActivityId)}.`,
	noMatch: ({ evidence }, explanation) => say`${sentenceStart(absence(evidence, explanation))}.`,
	notApplicable: ({ facts }) =>
		facts.warnings.some(({ code: warning }) => warning === 'in-reply-to-prose')
			? say`In-Reply-To holds text, but no Message-ID.`
			: say`This email has no In-Reply-To field, so it names no email that it answers.`,
	details: (evidence, explanation) => [
		...evidence.attempts.flatMap((attempt) => attemptDetails(attempt, explanation)),
		...forwardDetails(evidence, explanation)
	],
	caveats: ({ facts, referencesOnly, ...explanation }) =>
		facts.references.length === 0
			? []
			: referencesOnly
				? [
						say`Its References name ${email({ facts, referencesOnly, ...explanation }, referencesOnly.activityId)}. Other systems would link the two; no Dynamics 365 method reads References.`
					]
				: [say`It has References, but no Dynamics 365 method reads them.`]
};

/** Why no email was found, as a clause without a full stop. */
export function absence(evidence: InReplyToEvidence, explanation: Explanation): Sentence {
	const inReplyTo = field(evidence.from, 'In-Reply-To');
	if (evidence.refusedForwardPrefix !== null) {
		const refused =
			evidence.refusedActivityId === null ? 'an earlier email' : email(explanation, evidence.refusedActivityId);
		return say`its ${inReplyTo} names ${refused}, but ${code(`${evidence.refusedForwardPrefix}:`)} in the subject makes it a forward, and forwards are not linked as replies`;
	}
	const attempt = evidence.attempts.find(({ absentActivityId }) => absentActivityId !== null) ?? evidence.attempts[0];
	const absent = attempt?.absentActivityId ? email(explanation, attempt.absentActivityId) : null;
	switch (attempt?.absence) {
		case 'receivedLater':
			return say`the email that its ${inReplyTo} names, ${absent ?? 'another of these files'}, was received later than this reply`;
		case 'notTracked':
			return say`the email that its ${inReplyTo} names, ${absent ?? 'another of these files'}, is not tracked itself`;
		default:
			return say`the email that its ${inReplyTo} names is not among these files`;
	}
}

function attemptDetails(attempt: InReplyToAttempt, explanation: Explanation): readonly Sentence[] {
	const id = code(attempt.messageId);
	const [newest] = attempt.stored.newest;
	if (!newest) return [absentDetail(attempt, explanation)];
	const others = otherCandidates(attempt.stored, explanation);
	return [
		say`${id} is the Message-ID of ${email(explanation, newest)}.`,
		...(attempt.onlyIgnoringCase ? [say`The two ids agree only when letter case is ignored.`] : []),
		...(others ? [others] : [])
	];
}

function absentDetail(attempt: InReplyToAttempt, explanation: Explanation): Sentence {
	const id = code(attempt.messageId);
	const absent = attempt.absentActivityId ? email(explanation, attempt.absentActivityId) : 'another email of this case';
	switch (attempt.absence) {
		case 'receivedLater':
			return say`${id} is the Message-ID of ${absent}, which was received after this email.`;
		case 'notTracked':
			return say`${id} is the Message-ID of ${absent}, which is not tracked.`;
		default:
			return say`${id} is the Message-ID of no email among these files.`;
	}
}

function forwardDetails(evidence: InReplyToEvidence, explanation: Explanation): readonly Sentence[] {
	if (evidence.refusedForwardPrefix === null) return [];
	const value = explanation.settings.DoNotCorrelateForwardedEmailsAsReplies ?? true;
	return [
		say`${{ setting: 'DoNotCorrelateForwardedEmailsAsReplies' }} is ${code(String(value))}: a subject that starts with ${code(`${evidence.refusedForwardPrefix}:`)} is not a reply. Later methods may still link it.`
	];
}
