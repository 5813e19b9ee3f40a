/** The parts of a tracking token, in words. */
import {
	composeToken,
	TOKEN_LIMITS,
	type TokenOf,
	type TokenPartName,
	type TokenSettings,
	type TokenSettingName
} from '../../engine/tokens/structure';
import { settingWords } from '../settings';
import { rule, type RuleWords } from '../sources';

export const TOKEN_PART_LABELS: Readonly<Record<TokenPartName, string>> = {
	prefix: 'Prefix',
	designator: 'Online or offline',
	userNumber: 'User number',
	counter: 'Message counter'
};

export interface TokenPartWords {
	readonly name: TokenPartName;
	readonly text: string;
	readonly label: string;
	readonly means: string;
}
export type TokenPicture =
	| {
			readonly ok: true;
			readonly token: string;
			readonly parts: readonly TokenPartWords[];
			readonly length: string;
			/** Null when all is as it should be. */
			readonly warning: string | null;
	  }
	| { readonly ok: false; readonly problems: readonly string[] };

/** A token taken apart: what each part says, and how much of the column it fills. */
export function tokenPicture(settings: TokenSettings, of: TokenOf): TokenPicture {
	const composed = composeToken(settings, of);
	if (!composed.ok) return { ok: false, problems: composed.outOfBounds.map(outOfBounds) };
	const { token, parts, userNumber, userNumberTooLong } = composed;
	const means: Readonly<Record<TokenPartName, string>> = {
		prefix: 'Yours to choose. A colon is part of it.',
		designator: '0 online, 1 offline. Not yours to choose.',
		userNumber: userNumberMeaning(settings, of, userNumber),
		counter: `Counts this user’s email activities, 0 to ${'9'.repeat(settings.trackingtokencounterdigits)}.`
	};
	return {
		ok: true,
		token,
		parts: parts.map(({ name, text }) => ({ name, text, label: TOKEN_PART_LABELS[name], means: means[name] })),
		length: `${token.length} of the 50 characters that column trackingtoken holds`,
		warning: userNumberTooLong
			? `User number ${userNumber} needs more than ${digits(settings.trackingtokeniddigits)}. What Dynamics 365 does then is not documented; here it is written whole. Set more digits for user numbers.`
			: null
	};
}

function userNumberMeaning(settings: TokenSettings, { trackingtokenid }: TokenOf, userNumber: number): string {
	if (trackingtokenid === null) return 'No user: the system has 0.';
	return settings.trackingtokenidbase === 0
		? `The user with trackingtokenid ${userNumber}.`
		: `Base ${settings.trackingtokenidbase} plus the user’s trackingtokenid ${trackingtokenid}.`;
}

function outOfBounds(name: TokenSettingName): string {
	const { least, most } = TOKEN_LIMITS[name];
	const unit = name === 'trackingprefix' ? ' characters' : '';
	return `${settingWords(name)?.label ?? name} must be ${least} to ${most}${unit}.`;
}

/** Column trackingprefix holds the prefixes, present and former, in so many characters. */
const prefixesColumnLength = 256;

/** What to think of before these prefixes are used. */
export function prefixAdvice({ trackingprefix, trackingprefixhistory }: TokenSettings): readonly string[] {
	const all = [trackingprefix, ...trackingprefixhistory];
	const again = trackingprefixhistory.filter(
		(prefix, place) => all.findIndex((other) => other.toLowerCase() === prefix.toLowerCase()) < place + 1
	);
	return [
		...(trackingprefix.toLowerCase() === 'crm:'
			? [
					'“CRM:” is the default. Another organization can have it, too, and its tokens then link the wrong email. Microsoft recommends a prefix of your own.'
				]
			: []),
		...(/\d$/.test(trackingprefix)
			? ['The prefix ends with a digit, so one cannot see where the digits of the token begin.']
			: []),
		...(/^\s|\s$/.test(trackingprefix) ? ['The prefix begins or ends with a space, which mail programs drop.'] : []),
		...(again.length > 0 ? [`Listed twice, since letter case does not count: ${again.join(', ')}.`] : []),
		...(all.join(';').length > prefixesColumnLength
			? [
					`All prefixes together are longer than the ${prefixesColumnLength} characters that column trackingprefix holds.`
				]
			: [])
	];
}

export function digits(amount: number): string {
	return `${amount} ${amount === 1 ? 'digit' : 'digits'}`;
}

export const STRUCTURE_RULES: readonly RuleWords[] = [
	rule(
		'documented',
		'A token is prefix, online or offline digit, user number and message counter, appended to the subject after a space.',
		'filteringAndCorrelation'
	),
	rule(
		'documented',
		'The user number is the deployment base tracking number plus the user’s own: with base 500 the first user is 501.',
		'filteringAndCorrelation'
	),
	rule(
		'documented',
		'The counter counts email activities, not the messages in them. After 999 it starts again at 000.',
		'filteringAndCorrelation'
	),
	rule('assumed', 'Others have seen it start again at 001. Both are recognised.', 'filteringAndCorrelation'),
	rule(
		'documented',
		'Former prefixes keep linking emails. So do tokens made with other numbers of digits: they are compared as they are spelled.',
		'filteringAndCorrelation',
		'tokenReuse'
	),
	rule('assumed', 'A user number with more digits than are set aside is written whole.', 'filteringAndCorrelation')
];
