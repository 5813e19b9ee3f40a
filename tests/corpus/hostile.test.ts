/** Whatever the bytes, `readMail` answers: it neither throws nor takes long. */
import { describe, expect, it } from 'vitest';
import { fc } from '../support/fastCheck';
import { REJECTION_CODES } from '../../src/lib/domain/report';
import { MESSAGE_WARNING_CODES } from '../../src/lib/domain/message';
import { prescanBody } from '../../src/lib/mail/body';
import { headerFieldViews } from '../../src/lib/mail/headerBlock';
import { readHeaderBlock, readMail } from '../../src/lib/mail/readMail';
import { corpusFiles } from './files';

function expectAnswer(bytes: Uint8Array): void {
	const result = readMail(bytes);
	prescanBody(bytes);
	if (!result.ok) {
		expect(REJECTION_CODES).toContain(result.code);
		return;
	}
	for (const { code } of result.facts.warnings) expect(MESSAGE_WARNING_CODES).toContain(code);
	expect(result.facts.bytes).toBe(bytes.length);
	expect(readHeaderBlock(result.headerBlock).subject).toBe(result.facts.subject);
	const shownLines = headerFieldViews(result.headerBlock).flatMap(({ lines }) => lines);
	const lines = result.headerBlock.split('\n').map((line) => line.replace(/\r+$/, ''));
	if (lines.at(-1) === '') lines.pop();
	expect(shownLines).toEqual(lines.slice(0, shownLines.length));
}

/** Mulberry32: the same numbers on every machine. */
function seededRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

type Mutation = (bytes: Uint8Array, random: (below: number) => number, other: Uint8Array) => Uint8Array;
const concat = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const MUTATIONS: Readonly<Record<string, Mutation>> = {
	'bit flips': (bytes, random) => {
		const copy = bytes.slice();
		for (let flips = 1 + random(30); flips > 0; flips--) {
			const at = random(copy.length);
			copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
		}
		return copy;
	},
	truncation: (bytes, random) => bytes.slice(0, random(bytes.length)),
	splices: (bytes, random, other) => {
		const [at, start] = [random(bytes.length), random(other.length)];
		return concat(
			bytes.subarray(0, at),
			other.subarray(start, start + random(2_000)),
			bytes.subarray(at + random(200))
		);
	},
	'line-end swaps': (bytes, random) => {
		const lineEnd = ['\n', '\r\n', '\r', '\r\r\n', '\n\r', '\0\n'][random(6)] ?? '\n';
		const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
		return new Uint8Array(Buffer.from(text.replaceAll('\n', lineEnd), 'latin1'));
	},
	'repeated stretches': (bytes, random) => {
		const at = random(bytes.length);
		const stretch = bytes.subarray(at, at + 1 + random(60));
		return concat(bytes.subarray(0, at), ...Array.from({ length: 1 + random(500) }, () => stretch), bytes.subarray(at));
	}
};
const mutationsOfEach = 400;

describe('readMail', () => {
	it.each(Object.entries(MUTATIONS))(
		'answers to mail with %s',
		(name, mutate) => {
			// Large files differ from small ones in their bodies only.
			const files = corpusFiles().filter(({ bytes }) => bytes.length > 0 && bytes.length < 60_000);
			const random = seededRandom(name.length);
			for (let count = 0; count < mutationsOfEach; count++) {
				const [file, other] = [files[random(files.length)], files[random(files.length)]];
				if (file && other) expectAnswer(mutate(file.bytes, random, other.bytes));
			}
		},
		60_000
	);

	it('answers to any bytes', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), expectAnswer), { numRuns: 500 });
	}, 30_000);

	it('answers to header blocks of any text', () => {
		const names = [
			'From',
			'To',
			'Subject',
			'Date',
			'Received',
			'Message-ID',
			'In-Reply-To',
			'References',
			'Thread-Index'
		];
		const pieces = fc.constantFrom(
			'<',
			'>',
			'@',
			'"',
			'(',
			')',
			'\\',
			',',
			';',
			':',
			'=?',
			'?=',
			'?q?',
			'utf-8',
			'a',
			'1',
			' ',
			'\r\n ',
			'\0',
			'é',
			'\ud800'
		);
		const value = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 });
		const field = fc.tuple(fc.constantFrom(...names), value).map(([name, parts]) => `${name}: ${parts.join('')}\r\n`);
		const message = fc
			.array(field, { minLength: 1, maxLength: 12 })
			.map((fields) => new TextEncoder().encode(`${fields.join('')}\r\n`));
		fc.assert(fc.property(message, expectAnswer), { numRuns: 1_000 });
	}, 30_000);
});
