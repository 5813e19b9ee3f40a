import { describe, expect, it } from 'vitest';
import { sniff, sniffKind } from './sniff';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
	const bytes = Buffer.from(text, 'utf16le');
	return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const MAIL = 'From: a@b.example\r\nSubject: é\r\n\r\nText\r\n';

describe('sniffKind', () => {
	it.each<[string, Uint8Array | string, string]>([
		['nothing', '', 'empty'],
		['white space', ' \r\n\t\n', 'empty'],
		['a byte order mark alone', '\ufeff', 'empty'],
		['an Outlook message', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'outlook-msg'],
		['a zip', 'PK\x03\x04....', 'zip'],
		['an empty zip', 'PK\x05\x06....', 'zip'],
		['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'gzip'],
		['JSON', '{"format":', 'json'],
		['JSON after a byte order mark and white space', '\ufeff\r\n {"format":', 'json'],
		['JSON as UTF-16', utf16('\ufeff{"format":1}', false), 'json'],
		['mail', MAIL, 'mail'],
		['anything else', 'no mail at all', 'mail'],
		['an mbox', `From a@b Mon Jan  1 00:00:00 2024\n${MAIL}\nFrom c@d Mon Jan  1 00:00:00 2024\n${MAIL}`, 'mbox'],
		['one message of an mbox', `From a@b Mon Jan  1 00:00:00 2024\n${MAIL}`, 'mail'],
		['one whose text begins a line with From', `From a@b Mon Jan  1\n${MAIL}\nFrom here on it is text\nreally`, 'mail'],
		['a From field with a space', `From : a@b.example\n\n\nFrom x\nA: b\n`, 'mail']
	])('calls %s by its kind', (_, content, kind) => {
		expect(sniffKind(typeof content === 'string' ? bytesOf(content) : content)).toBe(kind);
	});
});

describe('sniff', () => {
	it.each<[string, Uint8Array, string[]]>([
		['leaves mail as it is', bytesOf(MAIL), []],
		['removes a byte order mark', bytesOf(`\ufeff${MAIL}`), ['byte-order-mark-removed']],
		['removes leading blank lines', bytesOf(`\r\n \t\r\n${MAIL}`), ['leading-blank-lines-removed']],
		['converts UTF-16 LE with a mark', utf16(`\ufeff${MAIL}`, false), ['converted-from-utf16']],
		['converts UTF-16 BE with a mark', utf16(`\ufeff${MAIL}`, true), ['converted-from-utf16']],
		['converts UTF-16 LE without a mark', utf16(MAIL, false), ['converted-from-utf16']],
		['converts UTF-16 BE without a mark', utf16(MAIL, true), ['converted-from-utf16']],
		['drops one mbox line', bytesOf(`From a@b Mon Jan  1 00:00:00 2024\r\n${MAIL}`), []],
		['drops one quoted mbox line', bytesOf(`>From a@b Mon Jan  1 00:00:00 2024\r\n${MAIL}`), []]
	])('%s', (_, bytes, codes) => {
		const sniffed = sniff(bytes);
		expect(textOf(sniffed.bytes)).toBe(MAIL);
		expect(sniffed.warnings.map(({ code }) => code)).toEqual(codes);
	});

	it('turns bare CR into LF, also in the body', () => {
		const sniffed = sniff(bytesOf(MAIL.replaceAll('\r\n', '\r')));
		expect(textOf(sniffed.bytes)).toBe(MAIL.replaceAll('\r\n', '\n'));
		expect(sniffed.warnings).toEqual([{ code: 'bare-cr-line-ends' }]);
	});

	it('turns bare CR into LF when only the body has other line ends', () => {
		const sniffed = sniff(bytesOf('From: a@b\rTo: c@d\r\rText\nmore\r\n'));
		expect(textOf(sniffed.bytes)).toBe('From: a@b\nTo: c@d\n\nText\nmore\r\n');
	});

	it.each(['From: a@b\r\nTo: c\rd\r\n\r\n', 'From: a@b\r\r\nTo: c@d\r\r\n\r\r\nText', 'From: a\rb\nTo: c\n\n'])(
		'leaves CR beside other line ends: %j',
		(text) => {
			expect(sniff(bytesOf(text)).warnings).toEqual([]);
		}
	);
});
