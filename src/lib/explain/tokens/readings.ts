/** What a token says, and what the case makes of it, in words. */
import type { TokenNearMiss } from '../../engine/correlation/evidence';
import type { TokenReading, TokenUser } from '../../engine/tokens/decode';
import { maxCountedConversations, type SubjectReading, type TokenInCase } from '../../engine/tokens/survey';
import type { Tone } from '../labels';
import { NEAR_MISS_WORDS } from '../methods/trackingToken';
import { count, quoted } from '../parts';
import { rule, type RuleWords } from '../sources';
import { TOKEN_PART_LABELS } from './parts';

export interface PartReading {
	readonly label: string;
	readonly text: string;
	readonly means: string;
}

export function partReadings(
	prefix: Pick<TokenInCase, 'prefix' | 'prefixIs'>,
	reading: TokenReading
): readonly PartReading[] {
	return [
		{ label: TOKEN_PART_LABELS.prefix, text: prefix.prefix, means: PREFIX_WORDS[prefix.prefixIs].means },
		{ label: TOKEN_PART_LABELS.designator, text: reading.designator, means: designatorWords(reading.designator) },
		{ label: TOKEN_PART_LABELS.userNumber, text: reading.userNumber, means: userWords(reading.user) },
		{
			label: TOKEN_PART_LABELS.counter,
			text: reading.counter,
			means: `the user’s counter stood at ${Number(reading.counter)}`
		}
	];
}

export const PREFIX_WORDS: Readonly<
	Record<TokenInCase['prefixIs'], { readonly label: string; readonly means: string; readonly tone: Tone }>
> = {
	current: { label: 'Current prefix', means: 'the present prefix', tone: 'good' },
	former: { label: 'Former prefix', means: 'a former prefix; it keeps linking emails', tone: 'info' },
	unknown: {
		label: 'Unknown prefix',
		means: 'not among your prefixes, so no email is linked by it; if it was yours, add it to the former prefixes',
		tone: 'warn'
	}
};

function designatorWords(designator: string): string {
	if (designator === '0') return 'made online';
	return designator === '1' ? 'made offline' : 'neither online (0) nor offline (1): hardly a token of Dynamics 365';
}

export function userWords(user: TokenUser): string {
	switch (user.kind) {
		case 'system':
			return 'the system, without a user';
		case 'users':
			return user.names.join(', ');
		case 'unknown':
			return `a user with trackingtokenid ${user.trackingtokenid}, whom the environment does not describe`;
		case 'belowBase':
			return 'smaller than the base: made under another base, or by another organization';
	}
}

/** How sure the reading is. */
export function readingsNote(readings: readonly TokenReading[]): string | null {
	const [first, ...others] = readings;
	if (!first) return 'No settings give this number of digits.';
	if (!first.presentSettings) {
		return others.length > 0
			? 'The digits do not fit the present settings: made under other ones. These readings are possible.'
			: 'The digits do not fit the present settings: made under other ones. This reading is possible.';
	}
	return others.length > 0
		? 'Under other settings it can also be read so that it names a user of the environment.'
		: null;
}

export interface ReuseWords {
	readonly label: string;
	readonly tone: Tone;
	/** Null where there is nothing to warn of. */
	readonly warning: string | null;
}

export function reuseWords({ conversations, tracked }: Pick<TokenInCase, 'conversations' | 'tracked'>): ReuseWords {
	if (tracked === 0) return { label: 'No tracked email', tone: 'quiet', warning: null };
	if (conversations <= 1) return { label: '1 conversation', tone: 'good', warning: null };
	const amount = conversations >= maxCountedConversations ? `${conversations} or more` : String(conversations);
	return {
		label: `${amount} conversations`,
		tone: 'bad',
		warning: `${amount} conversations carry this token: the counter wrapped, or somebody copied it. A reply is linked with the most recent email that has it.`
	};
}

export function carriedBy({ emails, tracked }: Pick<TokenInCase, 'emails' | 'tracked'>): string {
	if (emails === 0) return 'No email of this case carries it.';
	return `${count(emails, 'email')} of this case ${emails === 1 ? 'carries' : 'carry'} it, ${tracked} tracked with it as ${emails === 1 ? 'its' : 'their'} own.`;
}

export function nearMissWords({ kind, resembles }: TokenNearMiss): string {
	const why = NEAR_MISS_WORDS[kind];
	return resembles === null ? `Not a token: ${why}.` : `Not the token ${resembles}: ${why}.`;
}

/** The whole of it, to be read out while it is typed in. */
export function readingSummary({ tokens, nearMisses }: SubjectReading): string {
	if (tokens.length === 0 && nearMisses.length === 0) return 'There is no token in it.';
	return [
		...(tokens.length > 0 ? [`${count(tokens.length, 'token')}: ${tokens.map(({ token }) => token).join(', ')}.`] : []),
		...(nearMisses.length > 0 ? [`${count(nearMisses.length, 'near miss', 'near misses')}.`] : [])
	].join(' ');
}

export function emailName(subject: string | null): string {
	return subject?.trim() ? quoted(subject.trim()) : 'an email without a subject';
}

export const READING_RULES: readonly RuleWords[] = [
	rule(
		'inferred',
		'A prefix of yours, present or former, in any letter case, then 3 to 20 digits, with no letter or digit right before and no digit after.',
		'filteringAndCorrelation'
	),
	rule('inferred', 'What only resembles a token links nothing.', 'filteringAndCorrelation'),
	rule(
		'assumed',
		'Digits that fit the present settings were made under them. The user is looked up with the present base.',
		'filteringAndCorrelation'
	),
	rule(
		'inferred',
		'Emails are of one conversation when one answers the other, or their Thread-Index has the same start, or, where one has none, their subjects agree.',
		'tokenReuse'
	)
];
