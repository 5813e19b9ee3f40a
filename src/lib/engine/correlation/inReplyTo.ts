import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import type { MessageFacts } from '../../domain/message';
import { OUTLOOK_APP_FAQ, RFC_5322, SOURCE_PAGE } from '../sources';
import { correlationSwitchedOffBy } from './correlationSwitch';
import type { InReplyToAttempt } from './evidence';
import { subjectPrefix } from './subjectPrefix';
import { NO_MATCH, NOTHING, type CorrelationMethod, type FactName } from './method';
import { messageIdKey, type StoredEmails } from './storedEmails';

const MISSING: readonly FactName[] = ['inReplyTo'];

/**
 * In-Reply-To equals the Message-ID of a stored email, in either direction. References is not read: a reply with
 * References alone does not correlate by this method. Several ids are tried from first to last (reading A20); several
 * emails with one id: the most recent (reading A5).
 */
export const inReplyTo: CorrelationMethod<'InReplyTo'> = {
	id: 'InReplyTo',
	choice: CORRELATION_METHOD_CHOICE.InReplyTo,
	summary: 'In-Reply-To equals the Message-ID of an email already in Dynamics 365.',
	reads: ['inReplyTo', 'subject'],
	basis: 'documented',
	sources: [SOURCE_PAGE, RFC_5322, OUTLOOK_APP_FAQ],
	examples: [
		{
			shows: 'A reply names the Message-ID of a stored email.',
			stored: { messageId: '<q1@fabrikam.com>', subject: 'Pump leaks' },
			email: { inReplyTo: ['<q1@fabrikam.com>'], subject: 'RE: Pump leaks' },
			outcome: 'matched'
		},
		{
			shows: 'The subject does not matter: an old mail answered on a new matter still links to the old conversation.',
			stored: { messageId: '<q1@fabrikam.com>', subject: 'Pump leaks' },
			email: { inReplyTo: ['<q1@fabrikam.com>'], subject: 'Invoice 4711' },
			outcome: 'matched'
		},
		{
			shows: 'Letter case of a Message-ID is ignored.',
			stored: { messageId: '<Q1@fabrikam.com>' },
			email: { inReplyTo: ['<q1@FABRIKAM.com>'] },
			outcome: 'matched'
		},
		{
			shows: 'References without In-Reply-To: not a signal of Dynamics 365.',
			stored: { messageId: '<q1@fabrikam.com>' },
			email: { references: ['<q1@fabrikam.com>'] },
			outcome: 'notApplicable'
		},
		{
			shows: 'The parent is not there: never tracked, deleted, or its Message-ID was rewritten on the way.',
			stored: { messageId: '<q1@fabrikam.com>' },
			email: { inReplyTo: ['<q1@relay.fabrikam.com>'] },
			outcome: 'noMatch'
		},
		{
			shows: 'A forward names the original too; one setting keeps it out.',
			stored: { messageId: '<q1@fabrikam.com>', subject: 'Pump leaks' },
			email: { inReplyTo: ['<q1@fabrikam.com>'], subject: 'FW: Pump leaks' },
			settings: { DoNotCorrelateForwardedEmailsAsReplies: true },
			outcome: 'noMatch'
		}
	],
	setsParent: true,

	switchedOffBy: correlationSwitchedOffBy,

	missing: (message) => (message.inReplyTo.length === 0 ? MISSING : NOTHING),
	explainsAbsence: false,

	needs: () => NOTHING,

	namesSeveral: ({ inReplyTo: ids }) => ids.length > 1,

	find(message, at, stored) {
		const hit = latestParent(message, at, stored);
		return hit >= 0 && refusedForward(message, stored) !== null ? NO_MATCH : hit;
	},

	evidence(message, at, stored) {
		const hit = latestParent(message, at, stored);
		const refused = hit >= 0 ? refusedForward(message, stored) : null;
		return {
			from: [{ field: 'In-Reply-To', occurrence: 0 }],
			attempts: message.inReplyTo.map((messageId) => attempt(messageId, at, stored)),
			refusedForwardPrefix: refused,
			refusedActivityId: refused === null ? null : stored.activityId(hit)
		};
	}
};

function latestParent(message: MessageFacts, at: number, stored: StoredEmails): number {
	for (const messageId of message.inReplyTo) {
		const hit = stored.byMessageId.latestBefore(messageIdKey(messageId), at);
		if (hit >= 0) return hit;
	}
	return NO_MATCH;
}

/** The prefix that makes this a forward where DoNotCorrelateForwardedEmailsAsReplies is on, else null (reading A11). */
function refusedForward(message: MessageFacts, stored: StoredEmails): string | null {
	return stored.environment.orgDbOrgSettings.DoNotCorrelateForwardedEmailsAsReplies
		? subjectPrefix(message.subject, stored.environment.modelOptions.forwardPrefixes)
		: null;
}

function attempt(messageId: string, at: number, stored: StoredEmails): InReplyToAttempt {
	const key = messageIdKey(messageId);
	const hits = stored.byMessageId.allBefore(key, at);
	const newest = hits.at(-1);
	const others = stored.seenByMessageId.all(key).filter((position) => position !== at);
	const notStored = others.findLast((position) => position < at);
	const later = others.find((position) => position > at);
	const absent = newest !== undefined ? undefined : (notStored ?? later);
	return {
		messageId,
		stored: stored.candidates(hits),
		onlyIgnoringCase: newest !== undefined && stored.message(newest).messageId !== messageId,
		absence:
			newest !== undefined
				? null
				: notStored !== undefined
					? 'notTracked'
					: later !== undefined
						? 'receivedLater'
						: 'notInSet',
		absentActivityId: absent === undefined ? null : stored.activityId(absent)
	};
}
