import { type App, expect, expectAccessible, onScreens, test } from './fixtures';
import { message } from './mail';

/** Ids as Dataverse gives them. */
function environmentWithLongIds() {
	const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
	const content = {
		format: 'tracklens-environment',
		formatVersion: 1,
		name: 'Contoso',
		users: [{ id: id('a'), fullname: id('a'), emailaddresses: ['luisa@contoso.com'] }],
		mailboxes: [{ id: id('b'), ownerid: id('a') }]
	};
	return { name: 'environment.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) };
}

const PAGES = [
	'',
	'conversations/',
	'diagnoses/',
	'what-if/',
	'laboratory/',
	'compare/',
	'diff/',
	'report/',
	'mailboxes/',
	'tokens/',
	'imports/',
	'environment/',
	'cases/'
];
/** Either colour scheme, either width: colours and layout do not depend on one another. */
const SCREENS = [
	{ colorScheme: 'light', width: 1440, height: 900 },
	{ colorScheme: 'dark', width: 390, height: 844 }
] as const;

test('accessible and sound on a large and a small screen, empty', async ({ app }) => {
	test.setTimeout(120_000);
	for (const path of PAGES) {
		await app.open(path);
		await expectSound(app, path);
	}
});

test('accessible and sound on a large and a small screen, with mail', async ({ app, page }) => {
	test.setTimeout(120_000);
	await app.open();
	await app.addFiles([
		message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' }),
		message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 }),
		{ name: 'not-mail.txt', mimeType: 'text/plain', buffer: Buffer.from('Just a note') }
	]);
	await expectSound(app, 'the list');
	await app.openEmail('RE: Broken pump');
	await expectSound(app, 'an email');
	await page.getByRole('link', { name: 'Report of this email' }).click();
	await expect(page.getByRole('article')).toBeVisible();
	await expectSound(app, 'the report of an email');
	for (const path of PAGES.slice(1)) {
		await app.open(path);
		await expectSound(app, path);
	}
});

test.describe('360 px', () => {
	test.use({ viewport: { width: 360, height: 740 } });
	test('nothing is wider than the window', async ({ app, page }) => {
		await app.open();
		await app.addFiles([
			message({ subject: `A subject that goes on ${'and on '.repeat(30)}` }),
			environmentWithLongIds()
		]);
		for (const path of PAGES) {
			await app.open(path);
			const wider = await page.evaluate(() =>
				['html', 'main'].map((name) => {
					const element = document.querySelector(name);
					return element ? element.scrollWidth - element.clientWidth : 0;
				})
			);
			expect(wider, path).toEqual([0, 0]);
		}
	});

	test('every page can be reached from the header, and the one shown is in view', async ({ app, page }) => {
		await app.open();
		const pages = page.getByRole('navigation', { name: 'Pages' });
		for (const link of await pages.getByRole('link').all()) {
			await link.click();
			await app.idle();
			await expect(pages.locator('[aria-current="page"]')).toBeInViewport({ ratio: 1 });
		}
	});
});

test('the header keeps all pages in view beside a long case name', async ({ app, page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await app.open();
	await page.getByRole('button', { name: 'Case: My case' }).click();
	await page.getByRole('button', { name: 'New case' }).click();
	await page.getByLabel('Name of the new case').fill('Pumps of the northern plant, complaints of the second quarter');
	await page.getByRole('button', { name: 'Create' }).click();
	await app.idle();
	const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
	for (const link of await links.all()) await expect(link).toBeInViewport({ ratio: 1 });
});

test('the first key press leads past the header', async ({ app, page }) => {
	await app.open();
	await page.locator('body').press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
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

async function expectSound(app: App, where: string): Promise<void> {
	await onScreens(app.page, SCREENS, async (screen) => {
		await expectAccessible(app.page, `${where} (${screen})`);
		// The page scrolls within its header and notices; the document never does.
		const below = await app.page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
		expect(below, `${where} (${screen}): the document is no taller than the window`).toBeLessThanOrEqual(0);
	});
}
