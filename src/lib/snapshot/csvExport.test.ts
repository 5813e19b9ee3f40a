import { expect, it } from 'vitest';
import { csvRecord, type CsvCell } from './csvExport';
import { readCsv } from './dataverse/csv';

it.each<[CsvCell, string]>([
	['plain', 'plain'],
	[null, ''],
	[true, 'true'],
	[-1, '-1'],
	['a,b', '"a,b"'],
	['say "hi"', '"say ""hi"""'],
	['two\r\nlines', '"two\r\nlines"'],
	[' padded ', '" padded "'],
	['=1+1', "'=1+1"],
	['+1', "'+1"],
	['-1', "'-1"],
	['@SUM(A1)', "'@SUM(A1)"],
	['\t=1', `'\t=1`],
	['\r=1', `"'\r=1"`],
	['\ttab', `'\ttab`],
	['\rreturn', `"'\rreturn"`],
	['  =1', `'  =1`],
	['＝1', "'＝1"],
	['=cmd|\' /C calc\'!A0,"x"', `"'=cmd|' /C calc'!A0,""x"""`],
	['a=1', 'a=1']
])('%j becomes %j', (cell, expected) => {
	expect(csvRecord([cell, 'end'])).toBe(`${expected},end\r\n`);
});

it('is read back as it was', () => {
	const cells = ['a', 'b,c', 'd"e', 'f\r\ng', ''];
	expect(readCsv(csvRecord(cells))).toEqual({ ok: true, rows: [cells] });
});
