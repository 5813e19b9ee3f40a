import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import { EMAIL_TRACKING_SETTINGS, KA_22940, SOURCE_PAGE } from '../sources';
import { countConversations } from '../tokens/conversations';
import { tokenNearMisses } from '../tokens/nearMisses';
import { allCorrelationSwitchedOffBy } from './correlationSwitch';
import { NO_MATCH, NOTHING, type CorrelationMethod, type FactName } from './method';

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

	namesSeveral: ({ subject }, stored) => stored.tokens.all(subject).length > 1,

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
					reused: countConversations(earlier, stored, 2) > 1
				};
			}),
			nearMisses: tokenNearMisses(message, at, stored)
		};
	}
};
