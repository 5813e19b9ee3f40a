import { chooseFolder, imported, notesOf, openApp, withPage } from '../browser.mjs';
import { median } from '../figures.mjs';

/**
 * Read, hashed, stored, decided and durable, over bare postal-mime parsing the same files in a worker. By turns, each in
 * a fresh profile; from the change event of the folder input.
 */
export async function ingest({ server, folder, rounds, log }) {
	const applicationMs = [];
	const yardstickMs = [];
	const measures = [
		async () => applicationMs.push(await withPage((page) => ingestOnce(page, server, folder))),
		async () => yardstickMs.push(await withPage((page) => parseOnce(page, server, folder)))
	];
	for (let round = 0; round < rounds; round++) {
		for (const measure of round % 2 === 0 ? measures : measures.toReversed()) await measure();
		log(
			`ingest round ${round + 1}: ${Math.round(applicationMs.at(-1))} ms, postal-mime ${Math.round(yardstickMs.at(-1))} ms`
		);
	}
	return { applicationMs, yardstickMs, ratio: median(applicationMs) / median(yardstickMs) };
}

export async function ingestOnce(page, server, folder) {
	await openApp(page, server);
	await chooseFolder(page, folder);
	await imported(page);
	const { chosenAt, idleAt } = await notesOf(page);
	return idleAt - chosenAt;
}

async function parseOnce(page, server, folder) {
	await page.goto(new URL('bench/', server.url).href);
	await page.locator('input').setInputFiles(folder);
	return page.evaluate(() => window.parsed);
}
