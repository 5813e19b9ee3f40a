import { AxeBuilder } from '@axe-core/playwright';
import { type App, expect, test } from './fixtures';
import { message } from './mail';

const PAGES = ['', 'diagnoses/', 'imports/', 'environment/', 'cases/'];
const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
];

for (const colorScheme of ['light', 'dark'] as const) {
	for (const viewport of SIZES) {
		test.describe(`${colorScheme}, ${viewport.width} px`, () => {
			test.use({ colorScheme, viewport });

			test('empty', async ({ app }) => {
				for (const path of PAGES) {
					await app.open(path);
					await expectAccessible(app, path);
				}
			});

			test('with mail', async ({ app }) => {
				await app.open();
				await app.addFiles([
					message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' }),
					message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 }),
					{ name: 'not-mail.txt', mimeType: 'text/plain', buffer: Buffer.from('Just a note') }
				]);
				await expectAccessible(app, 'the list');
				await app.openEmail('RE: Broken pump');
				await expectAccessible(app, 'an email');
				for (const path of PAGES.slice(1)) {
					await app.open(path);
					await expectAccessible(app, path);
				}
			});
		});
	}
}

test.describe('360 px', () => {
	test.use({ viewport: { width: 360, height: 740 } });
	test('nothing is wider than the window', async ({ app, page }) => {
		await app.open();
		await app.addFiles([message({ subject: `A subject that goes on ${'and on '.repeat(30)}` })]);
		for (const path of PAGES) {
			await app.open(path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
		}
	});
});

test('everything can be reached by keyboard, and focus can be seen', async ({ app, page }) => {
	await app.open();
	await app.addFiles([message({ subject: 'Broken pump' })]);
	await page.locator('body').press('Tab');
	const seen = new Set<string>();
	for (let step = 0; step < 60; step++) {
		seen.add(
			await page.evaluate(() => {
				const element = document.activeElement;
				return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
			})
		);
		await page.keyboard.press('Tab');
	}
	expect([...seen].some((name) => name.includes('Export snapshot'))).toBe(true);
});

async function expectAccessible(app: App, where: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page: app.page }).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
	expect(found, where).toEqual([]);
}
