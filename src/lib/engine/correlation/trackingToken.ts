import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import type { MessageFacts } from '../../domain/message';
import { EMAIL_TRACKING_SETTINGS, KA_22940, SOURCE_PAGE } from '../sources';
import { bareSubject } from './bareSubject';
import { conversationKey } from './conversationKey';
import { allCorrelationSwitchedOffBy } from './correlationSwitch';
import type { TokenNearMiss } from './evidence';
import { NO_MATCH, NOTHING, type CorrelationMethod, type FactName } from './method';
import type { StoredEmails } from './storedEmails';

const MISSING: readonly FactName[] = ['trackingToken'];

/**
 * A token in the subject equals the token of a stored email, digit for digit. Several tokens are tried from the last
 * to the first, since the service appends its own; several emails with one token: the most recent.
 */
export const trackingToken: CorrelationMethod<'TrackingToken'> = {
	id: 'TrackingToken',
	choice: CORRELATION_METHOD_CHOICE.TrackingToken,
	summary: 'A tracking token in the subject equals that of an email already in Dynamics 365.',
	reads: ['subject'],
	basis: 'documented',
	sources: [SOURCE_PAGE, EMAIL_TRACKING_SETTINGS, KA_22940],
	examples: [
		{
			shows: 'The token that Dynamics 365 appended comes back in the reply.',
			stored: { subject: 'Pump leaks CRM:0001005' },
			email: { subject: 'RE: Pump leaks CRM:0001005' },
			outcome: 'matched'
		},
		{
			shows: 'A former prefix keeps correlating.',
			stored: { subject: 'Pump leaks CTS:0001005' },
			email: { subject: 'RE: Pump leaks CTS:0001005' },
			settings: { trackingprefixhistory: ['CTS:'] },
			outcome: 'matched'
		},
		{
			shows: 'The prefix is known, the token is not: another organization, wrapped, deleted, or not in this set.',
			stored: { subject: 'Pump leaks CRM:0001005' },
			email: { subject: 'RE: Pump leaks CRM:0009999' },
			outcome: 'noMatch'
		},
		{
			shows: 'A space after the prefix makes it no token.',
			stored: { subject: 'Pump leaks CRM:0001005' },
			email: { subject: 'RE: Pump leaks CRM: 0001005' },
			outcome: 'notApplicable'
		},
		{
			shows: 'Tokens can be turned off in System Settings.',
			stored: { subject: 'Pump leaks CRM:0001005' },
			email: { subject: 'RE: Pump leaks CRM:0001005' },
			settings: { usetrackingtokens: false },
			outcome: 'disabled'
		}
	],
	setsParent: false,

	switchedOffBy: (environment) =>
		environment.organization.usetrackingtokens ? allCorrelationSwitchedOffBy(environment) : 'usetrackingtokens',

	missing: (message, stored) => (stored.tokens.lastIn(message.subject) === null ? MISSING : NOTHING),
	explainsAbsence: true,

	needs: () => NOTHING,

	find(message, at, stored) {
		const tokens = stored.tokens.all(message.subject);
		for (let index = tokens.length - 1; index >= 0; index--) {
			const hit = stored.byToken.latestBefore((tokens[index] as { token: string }).token.toLowerCase(), at);
			if (hit >= 0) return hit;
		}
		return NO_MATCH;
	},

	evidence(message, at, stored) {
		const tokens = stored.tokens.all(message.subject).toReversed();
		return {
			from: [{ field: 'Subject', occurrence: 0 }],
			tokens: tokens.map((token) => {
				const earlier = stored.byToken.allBefore(token.token.toLowerCase(), at);
				return {
					...token,
					decoded: stored.tokens.decode(token),
					stored: stored.candidates(earlier),
					reused: belongToSeveralConversations(earlier, stored)
				};
			}),
			nearMisses: nearMisses(message, at, stored)
		};
	}
};

function nearMisses(message: MessageFacts, at: number, stored: StoredEmails): TokenNearMiss[] {
	const malformed = stored.tokens.nearMisses(message.subject).map((nearMiss): TokenNearMiss => {
		const repaired = nearMiss.text.replace(/\s+/g, '').replace('：', ':');
		return { ...nearMiss, resembles: storedToken(repaired, at, stored) };
	});
	const oneDigitOff = stored.tokens.all(message.subject).flatMap(({ token, prefix }): TokenNearMiss[] => {
		if (storedToken(token, at, stored) !== null) return [];
		for (const variant of withDigitMoreOrLess(token, prefix.length)) {
			const resembles = storedToken(variant, at, stored);
			if (resembles !== null) return [{ kind: 'digit-more-or-less', text: token, resembles }];
		}
		return [];
	});
	return [...malformed, ...oneDigitOff];
}

/** The token as the most recent earlier email spells it, or null. */
function storedToken(token: string, at: number, stored: StoredEmails): string | null {
	const hit = stored.byToken.latestBefore(token.toLowerCase(), at);
	return hit < 0 ? null : stored.tokens.lastIn(stored.message(hit).subject);
}

function withDigitMoreOrLess(token: string, prefixLength: number): string[] {
	const variants: string[] = [];
	for (let place = prefixLength; place <= token.length; place++) {
		if (place < token.length) variants.push(token.slice(0, place) + token.slice(place + 1));
		for (const digit of '0123456789') variants.push(token.slice(0, place) + digit + token.slice(place));
	}
	return variants;
}

/**
 * Whether stored emails with one token come from different conversations: no reply chain between them and another
 * Thread-Index base (where both have one) or other subject words (where not).
 */
export function belongToSeveralConversations(positions: readonly number[], stored: StoredEmails): boolean {
	const first = positions[0];
	if (first === undefined || positions.length < 2) return false;
	const inFirst = new Set<string>();
	const join = (message: MessageFacts) => {
		if (message.messageId !== null) inFirst.add(message.messageId.toLowerCase());
	};
	const start = stored.message(first);
	join(start);
	const startKey = conversationKey(start.threadIndex, 'header');
	const subjectOf = ({ subject }: MessageFacts) => bareSubject(subject, stored.tokens);
	const startSubject = subjectOf(start);
	for (const position of positions.slice(1)) {
		const message = stored.message(position);
		const key = conversationKey(message.threadIndex, 'header');
		const answers = [...message.inReplyTo, ...message.references].some((id) => inFirst.has(id.toLowerCase()));
		const same =
			answers || (startKey !== null && key !== null ? key === startKey : subjectOf(message) === startSubject);
		if (!same) return true;
		join(message);
	}
	return false;
}
