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
		const firstRowMs = median(fullStartsMs.map((start) => start.firstRowMs));
		return {
			...imported,
			messagesPerSecond: count / (imported.importMs / 1000),
			coldStart: { fullStartsMs, emptyStartsMs, laterByMs: firstRowMs - median(emptyStartsMs) }
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
	const workers = [];
	session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(heapOfTarget(session, sessionId)));
	await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return { pageHeapBytes: usedSize, workerHeapBytes: await Promise.all(workers) };
}

/** A worker answers through the session of its page. */
function heapOfTarget(session, sessionId) {
	const send = (id, method) =>
		session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
	return new Promise((resolve) => {
		session.on('Target.receivedMessageFromTarget', (received) => {
			const { id, result } = JSON.parse(received.message);
			// Strings and buffers live outside the heap proper.
			if (received.sessionId === sessionId && id === 2) resolve(result.usedSize + (result.backingStorageSize ?? 0));
		});
		void send(1, 'HeapProfiler.collectGarbage').then(() => send(2, 'Runtime.getHeapUsage'));
	});
}
