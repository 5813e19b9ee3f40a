import { describe, expect, it } from 'vitest';
import { readMsgIds } from './msgId';

describe('readMsgIds', () => {
	it.each<[string, string[], boolean]>([
		['<a@b>', ['<a@b>'], false],
		['<A.b@C>', ['<A.b@C>'], false],
		['<a@b> <c@d>\t<e@f>', ['<a@b>', '<c@d>', '<e@f>'], false],
		['<a@b>,<c@d>', ['<a@b>', '<c@d>'], false],
		['<a@b><c@d>', ['<a@b>', '<c@d>'], false],
		['<null>', ['<null>'], false],
		['<zażółć@b>', ['<zażółć@b>'], false],
		['<a@[192.0.2.1]>', ['<a@[192.0.2.1]>'], false],
		['<a@b> (added by (the) gateway)', ['<a@b>'], false],
		['<a@b> (not closed', ['<a@b>'], true],
		['(first) <a@b>', ['<a@b>'], false],
		['<1234   @   local(blah)  .machine .example>', ['<1234@local.machine.example>'], false],
		['<a(b@c>', ['<a(b@c>'], false],
		['<"a b>c"@d>', ['<"a b>c"@d>'], false],
		['<"a\\"b"@c>', ['<"a\\"b"@c>'], false],
		['<"a@b> <c@d>', ['<"a@b>', '<c@d>'], false],
		['a@b', ['<a@b>'], true],
		['a@b>', ['<a@b>'], true],
		['<a@b', ['<a@b>'], true],
		['<a@b <c@d>', ['<a@b>', '<c@d>'], true],
		['a@b c@d', ['<a@b>', '<c@d>'], true],
		['Your message of "Mon, 1 Jan" <a@b>', ['<a@b>'], true],
		['Message from Ann <ann@c> of Monday <a@b>', ['<ann@c>', '<a@b>'], true],
		['Your message to ann@example.com', [], true],
		['12223', [], true],
		['<>', [], true],
		['< >', [], true],
		['@', [], true],
		['', [], false],
		['=?utf-8?Q?=3Ca=40b=3E?=', ['<a@b>'], true],
		['<a=?utf-8?Q?=41?=@b>', ['<a=?utf-8?Q?=41?=@b>'], false]
	])('reads %j', (text, ids, malformed) => {
		expect(readMsgIds(text)).toEqual({ ids, malformed });
	});

	it.each(['<', '<"', '<"\\"', '(', '<(', '<a@b', '<a" ', '"', '<\\', ' ', '=?utf-8?q?', 'a@b '])(
		'takes linear time on %j repeated',
		(piece) => {
			readMsgIds(piece.repeat(250_000 / piece.length));
		},
		2_000
	);
});
