import { rmSync } from 'node:fs';
import { idle, newProfile, notesOf, withPage } from '../browser.mjs';
import { median } from '../figures.mjs';
import { ingestOnce } from './ingest.mjs';

/** A large import, the memory it leaves in use, and how much later a cold start with it shows its first rows. */
export async function size({ server, folder, count, rounds, log }) {
	const full = newProfile();
	const empty = newProfile();
	try {
		const imported = await withPage(
			async (page) => {
				const importMs = await ingestOnce(page, server, folder);
				const rows = Number(await page.getByRole('grid', { name: 'Activities' }).getAttribute('aria-rowcount'));
				return { importMs, rows, ...(await memory(page)) };
			},
			{ profile: full }
		);
		if (imported.rows !== count) throw new Error(`${imported.rows} rows for ${count} messages`);
		log(`import of ${count}: ${Math.round(imported.importMs)} ms`);

		// Once before counting: the first start fills the service worker's store.
		await coldStart(server, empty, false);
		const fullStartsMs = [];
		const emptyStartsMs = [];
		for (let round = 0; round < rounds; round++) {
			emptyStartsMs.push((await coldStart(server, empty, false)).idleMs);
			fullStartsMs.push(await coldStart(server, full, true));
		}
		const idleMs = median(fullStartsMs.map((start) => start.idleMs));
		return {
			...imported,
			messagesPerSecond: count / (imported.importMs / 1000),
			coldStart: { fullStartsMs, emptyStartsMs, laterByMs: idleMs - median(emptyStartsMs) }
		};
	} finally {
		for (const profile of [full, empty]) rmSync(profile, { recursive: true, force: true });
	}
}

async function coldStart(server, profile, withRows) {
	return withPage(
		async (page) => {
			await page.goto(server.url);
			await idle(page);
			if (withRows) await page.waitForFunction(() => window.benchNotes.firstRowAt > 0);
			const { idleAt, firstRowAt } = await notesOf(page);
			return { idleMs: idleAt, firstRowMs: firstRowAt };
		},
		{ profile }
	);
}

/** Heaps of the page and of its workers, in bytes, after a collection. */
async function memory(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const workers = await Promise.all(
		page.workers().map((worker) => worker.evaluate(() => performance.memory?.usedJSHeapSize ?? null))
	);
	return { pageHeapBytes: usedSize, workerHeapBytes: workers };
}
