/** Emails selected in the table and marked by hand: tracked, untracked, their Regarding; undone in one step. */
import type { Locator, Page } from '@playwright/test';
import { type App, expect, expectAccessible, onScreens, test } from './fixtures';
import { emlText, message } from './mail';

const THREAD = [
	message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' }),
	message({
		subject: 'RE: Broken pump',
		messageId: '<second@fabrikam.example>',
		inReplyTo: '<first@fabrikam.example>',
		minute: 5
	}),
	message({ subject: 'RE: RE: Broken pump', inReplyTo: '<second@fabrikam.example>', minute: 9 }),
	message({ subject: 'Valve offer', minute: 20 })
];

interface Snapshot {
	readonly environment: {
		readonly name: string;
		readonly marks: readonly Readonly<Record<string, unknown>>[];
		readonly placements: readonly unknown[];
		readonly mailboxes: readonly unknown[];
	};
	readonly emails: readonly {
		readonly reason: { readonly name: string };
		readonly message: { readonly subject: string };
		readonly columns: {
			readonly correlationmethod: number;
			readonly regardingobjectid: { readonly id: string } | null;
		} | null;
	}[];
}

const snapshotOf = async (app: App) => JSON.parse(await app.exportSnapshot()) as Snapshot;
const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected emails' });
const button = (page: Page, name: string): Locator => bar(page).getByRole('button', { name, exact: true });
const box = (app: App, subject: string): Locator =>
	app.activities.getByRole('checkbox', { name: `Select ${subject}`, exact: true });
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

async function reasons(app: App): Promise<Record<string, string>> {
	const { emails } = await snapshotOf(app);
	return Object.fromEntries(emails.map((email) => [email.message.subject, email.reason.name]));
}

async function undo(app: App): Promise<void> {
	await notices(app.page).getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle();
}

async function undoOnPage(app: App): Promise<void> {
	await app.page.getByRole('link', { name: 'Environment' }).first().click();
	await app.page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle(60_000);
}

/** Without what differs between two exports of the same thing. */
async function comparable(app: App): Promise<string> {
	const { createdAt: _createdAt, ...rest } = JSON.parse(await app.exportSnapshot()) as Record<string, unknown>;
	return JSON.stringify(rest);
}

test('many are untracked at once: replies are decided again, and Undo restores all of it', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	const before = await comparable(app);
	await expect(bar(page)).toBeHidden();
	await box(app, 'Broken pump').click();
	await box(app, 'Valve offer').click();
	await expect(bar(page)).toContainText('2 selected');
	await button(page, 'Untrack').click();
	await app.idle();
	await expect(notices(page)).toContainText('2 emails marked as untracked');
	await undo(app);
	expect(await comparable(app)).toBe(before);

	await button(page, 'Untrack').click();
	await app.idle();
	const { emails, environment } = await snapshotOf(app);
	const bySubject = new Map(emails.map((email) => [email.message.subject, email]));
	expect(bySubject.get('Broken pump')).toMatchObject({ reason: { name: 'Untracked' }, columns: null });
	// Tracked itself, but linked to nothing any more.
	expect(bySubject.get('RE: Broken pump')?.columns?.correlationmethod).toBe(0);
	expect(bySubject.get('RE: RE: Broken pump')?.columns?.correlationmethod).toBe(3);
	expect(environment.marks).toHaveLength(2);
	await undoOnPage(app);
	expect(await comparable(app)).toBe(before);
});

test('marks outlive a reload, one replaces another, and are cleared', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	await box(app, 'Broken pump').click();
	await button(page, 'Sent from Dynamics 365').click();
	await app.idle();
	await button(page, 'Track').click();
	await app.idle();
	await page.reload();
	await app.idle();
	await expect(bar(page)).toBeHidden();
	const { environment } = await snapshotOf(app);
	expect(environment.marks).toMatchObject([{ tracked: 'manual' }]);
	expect(environment.marks[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
	await expect(page.getByText('one queue “All mail” accepts everything')).toBeVisible();

	await app.activities.getByRole('row').filter({ hasText: 'Broken pump' }).last().click();
	await expect(page.getByText('Marked: tracked by hand')).toBeVisible();
	await page.getByText('Mark by hand').click();
	await page.getByRole('group', { name: 'Mark by hand' }).getByRole('button', { name: 'Clear mark' }).click();
	await app.idle();
	await expect(page.getByText('Marked:')).toBeHidden();
	expect((await snapshotOf(app)).environment.marks).toEqual([]);
	await page.getByRole('group', { name: 'Mark by hand' }).getByRole('button', { name: 'Clear mark' }).click();
	await expect(notices(page)).toContainText('1 email: not marked');
});

test('Regarding set by hand is inherited by replies, emptied, and inherited again', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	const regarding = async () =>
		(await snapshotOf(app)).emails.map(({ columns }) => columns?.regardingobjectid?.id ?? null);
	const dialog = page.getByRole('dialog', { name: 'Set Regarding of 1 email' });

	await box(app, 'Broken pump').click();
	await button(page, 'Set Regarding…').click();
	await expect(dialog.getByLabel('Table')).toHaveValue('incident');
	await dialog.getByLabel('Id of the record').fill('  ');
	await dialog.getByRole('button', { name: 'Set Regarding', exact: true }).click();
	await expect(dialog).toBeVisible();
	await dialog.getByLabel('Id of the record').fill('CAS-1');
	await dialog.getByLabel('Name of the record').fill('Pump leaks');
	await dialog.getByRole('button', { name: 'Set Regarding', exact: true }).click();
	await app.idle();
	await expect(notices(page)).toContainText('1 email marked: Regarding is “Pump leaks”');
	await expect(button(page, 'Set Regarding…')).toBeFocused();
	expect(await regarding()).toEqual(['CAS-1', 'CAS-1', 'CAS-1', null]);

	await box(app, 'Broken pump').click();
	await box(app, 'RE: Broken pump').click();
	await button(page, 'Set Regarding…').click();
	await dialog.getByRole('button', { name: 'Clear Regarding' }).click();
	await app.idle();
	expect(await regarding()).toEqual(['CAS-1', null, null, null]);
	await button(page, 'Set Regarding…').click();
	await dialog.getByRole('button', { name: 'Inherit again' }).click();
	await app.idle();
	expect(await regarding()).toEqual(['CAS-1', 'CAS-1', 'CAS-1', null]);
});

test('by keyboard alone', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	await expect(app.activities).toHaveAttribute('aria-multiselectable', 'true');
	const selected = app.activities.locator('[role=row][aria-selected=true]');
	await app.activities.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('Space');
	await expect(selected).toHaveText([/Valve offer/]);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(selected).toHaveCount(4);
	await page.keyboard.press('Shift+ArrowUp');
	await expect(selected).toHaveCount(3);
	await page.keyboard.press('Escape');
	await expect(bar(page)).toBeHidden();
	await page.keyboard.press('ControlOrMeta+a');
	await expect(bar(page)).toContainText('4 selected');
	await page.keyboard.press('Home');
	await page.keyboard.press('Space');
	await expect(bar(page)).toContainText('3 selected');
	await expect(page.getByRole('checkbox', { name: 'Select all' })).toHaveAttribute('aria-checked', 'mixed');

	while (!(await button(page, 'Track').evaluate((element) => element === document.activeElement))) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('ArrowRight');
	await expect(button(page, 'Sent from Dynamics 365')).toBeFocused();
	await page.keyboard.press('Enter');
	await app.idle();
	expect(Object.values(await reasons(app)).filter((name) => name === 'Manual')).toHaveLength(3);
	await button(page, 'Track').focus();
	await page.keyboard.press('Escape');
	await expect(app.activities).toBeFocused();
	// Enter opens, as ever.
	await page.keyboard.press('Enter');
	await expect(app.checks.first()).toBeVisible();
});

test('with the mouse: ranges, the header, and a click that opens', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	const rows = app.activities.getByRole('row');
	await box(app, 'Valve offer').click();
	await rows
		.filter({ hasText: 'Broken pump' })
		.last()
		.click({ modifiers: ['Shift'] });
	await expect(bar(page)).toContainText('4 selected');
	const all = page.getByRole('checkbox', { name: 'Select all' });
	await expect(all).toHaveAttribute('aria-checked', 'true');
	await page.getByRole('button', { name: 'Subject' }).click();
	await expect(bar(page)).toContainText('4 selected');
	await all.click();
	await expect(bar(page)).toBeHidden();
	await page.getByRole('searchbox', { name: 'Search activities' }).fill('pump');
	await app.expectRows(3);
	await all.click();
	await expect(bar(page)).toContainText('3 selected');
	await app.openEmail('RE: Broken pump');
	await expect(bar(page)).toContainText('3 selected');
});

test('5000 rows are selected and marked at once, and undone', async ({ app, page }) => {
	await app.open();
	const many = Array.from({ length: 5_000 }, (_, index) => ({
		name: `${index}.eml`,
		mimeType: 'message/rfc822',
		buffer: Buffer.from(emlText({ subject: `Number ${index}`, minute: index }))
	}));
	await app.addFiles(many);
	await app.expectRows(5_000);
	await page.getByRole('checkbox', { name: 'Select all' }).click();
	await expect(bar(page)).toContainText('5000 selected');
	await button(page, 'Track').click();
	await app.idle(60_000);
	await expect(notices(page)).toContainText('5000 emails marked as tracked by hand');
	await expect(page.getByRole('complementary').or(page.getByRole('region', { name: 'Filters' }))).toContainText(
		'Manual'
	);
	const { emails, environment } = await snapshotOf(app);
	expect(emails.every(({ reason }) => reason.name === 'Manual')).toBe(true);
	expect(environment.marks).toHaveLength(5_000);
	await undoOnPage(app);
	expect(new Set(Object.values(await reasons(app)))).toEqual(new Set(['AcceptAll']));
});

test('by category and by folder where mailboxes are described, else told why not', async ({ app, page }) => {
	const environment = {
		format: 'tracklens-environment',
		formatVersion: 1,
		name: 'Contoso',
		users: [{ id: 'u-luisa', emailaddresses: ['luisa@contoso.example'] }],
		mailboxes: [{ id: 'm-luisa', ownerid: 'u-luisa' }],
		placements: [
			{ files: 'broken-pump.eml', mailboxid: 'm-luisa', folder: 'Archive' },
			{ files: 're-*.eml', mailboxid: 'm-luisa', folder: 'Inbox/VIP' }
		]
	};
	await app.open();
	await app.addFiles(THREAD);
	await box(app, 'Broken pump').click();
	await expect(button(page, 'Track by category')).toBeHidden();
	await app.addFiles([
		{ name: 'contoso.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(environment)) }
	]);
	await button(page, 'Track its folder').click();
	await expect(notices(page)).toContainText('only folders below the Inbox can be tracked');
	await button(page, 'Track by category').click();
	await app.idle();
	await expect(notices(page)).toContainText('1 email tracked by category');
	expect((await reasons(app))['Broken pump']).toBe('Manual');

	await box(app, 'Broken pump').click();
	await box(app, 'Valve offer').click();
	await box(app, 'RE: Broken pump').click();
	await button(page, 'Track its folder').click();
	await app.idle();
	await expect(notices(page)).toContainText('1 email in a tracked folder now');
	await expect(notices(page)).toContainText('Not done for 1 email: no mailbox of the environment holds it.');
	expect(await reasons(app)).toMatchObject({ 'RE: RE: Broken pump': 'Manual', 'Valve offer': 'NotEvaluated' });
});

test('a draft of the environment outlives marks set meanwhile, and keeps them', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	await page.getByRole('link', { name: 'Environment' }).first().click();
	await page.getByLabel('Subject hash difference (HashDeltaSubjectCount)').fill('2');
	await page.getByRole('link', { name: 'Activities' }).first().click();
	await box(app, 'Valve offer').click();
	await button(page, 'Untrack').click();
	await app.idle();
	await page.getByRole('link', { name: 'Environment' }).first().click();
	const changes = page.getByRole('region', { name: 'Changes' });
	await expect(changes).toContainText('1 change');
	await expect(changes).not.toContainText('Another environment');
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await app.idle();
	expect((await snapshotOf(app)).environment).toMatchObject({
		organization: { hashdeltasubjectcount: 2 },
		marks: [{ tracked: 'untracked' }]
	});
});

test('emails are removed from the case', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	await app.openEmail('Valve offer');
	await box(app, 'Valve offer').click();
	await button(page, 'Remove from this case').click();
	await app.idle();
	await app.expectRows(3);
	await expect(bar(page)).toBeHidden();
	await expect(app.checks).toHaveCount(0);
	await expect(app.activities).toBeFocused();
	await undo(app);
	await app.expectRows(4);
});

test('the bar and the dialog are accessible, and nothing is wider than the window', async ({ app, page }) => {
	test.setTimeout(120_000);
	const screens = (['light', 'dark'] as const).flatMap((colorScheme) => [
		{ colorScheme, width: 1440, height: 900 },
		{ colorScheme, width: 390, height: 844 }
	]);
	await app.open();
	await app.addFiles(THREAD);
	await page.getByRole('checkbox', { name: 'Select all' }).click();
	await expect(bar(page)).toContainText('4 selected');
	await onScreens(page, screens, async (screen) => {
		await expectAccessible(page, screen);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
	await button(page, 'Set Regarding…').click();
	await onScreens(page, screens, (screen) => expectAccessible(page, screen));
	await page.keyboard.press('Escape');
	await app.openEmail('Broken pump');
	await page.getByText('Mark by hand').click();
	await onScreens(page, screens, (screen) => expectAccessible(page, screen));
});
