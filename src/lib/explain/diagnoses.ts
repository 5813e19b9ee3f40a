/** Named faults: what was seen in this email, what causes it, what to do. */
import type { Basis, Source } from '../domain/decision';
import type { DiagnosisFound, DiagnosisId, Explanation } from '../engine/explanation';
import { matchedAttempt } from './attempts';
import { AUTO_REPLY_CLASS_LABELS, type Tone } from './labels';
import { code, codes, count, email, emails, field, header } from './parts';
import { listOf, say, type Sentence } from './sentence';
import { SOURCES, type SourceId } from './sources';

interface DiagnosisText {
	readonly title: string;
	readonly tone: Tone;
	readonly cause: string;
	readonly fix: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
}
export interface DiagnosisWords extends DiagnosisText {
	readonly seen: Sentence;
}

function text(
	[title, tone, basis]: readonly [string, Tone, Basis],
	cause: string,
	fix: string,
	...sources: readonly SourceId[]
): DiagnosisText {
	return { title, tone, basis, cause, fix, sources: sources.map((id): Source => SOURCES[id]) };
}

/** What holds for every email that shows the fault. */
export const DIAGNOSIS_TEXTS: Readonly<Record<DiagnosisId, DiagnosisText>> = {
	'reply-without-in-reply-to': text(
		['A reply without In-Reply-To', 'warn', 'documented'],
		'The email client left In-Reply-To out, as some do when the subject of a reply is changed. Server-side synchronization cannot link such a reply by InReplyTo, and it does not read References.',
		'Have the sender reply without changing the subject, or from a client that keeps In-Reply-To. A tracking token in the subject links such replies; this one can be tracked and given its Regarding by hand.',
		'filteringAndCorrelation',
		'notTracked'
	),
	'parent-not-in-set': text(
		['The email it answers is not here', 'info', 'inferred'],
		'No file of this case has the Message-ID that In-Reply-To names. Either that email was not dropped in, or it never reached Dynamics 365, was deleted there, or a gateway rewrote its Message-ID on the way out.',
		'Add the missing email, e.g. from Sent Items. If it is in Dynamics 365, compare its messageid column with the id that In-Reply-To names: a difference points to a gateway or relay that rewrites ids.',
		'filteringAndCorrelation',
		'notTracked'
	),
	'reply-received-before-parent': text(
		['The reply came before the email it answers', 'warn', 'inferred'],
		'When this reply was processed the email it answers was not stored yet, so there was nothing to link it to. Delays in delivery and wrong clocks do this.',
		'Nothing links the two afterwards: set Regarding by hand. If it happens often, look at the mailboxes’ delays and at the clocks of the servers that write the Received lines.',
		'filteringAndCorrelation'
	),
	'parent-not-tracked': text(
		['The email it answers is not tracked', 'warn', 'documented'],
		'A reply is linked only to an email that is in Dynamics 365. The one that In-Reply-To names was refused, or untracked by hand.',
		'Open that email and see why it is not tracked. Once it is, later replies are linked; this one can be tracked and given its Regarding by hand.',
		'filteringAndCorrelation',
		'outlookTrackingQuestions'
	),
	'linked-only-by-references': text(
		['Linked by References only', 'info', 'documented'],
		'Other systems would link these two emails by References. None of the four methods of Dynamics 365 reads that field.',
		'There is no setting for it. A tracking token in the subject, or smart matching, can link such emails; In-Reply-To in the replies is the sound way.',
		'filteringAndCorrelation'
	),
	'subject-changed': text(
		['Linked, although the subject is another one', 'info', 'documented'],
		'InReplyTo goes by the Message-ID and does not look at the subject. Somebody who answers an old email about a new matter ends up in the old conversation. Dynamics 365 sets correlatedsubjectchanged for such an email.',
		'If it is a new matter, change Regarding by hand. A rule for creating records can act on correlatedsubjectchanged and open a new record.',
		'subjectChange',
		'oldConversation'
	),
	'token-reused': text(
		['The tracking token has been used before', 'warn', 'documented'],
		'Emails of different conversations carry the same token. A counter of three digits starts over after 999; many queues of one owner, or a service account, get there quickly. The most recent email with the token wins, which may be the wrong one.',
		'Raise “Number of digits for incremental message counter”; existing tokens keep working. Give busy queues owners of their own.',
		'tokenReuse',
		'filteringAndCorrelation'
	),
	'smart-matching-only': text(
		['Linked by smart matching alone', 'warn', 'documented'],
		'No identifier says that these two emails belong together. Smart matching took their subject words and addresses for proof; with common subjects and the usual recipients it links strangers.',
		'Check whether the two belong together. If not, raise HashMinAddressCount, keep HashDeltaSubjectCount at 0, or switch smart matching off, as Microsoft recommends.',
		'filteringAndCorrelation',
		'smartMatchingToggleBlog'
	),
	'auto-reply-tracked': text(
		['An automatic email is tracked', 'info', 'documented'],
		'Server-side synchronization does not look at whether an email is automatic when it decides what to track.',
		'Let a flow or a rule act on the InternetMessageHeaders column, or keep such email out of the mailbox with an Exchange rule.',
		'filteringAndCorrelation',
		'automaticResponses'
	)
};

export function diagnosisWords(diagnosis: DiagnosisFound, explanation: Explanation): DiagnosisWords {
	return { ...DIAGNOSIS_TEXTS[diagnosis.id], seen: seen(diagnosis, explanation) };
}

function seen({ id, from }: DiagnosisFound, explanation: Explanation): Sentence {
	const { facts, columns, autoReply, referencesOnly, ghosts } = explanation;
	const correlated = columns?.correlatedactivityid ?? matchedAttempt(explanation)?.correlatedActivityId;
	const linkedTo = correlated ? email(explanation, correlated) : 'an earlier email';
	const inReplyTo = field(from, 'In-Reply-To');
	switch (id) {
		case 'reply-without-in-reply-to':
			return facts.references.length > 0
				? say`It has ${field(from, 'References')} (${count(facts.references.length, 'id')}), but no In-Reply-To.`
				: say`It looks like a reply, but has no In-Reply-To.`;
		case 'parent-not-in-set': {
			const missing = facts.inReplyTo.filter((messageId) => ghosts.includes(messageId));
			return say`${inReplyTo} names ${codes(missing.length > 0 ? missing : facts.inReplyTo)}.`;
		}
		case 'reply-received-before-parent':
			return say`${inReplyTo} names ${absentEmail(explanation, 'receivedLater')}, which was received after this reply.`;
		case 'parent-not-tracked':
			return say`${inReplyTo} names ${absentEmail(explanation, 'notTracked')}, which is not tracked.`;
		case 'linked-only-by-references':
			return referencesOnly
				? say`${field(from, 'References')} names ${email(explanation, referencesOnly.activityId)}.`
				: say`${field(from, 'References')} names an email of this case.`;
		case 'subject-changed':
			return say`It is linked to ${linkedTo}, but its ${field(from, 'Subject')} is ${facts.subject ? code(facts.subject) : 'empty'}.`;
		case 'token-reused':
			return say`Earlier emails of more than one conversation carry ${tokensOf(explanation)}.`;
		case 'smart-matching-only':
			return say`SmartMatching linked it to ${linkedTo}; no other method did.`;
		case 'auto-reply-tracked': {
			const evidence = autoReply.evidence.find((candidate) => candidate.from);
			const shown = evidence?.from ? say` (${header(evidence.from)}: ${code(evidence.value)})` : say``;
			return say`It is of the class “${AUTO_REPLY_CLASS_LABELS[autoReply.class]}”${shown}, and tracked all the same.`;
		}
	}
}

function absentEmail(explanation: Explanation, absence: 'receivedLater' | 'notTracked'): Sentence {
	const attempt = explanation.correlation.find(({ method }) => method === 'InReplyTo');
	if (attempt?.method !== 'InReplyTo' || !('evidence' in attempt) || !attempt.evidence)
		return say`an email of this case`;
	const absent = attempt.evidence.attempts
		.filter((candidate) => candidate.absence === absence)
		.flatMap(({ absentActivityId }) => (absentActivityId ? [absentActivityId] : []));
	return absent.length > 0 ? emails(explanation, absent.slice(0, 3)) : say`an email of this case`;
}

function tokensOf(explanation: Explanation): Sentence {
	const attempt = explanation.correlation.find(({ method }) => method === 'TrackingToken');
	if (attempt?.method !== 'TrackingToken' || !('evidence' in attempt) || !attempt.evidence)
		return say`its tracking token`;
	const reused = attempt.evidence.tokens.filter((token) => token.reused);
	return reused.length > 0 ? listOf(reused.map(({ token }) => code(token))) : say`its tracking token`;
}
