/** The report of one email: on the page, printed, and as Markdown. */
import { type App, expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const SUBJECT = '<img src=x onerror=alert(1)> | [RE](https://evil.example): # pump';

async function openReport(app: App): Promise<void> {
	await app.open();
	await app.addFiles(message({ subject: SUBJECT, messageId: '<r@x.example>', inReplyTo: '<absent@x.example>' }));
	await app.openEmail('pump');
	await app.page.getByRole('link', { name: 'Report of this email' }).click();
	await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
}

test('is reached from the detail pane, and copied as Markdown that mail cannot inject into', async ({
	app,
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openReport(app);
	await expect(page.getByRole('article')).toContainText('What to do:');
	await expect(page.getByRole('article').locator('img')).toHaveCount(0);
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(page.getByText('Copied', { exact: true })).toBeVisible();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toMatch(
		/^# &lt;img src=x onerror=alert\(1\)&gt; \\\| \\\[RE\\\]\(https\\:\/\/evil\.example\): # pump\n/
	);
	expect(text).toContain('Modelled by Tracklens');

	await page.getByRole('link', { name: 'Back to its decision' }).click();
	await expect(app.checks.first()).toBeVisible();
});

test('prints without the page around it, on one sheet', async ({ app, page }) => {
	await openReport(app);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByRole('banner')).toBeHidden();
	await expect(page.getByRole('article')).toBeVisible();
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('says so where the address names no email', async ({ app, page }) => {
	await app.open('report/?email=nothing');
	await expect(page.getByText('names no email of this case')).toBeVisible();
	await app.open('report/');
	await page.getByRole('link', { name: 'Open one in Activities' }).click();
	await expect(page).not.toHaveURL(/report/);
});
