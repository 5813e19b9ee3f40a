/** The decision in one sentence, to be read out on the phone. */
import type { Explanation } from '../engine/explanation';
import { because, matchedAttempt, undecidedAttempt } from './attempts';
import { acceptance, refusals } from './checks/filtering';
import { notLookedAt } from './checks/folder';
import { internalRejection } from './checks/internalMail';
import { decisiveMailboxId } from './checks/mailbox';
import { stoppedBy } from './checks/mailboxState';
import { needsClause } from './checks/needs';
import { notSeen } from './checks/receivedDate';
import { mailbox, row } from './checks/rows';
import { malformed } from './checks/sender';
import { checkOf } from './checks/words';
import { REASON_WORDS } from './labels';
import { absence } from './methods/inReplyTo';
import { code, email, header, quoted, setting, settingIs } from './parts';
import { listOf, say, type Sentence } from './sentence';

export function headline(explanation: Explanation): Sentence {
	const { verdict } = explanation;
	switch (verdict.tracked) {
		case 'yes':
			return say`Tracked${howTracked(explanation)}, ${linked(explanation)}.`;
		case 'no':
			return say`Not tracked: ${whyNotTracked(explanation)}.`;
		case 'unknown':
			return say`Cannot be decided: ${needsClause(verdict.needs, explanation)}.`;
	}
}

/** By whose hand or filter. Says nothing on a fresh install, where everything is tracked. */
function howTracked(explanation: Explanation): Sentence {
	const mark = checkOf(explanation, 'scope/mark');
	if (mark?.outcome === 'sent') return say` as sent from Dynamics 365`;
	const folder = checkOf(explanation, 'scope/folder');
	const mailboxId = explanation.columns?.receivingmailboxid ?? decisiveMailboxId(explanation);
	const inMailbox = mailboxId === null ? say`` : say` in ${mailbox(mailboxId, explanation)}`;
	if (folder?.outcome === 'trackedFolder') {
		return say` by hand, because it lay in the tracked folder ${quoted(folder.evidence.folder)}${inMailbox}`;
	}
	if (folder?.outcome === 'category') {
		return say` by hand, because it carries the category ${quoted(folder.evidence.category ?? '')}${inMailbox}`;
	}
	if (explanation.verdict.tracked === 'yes' && explanation.verdict.by === 'manual') return say` by hand`;
	const accepting = checkOf(explanation, 'acceptance/filtering')?.evidence.asked.find(({ accepts }) => accepts);
	if (!accepting) return say``;
	const because = say` because ${acceptance(accepting, explanation)} (${explanation.reason.name})`;
	if (mailboxId === null) return because;
	return folder?.outcome === 'sentItems'
		? say`${because}; seen in ${quoted(folder.evidence.folder)} of ${mailbox(mailboxId, explanation)}`
		: say`${because}; seen in ${mailbox(mailboxId, explanation)}`;
}

function linked(explanation: Explanation): Sentence {
	const attempt = matchedAttempt(explanation);
	if (attempt) {
		return say`and linked to ${email(explanation, attempt.correlatedActivityId)} because ${because(attempt, explanation)}`;
	}
	const undecided = undecidedAttempt(explanation);
	if (undecided) {
		const links = explanation.correlation.some(
			(later) => later.outcome === 'notReached' && later.wouldMatch.length > 0
		);
		return say`but ${links ? 'to which' : 'whether it is linked to an'} earlier email${links ? ' it is linked' : ''} cannot be decided: ${needsClause(undecided.needs, explanation)}`;
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
	const { reason } = explanation;
	if (reason.name === 'Duplicate') {
		const first = checkOf(explanation, 'scope/duplicate')?.evidence.first ?? null;
		const which = first
			? say`${email(explanation, first)}, which has the same Message-ID,`
			: say`an email with the same Message-ID`;
		return say`${which} came in before (${reason.name})`;
	}
	if (reason.name === 'Untracked') return say`it is marked as untracked, so no later email is linked to it either`;
	return say`${cause(explanation)} (${reason.name})`;
}

/** By the check that ended it; in general words where the explanation does not have that check. */
function cause(explanation: Explanation): Sentence {
	const { reason, checks, verdict } = explanation;
	const decidedBy = verdict.tracked === 'no' ? verdict.decidedBy[0] : undefined;
	const ended = checks.find(({ check }) => check === decidedBy);
	switch (ended?.check) {
		case 'scope/mailbox':
			return ended.evidence.sender
				? say`${row(ended.evidence.sender)} sent it, and nothing says whether it was sent from Dynamics 365 or in which mailbox it lay`
				: say`no mailbox that the environment describes holds it`;
		case 'scope/mailbox-state':
			return say`${mailbox(ended.evidence.mailboxId, explanation)} is not synchronized, because ${stoppedBy(ended)}`;
		case 'scope/folder':
			return notLookedAt(ended);
		case 'scope/received-date':
			return notSeen(ended);
		case 'scope/restricted':
			return say`it is protected by Information Rights Management, and ${settingIs(explanation, 'RestrictIRMEmailItems')}`;
		case 'resolution/sender':
			return malformed(ended.evidence.address);
		case 'acceptance/internal-mail':
			return internalRejection(ended);
		case 'acceptance/filtering':
			return refusals(ended);
		default:
			return say`${REASON_WORDS[reason.name].means}`;
	}
}
