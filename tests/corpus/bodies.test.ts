/** Every body of the corpus is read or refused with a code, and the same each time. */
import { expect, it } from 'vitest';
import { readBody } from '../../src/lib/mail/body';
import { corpusFiles } from './files';

it('reads every body of the corpus, the same twice', async () => {
	const counts: Record<string, number> = {};
	for (const { path, bytes } of corpusFiles()) {
		const body = await readBody(bytes);
		expect(await readBody(bytes), path).toEqual(body);
		const outcome = body.ok ? body.from : body.code;
		counts[outcome] = (counts[outcome] ?? 0) + 1;
		if (body.ok && body.from === 'html') expect(body.text, path).not.toMatch(/<\/?(?:div|span|html|body)\b/i);
	}
	// Unreadable: three Outlook messages and an empty file.
	expect(counts).toEqual({ text: 460, html: 26, none: 37, unreadable: 4 });
}, 60_000);
