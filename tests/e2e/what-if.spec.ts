/** What-if: the draft beside the active environment, what it changes, and that applying it does just that. */
import type { Locator, Page } from '@playwright/test';
import { type App, expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const IGNORE = 'IgnoreConversationIndexAndInReplyToForCorrelation';
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const changes = (page: Page): Locator => region(page, 'Changes');
const result = (page: Page): Locator => region(page, 'What would become of the emails');
const summary = (page: Page): Locator => result(page).getByRole('status').first();
const group = (page: Page, id: string): Locator => result(page).locator(`button[data-group="${id}"]`);
const setting = (page: Page, pointer: string): Locator => page.locator(`[id="field${pointer}"]`);

async function openWhatIf(app: App, switches?: string): Promise<void> {
	await app.page.getByRole('link', { name: 'What-if', exact: true }).click();
	await expect(app.page.getByRole('heading', { name: 'What-if', exact: true })).toBeVisible();
	if (switches) await app.page.locator('summary').filter({ hasText: switches }).click();
}

interface EmailInSnapshot {
	readonly activityid: string;
	readonly tracked: string;
	readonly reason: unknown;
	readonly columns: unknown;
}

/** Outcome of each email by its id. */
async function outcomes(app: App): Promise<Map<string, string>> {
	const { emails } = JSON.parse(await app.exportSnapshot()) as { emails: readonly EmailInSnapshot[] };
	return new Map(
		emails.map(({ activityid, tracked, reason, columns }) => [activityid, JSON.stringify({ tracked, reason, columns })])
	);
}

test('the sample case without In-Reply-To: groups, ladders before and after, and applying does what was said', async ({
	app,
	page
}) => {
	await app.open();
	await page.getByRole('button', { name: 'Load sample case' }).click();
	await app.idle();
	const before = await outcomes(app);
	await openWhatIf(app, 'Correlation');
	await expect(result(page)).toContainText('the draft changes nothing');
	await setting(page, `/orgDbOrgSettings/${IGNORE}`).click();
	await expect(page.locator('html')).toHaveAttribute('data-busy', 'true');
	await app.idle();

	await expect(region(page, 'What the draft changes')).toContainText(`${IGNORE}: now Off → then On`);
	const emails = result(page).locator('[data-email]');
	await expect(summary(page)).toHaveText(/^\d+ of 50 emails would change\./);
	const changed = Number((await summary(page).textContent())?.split(' ')[0]);
	expect(changed).toBeGreaterThan(5);
	await expect(emails).toHaveCount(changed);
	await expect(changes(page).getByRole('link')).toHaveText(`${changed} emails would change`);
	const counts = await result(page).locator('button[data-group] strong').allTextContents();
	expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(changed);
	const predicted = await emails.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-email')));

	// Filters of groups and columns, and the search.
	await group(page, 'otherMethod').click();
	await expect(emails).toHaveCount(Number(await group(page, 'otherMethod').locator('strong').textContent()));
	await expect(emails.first()).toContainText('by InReplyTo → Then: Linked to');
	await group(page, 'otherMethod').click();
	await result(page)
		.getByRole('button', { name: /^regardingobjectid/ })
		.click();
	await expect(emails.first()).toContainText('regardingobjectid');
	await result(page)
		.getByRole('button', { name: /^regardingobjectid/ })
		.click();
	await page.getByRole('searchbox', { name: 'Search changed emails' }).fill('nothing like it');
	await expect(result(page)).toContainText('No changed email fits these filters.');
	await page.getByRole('button', { name: 'Show all changed emails' }).click();
	await expect(emails).toHaveCount(changed);

	// The ladders.
	const first = emails.first();
	await first.getByRole('button', { expanded: false }).first().click();
	const now = first.getByRole('region', { name: /^Now/ }).getByRole('list', { name: 'Decision' });
	const then = first.getByRole('region', { name: /^Under the draft/ }).getByRole('list', { name: 'Decision' });
	await expect(now.locator('[data-check="InReplyTo"]')).toHaveAttribute('data-outcome', 'matched');
	await expect(then.locator('[data-check="InReplyTo"]')).toHaveAttribute('data-outcome', 'disabled');
	await first.getByRole('button', { name: 'InReplyTo', exact: true }).click();
	await expect(then.locator('[data-check="InReplyTo"]')).toBeFocused();
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await app.idle();
	await expect(changes(page)).toBeHidden();
	await expect(result(page)).toContainText('the draft changes nothing');
	const after = await outcomes(app);
	const differing = [...before].filter(([id, outcome]) => after.get(id) !== outcome).map(([id]) => id);
	expect(predicted.sort()).toEqual(differing.sort());
});

const SALES = {
	name: 'sales.json',
	mimeType: 'application/json',
	buffer: Buffer.from(
		JSON.stringify({
			format: 'tracklens-environment',
			formatVersion: 1,
			name: 'Contoso',
			users: [{ id: 'u-mara', fullname: 'Mara', emailaddresses: ['mara@contoso.example'] }],
			queues: [
				{ id: 'q-sales', name: 'Sales', emailaddresses: ['sales@contoso.example'], incomingemailfilteringmethod: 1 }
			],
			mailboxes: [{ id: 'm-sales', ownerid: 'q-sales' }]
		})
	)
};
const FIRST = message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' });
const REPLY = message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 });

test('a filter switched in place; taken back; seen from the Environment; discarded', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY, SALES]);
	await openWhatIf(app, 'Filters of users and queues');
	const filter = setting(page, '/queues/0/incomingemailfilteringmethod');
	await filter.selectOption({ index: 0 });
	await app.idle();
	await expect(summary(page)).toHaveText('2 of 2 emails would change. 2 would be tracked, now 0.');
	await expect(group(page, 'nowTracked').locator('strong')).toHaveText('2');
	await expect(result(page).locator('[data-email]').last()).toContainText(
		'Now: Not tracked (NoCorrelationMatch (1)) → Then: Tracked (AcceptAll (6)), linked to “Broken pump” by InReplyTo'
	);
	const listed = region(page, 'What the draft changes');
	await expect(listed).toContainText('Changed: queue “Sales”');
	await listed.getByRole('button', { name: /^Take back/ }).click();
	await app.idle();
	await expect(changes(page)).toBeHidden();
	await expect(filter).toHaveValue(/response/i);

	await page.getByRole('link', { name: 'Environment', exact: true }).first().click();
	await setting(page, '/orgDbOrgSettings/SSSForceFilteringMethodForUserMailboxes').selectOption({ index: 1 });
	await app.idle();
	await expect(changes(page)).toContainText('0 emails would change');
	await setting(page, '/organization/hashmaxcount').fill('0');
	await app.idle();
	await expect(changes(page).getByRole('link')).toHaveCount(0);
	await setting(page, '/organization/hashmaxcount').fill('10');
	await app.idle();
	await changes(page).getByRole('link', { name: '0 emails would change' }).click();
	await expect(summary(page)).toHaveText('No email would change. 0 would be tracked, as now.');
	await expect(listed.getByRole('listitem')).toHaveCount(2);
	await listed.getByRole('link', { name: /^Open/ }).first().click();
	await expect(page).toHaveURL(/environment\/\?field=/);
	await page.getByRole('button', { name: 'Discard', exact: true }).click();
	await openWhatIf(app);
	await expect(listed).toContainText('Nothing is changed yet.');
});

test('a draft that cannot be applied says so at its field', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await openWhatIf(app, 'Smart matching');
	await setting(page, '/organization/hashmaxcount').fill('0');
	await app.idle();
	await expect(summary(page)).toHaveText('The draft cannot be applied as it is; no email was decided under it.');
	await expect(setting(page, '/organization/hashmaxcount')).toHaveAttribute('aria-invalid', 'true');
	await setting(page, '/organization/hashmaxcount').fill('4');
	await app.idle();
	await expect(summary(page)).toHaveText('No email would change. 2 would be tracked, as now.');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });

	test('fits, and is accessible', async ({ app, page }) => {
		await app.open();
		await app.addFiles([FIRST, REPLY, SALES]);
		await openWhatIf(app, 'Filters of users and queues');
		await expectAccessible(page);
		await setting(page, '/queues/0/incomingemailfilteringmethod').selectOption({ index: 0 });
		await app.idle();
		await result(page).locator('[data-email]').last().getByRole('button').first().click();
		await expect(result(page).getByRole('list', { name: 'Decision' })).toHaveCount(2);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		await expectAccessible(page);
	});
});

test('5,000 emails: the whole result soon after a change, in pages; the table answers meanwhile', async ({
	app,
	page
}) => {
	test.setTimeout(120_000);
	const emails = Array.from({ length: 5000 }, (_, index) =>
		message({
			subject: `Order ${index} of pumps`,
			messageId: `<order-${index}@fabrikam.example>`,
			// Every fourth begins a conversation.
			...(index % 4 === 0 ? {} : { inReplyTo: `<order-${index - 1}@fabrikam.example>` }),
			minute: index
		})
	);
	await app.open();
	await page.getByLabel('Add email files', { exact: true }).setInputFiles(emails);
	await app.idle(100_000);
	await openWhatIf(app, 'Correlation');
	await setting(page, `/orgDbOrgSettings/${IGNORE}`).click();
	await app.idle();
	await expect(summary(page)).toHaveText('3750 of 5000 emails would change. 5000 would be tracked, as now.');
	await expect(group(page, 'noLongerLinked').locator('strong')).toHaveText('3750');
	await expect(result(page)).toContainText('Emails 1 to 50 of 3750');
	await result(page).getByRole('button', { name: 'Last', exact: true }).first().click();
	await expect(result(page).locator('[data-email]').last()).toContainText('Order 4999 of pumps');
	await page.getByRole('searchbox', { name: 'Search changed emails' }).fill('order 4321');
	// The email itself and its answer, which names it.
	await expect(result(page).locator('[data-email]')).toHaveCount(2);

	// Changed again while it is decided: only the last answer shows.
	await setting(page, '/organization/emailcorrelationenabled').click();
	await setting(page, `/orgDbOrgSettings/${IGNORE}`).click();
	await page.getByRole('link', { name: 'Activities', exact: true }).click();
	await page.getByRole('searchbox', { name: 'Search activities' }).fill('4321');
	await app.expectRows(2);
});

test('a draft travels inside a snapshot and is offered where it is opened', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY, SALES]);
	await openWhatIf(app, 'Filters of users and queues');
	await setting(page, '/queues/0/incomingemailfilteringmethod').selectOption({ index: 0 });
	await app.idle();
	await page.getByRole('button', { name: 'Export options', exact: true }).click();
	await page.getByLabel('The draft of the environment').check();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export with these options' }).click();
	const chunks: Buffer[] = [];
	for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString('utf8');
	const { environment, whatIf } = JSON.parse(text) as Record<'environment', Sales> & {
		whatIf: Record<'environment', Sales>;
	};
	expect(environment.queues[0]?.incomingemailfilteringmethod).toBe(1);
	expect(whatIf.environment.queues[0]?.incomingemailfilteringmethod).toBe(0);

	await page.getByRole('button', { name: 'Discard', exact: true }).click();
	await app.deleteEverything();
	await app.open();
	await app.addFiles([{ name: 'case.tracklens.json', mimeType: 'application/json', buffer: Buffer.from(text) }]);
	await expect(page.getByText('This snapshot came with a draft of its environment.')).toBeVisible();
	await openWhatIf(app);
	await page.getByRole('button', { name: 'Take the draft of the snapshot' }).click();
	await app.idle();
	await expect(summary(page)).toHaveText('2 of 2 emails would change. 2 would be tracked, now 0.');
	await page.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Take the draft of the snapshot' })).toBeVisible();
	// What came with it goes on with it.
	expect(JSON.parse(await app.exportSnapshot())).toMatchObject({ whatIf });
});

interface Sales {
	readonly queues: readonly { readonly incomingemailfilteringmethod: number }[];
}
