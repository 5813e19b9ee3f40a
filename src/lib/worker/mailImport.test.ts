import { expect, it } from 'vitest';
import { maxMessageBytes } from '../domain/limits';
import type { ImportEntry } from '../domain/report';
import { MailImport } from './mailImport';

/** Says that it is larger than any mail. */
function largeFile(text: string): File {
	const file = new File([text], 'x');
	Object.defineProperty(file, 'size', { value: maxMessageBytes + 1 });
	return file;
}

it.each([
	['a JSON object', '{"value":[]}', ['json'], []],
	['a JSON array', '[{"contactid":1}]', ['json'], []],
	['anything else', 'From: a@b.example\n\n', [], ['too-large']]
])('%s that is larger than any mail', async (_, text, kinds, codes) => {
	const entries: ImportEntry[] = [];
	const mailImport = new MailImport(1, {
		knownWarnings: () => null,
		commit: async (batch) => {
			entries.push(...batch.entries);
			return batch.entries;
		},
		report: () => undefined
	});
	mailImport.add([{ path: 'x', file: largeFile(text) }], 0);
	await mailImport.close();
	expect(mailImport.setAside.map(({ kind }) => kind)).toEqual(kinds);
	expect(entries.map(({ code }) => code)).toEqual(codes);
});
