import { describe, expect, it } from 'vitest';
import { maxHeaderBytes, maxHeaderFields } from '../domain/limits';
import { headerFieldViews, readHeaderBlockText, splitHeaderBlock, unfoldedValue } from './headerBlock';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readHeaderBlockText', () => {
	it.each([
		['CRLF', 'A: 1\r\nB: 2\r\n\r\nText', 'A: 1\r\nB: 2\r\n', 'Text'],
		['LF', 'A: 1\nB: 2\n\nText', 'A: 1\nB: 2\n', 'Text'],
		['CR CR LF', 'A: 1\r\r\nB: 2\r\r\n\r\r\nText', 'A: 1\r\r\nB: 2\r\r\n', 'Text'],
		['no body', 'A: 1\r\nB: 2', 'A: 1\r\nB: 2', ''],
		['no body but a blank line', 'A: 1\n\n', 'A: 1\n', ''],
		['a line of white space, which goes on a field', 'A: 1\n \nB: 2\n\nText', 'A: 1\n \nB: 2\n', 'Text']
	])('finds the end: %s', (_, message, block, body) => {
		const { text, bodyStart } = readHeaderBlockText(bytesOf(message));
		expect(text).toBe(block);
		expect(message.slice(bodyStart ?? 0)).toBe(body);
	});

	it('reads raw 8-bit text as UTF-8 where valid and as windows-1252 elsewhere', () => {
		const bytes = new Uint8Array([...bytesOf('A: é\n'), 0x42, 0x3a, 0xe9, 0x80, 0x0a, 0x0a]);
		expect(readHeaderBlockText(bytes).text).toBe('A: é\nB:é€\n');
	});

	it('cuts a block that is too long at a line end', () => {
		const { text, bodyStart } = readHeaderBlockText(bytesOf('A: 1\n' + 'B: 2345678\n'.repeat(30_000)));
		expect(bodyStart).toBeNull();
		expect(text.length).toBeLessThanOrEqual(maxHeaderBytes);
		expect(text.endsWith('\n')).toBe(true);
	});

	it('cuts one line that is too long, not within a character', () => {
		const { text } = readHeaderBlockText(bytesOf('A: ' + 'é'.repeat(maxHeaderBytes)));
		expect(text.length).toBeGreaterThan(maxHeaderBytes / 2 - 4);
		expect(text.endsWith('é')).toBe(true);
	});
});

describe('splitHeaderBlock', () => {
	it('counts occurrences without letter case and keeps names as written', () => {
		const { fields } = splitHeaderBlock('Received: 1\nRECEIVED: 2\nreceived : 3\n');
		expect(fields.map(({ name, occurrence }) => [name, occurrence])).toEqual([
			['Received', 0],
			['RECEIVED', 1],
			['received', 2]
		]);
	});

	it('unfolds without losing the white space that began the line', () => {
		const text = 'Subject: one\r\n two\r\n\tthree\r\nX: y\r\n';
		const [subject] = splitHeaderBlock(text).fields;
		expect(subject && unfoldedValue(text, subject)).toBe('one two\tthree');
	});

	it('stops at the limit of fields', () => {
		const { fields, cut } = splitHeaderBlock('A: 1\n'.repeat(maxHeaderFields + 1));
		expect(fields).toHaveLength(maxHeaderFields);
		expect(cut).toBe(true);
	});
});

describe('headerFieldViews', () => {
	it('keeps every line, malformed ones too, with line numbers', () => {
		expect(headerFieldViews('Subject: a\r\n b\r\nno colon here\r\n more\r\nTo: c\r\n')).toEqual([
			{ name: 'Subject', occurrence: 0, lines: ['Subject: a', ' b'], lineNumber: 1 },
			{ name: '', occurrence: 0, lines: ['no colon here', ' more'], lineNumber: 3 },
			{ name: 'To', occurrence: 0, lines: ['To: c'], lineNumber: 5 }
		]);
	});

	it.each([': empty name', 'two words: value', 'naïve: value', '\u0001: control'])('takes %j as malformed', (line) => {
		expect(headerFieldViews(line)).toEqual([{ name: '', occurrence: 0, lines: [line], lineNumber: 1 }]);
	});
});
