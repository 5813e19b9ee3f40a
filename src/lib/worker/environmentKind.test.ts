import { expect, it } from 'vitest';
import { environmentKind } from './environmentKind';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const bytes = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
	return new Uint8Array(bytes.buffer);
}

const blanks = ' \r\n\t'.repeat(1_000);
const comments = `<!-- ${'<a>'.repeat(1_000)} -->\n`.repeat(3);

it.each<[string, Uint8Array, string, string | null]>([
	['an object', utf8('{"a":1}'), 'x', 'json'],
	['an array', utf8('[{"a":1}]'), 'x', 'json'],
	['an array behind a byte order mark', utf8('\uFEFF[{"a":1}]'), 'x', 'json'],
	['an array behind many blanks', utf8(`${blanks}[{"a":1}]`), 'x', 'json'],
	['an array behind many spaces', utf8(`${' '.repeat(5_000)}[{"a":1}]`), 'x', 'json'],
	['an array whose first row is behind many blanks', utf8(`[${blanks}{"a":1}]`), 'x', 'json'],
	['an array in UTF-16 without a byte order mark', utf16('[{"a":1}]', true), 'x', 'json'],
	['an array of numbers', utf8('[1]'), 'x.json', null],
	['a lonely bracket', utf8('['), 'x.json', null],
	['a CSV', utf8('name,email\n'), 'x.csv', 'csv'],
	['settings', utf8('<OrgSettings>'), 'x', 'org-settings'],
	['settings behind long comments', utf8(`<?xml version="1.0"?>${comments}<OrgSettings>`), 'x', 'org-settings'],
	['settings that declare types', utf8('<!DOCTYPE OrgSettings []><OrgSettings>'), 'x', 'org-settings'],
	['settings in UTF-16', utf16('<OrgSettings></OrgSettings>', false), 'x', 'org-settings'],
	['other XML', utf8(`<?xml version="1.0"?>${comments}<note>`), 'x.xml', null],
	['text', utf8('hello'), 'x.txt', null]
])('%s', (_, bytes, path, kind) => {
	expect(environmentKind(bytes, path)).toBe(kind);
});
