import { describe, expect, it } from 'vitest';
import { decodeWords } from './encodedWord';
import { readMail } from './readMail';

describe('decodeWords', () => {
	it.each([
		['plain =? text', 'plain =? text'],
		['=?UTF-8?Q?caf=C3=A9_noir?=', 'café noir'],
		['=?utf-8?b?Y2Fmw6k=?=', 'café'],
		['=?iso-8859-1?q?caf=E9?= tail', 'café tail'],
		['=?us-ascii*en?Q?hello?=', 'hello'],
		['a =?utf-8?q?b?= c', 'a b c'],
		['=?utf-8?q?a?= =?utf-8?q?b?=', 'ab'],
		['=?utf-8?q?a?=  \t =?iso-8859-1?q?b?=', 'ab'],
		['=?utf-8?q?a?= x =?utf-8?q?b?=', 'a x b'],
		['=?utf-8?q?a?= =?utf-8?q?_b?=', 'a b'],
		['=?utf-8?q?=C3?= =?utf-8?q?=A9?=', 'é'],
		['=?utf-8?b?w6?= =?utf-8?b?k=?=', 'é'],
		['=?utf-8?b?4pi?= =?UTF-8?B?D?=', '☃'],
		['=?UTF-8?Q?CRM:0001?= =?UTF-8?Q?005?=', 'CRM:0001005'],
		['=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?= =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=', 'テストテスト'],
		['=?gb2312?B?u9i4tA==?=: x', '回复: x'],
		['=?windows-1252?Q?=80?=', '€'],
		['=?cp932?B?g2WDWA==?=', 'テス'],
		['=?utf-8?Q?=zz=4?=', '=zz=4'],
		['=?utf-8?Q?two words?=', 'two words'],
		['=?utf-8?Q??=', ''],
		['=?utf-8?X?a?=', '=?utf-8?X?a?='],
		['=?utf-8?Q?not ended', '=?utf-8?Q?not ended'],
		['=?utf-8?Q?=ff?=', '\ufffd'],
		['=?iso-8859-1?Q?J\u00fcrgen_=FC_\u20ac?=', 'Jürgen ü €'],
		['=?utf-8?Q?J\u00fcrgen?=', 'Jürgen'],
		['=?koi8-r?Q?\u00c1=C1?=', 'аа']
	])('decodes %j', (text, expected) => {
		expect(decodeWords(text)).toEqual({ text: expected, unknownCharsets: [] });
	});

	it('keeps words of an unknown charset, with the white space beside them, and names it', () => {
		expect(decodeWords('=?x-klingon?Q?Qapla=27?= =?utf-8?Q?!?=')).toEqual({
			text: '=?x-klingon?Q?Qapla=27?= !',
			unknownCharsets: ['x-klingon']
		});
	});

	it.each(['=?', '=?a?q?', '=?a?q?x', '=?utf-8?q?a?=', '=?utf-8?q?a?= ', '=?iso-2022-jp?b?GyRC?=', '?='])(
		'takes linear time on %j repeated',
		(piece) => {
			decodeWords(piece.repeat(250_000 / piece.length));
		},
		4_000
	);
});

describe('U+FEFF and NBSP at the edge of a subject are text', () => {
	it.each([
		['encoded', 'Subject: =?utf-8?B?77u/UkU6IFRlc3Q=?=\r\nFrom: a@b.c\r\n\r\n', '\ufeffRE: Test'],
		['raw', 'Subject: \ufeffRE: Test\r\nFrom: a@b.c\r\n\r\n', '\ufeffRE: Test'],
		['encoded NBSP', 'Subject: =?utf-8?Q?=C2=A0Test?=\r\nFrom: a@b.c\r\n\r\n', '\u00a0Test'],
		['raw NBSP', 'Subject: \u00a0Test\r\nFrom: a@b.c\r\n\r\n', '\u00a0Test']
	])('%s', (_, text, subject) => {
		const read = readMail(new TextEncoder().encode(text));
		expect(read.ok && read.facts.subject).toBe(subject);
	});
});
