import { describe, expect, test } from 'vitest';
import { DEFAULT_ORGANIZATION } from '../../domain/environment';
import { nextCounterSeen, nextSubjectPicture } from './nextSubject';
import { prefixAdvice, tokenPicture } from './parts';
import { chanceCurves, chanceText, daysText, planWords } from './planner';
import { carriedBy, partReadings, readingsNote, readingSummary, reuseWords } from './readings';

const MARA = { trackingtokenid: 12, counter: 999 };

describe('the picture of a token', () => {
	test('names every part', () => {
		const picture = tokenPicture({ ...DEFAULT_ORGANIZATION, trackingtokenidbase: 500 }, MARA);
		expect(picture).toMatchObject({ ok: true, token: 'CRM:0512999', warning: null });
		expect(picture.ok && picture.parts.map(({ text, label, means }) => `${text} ${label}: ${means}`)).toEqual([
			'CRM: Prefix: Yours to choose. A colon is part of it.',
			'0 Online or offline: 0 online, 1 offline. Not yours to choose.',
			'512 User number: Base 500 plus the user’s trackingtokenid 12.',
			'999 Message counter: Counts this user’s email activities, 0 to 999.'
		]);
	});
	test('warns of a user number that is too long', () => {
		const picture = tokenPicture({ ...DEFAULT_ORGANIZATION, trackingtokeniddigits: 1 }, MARA);
		expect(picture.ok && picture.warning).toMatch(/^User number 12 needs more than 1 digit\./);
	});
	test('says which setting makes none', () => {
		expect(tokenPicture({ ...DEFAULT_ORGANIZATION, trackingprefix: '', trackingtokeniddigits: 11 }, MARA)).toEqual({
			ok: false,
			problems: ['Prefix must be 1 to 20 characters.', 'Number of digits for user numbers must be 1 to 10.']
		});
	});
});

test.each<[string, readonly string[], readonly RegExp[]]>([
	['Contoso:', ['CRM:'], []],
	['CRM:', [], [/is the default/]],
	['Case1', [], [/ends with a digit/]],
	['Case: ', [], [/space/]],
	['Contoso:', ['contoso:', 'A:', 'a:'], [/^Listed twice, .*: contoso:, a:\.$/]],
	['Contoso:', Array.from({ length: 20 }, (_, at) => `prefix number ${at}`.padEnd(20, ':')), [/256 characters/]]
])('advice on the prefix %s after %j', (trackingprefix, trackingprefixhistory, expected) => {
	const advice = prefixAdvice({ ...DEFAULT_ORGANIZATION, trackingprefix, trackingprefixhistory });
	expect(advice).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
});

describe('the next subject', () => {
	test('the counter that follows the latest of this user in the case', () => {
		const settings = { ...DEFAULT_ORGANIZATION, trackingtokenidbase: 500 };
		const latest = [{ userNumber: 512, token: 'CRM:0512999', counter: 999 }];
		expect(nextCounterSeen(settings, MARA, latest)).toEqual({ token: 'CRM:0512999', next: 0 });
		expect(nextCounterSeen(DEFAULT_ORGANIZATION, MARA, latest)).toBeNull();
	});

	const sent = { ...MARA, subject: 'Pump leaks', usetrackingtokens: true, maximumLength: 255 };
	test('with the token after it, and the one that follows', () => {
		const picture = nextSubjectPicture(DEFAULT_ORGANIZATION, sent);
		expect(picture?.subject).toBe('Pump leaks CRM:0012999');
		expect(picture?.says.at(-1)).toBe('The email after this one gets CRM:0012000: the counter starts again.');
	});
	test('what is cut is marked', () => {
		const picture = nextSubjectPicture(DEFAULT_ORGANIZATION, { ...sent, subject: 'x'.repeat(244) });
		expect(picture?.pieces.map(({ kind, text }) => [kind, text.length])).toEqual([
			['kept', 243],
			['cut', 1],
			['space', 1],
			['token', 11]
		]);
		expect(picture?.says[1]).toBe('1 character of the subject is cut, so that the token stays whole.');
	});
	test('tokens are off', () => {
		expect(nextSubjectPicture(DEFAULT_ORGANIZATION, { ...sent, usetrackingtokens: false })?.subject).toBe('Pump leaks');
	});
	test('settings that make no token', () => {
		expect(nextSubjectPicture({ ...DEFAULT_ORGANIZATION, trackingtokeniddigits: 0 }, sent)).toBeNull();
	});
});

describe('the plan', () => {
	const volume = { activitiesPerWorkingDay: 25, workingDaysPerWeek: 5, threadLifeDays: 14 };
	test('figures, advice and a row for each number of digits', () => {
		const plan = planWords(DEFAULT_ORGANIZATION, volume);
		expect(plan?.figures.map(({ value }) => value)).toEqual(['after 56 days', '250', '3.7 %', '91 %']);
		expect(plan?.advice).toMatchObject({ good: false, text: expect.stringMatching(/^Set 4 digits for the counter/) });
		expect(plan?.rows.map(({ digits, present, tokenLength }) => [digits, present, tokenLength])).toEqual(
			Array.from({ length: 9 }, (_, index) => [index + 1, index === 2, index + 9])
		);
	});
	test('enough digits', () => {
		expect(planWords({ ...DEFAULT_ORGANIZATION, trackingtokencounterdigits: 4 }, volume)?.advice.good).toBe(true);
	});
	test('nothing sent', () => {
		const plan = planWords(DEFAULT_ORGANIZATION, { ...volume, activitiesPerWorkingDay: 0 });
		expect(plan?.figures.map(({ value }) => value)).toEqual(['never', '0', 'below 0.01 %', 'below 0.01 %']);
	});
	test('digits out of bounds', () => {
		expect(planWords({ ...DEFAULT_ORGANIZATION, trackingtokencounterdigits: 10 }, volume)).toBeNull();
	});
	test('curves for the present digits and up to two more, rising from nothing', () => {
		const curves = chanceCurves({ ...volume, counterDigits: 3 }, 30);
		expect(curves.map(({ digits }) => digits)).toEqual([3, 4, 5]);
		expect(curves[0]?.points[0]).toEqual({ days: 0, chance: 0 });
		expect(curves[0]?.points.at(-1)?.chance).toBeGreaterThan(curves[0]?.now ?? 1);
		expect(chanceCurves({ ...volume, counterDigits: 9 }, 30)).toHaveLength(1);
	});
});

test.each([
	[0, 'below 0.01 %'],
	[0.00012, '0.012 %'],
	[0.0366, '3.7 %'],
	[0.5, '50 %'],
	[0.9999, 'above 99.9 %']
])('a chance of %d is shown as %s', (chance, text) => expect(chanceText(chance)).toBe(text));

test.each([
	[0.4, 'less than a day'],
	[1, '1 day'],
	[560, '560 days'],
	[2_000, '5.5 years'],
	[1e9, 'more than 1000 years'],
	[Infinity, 'never']
])('%d days are shown as %s', (days, text) => expect(daysText(days)).toBe(text));

describe('what a token says', () => {
	const reading = {
		designator: '1',
		userNumber: '012',
		counter: '005',
		user: { kind: 'users', names: ['Mara'] },
		presentSettings: true
	} as const;
	test('part by part', () => {
		expect(partReadings({ prefix: 'CTS:', prefixIs: 'former' }, reading).map(({ means }) => means)).toEqual([
			'a former prefix; it keeps linking emails',
			'made offline',
			'Mara',
			'the user’s counter stood at 5'
		]);
	});
	test('how sure it is', () => {
		expect(readingsNote([reading])).toBeNull();
		expect(readingsNote([])).toMatch(/No settings give/);
		expect(readingsNote([{ ...reading, presentSettings: false }])).toMatch(/This reading is possible/);
		expect(readingsNote([reading, { ...reading, presentSettings: false }])).toMatch(/can also be read/);
	});
	test('who carries it, and a warning where it is used again', () => {
		expect(carriedBy({ emails: 0, tracked: 0 })).toBe('No email of this case carries it.');
		expect(carriedBy({ emails: 1, tracked: 1 })).toMatch(/^1 email of this case carries it/);
		expect(reuseWords({ conversations: 1, tracked: 2 }).warning).toBeNull();
		expect(reuseWords({ conversations: 2, tracked: 2 }).warning).toMatch(/^2 conversations/);
		expect(reuseWords({ conversations: 20, tracked: 90 }).label).toBe('20 or more conversations');
		expect(readingSummary({ tokens: [], nearMisses: [] })).toBe('There is no token in it.');
	});
});
