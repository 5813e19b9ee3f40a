/** The environment by hand: settings, lists, what applying them does to the decisions, and how it is undone. */
import type { Locator, Page } from '@playwright/test';
import { type App, expect, expectAccessible, onScreens, test } from './fixtures';
import { message } from './mail';

const FIRST = message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' });
const REPLY = message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 });

interface Snapshot {
	readonly emails: readonly {
		readonly tracked: string;
		readonly reason: { readonly name: string };
		readonly message: { readonly subject: string };
		readonly columns: { readonly correlationmethod: number | null; readonly acceptingentityid: string } | null;
	}[];
	readonly environment: Readonly<Record<string, unknown>>;
}

const snapshotOf = async (app: App) => JSON.parse(await app.exportSnapshot()) as Snapshot;
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: false });
const changes = (page: Page): Locator => page.getByRole('region', { name: 'Changes' });

async function apply(app: App): Promise<void> {
	await app.page.getByRole('button', { name: 'Apply', exact: true }).click();
	await expect(changes(app.page)).toBeHidden();
	await app.idle();
}

async function undo(app: App): Promise<void> {
	await app.page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle();
}

async function methodOfReply(app: App): Promise<number | null | undefined> {
	const { emails } = await snapshotOf(app);
	return emails.find((email) => email.message.subject === 'RE: Broken pump')?.columns?.correlationmethod;
}

test('a setting is changed, applied together with others, and undone', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	expect(await methodOfReply(app)).toBe(3);
	await page.getByRole('link', { name: 'Environment' }).first().click();

	const correlation = page.getByRole('switch', { name: 'Use correlation to track email conversations' });
	await expect(correlation).toBeChecked();
	await correlation.click();
	await page.getByLabel('Former prefixes').fill('OLD:\nref:\n');
	await expect(changes(page)).toContainText('2 changes');
	await correlation.click();
	await expect(changes(page)).toContainText('1 change');
	await correlation.click();
	expect(await methodOfReply(app)).toBe(3);
	await apply(app);

	const applied = await snapshotOf(app);
	expect(applied.environment.organization).toMatchObject({
		emailcorrelationenabled: false,
		trackingprefixhistory: ['OLD:', 'ref:']
	});
	expect(await methodOfReply(app)).not.toBe(3);
	await page.reload();
	await app.idle();
	await expect(correlation).not.toBeChecked();

	await undo(app);
	await expect(correlation).toBeChecked();
	expect(await methodOfReply(app)).toBe(3);
});

test('a setting that differs is marked, and goes back to its default', async ({ app, page }) => {
	await app.open('environment/');
	const box = page.getByLabel('Maximum number of hashes (HashMaxCount)');
	await box.fill('5');
	await page.getByRole('button', { name: 'Reset Maximum number of hashes (HashMaxCount) to default' }).click();
	await expect(box).toHaveValue('20');
	await expect(box).toBeFocused();
	await expect(changes(page)).toBeHidden();

	const searchBox = page.getByRole('searchbox', { name: 'Search settings' });
	await searchBox.fill('hashmaxcount');
	await expect(page.getByText(/^1 of \d+ settings$/)).toBeVisible();
	await expect(page.getByLabel('Former prefixes')).toBeHidden();
	await expect(box).toBeVisible();

	await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Marks' }).click();
	await expect(page.getByRole('heading', { name: 'Marks' })).toBeInViewport();
});

test('a draft outlives a look at another page and can be discarded', async ({ app, page }) => {
	await app.open('environment/');
	await page.getByLabel('Name', { exact: true }).fill('Trial');
	await page.getByRole('link', { name: 'Imports' }).first().click();
	await page.getByRole('link', { name: 'Environment' }).first().click();
	await expect(changes(page)).toContainText('1 change');
	await page.getByRole('button', { name: 'Discard', exact: true }).click();
	await expect(changes(page)).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fresh install');
});

test('an environment opened meanwhile does not swallow a draft', async ({ app, page }) => {
	await app.open('environment/');
	await page.getByLabel('Subject hash difference (HashDeltaSubjectCount)').fill('2');
	const other = { format: 'tracklens-environment', formatVersion: 1, name: 'Contoso' };
	await app.addFiles([
		{ name: 'contoso.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) }
	]);
	await expect(changes(page)).toContainText('Another environment became active meanwhile');
	await expect(page.getByLabel('Subject hash difference (HashDeltaSubjectCount)')).toHaveValue('2');
	await undo(app);
	await expect(changes(page)).not.toContainText('Another environment');
	await apply(app);
	expect((await snapshotOf(app)).environment).toMatchObject({
		name: 'Fresh install',
		organization: { hashdeltasubjectcount: 2 }
	});
});

test('users, queues and mailboxes described by hand decide who accepts an email', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		message({ subject: 'For Luisa', to: 'luisa@contoso.example' }),
		message({ subject: 'For sales', to: 'sales@contoso.example' })
	]);
	await page.getByRole('link', { name: 'Environment' }).first().click();
	await expect(section(page, 'Users')).toContainText('one queue “All mail” accepts everything');

	await page.getByRole('button', { name: 'Add user' }).click();
	await expect(page.getByLabel('Full name')).toBeFocused();
	await page.getByLabel('Full name').fill('Luisa Alves');
	await page.getByLabel('Email addresses').fill('luisa@contoso.example');
	await expect(page.getByText('u-luisa-alves')).toBeVisible();

	await page.getByRole('button', { name: 'Add queue' }).click();
	await section(page, 'Queues').getByLabel('Name', { exact: true }).fill('Sales');
	await page.getByLabel('Email addresses').fill('sales@contoso.example');
	await page.getByLabel('Owner', { exact: true }).selectOption('Luisa Alves');

	await page.getByRole('button', { name: 'Add mailbox' }).click();
	await page.getByLabel('Owner', { exact: true }).selectOption('Luisa Alves');
	await expect(page.getByText('m-luisa-alves')).toBeVisible();
	// The other mailbox is offered where its lack is told.
	await expect(page.getByText('No mailbox: Sales.')).toBeVisible();
	await page.getByRole('button', { name: 'Add this mailbox' }).click();
	await expect(changes(page)).toContainText('4 changes');
	await apply(app);

	const { emails, environment } = await snapshotOf(app);
	const bySubject = new Map(emails.map((email) => [email.message.subject, email]));
	expect(bySubject.get('For Luisa')).toMatchObject({ tracked: 'no', reason: { name: 'NoCorrelationMatch' } });
	expect(bySubject.get('For sales')).toMatchObject({
		tracked: 'yes',
		reason: { name: 'AcceptAll' },
		columns: { acceptingentityid: 'q-sales' }
	});
	expect(environment.mailboxes).toMatchObject([
		{ id: 'm-luisa-alves', ownerid: 'u-luisa-alves' },
		{ id: 'm-sales', ownerid: 'q-sales' }
	]);

	await undo(app);
	expect((await snapshotOf(app)).emails.map(({ reason }) => reason.name)).toEqual(['AcceptAll', 'AcceptAll']);
});

test('rows are edited, moved and removed, and unknown keys stay', async ({ app, page }) => {
	const file = {
		format: 'tracklens-environment',
		formatVersion: 1,
		name: 'Contoso',
		ours: { more: true },
		users: [{ id: 'u-luisa', fullname: 'Luisa', badge: 7 }],
		records: [{ id: 'c-ann', table: 'contact', name: 'Ann' }],
		mailboxes: [{ id: 'm-luisa', ownerid: 'u-luisa', trackedfolders: [{ path: 'Inbox/VIP', colour: 'red' }] }],
		placements: [{ files: 'a/**', mailboxid: 'm-luisa' }, { files: 'b/**' }]
	};
	await app.open('environment/');
	await app.addFiles([
		{ name: 'contoso.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) }
	]);
	await section(page, 'Users')
		.getByRole('button', { name: /^Luisa/ })
		.click();
	await page.getByLabel('Full name').fill('Luisa Alves');
	await page.getByRole('button', { name: 'Remove record: Ann' }).click();
	await expect(page.getByRole('button', { name: 'Add record' })).toBeFocused();
	await section(page, 'Mailboxes')
		.getByRole('button', { name: /^Luisa Alves/ })
		.click();
	const folders = page.getByLabel('Tracked folders');
	await folders.fill('Inbox/VIP\nInbox/Orders\nArchive');
	await expect(folders).toHaveAccessibleDescription(/Line 3: not below the Inbox/);
	await expectAccessible(page, 'a tracked folder that does not count');
	await folders.fill('Inbox/VIP\nInbox/Orders');
	await page.getByLabel('Regarding of email in “Inbox/Orders”').selectOption('Set to a record');
	await page.getByLabel('Table of the record for “Inbox/Orders”').fill('salesorder');
	await page.getByLabel('Id of the record for “Inbox/Orders”').fill('ORD-7');
	await page.getByLabel('Process Emails From (UTC)').fill('2026-01-05T09:30');
	await page.getByRole('button', { name: 'Move up: b/**' }).click();
	await section(page, 'Where files lay')
		.getByRole('button', { name: /^a\/\*\*/ })
		.click();
	await page.getByLabel('Moves').fill('2026-01-05T10:00:00Z Inbox/My orders');
	await page.getByRole('button', { name: 'Add mark' }).click();
	await page.getByLabel('Message-ID').fill('<first@fabrikam.example>');
	await page.getByLabel('Regarding', { exact: true }).selectOption('Set to a record');
	await page.getByLabel('Table of the record').fill('incident');
	await page.getByLabel('Id of the record').fill('CAS-1');
	await apply(app);

	const { environment } = await snapshotOf(app);
	expect(environment).toMatchObject({
		ours: { more: true },
		users: [{ id: 'u-luisa', fullname: 'Luisa Alves', badge: 7 }],
		records: [],
		mailboxes: [
			{
				processemailreceivedafter: '2026-01-05T09:30:00Z',
				trackedfolders: [
					{ path: 'Inbox/VIP', colour: 'red' },
					{ path: 'Inbox/Orders', regarding: { table: 'salesorder', id: 'ORD-7' } }
				]
			}
		],
		placements: [
			{ files: 'b/**' },
			{ files: 'a/**', moves: [{ at: '2026-01-05T10:00:00Z', folder: 'Inbox/My orders' }] }
		],
		marks: [{ messageid: '<first@fabrikam.example>', regarding: { table: 'incident', id: 'CAS-1' } }]
	});
});

test('what a field of a row does is there to read, with its default and its source', async ({ app, page }) => {
	await app.open('environment/');
	await page.getByRole('button', { name: 'Add mailbox' }).click();
	const mailbox = section(page, 'Mailboxes');
	const method = mailbox.getByLabel('Incoming Email', { exact: true });
	await expect(mailbox.getByText('Default: Server-Side Synchronization', { exact: true })).toBeVisible();
	const effect = mailbox.getByText('None turns automatic tracking off for its owner.');
	await expect(effect).toBeHidden();
	// Whoever does not see the form is told all the same.
	await expect(method).toHaveAccessibleDescription(
		/^Default: Server-Side Synchronization .*None turns automatic tracking off/
	);

	const words = mailbox.getByRole('button', { name: 'What the fields do' });
	await words.focus();
	await page.keyboard.press('Enter');
	await expect(words).toHaveAttribute('aria-expanded', 'true');
	await expect(effect).toBeVisible();
	await expect(mailbox.getByText('Left out, it counts as Server-Side Synchronization: an assumption.')).toBeVisible();
	await expect(mailbox.getByText('documented', { exact: true }).first()).toBeVisible();
	await expect(mailbox.getByRole('link', { name: 'Mailbox table reference' }).first()).toHaveAttribute(
		'href',
		/^https:\/\/learn\.microsoft\.com\/.*\/mailbox$/
	);
	await page.getByLabel('Tracked folders').fill('Inbox/VIP');
	await page.getByLabel('Regarding of email in “Inbox/VIP”').selectOption('Set to a record');
	await expect(page.getByLabel('Id of the record for “Inbox/VIP”')).toHaveAccessibleDescription(/^Required Which/);

	await page.getByRole('button', { name: 'Add user' }).click();
	await expect(section(page, 'Users').getByText('Names the user wherever the user is mentioned here.')).toBeVisible();
	await section(page, 'Users').getByRole('button', { name: 'What the fields do' }).click();
	await expect(section(page, 'Users').getByText('Names the user')).toBeHidden();
});

test('what is invalid is told at its field, and nothing changes', async ({ app, page }) => {
	await app.open('environment/');
	await page.getByLabel('Number of digits for user numbers').fill('0');
	await page.getByRole('button', { name: 'Add mailbox' }).click();
	await page.getByLabel('Sync times').fill('2026-01-05T09:00:00Z\nsoon');
	await page.getByRole('button', { name: 'Add mark' }).click();
	await page.getByRole('searchbox', { name: 'Search settings' }).fill('tokeniser');
	await page.getByRole('button', { name: 'Apply', exact: true }).click();

	const digits = page.getByLabel('Number of digits for user numbers');
	await expect(digits).toBeFocused();
	await expect(digits).toHaveAttribute('aria-invalid', 'true');
	await expect(digits).toHaveAccessibleDescription(/Must be 1 or more/);
	const summary = changes(page).getByRole('alert');
	await expect(summary).toContainText('Nothing was applied: 3 problems');
	await expect(summary).toContainText('Give a Message-ID or a SHA-256');
	await summary.getByRole('button', { name: /Sync times/ }).click();
	await expect(page.getByLabel('Sync times')).toBeFocused();
	await expect(page.getByLabel('Sync times')).toHaveAccessibleDescription(/Line 2: Must be a time/);
	await expectAccessible(page);

	await digits.fill('4');
	await expect(digits).not.toHaveAttribute('aria-invalid');
	const { environment } = await snapshotOf(app);
	expect(environment).toMatchObject({ organization: { trackingtokeniddigits: 3 } });
	await expect(page.getByRole('main').getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('by keyboard alone', async ({ app, page }) => {
	await app.open('environment/');
	await page.getByRole('switch', { name: 'Use smart matching' }).focus();
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: 'Add queue' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.type('Sales');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.type('sales@contoso.example');
	await page.keyboard.press('Enter');
	await page.keyboard.type('orders@contoso.example');
	const close = page.getByRole('button', { name: 'Close', exact: true });
	while (!(await close.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const row = section(page, 'Queues').getByRole('button', { name: /^Sales/ });
	await expect(row).toBeFocused();
	await expect(row).toHaveAttribute('aria-expanded', 'false');
	await page.getByRole('button', { name: 'Apply', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(changes(page)).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	expect((await snapshotOf(app)).environment).toMatchObject({
		organization: { enablesmartmatching: true },
		queues: [{ id: 'q-sales', emailaddresses: ['sales@contoso.example', 'orders@contoso.example'] }]
	});
});

const ROWS = ['user', 'queue', 'record', 'mailbox', 'place', 'mark'];
test('with every form open in turn, and nothing wider than a narrow window', async ({ app, page }) => {
	test.setTimeout(120_000);
	const screens = (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width: 360, height: 740 }));
	await page.setViewportSize({ width: 360, height: 740 });
	await app.open('environment/');
	for (const one of ROWS) {
		await page.getByRole('button', { name: `Add ${one}`, exact: true }).click();
		await onScreens(page, screens, async (screen) => {
			if (['user', 'mailbox', 'mark'].includes(one)) await expectAccessible(page, `${one} (${screen})`);
			await expectNothingOutside(page);
		});
	}
	await page.getByLabel('Name', { exact: true }).fill('Contoso');
	await page.getByRole('switch', { name: 'Use smart matching' }).click();
	await onScreens(page, screens, () => expectNothingOutside(page));
});

test('with the words of the fields of every form, in a narrow window', async ({ app, page }) => {
	const screens = (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width: 360, height: 740 }));
	await page.setViewportSize({ width: 360, height: 740 });
	await app.open('environment/');
	for (const one of ROWS) {
		await page.getByRole('button', { name: `Add ${one}`, exact: true }).click();
		if (one === ROWS[0]) await page.getByRole('button', { name: 'What the fields do' }).click();
		await expectNothingOutside(page);
		if (one === 'mailbox') await onScreens(page, screens, (screen) => expectAccessible(page, screen));
	}
});

/** Only the page's own area scrolls, and only down. */
async function expectNothingOutside(page: Page): Promise<void> {
	const outside = await page.evaluate(() => {
		const { scrollWidth, scrollHeight } = document.documentElement;
		// A card cuts off what is too wide for it.
		const cutOff = [...document.querySelectorAll('main li p')].filter(
			(text) => text.getBoundingClientRect().right > (text.closest('li')?.getBoundingClientRect().right ?? 0)
		);
		return [scrollWidth - innerWidth, scrollHeight - innerHeight, cutOff.length];
	});
	expect(outside).toEqual([0, 0, 0]);
}
