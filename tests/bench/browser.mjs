/** A browser with a profile on disk (a private window keeps IndexedDB in memory), and a server that has the yardsticks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';

/** An import that takes longer hangs. */
export const IMPORT_TIMEOUT_MS = 10 * 60_000;
const PAGE =
	'<!doctype html><title>Yardstick</title><input type="file" webkitdirectory><script type="module" src="page.js"></script>';

/** Serves the production build, and below /bench/ what only the benchmark needs. `extra` maps a path to its text. */
export async function serveWithYardsticks(extra = {}) {
	const { output } = await build({
		configFile: false,
		logLevel: 'warn',
		build: {
			write: false,
			target: 'es2022',
			rolldownOptions: {
				input: Object.fromEntries(
					['page', 'parse.worker', 'decide.worker'].map((name) => [name, `tests/bench/page/${name}.ts`])
				),
				output: { entryFileNames: '[name].js' }
			}
		}
	});
	const texts = new Map([['/bench/', PAGE], ...output.map(({ fileName, code }) => [`/bench/${fileName}`, code])]);
	return serve({
		port: 0,
		extend(request, response) {
			const text = extra[request.url] ?? texts.get(request.url);
			if (text === undefined) return false;
			const type = request.url.endsWith('.js')
				? 'text/javascript'
				: request.url.endsWith('.json')
					? 'application/json'
					: 'text/html';
			response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
			return true;
		}
	});
}

/** Runs `work` with a page of a fresh profile; `profile` keeps one over several runs. */
export async function withPage(work, { profile } = {}) {
	const folder = profile ?? newProfile();
	const context = await chromium.launchPersistentContext(folder, {
		executablePath: findBrowser(),
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--enable-precise-memory-info'
		],
		viewport: { width: 1440, height: 900 },
		timezoneId: 'UTC'
	});
	try {
		await context.addInitScript(watchPage);
		return await work(context.pages()[0] ?? (await context.newPage()), context);
	} finally {
		await context.close();
		if (!profile) rmSync(folder, { recursive: true, force: true });
	}
}

export function newProfile() {
	return mkdtempSync(join(tmpdir(), 'tracklens-bench-profile-'));
}

/** Runs in the page before its own scripts: notes when files came, when it was busy last, and what held it up. */
function watchPage() {
	const notes = { chosenAt: 0, idleAt: 0, firstRowAt: 0, eventTaskMs: 0, longestTaskMs: 0, longestGapMs: 0 };
	window.benchNotes = notes;
	for (const type of ['change', 'drop']) addEventListener(type, () => (notes.chosenAt = performance.now()), true);
	new MutationObserver(() => {
		if (document.documentElement?.dataset.busy === 'false') notes.idleAt = performance.now();
		if (notes.firstRowAt === 0 && document.querySelector('[role=grid] [role=gridcell]')) {
			notes.firstRowAt = performance.now();
		}
	}).observe(document, { attributes: true, attributeFilter: ['data-busy'], childList: true, subtree: true });
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			// Before a change event Chromium makes the list of files, in the same task.
			if (startTime > notes.chosenAt) notes.longestTaskMs = Math.max(notes.longestTaskMs, duration);
			else notes.eventTaskMs = duration;
		}
	}).observe({ type: 'longtask' });
}

export async function openApp(page, server) {
	await page.goto(server.url);
	await idle(page);
}

export async function chooseFolder(page, folder) {
	await page.getByLabel('Add a folder', { exact: true }).setInputFiles(folder);
}

/** As the operating system hands a folder over, onto the middle of the window. */
export async function dropFolder(page, folder) {
	const session = await page.context().newCDPSession(page);
	const data = { items: [], files: [folder], dragOperationsMask: 1 };
	for (const type of ['dragEnter', 'dragOver', 'drop']) {
		await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data });
	}
}

/** Waits until what was chosen last is imported. */
export async function imported(page) {
	const done = () => window.benchNotes.idleAt > window.benchNotes.chosenAt;
	await page.waitForFunction(done, null, { timeout: IMPORT_TIMEOUT_MS, polling: 100 });
	await idle(page);
}

/** Waits until nothing is under way; polls seldom, so that the wait itself costs nothing. */
export async function idle(page, timeout = IMPORT_TIMEOUT_MS) {
	await page.waitForFunction(() => document.documentElement.dataset.busy === 'false', null, { timeout, polling: 100 });
}

export const notesOf = (page) => page.evaluate(() => window.benchNotes);
