/** The timeline of a mailbox: cycles, what each saw or passed over, moves, windows, and the way to and from a decision. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const to = 'Luisa Alves <luisa@contoso.example>';
const MAIL = [
	message({ subject: 'Stays', to, minute: 9 }),
	message({ subject: 'Sorted', to, minute: 5 }),
	message({ subject: 'Taken out', to, minute: 7 }),
	message({ subject: 'Late', to, minute: 58 })
];
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();

function environmentFile(more: Readonly<Record<string, unknown>> = {}) {
	const content = {
		format: 'tracklens-environment',
		formatVersion: 1,
		name: 'Contoso',
		users: [
			{
				id: 'u-luisa',
				fullname: 'Luisa Alves',
				emailaddresses: ['luisa@contoso.example'],
				incomingemailfilteringmethod: 0
			}
		],
		queues: [{ id: 'q-sales', name: 'Sales', emailaddresses: ['sales@contoso.example'] }],
		mailboxes: [
			{ id: 'm-luisa', ownerid: 'u-luisa', syncs: [at(10), at(20), at(30)], testedandenabledon: at(40) },
			{ id: 'm-sales', ownerid: 'q-sales', enabledforincomingemail: false }
		],
		placements: [
			{
				files: 'sorted.eml',
				mailboxid: 'm-luisa',
				folder: 'Inbox/VIP',
				moves: [{ at: at(8), folder: 'Inbox' }]
			},
			{
				files: 'taken-out.eml',
				mailboxid: 'm-luisa',
				moves: [
					{ at: at(8), folder: 'Archive' },
					{ at: at(15), folder: 'Inbox' },
					{ at: at(35), folder: 'Archive' }
				]
			}
		],
		...more
	};
	return { name: 'contoso.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) };
}

const timeline = (page: Page): Locator => page.getByRole('list', { name: 'Timeline' });

test('a fresh install has no mailboxes, and the page says where to describe them', async ({ app, page }) => {
	await app.open();
	await app.addFiles(MAIL);
	await page.getByRole('link', { name: 'Mailboxes' }).first().click();
	await expect(page.getByRole('heading', { name: 'No mailboxes are described' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Describe mailboxes in the Environment' }).click();
	await expect(page.getByRole('heading', { name: 'Mailboxes', level: 2, exact: true })).toBeInViewport();
});

for (const [colorScheme, width] of [
	['light', 1440],
	['dark', 390]
] as const) {
	test.describe(`${colorScheme}, ${width} px`, () => {
		test.use({ colorScheme, viewport: { width, height: 844 } });

		test('cycles in order, with what each saw and why not', async ({ app, page }) => {
			await app.open();
			await app.addFiles(MAIL);
			await app.addFiles([environmentFile()]);
			await app.open('mailboxes/');
			await expect(page.getByLabel('Mailbox', { exact: true })).toHaveValue('m-luisa');
			const rows = timeline(page).getByRole('listitem');
			await expect(rows).toContainText([
				/Sorted.*Moved from “Inbox\/VIP” to “Inbox”/s,
				/Taken out.*Moved from “Inbox” to “Archive”/s,
				/Sync cycle.*Saw 1 email, passed over 2\. The watermark goes from none/s,
				/Sorted.*Passed over.*it arrived in another folder/s,
				/Taken out.*Passed over: it did not lie in the Inbox/s,
				/Stays.*Tracked.*Seen.*AcceptAll/s,
				/Taken out.*Moved from “Archive” to “Inbox”/s,
				/Sync cycle.*Saw nothing new, passed over 1/s,
				/Taken out.*received before the watermark/s,
				/Sync cycle.*Saw nothing new\./s,
				/Taken out.*Moved from “Inbox” to “Archive”/s,
				/Test & Enable.*Saw 1 email, passed over 1/s,
				/Sorted.*Tracked.*Test & Enable looks/s,
				/Taken out.*Not looked at.*did not lie in the Inbox/s,
				/Late.*Waiting.*no sync cycle/s
			]);
			await expectAccessible(page);
			await expectNothingOutside(page);

			await page.getByLabel('Mailbox', { exact: true }).selectOption('m-sales');
			await expect(page.getByText('This mailbox is not synchronized')).toBeVisible();
			await expect(page).toHaveURL(/mailbox=m-sales/);
			await page.getByRole('link', { name: 'Describe sync times and dates in the Environment' }).click();
			await expect(page.getByLabel('Sync times')).toBeFocused();
		});
	});
}

test('from a decision to its place in the timeline, and back', async ({ app, page }) => {
	await app.open();
	await app.addFiles(MAIL);
	await app.addFiles([environmentFile()]);
	await app.open();
	await app.openEmail('Stays');
	await expect(app.check('scope/mailbox')).toContainText(/Sync cycle of 2026-01-05 .*No watermark then/);
	await page.getByRole('link', { name: /^Timeline of the mailbox/ }).click();
	const marked = timeline(page).locator('li.marked');
	await expect(marked).toHaveCount(1);
	await expect(marked).toBeInViewport();
	await marked.getByRole('link', { name: 'Stays' }).click();
	await expect(app.check('scope/mailbox')).toBeVisible();
});

test('a long timeline is shown in windows, and a link finds the right one', async ({ app, page }) => {
	const many = Array.from({ length: 230 }, (_, index) => message({ subject: `Number ${index}`, to, minute: index }));
	await app.open();
	await app.addFiles(many);
	await app.addFiles([environmentFile({ mailboxes: [{ id: 'm-luisa', ownerid: 'u-luisa' }], placements: [] })]);
	await app.open('mailboxes/');
	const status = page.getByRole('status').filter({ hasText: 'Entries' });
	await expect(status).toHaveText('Entries 1 to 100 of 230');
	await page.getByRole('button', { name: 'Later' }).first().click();
	await expect(status).toHaveText('Entries 101 to 200 of 230');
	await page.getByRole('button', { name: 'Last' }).first().click();
	await expect(timeline(page)).toContainText('Number 229');
	await expect(page.getByRole('button', { name: 'Later' }).first()).toBeDisabled();

	const id = new URL(
		(await timeline(page).getByRole('link', { name: 'Number 215' }).getAttribute('href')) ?? '',
		app.url
	).searchParams.get('email');
	await app.open(`mailboxes/?mailbox=m-luisa&email=${id}`);
	await expect(status).toHaveText('Entries 201 to 230 of 230');
	await expect(timeline(page).locator('li.marked')).toContainText('Number 215');
});

async function expectNothingOutside(page: Page): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
}
