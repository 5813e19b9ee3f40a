import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';

describe('readCsv', () => {
	it.each<[string, readonly (readonly string[])[]]>([
		[
			'a,b\r\n1,2\r\n',
			[
				['a', 'b'],
				['1', '2']
			]
		],
		[
			'a;b\n"1,5";2',
			[
				['a', 'b'],
				['1,5', '2']
			]
		],
		[
			'a\tb\n1\t2',
			[
				['a', 'b'],
				['1', '2']
			]
		],
		[
			'\uFEFFa,b\n1,2',
			[
				['a', 'b'],
				['1', '2']
			]
		],
		['sep=;\r\na;b\r\n', [['a', 'b']]],
		[
			'"a ""b""","c\r\nd"\nx,y',
			[
				['a "b"', 'c\r\nd'],
				['x', 'y']
			]
		],
		[
			'a,b\n\n,\n1,',
			[
				['a', 'b'],
				['1', '']
			]
		],
		['a\rb', [['a'], ['b']]],
		['a,"b"c \n', [['a', 'bc']]],
		['"a;b",c,d', [['a;b', 'c', 'd']]],
		['', []]
	])('%j', (text, rows) => {
		expect(readCsv(text)).toEqual({ ok: true, rows });
	});

	it('names the line where a quoted cell that never ends begins', () => {
		expect(readCsv('a,b\n1,2\n"x,y\nz')).toEqual({ ok: false, line: 3 });
		expect(readCsv(`a\n${'"'.repeat(100_001)}`)).toEqual({ ok: false, line: 2 });
	});

	it('stops at the row asked for', () => {
		expect(readCsv('a\nb\nc', 2)).toEqual({ ok: true, rows: [['a'], ['b']] });
	});
});
