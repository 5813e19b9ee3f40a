import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { imported, newProfile, notesOf, openApp, withPage } from '../browser.mjs';
import { ingestOnce } from './ingest.mjs';

const SAMPLE_EVERY_MS = 100;

/**
 * A case written as a snapshot, and that snapshot opened in a browser that holds nothing: how long both take, the
 * longest task of the page meanwhile, and the most memory that a process with pages or workers had.
 */
export async function snapshot({ server, folder, scratch, log }) {
	const path = join(scratch, 'case.tracklens.json');
	const profile = newProfile();
	try {
		await withPage((page) => ingestOnce(page, server, folder), { profile });
		// After a restart: what importing has left in memory is not the export's.
		const exported = await withPage((page) => measured(page, server, () => exportTo(page, path)), { profile });
		log(`export: ${Math.round(exported.ms)} ms`);
		const opened = await withPage((page) => measured(page, server, () => open(page, path)));
		const text = readFileSync(path, 'utf8');
		const startMs = performance.now();
		JSON.parse(text);
		return { bytes: statSync(path).size, exported, opened, parseMs: performance.now() - startMs };
	} finally {
		rmSync(profile, { recursive: true, force: true });
	}
}

async function measured(page, server, work) {
	await openApp(page, server);
	let mostBytes = 0;
	const sampling = setInterval(() => (mostBytes = Math.max(mostBytes, rendererBytes())), SAMPLE_EVERY_MS);
	// Tasks of the start are not those of the work.
	await page.evaluate(() => Object.assign(window.benchNotes, { chosenAt: performance.now(), longestTaskMs: 0 }));
	const startMs = performance.now();
	await work();
	const ms = performance.now() - startMs;
	clearInterval(sampling);
	const { longestTaskMs } = await notesOf(page);
	return { ms, longestTaskMs, mostBytes };
}

async function exportTo(page, path) {
	const download = page.waitForEvent('download', { timeout: 0 });
	await page.getByRole('button', { name: 'Export snapshot', exact: true }).click();
	await (await download).saveAs(path);
}

async function open(page, path) {
	await page.getByLabel('Add email files', { exact: true }).setInputFiles(path);
	await imported(page);
}

/** Resident memory of the largest renderer; 0 where the system does not tell. */
function rendererBytes() {
	let most = 0;
	for (const id of processIds()) {
		try {
			if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue;
			const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
			most = Math.max(most, Number(kilobytes ?? 0) * 1024);
		} catch {
			// It has ended meanwhile.
		}
	}
	return most;
}

function processIds() {
	try {
		return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		return [];
	}
}
