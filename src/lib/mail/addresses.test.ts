import { cpuUsage } from 'node:process';
import { describe, expect, it } from 'vitest';
import { readAddresses } from './addresses';

const read = (text: string): string[][] =>
	readAddresses(text, 2_000).addresses.map(({ name, address }) => [name, address]);

describe('readAddresses', () => {
	it.each<[string, string[][]]>([
		['ann@example.com', [['', 'ann@example.com']]],
		['<ann@example.com>', [['', 'ann@example.com']]],
		['Ann Example <Ann@Example.com>', [['Ann Example', 'Ann@Example.com']]],
		[
			'"Example, Ann" <ann@example.com>, bob@example.com',
			[
				['Example, Ann', 'ann@example.com'],
				['', 'bob@example.com']
			]
		],
		['"Ann \\"A\\" Example" <ann@example.com>', [['Ann "A" Example', 'ann@example.com']]],
		['Joe Q. Public <joe@example.com>', [['Joe Q. Public', 'joe@example.com']]],
		['ann@example.com (Ann Example)', [['Ann Example', 'ann@example.com']]],
		['Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>', [['Pete', 'pete@silly.test']]],
		['"john doe"@example.com', [['', '"john doe"@example.com']]],
		['<"john doe"@example.com>', [['', '"john doe"@example.com']]],
		['jdoe@test   . example', [['', 'jdoe@test.example']]],
		['ann @ example.com', [['', 'ann@example.com']]],
		[
			'ann@[192.0.2.1], <bob@[IPv6:2001:db8::1]>',
			[
				['', 'ann@[192.0.2.1]'],
				['', 'bob@[IPv6:2001:db8::1]']
			]
		],
		['ann@[IPv6:2001:db8::1]', [['', 'ann@[IPv6:2001:db8::1]']]],
		['[EXTERNAL] Ann <ann@example.com>', [['[EXTERNAL] Ann', 'ann@example.com']]],
		['<@a.test,@b.test:ann@example.com>', [['', 'ann@example.com']]],
		['undisclosed-recipients:;', []],
		[
			'Team: ann@example.com, Bob <bob@example.com>; carol@example.com',
			[
				['', 'ann@example.com'],
				['Bob', 'bob@example.com'],
				['', 'carol@example.com']
			]
		],
		['(Empty)(start)Undisclosed recipients  :(nobody(I know))  ; (end)', []],
		[
			'a@example.com; b@example.com;',
			[
				['', 'a@example.com'],
				['', 'b@example.com']
			]
		],
		[
			'a@example.com, , ,b@example.com',
			[
				['', 'a@example.com'],
				['', 'b@example.com']
			]
		],
		[
			'a@example.com b@example.com',
			[
				['', 'a@example.com'],
				['', 'b@example.com']
			]
		],
		['Ann ann@example.com', [['Ann', 'ann@example.com']]],
		[
			'Ann <ann@example.com, Bob <bob@example.com>',
			[
				['Ann', 'ann@example.com'],
				['Bob', 'bob@example.com']
			]
		],
		['Ann <ann@example.com', [['Ann', 'ann@example.com']]],
		['Ann <<ann@example.com>>', [['Ann', 'ann@example.com']]],
		['Ann" <ann@example.com>', [['Ann', 'ann@example.com']]],
		['Ann (work <ann@example.com>', [['Ann (work', 'ann@example.com']]],
		['MAILER-DAEMON', [['MAILER-DAEMON', '']]],
		['<MAILER-DAEMON>', [['', 'MAILER-DAEMON']]],
		['"" (Mail Delivery System)', [['Mail Delivery System', '']]],
		['<>', []],
		['', []],
		['=?utf-8?Q?J=C3=BCrgen?= <j@example.com>', [['Jürgen', 'j@example.com']]],
		['"=?utf-8?Q?J=C3=BCrgen?=" <j@example.com>', [['Jürgen', 'j@example.com']]],
		['=?utf-8?Q?Doe=2C_Jane_=3Cevil=40x=3E?= <j@example.com>', [['Doe, Jane <evil@x>', 'j@example.com']]],
		['李雷 <li@example.com>', [['李雷', 'li@example.com']]]
	])('reads %j', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it('stops at the number of addresses asked for', () => {
		expect(readAddresses('a@b,'.repeat(50), 7).addresses).toHaveLength(7);
	});

	it('names unknown charsets', () => {
		expect(readAddresses('=?x-klingon?Q?a?= <a@b>', 5).unknownCharsets).toEqual(['x-klingon']);
	});

	it.each([
		'<',
		'"',
		'(',
		'[',
		':',
		',',
		';',
		'a@b ',
		'a . ',
		'@ ',
		'<"',
		'<a"',
		'"\\',
		'x:',
		'<@',
		'()',
		'""',
		'a',
		' ',
		'\\'
	])('takes linear time on %j repeated', (piece) => {
		const text = piece.repeat(250_000 / piece.length);
		const before = cpuUsage();
		readAddresses(text, 2_000);
		readAddresses(`${text}")>]`, 2_000);
		// Time of this process alone: what else the machine does must not count.
		const { user, system } = cpuUsage(before);
		expect((user + system) / 1_000_000).toBeLessThan(4);
	});
});
