import { chooseFolder, dropFolder, imported, notesOf, openApp, withPage } from '../browser.mjs';

/** A gap is how much later than asked a timer fires: what a key press would have to wait. */
const TIMER_MS = 4;
const SEARCH_KEYS = 'pump delivery';
const DELIVER = { dropped: dropFolder, chosen: chooseFolder };

/**
 * The longest task of the main thread during an import into a store that holds some mail, while someone types in the
 * search and scrolls; for a folder that is dropped, and for one chosen in the input.
 */
export async function responsiveness({ server, folder, before }) {
	const results = {};
	for (const [name, deliver] of Object.entries(DELIVER)) {
		results[name] = await withPage(async (page) => {
			await openApp(page, server);
			await chooseFolder(page, before);
			await imported(page);
			await deliver(page, folder);
			await page.evaluate(measureGaps, TIMER_MS);
			const steps = await typeAndScroll(page);
			const { longestTaskMs, longestGapMs, eventTaskMs, chosenAt, idleAt } = await notesOf(page);
			return { longestTaskMs, longestGapMs, eventTaskMs, importMs: idleAt - chosenAt, ...steps };
		});
	}
	return results;
}

/** Runs in the page. */
function measureGaps(interval) {
	const notes = window.benchNotes;
	notes.longestTaskMs = 0;
	let last = performance.now();
	const tick = () => {
		const now = performance.now();
		notes.longestGapMs = Math.max(notes.longestGapMs, now - last - interval);
		last = now;
		setTimeout(tick, interval);
	};
	tick();
}

async function typeAndScroll(page) {
	const search = page.getByRole('searchbox', { name: 'Search activities' });
	const isBusy = () => page.evaluate(() => document.documentElement.dataset.busy === 'true');
	let keys = 0;
	let turns = 0;
	while (await isBusy()) {
		if (keys % 17 === 0) await search.fill('');
		await page.keyboard.press(SEARCH_KEYS.charAt(keys % SEARCH_KEYS.length));
		keys++;
		await page.mouse.move(600, 600);
		await page.mouse.wheel(0, turns % 10 < 5 ? 700 : -700);
		turns++;
		await page.waitForTimeout(30);
	}
	return { keys, turns };
}
