/** Describing an environment from the mail: what is proposed, another choice of domains, and the draft it goes into. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, expectAccessible, test } from './fixtures';
import { emlText, message } from './mail';

const luisa = 'Luisa Alves <luisa@contoso.example>';
const ann = 'Ann Smith <ann@fabrikam.example>';
const MAIL = [
	message({
		subject: 'Broken pump',
		messageId: '<first@fabrikam.example>',
		from: ann,
		to: `${luisa}, Sales <sales@contoso.example>`
	}),
	message({
		subject: 'RE: Broken pump',
		messageId: '<second@contoso.example>',
		inReplyTo: '<first@fabrikam.example>',
		from: luisa,
		to: ann,
		minute: 5
	}),
	message({ subject: 'Thanks', inReplyTo: '<second@contoso.example>', from: ann, to: luisa, minute: 9 }),
	message({ subject: 'Offer', from: 'Joe <joe@northwind.example>', to: 'sales@contoso.example', minute: 12 }),
	message({
		subject: 'Your invoice',
		from: 'no-reply@shop.example',
		to: 'sales@contoso.example',
		minute: 15,
		more: ['Auto-Submitted: auto-generated']
	})
];

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Suggest from the mail' });
const group = (page: Page, name: string): Locator => panel(page).getByRole('group', { name });
const changes = (page: Page): Locator => page.getByRole('region', { name: 'Changes' });

async function openSuggestions(app: App): Promise<void> {
	await app.open();
	await app.addFiles(MAIL);
	await app.page.getByRole('link', { name: 'Suggest from the mail' }).click();
	await app.idle();
	await expect(group(app.page, 'Users')).toBeVisible();
}

test('from the banner to an environment that decides', async ({ app, page }) => {
	await openSuggestions(app);
	await expect(group(page, 'These are our domains').getByLabel('contoso.example')).toBeChecked();
	await expect(group(page, 'Users').getByRole('checkbox', { name: 'Luisa Alves' })).toBeChecked();
	await expect(group(page, 'Users')).toContainText('From of 1 email, recipient of 2');
	await expect(group(page, 'Queues').getByRole('checkbox', { name: 'Sales' })).toBeChecked();
	await expect(group(page, 'Records').getByRole('checkbox', { name: 'Ann Smith' })).toBeChecked();
	await expect(group(page, 'Records').getByRole('checkbox', { name: 'Joe' })).not.toBeChecked();
	await expect(panel(page)).not.toContainText('no-reply');
	await expect(group(page, 'Users').getByLabel('Filter of all of these')).toHaveValue('1');
	await group(page, 'Queues').getByLabel('Filter of all of these').selectOption('0');
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Add selected to the draft (5)' }).click();
	await expect(changes(page)).toContainText('5 changes');
	await expect(panel(page)).toContainText('5 rows added to the draft');
	await expect(panel(page).getByRole('button', { name: 'Suggest from the mail' })).toBeFocused();
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await expect(changes(page)).toBeHidden();
	await app.idle();

	const { environment, emails } = JSON.parse(await app.exportSnapshot()) as {
		readonly environment: Readonly<Record<string, unknown>>;
		readonly emails: readonly { readonly reason: { readonly name: string } }[];
	};
	expect(environment).toMatchObject({
		users: [{ id: 'u-luisa-alves', emailaddresses: ['luisa@contoso.example'], incomingemailfilteringmethod: 1 }],
		queues: [{ id: 'q-sales', emailaddresses: ['sales@contoso.example'], incomingemailfilteringmethod: 0 }],
		records: [{ table: 'contact', name: 'Ann Smith', emailaddresses: ['ann@fabrikam.example'] }],
		mailboxes: [{ ownerid: 'u-luisa-alves' }, { ownerid: 'q-sales' }]
	});
	expect(emails[0]?.reason.name).toBe('AcceptAll');

	// What is described is not suggested again.
	await panel(page).getByRole('button', { name: 'Suggest from the mail' }).click();
	await expect(group(page, 'Records').getByRole('checkbox', { name: 'Joe' })).toBeVisible();
	await expect(group(page, 'Users')).toBeHidden();
	await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle();
	await expect(group(page, 'Users').getByRole('checkbox', { name: 'Luisa Alves' })).toBeVisible();
});

test('other domains give other suggestions, and a mailbox goes with its owner', async ({ app, page }) => {
	await openSuggestions(app);
	const domains = group(page, 'These are our domains');
	await domains.getByLabel('fabrikam.example').check();
	await app.idle();
	await expect(group(page, 'Users').getByRole('checkbox', { name: 'Ann Smith' })).toBeChecked();
	await domains.getByLabel('contoso.example').uncheck();
	await app.idle();
	await expect(group(page, 'Users').getByRole('checkbox', { name: 'Luisa Alves' })).toBeHidden();
	await expect(group(page, 'Records').getByRole('checkbox', { name: 'Luisa Alves' })).toBeVisible();

	await group(page, 'Users').getByRole('checkbox', { name: 'Ann Smith' }).uncheck();
	await expect(group(page, 'Mailboxes').getByRole('checkbox', { name: 'Ann Smith' })).toBeDisabled();
	await expect(group(page, 'Mailboxes')).toContainText('Its owner is not selected');
	await page.getByRole('button', { name: 'Close', exact: true }).click();
	await expect(panel(page).getByRole('button', { name: 'Suggest from the mail' })).toBeFocused();
	await expect(changes(page)).toBeHidden();
});

test('folders named as those of a mailbox become places', async ({ app, page }, info) => {
	const folder = info.outputPath('case');
	for (const [path, fields] of [
		['luisa/inbox', { subject: 'In', from: ann, to: luisa }],
		['luisa/sent items', { subject: 'Out', from: luisa, to: ann }]
	] as const) {
		await mkdir(join(folder, path), { recursive: true });
		await writeFile(join(folder, path, 'a.eml'), emlText(fields));
	}
	await app.open();
	await app.addFolder(folder);
	await app.open('environment/#suggestions');
	await expect(group(page, 'Where files lay').getByRole('checkbox', { name: 'case/luisa/inbox/**' })).toBeChecked();
	await expect(group(page, 'Where files lay')).toContainText('a folder above it is named after the owner');
	await page.getByRole('button', { name: /^Add selected to the draft/ }).click();
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await expect(changes(page)).toBeHidden();
	await app.idle();
	const { environment } = JSON.parse(await app.exportSnapshot()) as { readonly environment: unknown };
	expect(environment).toMatchObject({
		placements: [
			{ files: 'case/luisa/inbox/**', mailboxid: 'm-luisa-alves', folder: 'Inbox' },
			{ files: 'case/luisa/sent items/**', mailboxid: 'm-luisa-alves', folder: 'Sent Items' }
		]
	});
});

test('without mail there is nothing to suggest from', async ({ app, page }) => {
	await app.open('environment/');
	await expect(panel(page)).toBeHidden();
});

test.describe('dark, 390 px', () => {
	test.use({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });
	test('fits and is accessible', async ({ app, page }) => {
		await openSuggestions(app);
		await expectAccessible(page);
		const outside = await panel(page).evaluate(
			(element) =>
				[...element.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth).length
		);
		expect(outside).toBe(0);
	});
});
