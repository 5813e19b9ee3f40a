import { createHash } from 'node:crypto';
import { createServer } from 'vite';
import { withPage } from '../browser.mjs';
import { messages } from '../corpus.mjs';
import { median } from '../figures.mjs';

/** Deciding everything again under changed settings, over reading the same facts with JSON.parse; by turns, in a worker. */
export async function decide({ server, rounds }) {
	const measured = await withPage(async (page) => {
		await page.goto(new URL('bench/', server.url).href);
		return page.evaluate(async (count) => {
			const facts = await (await fetch('facts.json')).text();
			const worker = new Worker('decide.worker.js', { type: 'module' });
			return new Promise((resolve, reject) => {
				worker.onmessage = ({ data }) => resolve(data);
				worker.onerror = (event) => reject(new Error(event.message));
				worker.postMessage({ facts, rounds: count });
			});
		}, rounds);
	});
	const ratios = Object.entries(measured)
		.filter(([name]) => name !== 'parse')
		.map(([name, ms]) => [name, median(ms) / median(measured.parse)]);
	return { roundsMs: measured, ratios: Object.fromEntries(ratios) };
}

/** The facts of a corpus as JSON, read by the application's own mail layer. */
export async function factsJson({ count, seed }) {
	const vite = await createServer({
		configFile: false,
		logLevel: 'warn',
		server: { middlewareMode: true, hmr: false, ws: false },
		appType: 'custom'
	});
	try {
		const { readMail } = await vite.ssrLoadModule('/src/lib/mail/readMail.ts');
		const lines = [];
		for (const text of messages({ count, seed })) {
			const bytes = Buffer.from(text);
			const read = readMail(new Uint8Array(bytes));
			if (!read.ok) throw new Error(`The corpus holds a message that is not read: ${read.code}`);
			lines.push(JSON.stringify({ ...read.facts, sha256: createHash('sha256').update(bytes).digest('hex') }));
		}
		return `[${lines.join(',\n')}]`;
	} finally {
		await vite.close();
	}
}
