/** The page of tracking tokens: structure, next subject, reading a token, those of the case, and the planner. */
import type { Locator, Page } from '@playwright/test';
import { type App, expect, expectAccessible, onScreens, test } from './fixtures';
import { message } from './mail';

const MAILS = [
	message({ subject: 'Training CRM:0012017', messageId: '<training@contoso.example>' }),
	message({ subject: 'Gaskets CRM:0012017', messageId: '<gaskets@contoso.example>', minute: 1 }),
	message({ subject: 'Pump leaks CRM:0012018', messageId: '<pump@contoso.example>', minute: 2 }),
	message({ subject: 'RE: Pump leaks CRM:0012018', inReplyTo: '<pump@contoso.example>', minute: 3 }),
	message({ subject: 'RE: Pump leaks CRM: 0012018', minute: 4 }),
	message({ subject: 'Plan OLD:0012001', messageId: '<plan@contoso.example>', minute: 5 }),
	message({ subject: 'Yes to the plan OLD:0012001', minute: 6 })
];
const ENVIRONMENT = {
	name: 'contoso.json',
	mimeType: 'application/json',
	buffer: Buffer.from(
		JSON.stringify({
			format: 'tracklens-environment',
			formatVersion: 1,
			name: 'Contoso',
			users: [{ id: 'u-mara', fullname: 'Mara', trackingtokenid: 12 }],
			queues: [
				{
					id: 'q-sales',
					name: 'Sales',
					emailaddresses: ['sales@contoso.example'],
					incomingemailfilteringmethod: 0,
					ownerid: 'u-mara'
				}
			],
			mailboxes: [{ id: 'm-sales', ownerid: 'q-sales' }]
		})
	)
};

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const changes = (page: Page): Locator => region(page, 'Changes');

async function openTokens(app: App): Promise<void> {
	await app.open();
	await app.addFiles([...MAILS, ENVIRONMENT]);
	await app.page.getByRole('link', { name: 'Tokens', exact: true }).click();
	await expect(region(app.page, 'Tokens in this case').getByRole('table')).toBeVisible();
	await app.idle();
}

test('the structure is edited beside a live example, and applying it decides anew', async ({ app, page }) => {
	await openTokens(app);
	const example = region(page, 'Structure').getByRole('figure');
	await expect(example).toHaveAttribute('data-token', 'CRM:0012005');
	await expect(example.getByRole('listitem')).toContainText([
		'Prefix',
		'Online or offline',
		'User number',
		'Message counter'
	]);

	await page.getByLabel('Number of digits for user numbers').fill('5');
	await page.getByLabel('Deployment base tracking number').fill('500');
	await page.getByLabel('Number of digits for incremental message counter').fill('4');
	await expect(example).toHaveAttribute('data-token', 'CRM:0005120005');
	await page.getByLabel('Number of digits for user numbers').fill('11');
	await expect(region(page, 'Structure').getByRole('alert')).toContainText('must be 1 to 10');
	await page.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(example).toHaveAttribute('data-token', 'CRM:0012005');

	const row = page.locator('tr[data-token="OLD:0012001"]');
	await expect(row).toContainText('Unknown prefix');
	await expect(row).toContainText('No tracked email');
	await page.getByLabel('Former prefixes').fill('OLD:');
	await expect(page.getByRole('list', { name: 'Prefixes that link email' })).toContainText('OLD: former');
	await expect(changes(page)).toContainText('1 change');
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await expect(changes(page)).toBeHidden();
	await app.idle();
	await expect(row).toContainText('Former prefix');
	await expect(row).toContainText('1 conversation');

	// The emails are decided under it: the answer is linked by the token alone.
	await row.getByRole('link', { name: /Yes to the plan/ }).click();
	await expect(app.check('TrackingToken')).toHaveAttribute('data-outcome', 'matched');
});

test('the next subject, with what is cut', async ({ app, page }) => {
	await openTokens(app);
	const next = page.getByRole('group', { name: 'Next subject' });
	await page.getByLabel('Sent by').selectOption({ label: 'Sales, a queue of Mara (12)' });
	await page.getByRole('button', { name: 'Use 19' }).click();
	await expect(page.getByLabel('Next counter')).toHaveValue('19');
	await page.getByLabel('Next counter').fill('999');
	await page.getByLabel('Subject as written').fill('Valve');
	await expect(next).toHaveAttribute('data-subject', 'Valve CRM:0012999');
	await expect(next).toContainText('CRM:0012000: the counter starts again');

	await page.getByLabel('Sent by').selectOption({ label: 'A user by number' });
	await page.getByLabel('trackingtokenid of the user').fill('7');
	await page.getByLabel('Subject as written').fill('x'.repeat(250));
	await expect(next.locator('del')).toContainText('x'.repeat(7));
	await expect(next).toHaveAttribute('data-subject', `${'x'.repeat(243)} CRM:0007999`);
	await page.getByLabel('Longest subject with its token').fill('400');
	await expect(next.locator('del')).toBeHidden();
	await page.getByLabel('Sent by').selectOption({ label: 'No user: the system' });
	await expect(next).toHaveAttribute('data-subject', `${'x'.repeat(250)} CRM:0000999`);
});

test('a token is read, with the emails that carry it and what it resembles', async ({ app, page }) => {
	await openTokens(app);
	const reader = region(page, 'Read a token');
	const box = page.getByLabel('Subject or token');
	await box.fill('RE: Training crm:0012017');
	await expect(reader.getByRole('article')).toContainText('Mara');
	await expect(reader.getByRole('article')).toContainText('counter stood at 17');
	await expect(reader.getByRole('article')).toContainText('2 conversations carry this token');
	await expect(reader.getByRole('link', { name: '“Gaskets CRM:0012017”' })).toBeVisible();

	await box.fill('RE: Pump leaks CRM:0012 018');
	await expect(reader).toContainText('Not the token CRM:0012018: something stands between its digits.');
	await box.fill('CRM:000120018');
	await expect(reader).toContainText('made under other ones');
	await box.fill('Lunch');
	await expect(reader.getByRole('status')).toHaveText('There is no token in it.');

	const inCase = region(page, 'Tokens in this case');
	await expect(inCase.locator('tbody tr').first()).toHaveAttribute('data-token', 'CRM:0012017');
	await expect(inCase).toContainText('CRM: 0012018 Not the token CRM:0012018: there is a space after the prefix.');
	await inCase.getByRole('link', { name: '“RE: Pump leaks CRM: 0012018”' }).click();
	await expect(app.check('TrackingToken')).toHaveAttribute('data-outcome', 'notApplicable');
});

test('the planner tells when the counter wraps and how many digits are enough', async ({ app, page }) => {
	await openTokens(app);
	const planner = region(page, 'Planner');
	await page.getByLabel('Email activities per working day').fill('25');
	await page.getByLabel('Queues that use this counter').fill('4');
	await page.getByLabel('Days a thread stays active').fill('14');
	await expect(planner).toContainText('after 14 days');
	await expect(planner.getByRole('status', { name: 'Advice' })).toContainText('Set 4 digits for the counter');
	await expect(planner.getByRole('img')).toHaveAccessibleName(/At 14 days: 3 digits, \d+ %; 4 digits, below 0\.01 %/);
	await page.getByLabel('Number of digits for incremental message counter').fill('4');
	await expect(planner.getByRole('status', { name: 'Advice' })).toContainText('4 digits for the counter are enough');
	await expect(planner.locator('tr[data-digits="4"]')).toContainText('now');
});

test('accessible, and nothing wider than a narrow window', async ({ app, page }) => {
	const screens = (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width: 390, height: 800 }));
	await page.setViewportSize({ width: 390, height: 800 });
	await openTokens(app);
	await page.getByLabel('Prefix', { exact: true }).fill('A very long prefix:');
	await page.getByLabel('Subject as written').fill('x'.repeat(300));
	await page.getByLabel('Subject or token').fill(`CRM:0012017 CRM: 0012018 ${'y'.repeat(200)}`);
	await expect(region(page, 'Read a token').getByRole('article')).toBeVisible();
	for (const summary of await page.locator('main summary').all()) await summary.click();
	await onScreens(page, screens, async (screen) => {
		await expectAccessible(page, screen);
		const outside = await page.evaluate(() => {
			const main = document.querySelector('main');
			return [document.documentElement.scrollWidth - innerWidth, (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)];
		});
		expect(outside, screen).toEqual([0, 0]);
	});
});
