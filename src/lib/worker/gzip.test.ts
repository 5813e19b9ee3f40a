import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackedText } from './gzip';

const packed = (text: string | Uint8Array) => new Blob([new Uint8Array(gzipSync(text))]);

test('JSON comes out as it went in', async () => {
	const text = JSON.stringify({ format: 'tracklens-snapshot', name: 'Düsseldorf', many: 'ü'.repeat(200_000) });
	expect(await unpackedText(packed(text))).toEqual({ ok: true, text });
	expect(await unpackedText(packed(`\uFEFF\n [1]`))).toMatchObject({ ok: true });
});

test.each<[string, Blob, string]>([
	['mail', packed('From: a@b.example\r\n\r\nText'), 'gzip'],
	['nothing', packed(''), 'gzip'],
	['more than the limit', packed(`{"a":"${'0'.repeat(5_000_000)}"}`), 'gzip-too-large'],
	['a file cut off', packed(`{"a":"${'0123456789'.repeat(10_000)}"}`).slice(0, 60), 'gzip-damaged'],
	['bytes that only begin like gzip', new Blob([Uint8Array.of(0x1f, 0x8b, 1, 2, 3)]), 'gzip-damaged']
])('refuses %s', async (_, file, code) => {
	expect(await unpackedText(file, 1_000_000)).toEqual({ ok: false, code });
});
