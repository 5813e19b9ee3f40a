import { describe, expect, test } from 'vitest';
import { DEFAULT_ORGANIZATION, type OrganizationSettings } from '../../domain/environment';
import { TokenReader } from '../correlation/tokenReader';
import { composeToken, counterAfter, TOKEN_LIMITS, tokenLength, type TokenOf } from './structure';

const under = (changes: Partial<OrganizationSettings>): OrganizationSettings => ({
	...DEFAULT_ORGANIZATION,
	...changes
});
const tokenOf = (changes: Partial<OrganizationSettings>, of: Partial<TokenOf> = {}) => {
	const composed = composeToken(under(changes), { trackingtokenid: 1, counter: 5, ...of });
	return composed.ok ? composed.token : composed.outOfBounds;
};

test.each<[string, Partial<OrganizationSettings>, Partial<TokenOf>, string]>([
	['the default', {}, {}, 'CRM:0001005'],
	['the first user above a base', { trackingtokenidbase: 500 }, {}, 'CRM:0501005'],
	['the system, whatever the base', { trackingtokenidbase: 500 }, { trackingtokenid: null }, 'CRM:0000005'],
	['a prefix without a colon', { trackingprefix: 'Tracking#' }, {}, 'Tracking#0001005'],
	['more digits', { trackingtokeniddigits: 5, trackingtokencounterdigits: 6 }, {}, 'CRM:000001000005'],
	['one digit each', { trackingtokeniddigits: 1, trackingtokencounterdigits: 1 }, {}, 'CRM:015'],
	['a user number that needs more digits is written whole', {}, { trackingtokenid: 12_345 }, 'CRM:012345005'],
	['the counter starts over', {}, { counter: 1_000 }, 'CRM:0001000'],
	['the last counter', {}, { counter: 999 }, 'CRM:0001999']
])('%s', (_, settings, of, token) => expect(tokenOf(settings, of)).toBe(token));

test('a user number that is too long is told', () => {
	expect(composeToken(under({}), { trackingtokenid: 999, counter: 0 })).toMatchObject({ userNumberTooLong: false });
	expect(composeToken(under({}), { trackingtokenid: 1_000, counter: 0 })).toMatchObject({ userNumberTooLong: true });
});

test.each<[Partial<OrganizationSettings>, readonly string[]]>([
	[{ trackingprefix: '' }, ['trackingprefix']],
	[{ trackingprefix: 'x'.repeat(21) }, ['trackingprefix']],
	[{ trackingtokenidbase: -1 }, ['trackingtokenidbase']],
	[{ trackingtokenidbase: 2_147_483_648 }, ['trackingtokenidbase']],
	[{ trackingtokeniddigits: 11 }, ['trackingtokeniddigits']],
	[
		{ trackingtokeniddigits: Number.NaN, trackingtokencounterdigits: 0 },
		['trackingtokeniddigits', 'trackingtokencounterdigits']
	],
	[{ trackingtokencounterdigits: 2.5 }, ['trackingtokencounterdigits']]
])('%j makes no token', (settings, outOfBounds) => expect(tokenOf(settings)).toEqual(outOfBounds));

test('the longest token fits column trackingtoken, which holds 50 characters', () => {
	const longest = under({
		trackingprefix: 'x'.repeat(TOKEN_LIMITS.trackingprefix.most),
		trackingtokenidbase: TOKEN_LIMITS.trackingtokenidbase.most,
		trackingtokeniddigits: TOKEN_LIMITS.trackingtokeniddigits.most,
		trackingtokencounterdigits: TOKEN_LIMITS.trackingtokencounterdigits.most
	});
	expect(tokenOf(longest, { trackingtokenid: TOKEN_LIMITS.trackingtokenidbase.most })).toHaveLength(40);
	expect(tokenLength(longest)).toBe(40);
});

describe('the counter', () => {
	test.each([
		[5, 3, 6],
		[999, 3, 0],
		[999, 4, 1_000],
		[9, 1, 0]
	])('after %d of %d digits comes %d', (counter, digits, next) => expect(counterAfter(counter, digits)).toBe(next));
});

test('what is composed is recognised and decoded again', () => {
	for (const trackingprefix of ['CRM:', 'ref', '#', 'A.B*c:', 'Case1']) {
		const settings = under({ trackingprefix, trackingtokeniddigits: 4, trackingtokencounterdigits: 5 });
		const composed = composeToken(settings, { trackingtokenid: 42, counter: 123 });
		if (!composed.ok) throw new Error('no token');
		const reader = new TokenReader(settings);
		const found = reader.all(`Pump leaks ${composed.token}`);
		expect(found).toMatchObject([{ token: composed.token, prefix: trackingprefix }]);
		expect(found.map((token) => reader.decode(token))).toEqual([
			{ designator: '0', userNumber: '0042', counter: '00123' }
		]);
	}
});
