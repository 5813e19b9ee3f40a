/** The laboratory in words: what was tried, what the figures mean, and which choice of settings does best. */
import { DEFAULT_HASH_FILTER_KEYWORDS } from '../domain/environment';
import { LEFT_OUT, type LeftOut } from '../engine/laboratory/trials';
import { precisionOf, recallOf, type Finding, type Score } from '../engine/laboratory/score';
import { METHOD_LABELS, type Tone } from './labels';
import { patternRefusedReason } from './notices';
import { count } from './parts';
import { listOf, plainText } from './sentence';

export { precisionOf, recallOf } from '../engine/laboratory/score';

export const LABORATORY_INTRO =
	'In-Reply-To says which email a reply answers. Here it is hidden from one reply after the other, and the other methods look for that email on their own: so your own mail tells how far each can be trusted before you switch it on. Only the hidden reply loses its In-Reply-To; everything before it stays as it was decided. Nothing is changed.';

export const HASH_FILTER_CHOICES: readonly { readonly pattern: string; readonly label: string }[] = [
	{ pattern: DEFAULT_HASH_FILTER_KEYWORDS, label: 'Microsoft’s default' },
	{
		pattern: String.raw`^[\s]*(\[[\w\s]+\][\s]*|[\w]+\s?:[\s]*)+`,
		label: 'Also tags in square brackets, like [EXTERNAL]'
	},
	{
		pattern: String.raw`^[\s]*([\w]+\s?:[\s]*)+|Out of office:`,
		label: 'Also “Out of office:”, from Microsoft’s page'
	},
	{ pattern: '', label: 'Nothing is filtered' }
];

/** "Filter A", by place among the filters tried. */
export function filterName(place: number): string {
	return `Filter ${String.fromCharCode('A'.charCodeAt(0) + place)}`;
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOut, (emails: number) => string>> = {
	parentMissing: (emails) => `${emails} whose parent is not in this case`,
	parentLater: (emails) => `${emails} received before their parent`,
	parentNotTracked: (emails) => `${emails} whose parent is not tracked`,
	parentUnknown: (emails) => `${emails} whose parent may or may not be tracked`,
	copy: (emails) => `${emails} that ${emails === 1 ? 'is a second copy' : 'are second copies'}`
};

export interface TrialFigures {
	readonly replies: number;
	readonly trials: number;
	readonly answerNothing: number;
	readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/** The denominator of every figure, and what is not in it. */
export function trialsText({ replies, trials, leftOut, answerNothing }: TrialFigures): string {
	const without = LEFT_OUT.filter((why) => leftOut[why] > 0).map((why) => LEFT_OUT_WORDS[why](leftOut[why]));
	const left = without.length === 0 ? '' : ` Left out: ${plainText(listOf(without))}.`;
	const tried =
		replies === 0
			? 'No email has an In-Reply-To, so there is nothing to measure.'
			: `${trials} of ${count(replies, 'email')} with an In-Reply-To ${trials === 1 ? 'was' : 'were'} tried.`;
	const beside =
		answerNothing === 0
			? ''
			: ` Beside them ${count(answerNothing, 'email')} without In-Reply-To and References: nothing says what they answer, so a link of theirs is neither right nor wrong here, and counts apart.`;
	return `${tried}${left}${beside}`;
}

export const METHOD_NAMES = {
	order: 'All that are on, in their order',
	TrackingToken: METHOD_LABELS.TrackingToken,
	ConversationIndex: METHOD_LABELS.ConversationIndex,
	SmartMatching: METHOD_LABELS.SmartMatching
} as const;

/** Said where a method is tried although it is off. */
export function offText(setting: string): string {
	return `Off now (${setting}); measured as if it were on.`;
}

export const PRECISION_MEANS = 'of the links found, how many are right';
export const RECALL_MEANS = 'of the replies tried, how many are linked rightly';

/** Never "100 %" or "0 %" unless it is all, or none; null, where there is nothing to divide by, is a dash. */
export function percentText(share: number | null): string {
	if (share === null) return '–';
	if (share > 0.99 && share < 1) return 'over 99 %';
	if (share < 0.01 && share > 0) return 'below 1 %';
	return `${Math.round(share * 100)} %`;
}

export interface FindingWords {
	readonly title: string;
	readonly means: string;
	readonly tone: Tone;
}
export const FINDING_WORDS: Readonly<Record<Finding, FindingWords>> = {
	parent: { title: 'Right', means: 'The email that In-Reply-To names.', tone: 'good' },
	sameChain: {
		title: 'Right conversation',
		means: 'Another email of the same reply chain: the link lands in the right conversation.',
		tone: 'good'
	},
	wrong: {
		title: 'Wrong',
		means:
			'An email of another reply chain. Where a mail program has broken the chain it may be about the same matter all the same.',
		tone: 'bad'
	},
	nothing: { title: 'Not found', means: 'The reply would be linked to nothing.', tone: 'warn' },
	linked: {
		title: 'New emails linked',
		means: 'They answer nothing by their headers, and would be linked to an earlier email all the same.',
		tone: 'info'
	},
	notLinked: {
		title: 'New emails left alone',
		means: 'They answer nothing, and would be linked to nothing.',
		tone: 'quiet'
	}
};

interface Choice {
	readonly hashfilterkeywords: string;
	readonly hashdeltasubjectcount: number;
	readonly hashminaddresscount: number;
	readonly score: Score;
}

/** For who hears the grid instead of seeing it. */
export function choiceLabel({
	hashdeltasubjectcount,
	hashminaddresscount,
	score
}: Omit<Choice, 'hashfilterkeywords'>): string {
	return `HashDeltaSubjectCount ${hashdeltasubjectcount}, HashMinAddressCount ${hashminaddresscount}: precision ${percentText(precisionOf(score))}, recall ${percentText(recallOf(score))}, ${count(score.wrong, 'wrong link')}`;
}

export interface Recommended<C> {
	readonly title: string;
	readonly text: string;
	readonly choice: C;
}

/** Precision that a choice must reach to be called good. */
const goodPrecision = 0.99;

/**
 * The choice that finds most without a wrong link, and the one that finds most of those that are right nearly always;
 * among equals the one that links fewest emails that answer nothing, then the first tried. At most two, distinct.
 */
export function recommended<C extends Choice>(choices: readonly C[]): readonly Recommended<C>[] {
	const useful = choices.filter(({ score }) => rightOf(score) > 0);
	const cautious = best(useful.filter(({ score }) => score.wrong === 0));
	const most = best(useful.filter(({ score }) => (precisionOf(score) ?? 0) >= goodPrecision));
	return [
		...(cautious === null ? [] : [{ title: 'Without a wrong link', text: choiceText(cautious), choice: cautious }]),
		...(most === null || most === cautious
			? []
			: [{ title: 'Most found, at least 99 % of it right', text: choiceText(most), choice: most }])
	];
}

function best<C extends Choice>(choices: readonly C[]): C | null {
	return choices.reduce<C | null>((so, one) => (so === null || isBetter(one.score, so.score) ? one : so), null);
}

function isBetter(one: Score, other: Score): boolean {
	const more = rightOf(one) - rightOf(other);
	return more > 0 || (more === 0 && one.linked < other.linked);
}

const rightOf = ({ parent, sameChain }: Score): number => parent + sameChain;

export const NONE_RECOMMENDED =
	'Under none of these settings does smart matching link replies rightly at least 99 % of the time.';

function choiceText({ score }: Choice): string {
	const replies = rightOf(score) + score.wrong + score.nothing;
	const wrong = score.wrong === 0 ? '' : `, ${count(score.wrong, 'wrong link')}`;
	const linked =
		score.linked === 0
			? ''
			: ` It also links ${count(score.linked, 'email')} that ${score.linked === 1 ? 'answers' : 'answer'} nothing.`;
	return `${rightOf(score)} of ${count(replies, 'reply', 'replies')} linked rightly${wrong}.${linked}`;
}

export interface RoundFigures {
	readonly phase: 'preparing' | 'measuring' | 'finished' | 'cancelled';
	readonly tried: number;
	readonly choices: number;
}

export function roundText({ phase, tried, choices }: RoundFigures): string {
	switch (phase) {
		case 'preparing':
			return 'Looking for replies whose parent is here…';
		case 'measuring':
			return `${tried} of ${count(choices, 'choice')} of settings measured…`;
		case 'finished':
			return `${count(choices, 'choice')} of settings measured.`;
		case 'cancelled':
			return `Cancelled: ${tried} of ${count(choices, 'choice')} of settings measured.`;
	}
}

export const LABORATORY_OUTDATED =
	'The case has changed since. Measure again to see figures, and the emails behind them, of the case as it is now.';

/** A filter that was not tried. */
export function filterRefusedText({
	hashfilterkeywords,
	why,
	construct
}: {
	readonly hashfilterkeywords: string;
	readonly why: string;
	readonly construct: string | null;
}): string {
	return why === 'subjects-pseudonymised'
		? `${hashfilterkeywords || 'No filter'} was not tried: the subjects of this case are pseudonymised, and only the active filter has been run over them.`
		: `${hashfilterkeywords} was not tried. ${patternRefusedReason(why, construct)}.`;
}
