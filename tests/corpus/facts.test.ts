/** Every file of the corpus against its golden facts, as it is and with either line end. `scripts/update-goldens.mjs` writes them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readHeaderBlock, readMail, type ReadMailResult } from '../../src/lib/mail/readMail';
import { corpusFiles } from './files';

const golden = fileURLToPath(new URL('golden', import.meta.url));
const files = corpusFiles();

/** Byte for byte, whatever the charset. */
function withLineEnds(bytes: Uint8Array, lineEnd: string): Uint8Array {
	const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
	return new Uint8Array(Buffer.from(text.replaceAll('\n', lineEnd), 'latin1'));
}

function goldenOf(result: ReadMailResult): unknown {
	return result.ok ? result.facts : { rejected: { code: result.code, detail: result.detail } };
}

function withSortedKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withSortedKeys);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, withSortedKeys(inner)]));
}

if (process.env['UPDATE_GOLDENS'] === '1') {
	rmSync(golden, { recursive: true, force: true });
	for (const { path, bytes } of files) {
		const target = `${golden}/${path}.json`;
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, JSON.stringify(withSortedKeys(goldenOf(readMail(bytes))), null, '\t') + '\n');
	}
}

describe('corpus', () => {
	it('is complete', () => {
		expect(files).toHaveLength(527);
		expect(files.filter(({ bytes }) => readMail(bytes).ok)).toHaveLength(521);
	});

	it.each(files)('$path', ({ path, bytes }) => {
		const result = readMail(bytes);
		expect(goldenOf(result)).toEqual(JSON.parse(readFileSync(`${golden}/${path}.json`, 'utf8')));
		if (!result.ok) return;
		for (const lineEnd of ['\n', '\r\n']) {
			const converted = readMail(withLineEnds(bytes, lineEnd));
			expect(converted).toMatchObject({ ok: true, facts: { ...result.facts, bytes: expect.any(Number) as number } });
		}
		const fromHeaderBlock = readHeaderBlock(result.headerBlock);
		expect(fromHeaderBlock).toEqual({
			...result.facts,
			bytes: 0,
			bodyParts: [],
			warnings: fromHeaderBlock.warnings
		});
	});
});
