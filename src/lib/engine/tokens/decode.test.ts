import { describe, expect, test } from 'vitest';
import { environment, user } from '../../../../tests/support/mail';
import type { OrganizationSettings } from '../../domain/environment';
import { tokenReadings, unknownPrefixToken } from './decode';

const MARA = user('mara', { fullname: 'Mara', trackingtokenid: 12 });
const TOMAS = user('tomas', { fullname: 'Tomas', trackingtokenid: 7 });
const read = (digits: string, organization: Partial<OrganizationSettings> = {}, users = [MARA, TOMAS]) =>
	tokenReadings(digits, environment({ organization, users })).map(
		({ designator, userNumber, counter, user: of, presentSettings }) =>
			`${designator} ${userNumber} ${counter} ${of.kind === 'users' ? of.names.join(', ') : of.kind}${presentSettings ? '' : ' (other settings)'}`
	);

describe('the digits of a token', () => {
	test.each<[string, string, Partial<OrganizationSettings>, readonly string[]]>([
		['a user of the environment', '0012005', {}, ['0 012 005 Mara']],
		['made offline', '1012999', {}, ['1 012 999 Mara']],
		['above a base', '0512005', { trackingtokenidbase: 500 }, ['0 512 005 Mara']],
		['below the base', '0012005', { trackingtokenidbase: 500 }, ['0 012 005 belowBase']],
		['no user', '0000005', {}, ['0 000 005 system']],
		['nobody known', '0044005', {}, ['0 044 005 unknown']],
		[
			'nobody known, unless split otherwise',
			'0000705',
			{ trackingtokeniddigits: 2, trackingtokencounterdigits: 4 },
			['0 00 0705 system']
		],
		['another split names a user', '0120053', {}, ['0 120 053 unknown', '0 12 0053 Mara (other settings)']],
		[
			'made under other settings',
			'000120053',
			{},
			[
				'0 0012 0053 Mara (other settings)',
				'0 001 20053 unknown (other settings)',
				'0 00120 053 unknown (other settings)'
			]
		],
		['too few digits for any settings', '01', {}, []],
		['more than any settings give', '0'.repeat(21), {}, []]
	])('%s', (_, digits, organization, readings) => expect(read(digits, organization)).toEqual(readings));

	test('two users with one number are both named', () => {
		expect(read('0012005', {}, [MARA, { ...TOMAS, trackingtokenid: 12 }])).toEqual(['0 012 005 Mara, Tomas']);
	});
});

test.each([
	['Pump leaks CTS:0001005', 'CTS:0001005'],
	['Pump leaks Tracking#0001005 ', 'Tracking#0001005'],
	['Pump leaks CTS:2001005', null],
	['Pump leaks CTS:0001005 again', null],
	['Meet at 12:0001005', null],
	['CTS:0001', null],
	['', null]
])('"%s" ends like a token of another prefix: %s', (subject, token) =>
	expect(unknownPrefixToken(subject)?.token ?? null).toBe(token)
);
