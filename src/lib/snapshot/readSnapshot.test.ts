import { describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../../../tests/support/decodeSnapshot';
import { fc } from '../../../tests/support/fastCheck';
import type { SnapshotPart } from './decodeSnapshot';
import { encodeSnapshot } from '../../../tests/support/encodeSnapshot';
import { freshInstallFile } from './environmentFile';
import { fileHeader } from './fileHeader';
import { explanation, facts, sha256A, sha256B } from './fixtures';
import { readSnapshot } from './readSnapshot';

const header = { format: 'tracklens-snapshot', formatVersion: 1 };
const text = [
	...encodeSnapshot({
		createdAt: '2026-11-23T10:00:00Z',
		appVersion: '0.1.0',
		engineVersion: 1,
		environmentFile: freshInstallFile(),
		emails: [sha256A, sha256B].map((sha256) => ({
			explanation: explanation(facts({ sha256, subject: 'Ä "quoted" \\ {[,]}' })),
			headerBlock: 'Subject: =?x?=\r\n'
		})),
		ghosts: [{ messageId: '<gone@x>', referredBy: [] }],
		imports: [],
		extra: { zebra: [1, [2]] }
	})
].join('');

async function* inPieces(whole: string, lengths: readonly number[]): AsyncGenerator<string> {
	let at = 0;
	for (const length of lengths) {
		yield whole.slice(at, at + length);
		at += length;
	}
	yield whole.slice(at);
}

async function read(whole: string, lengths: readonly number[] = [], cancelAfter = Infinity) {
	const parts: SnapshotPart[] = [];
	const result = await readSnapshot(await fileHeader(inPieces(whole, lengths)), inPieces(whole, lengths), {
		take: (part) => void parts.push(part),
		isCancelled: () => parts.length >= cancelAfter
	});
	return { parts, result };
}

describe('readSnapshot', () => {
	it('reads the same wherever the text is cut', async () => {
		const whole = await read(text);
		expect(whole.result).toMatchObject({ ok: true, head: { extra: { zebra: [1, [2]] }, warnings: [] } });
		expect(whole.parts).toHaveLength(2);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(400), { maxLength: 40 }), async (lengths) => {
				expect(await read(text, lengths)).toEqual(whole);
			})
		);
	});

	it('reads the same in any order of the keys', async () => {
		const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
		const whole = await read(text);
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
				expect(await read(JSON.stringify(Object.fromEntries(shuffled)))).toEqual(whole);
			})
		);
	});

	it('does as it reads, and says why it stops', async () => {
		const emails = [{ source: { sha256: sha256A } }, { source: {} }, { source: { sha256: sha256B } }];
		const { parts, result } = await read(JSON.stringify({ ...header, emails }));
		expect(parts).toHaveLength(1);
		expect(result).toMatchObject({ code: 'snapshot-invalid', issues: [{ path: '/emails/1/source/sha256' }] });
	});

	it('stops when it is cancelled', async () => {
		const pieces = Array<number>(text.length).fill(1);
		expect(await read(text, pieces, 1)).toMatchObject({ parts: { length: 1 }, result: { code: 'cancelled' } });
	});

	it('waits for whoever takes the parts', async () => {
		const log: string[] = [];
		await readSnapshot(header, inPieces(text, []), {
			take: async ({ kind }) => {
				log.push(`${kind} comes`);
				await Promise.resolve();
				log.push(`${kind} is taken`);
			},
			isCancelled: () => false
		});
		expect(log).toEqual(['email comes', 'email is taken', 'email comes', 'email is taken']);
	});
});

describe('fileHeader', () => {
	it('reads no further than it needs to', async () => {
		let pieces = 0;
		async function* counted() {
			for await (const piece of inPieces(text, [100, 100, 100])) {
				pieces++;
				yield piece;
			}
		}
		expect(await fileHeader(counted())).toEqual(header);
		expect(pieces).toBe(1);
	});

	it.each([
		['{"value":[{"format":"x"}]}', undefined],
		['{"a":{"format":"x"},"format":["y"]}', ['y']],
		['[{"format":"x"}]', undefined],
		['Subject: x', undefined],
		['{"format":"x"', undefined],
		['', undefined]
	])('%s', async (file, format) => {
		expect(await fileHeader(inPieces(file, []))).toEqual({ format, formatVersion: undefined });
	});
});

it('the whole text read at once is the same', () => {
	const decoded = decodeSnapshot(text, text.length);
	expect(decoded).toEqual(decodeSnapshot(text, 7));
	expect(decoded.ok && decoded.snapshot.emails.map(({ facts: { subject } }) => subject)).toEqual([
		'Ä "quoted" \\ {[,]}',
		'Ä "quoted" \\ {[,]}'
	]);
});
