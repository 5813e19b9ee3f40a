import { describe, expect, it } from 'vitest';
import { decodeThreadIndex, threadIndexBytes } from './threadIndex';

const CLASSIC = 'AcdyY+a08VX8xfobTsy61v9NHPZ7Q';
const utc = (text: string): number => Date.parse(`${text}Z`);

function decoded(base64: string) {
	const decoding = decodeThreadIndex(base64);
	if (!decoding.ok) throw new Error(decoding.code);
	return decoding;
}

describe('decodeThreadIndex', () => {
	it.each([
		[`${CLASSIC}A==`, 22, []],
		[`${CLASSIC}AAAiXbA`, 27, [['2007-03-30T00:55:02.608', 0, 0xc0]]],
		[
			`${CLASSIC}AAAiXbAAAXP5fw=`,
			32,
			[
				['2007-03-30T00:55:02.608', 0, 0xc0],
				['2007-03-30T03:41:27.699', 0]
			]
		],
		[
			`${CLASSIC}AAAiXbAAAXP5fwAABGXGw==`,
			37,
			[
				['2007-03-30T00:55:02.608', 0, 0xc0],
				['2007-03-30T03:41:27.699', 0],
				['2007-03-30T03:43:25.743', 0]
			]
		]
	])('reads the classic variant %s', (base64, length, responses) => {
		const index = decoded(base64);
		expect(index).toMatchObject({
			variant: 'classic',
			headerUtcMs: utc('2007-03-30T00:39:40.123'),
			guidHex: 'f155fcc5fa1b4eccbad6ff4d1cf67b40',
			extraBytes: 0
		});
		expect(index.headerHex).toHaveLength(44);
		expect(index.bytes).toHaveLength(length);
		expect(index.responses).toHaveLength(responses.length);
		responses.forEach(([time, deltaCode, random], at) => {
			expect(index.responses[at]?.utcMs).toBe(utc(String(time)));
			expect(index.responses[at]?.deltaCode).toBe(deltaCode);
			if (random !== undefined) expect(index.responses[at]?.random).toBe(random);
		});
	});

	it('reads the modern variant, whose answers wrap modulo 2^54 ticks', () => {
		const index = decoded('AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf');
		expect(index).toMatchObject({
			variant: 'modern',
			headerUtcMs: utc('2020-05-18T12:54:02.647'),
			guidHex: 'e0d68e8ef5d4f043837b4668b6b03c07'
		});
		expect(index.responses.map(({ utcMs }) => utcMs)).toEqual([utc('2020-05-18T12:57:39.754')]);
	});

	it('does not throw on a year that makes no sense', () => {
		const index = decoded('AQscuKgXz0bUld+ni9oW2WvWgJcWopbHxZqC');
		expect(index.bytes).toHaveLength(27);
		expect(index.variant).toBe('modern');
		expect(index.guidHex).toBe('cf46d495dfa78bda16d96bd6809716a2');
		expect(index.responses).toHaveLength(1);
		expect(Number.isFinite(index.headerUtcMs)).toBe(true);
	});

	it.each([
		[21, 'too-short'],
		[1, 'too-short']
	])('refuses %i bytes', (length, code) => {
		const base64 = Buffer.alloc(length, 1).toString('base64');
		expect(decodeThreadIndex(base64)).toEqual({ ok: false, code });
	});

	it.each([
		[22, 0, 0],
		[24, 0, 2],
		[27, 1, 0],
		[31, 1, 4]
	])('keeps what %i bytes hold', (length, responses, extraBytes) => {
		const index = decoded(Buffer.alloc(length, 0xff).toString('base64'));
		expect(index.responses).toHaveLength(responses);
		expect(index.extraBytes).toBe(extraBytes);
	});

	it.each(['', '=', 'TESTINDEX==', 'Acdy*Y', 'Acdy=Y', 'A', 'Acdy-_', 'Zażółć'])('refuses %j as not base64', (text) => {
		expect(decodeThreadIndex(text)).toEqual({ ok: false, code: 'not-base64' });
	});
});

describe('threadIndexBytes', () => {
	it('agrees with another decoder, padded, unpadded and folded', () => {
		for (let length = 1; length < 60; length++) {
			const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length * 11) & 0xff);
			const base64 = Buffer.from(bytes).toString('base64');
			expect(threadIndexBytes(base64)).toEqual(bytes);
			expect(threadIndexBytes(base64.replace(/=/g, ''))).toEqual(bytes);
			expect(threadIndexBytes(` ${base64.slice(0, 2)}\r\n\t${base64.slice(2)}`)).toEqual(bytes);
		}
	});
});
