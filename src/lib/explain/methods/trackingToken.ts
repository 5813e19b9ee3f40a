import type { TokenFound, TokenNearMiss } from '../../engine/correlation/evidence';
import type { Explanation } from '../../engine/explanation';
import { code, email, field } from '../parts';
import { listOf, say, type Sentence } from '../sentence';
import { rule } from '../sources';
import { otherCandidates } from './candidates';
import type { Evident, Hit, MethodWords } from './words';

export const trackingTokenWords: MethodWords<'TrackingToken'> = {
	rules: [
		rule(
			'documented',
			'An email whose subject carries the tracking token of an email in Dynamics 365 is correlated with it. A token can be edited or copied, which gives false correlations.',
			'filteringAndCorrelation'
		),
		rule('documented', 'Former prefixes keep correlating.', 'filteringAndCorrelation'),
		rule(
			'documented',
			'Correlated activity is set, parent activity stays empty.',
			'filteringAndCorrelation',
			'emailTable'
		),
		rule(
			'inferred',
			'The whole token is compared as it is stored, whatever the present numbers of digits.',
			'tokenReuse'
		),
		rule(
			'assumed',
			'Of several tokens in a subject the last is tried first, because tokens are appended.',
			'filteringAndCorrelation'
		),
		rule('inferred', 'Of several emails with one token the most recent earlier one wins.', 'smartMatchingBlog')
	],
	because: (attempt) =>
		say`its ${field(attempt.evidence.from, 'Subject')} carries that email’s tracking token ${tokenOf(attempt)}`,
	matched: (attempt, explanation) =>
		say`The token ${tokenOf(attempt)} in the ${field(attempt.evidence.from, 'Subject')} is the one of ${email(explanation, attempt.correlatedActivityId)}.`,
	noMatch: ({ evidence }) => {
		const tokens = listOf(
			evidence.tokens.map(({ token }) => code(token)),
			'or'
		);
		return say`No earlier tracked email carries ${tokens}: issued outside these files, or by another organization with the same prefix.`;
	},
	notApplicable: (explanation, evidence) => {
		if (explanation.facts.subject === null) return say`This email has no Subject, so it carries no tracking token.`;
		const subject = field(evidence?.from ?? [], 'Subject');
		return evidence && evidence.nearMisses.length > 0
			? say`The ${subject} holds something like a tracking token, but not a whole one.`
			: say`The ${subject} carries no tracking token (prefix ${code(prefixes(explanation))}).`;
	},
	details: (evidence, explanation) => [
		...evidence.tokens.flatMap((token) => tokenDetails(token, explanation)),
		...evidence.nearMisses.map(nearMissDetail)
	],
	caveats: () => []
};

export const NEAR_MISS_WORDS: Readonly<Record<TokenNearMiss['kind'], string>> = {
	'space-after-prefix': 'there is a space after the prefix',
	'fullwidth-colon': 'its colon is a fullwidth one, as East Asian keyboards type it',
	'too-few-digits': 'it has too few digits',
	'too-many-digits': 'it has too many digits',
	'letter-before-prefix': 'a letter or digit stands right before the prefix',
	split: 'something stands between its digits',
	'digit-more-or-less': 'it has a digit more or less'
};

function nearMissDetail({ kind, text, resembles }: TokenNearMiss): Sentence {
	return resembles === null
		? say`${code(text)} is not a token: ${NEAR_MISS_WORDS[kind]}.`
		: say`${code(text)} is not the token ${code(resembles)}: ${NEAR_MISS_WORDS[kind]}.`;
}

function tokenDetails(found: TokenFound, explanation: Explanation): readonly Sentence[] {
	const [newest] = found.stored.newest;
	const others = otherCandidates(found.stored, explanation);
	return [
		newest
			? say`${code(found.token)} is carried by ${email(explanation, newest)}.`
			: say`${code(found.token)} is carried by no earlier tracked email.`,
		decodedDetail(found),
		...(found.currentPrefix ? [] : [say`Its prefix ${code(found.prefix)} is a former one; those keep linking emails.`]),
		...(others ? [others] : []),
		...(found.reused
			? [say`Earlier emails with this token belong to more than one conversation: it has been used again.`]
			: [])
	];
}

function decodedDetail({ token, decoded }: TokenFound): Sentence {
	if (!decoded) return say`The digits of ${code(token)} do not fit the present settings: it was made under other ones.`;
	const made = decoded.designator === '1' ? 'offline' : 'online';
	return say`${code(token)} means: made ${made}, user ${code(decoded.userNumber)}, message counter ${code(decoded.counter)}.`;
}

function tokenOf({ correlatedActivityId, evidence }: Evident<'TrackingToken'> & Hit): Sentence {
	const found =
		evidence.tokens.find(({ stored }) => stored.newest.includes(correlatedActivityId)) ?? evidence.tokens[0];
	return found ? [code(found.token)] : ['the same'];
}

function prefixes({ settings }: Explanation): string {
	const { trackingprefix, trackingprefixhistory } = settings;
	return [trackingprefix ?? 'CRM:', ...(Array.isArray(trackingprefixhistory) ? trackingprefixhistory : [])].join(', ');
}
