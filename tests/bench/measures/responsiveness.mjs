import { chooseFolder, notesOf, openApp, withPage } from '../browser.mjs';

/** A gap is how much later than asked a timer fires: what a key press would have to wait. */
const TIMER_MS = 4;
const SEARCH_KEYS = 'pump delivery';

/** The longest task of the main thread during an import, while someone types in the search and scrolls. */
export async function responsiveness({ server, folder }) {
	return withPage(async (page) => {
		await openApp(page, server);
		await page.evaluate((interval) => {
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
		}, TIMER_MS);
		await chooseFolder(page, folder);
		const steps = await typeAndScroll(page);
		const { longestTaskMs, longestGapMs, chosenAt, idleAt } = await notesOf(page);
		return { longestTaskMs, longestGapMs, importMs: idleAt - chosenAt, ...steps };
	});
}

async function typeAndScroll(page) {
	const search = page.getByRole('searchbox', { name: 'Search activities' });
	const isBusy = () => page.evaluate(() => document.documentElement.dataset.busy === 'true');
	let keys = 0;
	let turns = 0;
	while (await isBusy()) {
		if (!(await search.isVisible())) {
			await page.waitForTimeout(50);
			continue;
		}
		if (keys % 3 === 0) await search.focus();
		await page.keyboard.press(keys % 17 === 16 ? 'ControlOrMeta+A' : SEARCH_KEYS.charAt(keys % SEARCH_KEYS.length));
		keys++;
		await page.mouse.move(600, 600);
		await page.mouse.wheel(0, turns % 10 < 5 ? 700 : -700);
		turns++;
		await page.waitForTimeout(30);
	}
	return { keys, turns };
}
