/** The subject with which the next email leaves, in words. */
import { nextSubject } from '../../engine/tokens/nextSubject';
import type { LatestToken } from '../../engine/tokens/survey';
import {
	composeToken,
	counterAfter,
	userNumberOf,
	type TokenOf,
	type TokenSettings
} from '../../engine/tokens/structure';
import { count } from '../parts';
import { rule, type RuleWords } from '../sources';

export interface NextSubjectPicture {
	/** What is sent, in order; the pieces that are cut are in place, but are not sent. */
	readonly pieces: readonly { readonly kind: 'kept' | 'cut' | 'space' | 'token'; readonly text: string }[];
	readonly subject: string;
	readonly says: readonly string[];
}
interface Sent extends TokenOf {
	readonly subject: string;
	readonly usetrackingtokens: boolean;
	/** MaximumSubjectLengthOnMailServer. */
	readonly maximumLength: number;
}

/** Null when the settings make no token. */
export function nextSubjectPicture(settings: TokenSettings, sent: Sent): NextSubjectPicture | null {
	if (!sent.usetrackingtokens) {
		return {
			pieces: [{ kind: 'kept', text: sent.subject }],
			subject: sent.subject,
			says: ['usetrackingtokens is off: no token is added.']
		};
	}
	const composed = composeToken(settings, sent);
	if (!composed.ok) return null;
	const { subject, kept, cut, token } = nextSubject(sent.subject, composed.token, sent.maximumLength);
	const after = counterAfter(sent.counter, settings.trackingtokencounterdigits);
	const next = composeToken(settings, { ...sent, counter: after });
	return {
		pieces: [
			{ kind: 'kept' as const, text: kept },
			{ kind: 'cut' as const, text: cut },
			{ kind: 'space' as const, text: kept === '' || token === null ? '' : ' ' },
			{ kind: 'token' as const, text: token ?? '' }
		].filter(({ text }) => text !== ''),
		subject,
		says: [
			`${count(subject.length, 'character')} of at most ${sent.maximumLength} (MaximumSubjectLengthOnMailServer).`,
			...(cut === ''
				? []
				: [
						`${count(cut.length, 'character')} of the subject ${cut.length === 1 ? 'is' : 'are'} cut, so that the token stays whole.`
					]),
			...(token === null ? ['The token alone is too long, so it is left out: replies are not linked by it.'] : []),
			...(next.ok
				? [`The email after this one gets ${next.token}${after === 0 ? ': the counter starts again' : ''}.`]
				: [])
		]
	};
}

/** The counter after the latest that the case shows of this sender; null where it shows none. */
export function nextCounterSeen(
	settings: TokenSettings,
	{ trackingtokenid }: Pick<TokenOf, 'trackingtokenid'>,
	latest: readonly LatestToken[]
): { readonly token: string; readonly next: number } | null {
	const userNumber = userNumberOf(settings, trackingtokenid);
	const found = latest.find((one) => one.userNumber === userNumber);
	return found ? { token: found.token, next: counterAfter(found.counter, settings.trackingtokencounterdigits) } : null;
}

export const NEXT_SUBJECT_RULES: readonly RuleWords[] = [
	rule(
		'documented',
		'Where subject and token together are longer than MaximumSubjectLengthOnMailServer, the subject is cut. A token that alone is longer is left out.',
		'orgDbOrgSettings',
		'settingsCatalogue'
	),
	rule(
		'inferred',
		'Only email sent from Dynamics 365 gets a token. Tracking in Outlook adds none.',
		'outlookTrackingQuestions'
	),
	rule('inferred', 'A queue sends with the number and the counter of its owner.', 'tokenReuse'),
	rule(
		'assumed',
		'A token that the subject already has stays in it. The last one is the email’s own.',
		'filteringAndCorrelation'
	)
];
