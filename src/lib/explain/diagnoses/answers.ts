/** Replies that found nothing to be linked to: numbers 1 and 2 of the catalogue. */
import { codes, count, field } from '../parts';
import { say } from '../sentence';
import { codeOf, otherEmail, type DiagnosisEntries } from './entry';

export const ANSWERS = {
	'reply-without-in-reply-to': {
		title: 'A reply without In-Reply-To',
		tone: 'warn',
		cause:
			'The email client left In-Reply-To out, as some do when the subject of a reply is changed; some leave out References and Thread-Index as well, so that only the subject shows a reply. Server-side synchronization cannot link such a reply by InReplyTo, and it does not read References.',
		fix: 'Have the sender reply without changing the subject, or from a client that keeps In-Reply-To. A tracking token in the subject links such replies; this one can be tracked and given its Regarding by hand.',
		seen: (found, explanation) => {
			const { from, evidence } = found;
			const { references } = explanation.facts;
			if (references.length > 0) {
				return say`It has ${field(from, 'References')} (${count(references.length, 'id')}), but no In-Reply-To.`;
			}
			if (evidence.shownBy !== 'Subject') return say`It looks like a reply, but has no In-Reply-To.`;
			const subject = field(from, 'Subject');
			const starts = say`Its ${subject} starts with ${codeOf(found, 'prefix', 'the prefix of a reply')}`;
			const other = otherEmail(found, explanation);
			const alike =
				typeof evidence.prefix !== 'string'
					? say`Its ${subject} is that of ${other}, which went to this sender`
					: evidence.activityId === null
						? starts
						: say`${starts} and is that of ${other}, which went to this sender`;
			return say`${alike}, but no field names an earlier email. This is a hint: a new email can have such a subject, too.`;
		}
	},
	'parent-not-in-set': {
		title: 'The email it answers is not here',
		tone: 'info',
		cause:
			'No file of this case has the Message-ID that In-Reply-To names. Either that email was not dropped in, or it never reached Dynamics 365, was deleted there, or a gateway rewrote its Message-ID on the way out.',
		fix: 'Add the missing email, e.g. from Sent Items. If it is in Dynamics 365, compare its messageid column with the id that In-Reply-To names: a difference points to a gateway or relay that rewrites ids.',
		seen: ({ from }, { facts, ghosts }) => {
			const missing = facts.inReplyTo.filter((messageId) => ghosts.includes(messageId));
			return say`${field(from, 'In-Reply-To')} names ${codes(missing.length > 0 ? missing : facts.inReplyTo)}.`;
		}
	},
	'message-id-rewritten': {
		title: 'In-Reply-To is unknown, References names an email sent to this person',
		tone: 'warn',
		cause:
			'A relay or gateway that gives outgoing email another Message-ID makes the answers name an id that Dynamics 365 never stored. The same is seen where an email between the two was never tracked or was not dropped in.',
		fix: 'Compare the messageid column of the email that was answered with In-Reply-To. If they differ, have the relay keep the Message-ID of email that has one. Until then a tracking token in the subject links such replies.',
		seen: (found, explanation) =>
			say`${field(found.from, 'In-Reply-To')} names ${codeOf(found, 'inReplyTo', 'an id')}, which nobody here has; ${field(found.from, 'References')} names ${otherEmail(found, explanation)}, which went to this sender.`
	},
	'reply-received-before-parent': {
		title: 'The reply came before the email it answers',
		tone: 'warn',
		cause:
			'When this reply was processed the email it answers was not stored yet, so there was nothing to link it to. Delays in delivery and wrong clocks do this.',
		fix: 'Nothing links the two afterwards: set Regarding by hand. If it happens often, look at the mailboxes’ delays and at the clocks of the servers that write the Received lines.',
		seen: (found, explanation) =>
			say`${field(found.from, 'In-Reply-To')} names ${otherEmail(found, explanation)}, which was received after this reply.`
	},
	'parent-not-tracked': {
		title: 'The email it answers is not tracked',
		tone: 'warn',
		cause:
			'A reply is linked only to an email that is in Dynamics 365. The one that In-Reply-To names was refused, or untracked by hand.',
		fix: 'Open that email and see why it is not tracked. Once it is, later replies are linked; this one can be tracked and given its Regarding by hand.',
		seen: (found, explanation) =>
			say`${field(found.from, 'In-Reply-To')} names ${otherEmail(found, explanation)}, which is not tracked.`
	},
	'linked-only-by-references': {
		title: 'Linked by References only',
		tone: 'info',
		cause:
			'Other systems would link these two emails by References. None of the four methods of Dynamics 365 reads that field.',
		fix: 'There is no setting for it. A tracking token in the subject, or smart matching, can link such emails; In-Reply-To in the replies is the sound way.',
		seen: (found, explanation) => say`${field(found.from, 'References')} names ${otherEmail(found, explanation)}.`
	}
} satisfies DiagnosisEntries;
