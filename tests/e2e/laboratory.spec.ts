/** The laboratory: In-Reply-To hidden in turn, what is found then, the emails behind the figures, and on to What-if. */
import type { Locator, Page } from '@playwright/test';
import { type App, expect, expectAccessible, onScreens, test } from './fixtures';
import { message } from './mail';

const region = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
const method = (page: Page, id: string): Locator => page.locator(`tr[data-method="${id}"]`);
const choice = (page: Page, name: string): Locator => page.getByRole('button', { name });
const emails = (page: Page): Locator => page.getByRole('list', { name: 'Measured emails' });

const MAILS = [
	message({ subject: 'Pump broken', minute: 0 }),
	message({ subject: 'RE: Pump broken', minute: 1, inReplyTo: '<pump-broken@fabrikam.example>' }),
	message({ subject: '[EXTERNAL] RE: Pump broken', minute: 2, inReplyTo: '<pump-broken@fabrikam.example>' }),
	message({ subject: 'Invoice', minute: 3, messageId: '<invoice-1@fabrikam.example>' }),
	message({ subject: 'Invoice', minute: 4, messageId: '<invoice-2@fabrikam.example>' }),
	message({ subject: 'RE: Invoice', minute: 5, inReplyTo: '<invoice-1@fabrikam.example>' }),
	message({ subject: 'RE: Offer', minute: 6, inReplyTo: '<gone@fabrikam.example>' })
];

async function openLaboratory(app: App): Promise<void> {
	await app.open('laboratory/');
	await app.addFiles(MAILS);
}

async function measure(app: App): Promise<void> {
	await app.page.getByRole('button', { name: /^Measure/ }).click();
	await expect(app.page.locator('html')).toHaveAttribute('data-busy', 'false');
	await expect(app.page.getByRole('status').filter({ hasText: 'measured.' })).toBeVisible();
}

test('what each method finds, the emails behind it, and settings taken to What-if', async ({ app, page }) => {
	await app.open('laboratory/');
	await expect(page.getByRole('button', { name: 'Measure' })).toBeDisabled();
	await app.addFiles(MAILS);
	await page.getByLabel('Also tags in square brackets').check();
	await page.getByLabel('Your own, one on each line').fill('(?i)re:');
	await expect(page.getByText(/^It uses .*, which cannot be replayed here/)).toBeVisible();
	await measure(app);

	const found = region(page, 'What would still be found');
	await expect(found).toContainText('3 of 4 emails with an In-Reply-To were tried.');
	await expect(found).toContainText('Left out: 1 whose parent is not in this case.');
	await expect(found).toContainText('(?i)re: was not tried.');
	await expect(method(page, 'order').locator('[data-finding="nothing"]')).toHaveText('3');
	await expect(method(page, 'SmartMatching')).toContainText(
		'Off now (enablesmartmatching); measured as if it were on.'
	);
	// The active filter does not see through the tag; of two invoices the later one is found.
	await expect(method(page, 'SmartMatching').locator('td')).toHaveText(['1', '0', '1', '1', '1', '50 %', '33 %']);

	await method(page, 'SmartMatching').getByRole('button', { name: 'SmartMatching, Wrong: 1' }).click();
	const wrong = emails(page).getByRole('listitem').first();
	await expect(wrong.getByRole('heading')).toHaveText('RE: Invoice');
	await expect(wrong.getByRole('list', { name: 'Words' })).toHaveText(/invoice/);
	await expect(wrong.getByRole('list', { name: 'Shared addresses' }).locator('li')).toHaveCount(2);
	await page
		.getByRole('group', { name: 'Findings' })
		.getByRole('button', { name: /Not found/ })
		.click();
	await expect(emails(page).getByRole('heading')).toHaveText('[EXTERNAL] RE: Pump broken');
	await expect(emails(page).getByRole('list', { name: 'Words' })).toContainText('[external]');

	// The filter that removes the tag, too.
	const grid = page.getByRole('table', { name: 'Filter B' });
	await grid
		.getByRole('button', { name: 'HashDeltaSubjectCount 0, HashMinAddressCount 2: precision 67 %, recall 67 %' })
		.click();
	await expect(page.getByRole('heading', { name: /^SmartMatching, Filter B/ })).toBeFocused();
	await page.getByRole('button', { name: 'Try these settings in What-if' }).click();
	await expect(page.getByRole('heading', { name: 'What-if', exact: true })).toBeVisible();
	await app.idle();
	const draft = region(page, 'What the draft changes');
	await expect(draft).toContainText('enablesmartmatching');
	await expect(draft).toContainText('hashfilterkeywords');
});

test('figures of a case that has changed since are told to be old', async ({ app, page }) => {
	await openLaboratory(app);
	await measure(app);
	await app.addFiles([message({ subject: 'One more', minute: 9 })]);
	await expect(page.getByText('The case has changed since.')).toBeVisible();
	await expect(choice(page, 'SmartMatching, Wrong: 1')).toBeDisabled();
	await measure(app);
	await expect(page.getByText('The case has changed since.')).toBeHidden();
});

test('5,000 emails: the figures come one after the other, the page answers, and it can be cancelled', async ({
	app,
	page
}) => {
	await app.open('laboratory/');
	const many = Array.from({ length: 5_000 }, (_, index) =>
		message({
			subject: `${index % 5 === 0 ? '' : 'RE: '}Matter ${Math.floor(index / 5)}`,
			messageId: `<m${index}@fabrikam.example>`,
			minute: index,
			...(index % 5 === 0 ? {} : { inReplyTo: `<m${index - 1}@fabrikam.example>` })
		})
	);
	await app.addFiles(many);
	for (const name of ['4 addresses', '5 addresses', '3 words']) await page.getByLabel(name).check();
	for (const name of [/Also tags/, /Out of office/, /Nothing is filtered/]) await page.getByLabel(name).check();
	await page.getByRole('button', { name: 'Measure' }).click();
	const progress = page.getByRole('progressbar', { name: 'Choices measured' });
	await expect(progress).toHaveAttribute('aria-valuemax', '80');
	await expect(page.locator('html')).toHaveAttribute('data-busy', 'true');
	await expect(page.locator('[data-choice]').first()).toBeVisible();
	await expect(method(page, 'SmartMatching').locator('[data-finding="parent"]')).toHaveText('4000');
	await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status').filter({ hasText: /^Cancelled: \d+ of 80 choices/ })).toBeVisible();
	await app.idle();
	await expect(page.getByRole('button', { name: 'Measure again' })).toBeFocused();
	// What was measured until then can be looked at.
	await page.locator('[data-choice]').first().click();
	await expect(emails(page).or(page.getByText('None.'))).toBeVisible();
});

test('fits, and is accessible, in every width and colour scheme', async ({ app, page }) => {
	await openLaboratory(app);
	await page.getByLabel('Nothing is filtered').check();
	await measure(app);
	await method(page, 'SmartMatching').getByRole('button', { name: 'SmartMatching, Wrong: 1' }).click();
	await expect(emails(page)).toBeVisible();
	const screens = [1440, 390].flatMap((width) =>
		(['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width, height: 900 }))
	);
	await onScreens(page, screens, async (screen) => {
		await expectAccessible(page, screen);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), screen).toBe(0);
	});
});
