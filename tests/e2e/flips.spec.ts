/** What would flip this: found for one email, with its reach, cancelled, and out of date after a change. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const section = (page: Page) => page.getByRole('region', { name: 'What would flip this' });
const findOut = (page: Page) => section(page).getByRole('button', { name: /^Find out/ });
const summary = (page: Page) => section(page).getByRole('status');

const FIRST = message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' });
const REPLY = message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 });

function environmentFile(content: object) {
	return {
		name: 'environment.tracklens-environment.json',
		mimeType: 'application/json',
		buffer: Buffer.from(
			JSON.stringify({ format: 'tracklens-environment', formatVersion: 1, name: 'Contoso', ...content })
		)
	};
}

const SALES = {
	queues: [
		{ id: 'q-sales', name: 'Sales', emailaddresses: ['sales@contoso.example'], incomingemailfilteringmethod: 1 }
	],
	mailboxes: [{ id: 'm-sales', ownerid: 'q-sales', incomingemaildeliverymethod: 2, enabledforincomingemail: true }]
};

test('why an email is not tracked, what would change that, and the way to the setting', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY, environmentFile(SALES)]);
	await app.openEmail('RE: Broken pump');
	await expect(section(page).locator('[data-flip]')).toHaveCount(0);
	await findOut(page).click();

	await expect(summary(page)).toContainText(/^\d+ single changes tried, 3 of them change what becomes of this email\./);
	const filter = section(page).locator('[data-flip="filteringMethod"]');
	await expect(filter).toContainText(
		'Set incomingemailfilteringmethod of the queue “Sales” to “All email messages” (0), now “Email messages in response to Dynamics 365 email” (1)'
	);
	await expect(filter).toContainText('Not tracked (NoCorrelationMatch)');
	await expect(filter).toContainText('Tracked (AcceptAll), linked to “Broken pump” by InReplyTo');
	await expect(filter).toContainText('Also changes 1 other email.');
	await expect(section(page).getByRole('heading', { name: 'Changes the verdict' })).toBeVisible();
	await expectAccessible(page, 'the email', 'article');

	await filter.getByRole('link', { name: 'Open setting' }).click();
	await expect(page).toHaveURL(/environment\/.*field=%2Fqueues%2F0%2Fincomingemailfilteringmethod/);
});

test('a parent is marked from here; what was found is out of date then', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY, environmentFile(SALES)]);
	await app.openEmail('RE: Broken pump');
	await findOut(page).focus();
	await page.keyboard.press('Enter');
	const parent = section(page)
		.locator('[data-flip="mark"]')
		.filter({ hasText: 'Mark “Broken pump” as tracked by hand' });
	await expect(parent).toContainText('Tracked (CorrelationMatch)');
	await expect(findOut(page)).toBeFocused();
	await parent.getByRole('button', { name: 'Mark it' }).click();
	await app.idle();
	await expect(summary(page)).toContainText('The case has changed since.');
	await expect(app.check('acceptance/filtering')).toContainText('Accepted');
	await findOut(page).click();
	await expect(summary(page)).not.toContainText('The case has changed since.');
	await expect(section(page)).toContainText('Take away the mark of “Broken pump”');
});

test('another email begins anew, and a slow pattern holds nothing up', async ({ app, page }) => {
	const slow = message({ subject: `${'a'.repeat(60)}!`, minute: 7 });
	await app.open();
	const organization = { hashfilterkeywords: '(a+)+$' };
	await app.addFiles([FIRST, REPLY, slow, environmentFile({ organization })]);
	await app.openEmail('RE: Broken pump');
	await findOut(page).click();
	await expect(summary(page)).toContainText('tried', { timeout: 20_000 });
	await expect(findOut(page)).toHaveText('Find out again', { timeout: 20_000 });
	await app.openEmail('aaaa');
	await expect(findOut(page)).toHaveText('Find out');
	await expect(section(page).locator('[data-flip]')).toHaveCount(0);
});

test('cancelled among 5,000 emails; the table answers meanwhile', async ({ app, page }) => {
	test.setTimeout(120_000);
	const emails = Array.from({ length: 5000 }, (_, index) =>
		message({
			subject: `Order ${index} of pumps and seals`,
			messageId: `<order-${index}@fabrikam.example>`,
			inReplyTo: `<order-${index - 7}@fabrikam.example>`,
			minute: index
		})
	);
	await app.open();
	await page
		.getByLabel('Add email files', { exact: true })
		.setInputFiles([...emails, environmentFile({ ...SALES, organization: { enablesmartmatching: true } })]);
	await app.idle(100_000);
	await app.openEmail('Order 4999');
	await findOut(page).click();
	await section(page).getByRole('button', { name: 'Cancel' }).click();
	await expect(summary(page)).toContainText(/^Cancelled after \d+ of \d+ single changes/);
	await expect(findOut(page)).toHaveText('Find out again');

	await findOut(page).click();
	await expect(section(page).getByRole('progressbar', { name: 'Changes tried' })).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search activities' }).fill('4321');
	// The email itself and its answer, which names it.
	await app.expectRows(2);
	await expect(summary(page)).toContainText(/single changes tried/, { timeout: 60_000 });
	await expect(findOut(page)).toBeVisible({ timeout: 60_000 });
});
