import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jsonText, wholeText } from './jsonText';

const packed = (text: string | Uint8Array) => ({ file: new Blob([new Uint8Array(gzipSync(text))]), isPacked: true });
const plain = (...bytes: number[]) => ({ file: new Blob([new Uint8Array(bytes)]), isPacked: false });
const whole = (...from: Parameters<typeof jsonText>) => wholeText(jsonText(...from), 10_000_000);

describe('jsonText', () => {
	const text = JSON.stringify({ format: 'tracklens-snapshot', name: 'Düsseldorf', many: 'ü'.repeat(200_000) });

	it('comes out as it went in, packed or not', async () => {
		expect(await whole(packed(text))).toBe(text);
		expect(await whole({ file: new Blob([text]), isPacked: false })).toBe(text);
		expect(await whole(packed(`\uFEFF\n [1]`))).toBe('\n [1]');
	});

	it('tells how much of the file has been read', async () => {
		const { file } = packed(text);
		const told: number[] = [];
		await whole({ file, isPacked: true }, (bytes) => told.push(bytes));
		expect(told.at(-1)).toBe(file.size);
	});

	it.each([
		['UTF-16, little end first', plain(0xff, 0xfe, 0x5b, 0, 0xe9, 0x00), '[é'],
		[
			'UTF-16 without a mark',
			plain(...Array.from('{"value":[]}').flatMap((c) => [c.charCodeAt(0), 0])),
			'{"value":[]}'
		],
		['bytes that are no Unicode', plain(0x5b, 0xe9), '[\uFFFD'],
		['nothing', plain(), '']
	])('%s', async (_, from, expected) => {
		expect(await whole(from)).toBe(expected);
	});

	it.each<[string, { readonly file: Blob; readonly isPacked: boolean }, string]>([
		['mail', packed('From: a@b.example\r\n\r\nText'), 'gzip'],
		['nothing', packed(''), 'gzip'],
		['blanks', packed(' \n'), 'gzip'],
		['more than the limit', packed(`{"a":"${'0'.repeat(5_000_000)}"}`), 'gzip-too-large'],
		['more than the limit, not packed', { file: new Blob(['['.repeat(1_000_001)]), isPacked: false }, 'json-too-large'],
		[
			'a file cut off',
			{ file: packed(`{"a":"${'0123456789'.repeat(10_000)}"}`).file.slice(0, 60), isPacked: true },
			'gzip-damaged'
		],
		['bytes that only begin like gzip', { ...plain(0x1f, 0x8b, 1, 2, 3), isPacked: true }, 'gzip-damaged']
	])('refuses %s', async (_, from, code) => {
		await expect(whole(from, undefined, 1_000_000)).rejects.toMatchObject({ name: 'FileTextError', code });
	});
});

describe('wholeText', () => {
	it('is null for more than fits', async () => {
		const from = { file: new Blob(['[1234]']), isPacked: false };
		expect(await wholeText(jsonText(from), 6)).toBe('[1234]');
		expect(await wholeText(jsonText(from), 5)).toBeNull();
	});
});
