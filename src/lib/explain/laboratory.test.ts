import { describe, expect, test } from 'vitest';
import { compileHashFilter, SubjectWords } from '../engine/correlation/hashFilter';
import type { Score } from '../engine/laboratory/score';
import { filterRefusedText, HASH_FILTER_CHOICES, percentText, recommended, trialsText } from './laboratory';

const none: Score = { parent: 0, sameChain: 0, wrong: 0, nothing: 0, linked: 0, notLinked: 0 };
const choice = (hashminaddresscount: number, score: Partial<Score>) => ({
	hashfilterkeywords: '',
	hashdeltasubjectcount: 0,
	hashminaddresscount,
	score: { ...none, ...score }
});

describe('filters that are offered', () => {
	test.each(HASH_FILTER_CHOICES)('$label', ({ pattern }) => {
		expect(compileHashFilter(pattern).ok).toBe(true);
	});

	test.each([
		['[EXTERNAL] RE: Pump', 'pump'],
		['Re: [users] [EXTERNAL] FW: Pump', 'pump'],
		['[Pump] broken', 'broken'],
		['Pump [EXTERNAL]', 'pump [external]']
	])('tags in square brackets: %s', (subject, words) => {
		const filter = compileHashFilter(HASH_FILTER_CHOICES[1]?.pattern ?? '');
		if (!filter.ok) throw new Error('The filter is refused.');
		expect(new SubjectWords(filter.regex, 'whitespace', 20).of(subject).words.join(' ')).toBe(words);
	});
});

test.each([
	[null, '–'],
	[0, '0 %'],
	[0.004, 'below 1 %'],
	[0.5, '50 %'],
	[0.996, 'over 99 %'],
	[1, '100 %']
])('percent of %s', (share, text) => expect(percentText(share)).toBe(text));

test('the denominator, and what is left out of it', () => {
	const leftOut = { copy: 1, parentMissing: 3, parentLater: 0, parentNotTracked: 0, parentUnknown: 0 };
	expect(trialsText({ replies: 10, trials: 6, answerNothing: 2, leftOut })).toBe(
		'6 of 10 emails with an In-Reply-To were tried. Left out: 1 that is a second copy and 3 whose parent is not in this case. Beside them 2 emails without In-Reply-To and References: nothing says what they answer, so a link of theirs is neither right nor wrong here, and counts apart.'
	);
	expect(
		trialsText({ replies: 0, trials: 0, answerNothing: 0, leftOut: { ...leftOut, copy: 0, parentMissing: 0 } })
	).toBe('No email has an In-Reply-To, so there is nothing to measure.');
});

describe('recommended choices', () => {
	const told = (choices: readonly ReturnType<typeof choice>[]) =>
		recommended(choices).map(({ title, choice: { hashminaddresscount } }) => `${hashminaddresscount} ${title}`);

	test('most without a wrong link, and most of those that are right nearly always', () => {
		expect(
			told([
				choice(1, { parent: 990, wrong: 8, nothing: 2 }),
				choice(2, { parent: 500, nothing: 500 }),
				choice(3, { parent: 20, nothing: 980 }),
				choice(4, { parent: 995, wrong: 30 })
			])
		).toEqual(['2 Without a wrong link', '1 Most found, at least 99 % of it right']);
	});

	test('one that is both is told once; of equals the one that links fewer new emails', () => {
		expect(told([choice(1, { parent: 5, linked: 2 }), choice(2, { parent: 5, linked: 1 })])).toEqual([
			'2 Without a wrong link'
		]);
	});

	test('none where nothing is found, or too much of it is wrong', () => {
		expect(told([choice(1, { nothing: 3 }), choice(2, { parent: 1, wrong: 1 })])).toEqual([]);
	});

	test('says what it does', () => {
		expect(recommended([choice(1, { parent: 199, wrong: 1, linked: 1 })])[0]?.text).toBe(
			'199 of 200 replies linked rightly, 1 wrong link. It also links 1 email that answers nothing.'
		);
	});
});

test('why a filter was not tried', () => {
	expect(filterRefusedText({ hashfilterkeywords: '(?i)re:', why: 'unsupported', construct: '(?i)' })).toBe(
		'(?i)re: was not tried. It uses a part of .NET’s regular expressions that cannot be replayed here: (?i).'
	);
	expect(filterRefusedText({ hashfilterkeywords: '', why: 'subjects-pseudonymised', construct: null })).toContain(
		'the subjects of this case are pseudonymised'
	);
});
