import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, onScreens, test } from './fixtures';
import { message } from './mail';

const list = (page: Page): Locator => page.getByRole('list', { name: 'Threads' });
const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Messages of the thread' });
const timeline = (page: Page): Locator => page.getByRole('group', { name: 'Messages along time' });

const FIRST = '<first@fabrikam.example>';
const THREAD = [
	message({ subject: 'Broken pump', messageId: FIRST }),
	message({ subject: 'RE: Broken pump', messageId: '<second@fabrikam.example>', inReplyTo: FIRST, minute: 10 }),
	message({ subject: 'Only References', references: FIRST, minute: 20 }),
	message({
		subject: 'Automatic reply: Broken pump',
		inReplyTo: '<second@fabrikam.example>',
		more: ['Auto-Submitted: auto-replied'],
		minute: 11
	}),
	message({ subject: 'Answer to nobody', inReplyTo: '<gone@fabrikam.example>', references: FIRST, minute: 30 }),
	message({ subject: 'Something else', inReplyTo: FIRST, minute: 4_000 }),
	message({ subject: 'A single email', minute: 50 })
];

for (const size of [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
]) {
	test(`${size.width} px: a thread with its links, as a tree and along time`, async ({ app, page }) => {
		const screens = (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, ...size }));
		await page.setViewportSize(size);
		await app.open();
		await app.addFiles(THREAD);
		await app.open('conversations/');
		await onScreens(page, screens, (screen) => expectAccessible(page, screen));
		await expect(list(page).getByRole('listitem')).toHaveText([
			/Broken pump.*6 emails: all tracked, 3 conversations; 1 missing message; 1 suspect link.*Split/s
		]);
		await list(page).getByRole('link').first().click();
		await expect(tree(page).getByRole('treeitem')).toHaveText([
			/^\s*1\s+Broken pump\s+Conversation 1/,
			/RE: Broken pump.*Linked by InReplyTo to number 1\./s,
			/Automatic reply: Broken pump.*Linked by InReplyTo to number 2\./s,
			/Only References.*Conversation 2.*Names number 1 in References only, which no method reads\./s,
			/<gone@fabrikam\.example>.*Missing message.*Named after number 1 in References\./s,
			/Answer to nobody.*Conversation 3.*Answers a missing message\./s,
			/Something else.*Subject changed.*Linked by InReplyTo to number 1\./s
		]);
		await expect(tree(page).getByRole('treeitem').nth(2)).toHaveAttribute('aria-level', '3');
		await expect(tree(page).getByRole('treeitem').nth(2)).toContainText('Automatic reply');
		await page.getByText('What the lines and marks mean').click();
		await onScreens(page, screens, async (screen) => {
			await expectAccessible(page, screen);
			await expectNothingOutside(page);
		});

		await page.getByRole('radio', { name: 'Timeline' }).check();
		await expect(timeline(page).getByRole('link')).toHaveCount(6);
		await expect(timeline(page).getByRole('link', { name: /Number 3.*Linked by InReplyTo to number 2/ })).toBeVisible();
		await onScreens(page, screens, async (screen) => {
			await expectAccessible(page, screen);
			await expectNothingOutside(page);
		});
	});
}

test('by keyboard: from message to message, into a decision and back', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	await app.open();
	await app.openEmail('Only References');
	await page.getByRole('link', { name: 'Show conversation' }).click();
	const items = tree(page).getByRole('treeitem');
	await expect(items.nth(3)).toHaveAttribute('aria-current', 'true');
	// One stop for Tab: the message that the address names.
	await expect(tree(page).locator('[tabindex="0"]')).toHaveCount(1);
	await items.nth(3).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(items.nth(0)).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(items.nth(1)).toBeFocused();
	await page.keyboard.press('End');
	await expect(items.nth(6)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/\?email=/);
	await expect(page.getByRole('heading', { name: 'Answer to nobody' })).toBeVisible();
	await page.goBack();
	await expect(tree(page)).toBeVisible();

	await page.getByRole('radio', { name: 'Timeline' }).check();
	await timeline(page).locator('[tabindex="0"]').focus();
	await page.keyboard.press('Home');
	await expect(timeline(page).getByRole('link', { name: /^Number 1,/ })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(timeline(page).getByRole('link', { name: /^Number 2,/ })).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Broken pump', exact: true })).toBeVisible();
});

test('search, choice and order of the list', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		...THREAD,
		message({ subject: 'Invoice', messageId: '<i1@fabrikam.example>', from: 'Zoe <zoe@fabrikam.example>', minute: 90 }),
		message({ subject: 'RE: Invoice', inReplyTo: '<i1@fabrikam.example>', minute: 91 })
	]);
	await app.open('conversations/');
	const items = list(page).getByRole('listitem');
	await expect(items).toHaveCount(2);
	await page.getByRole('searchbox', { name: 'Search conversations' }).fill('zoe');
	await expect(items).toHaveText([/^\s*Invoice/]);
	await page.getByRole('searchbox', { name: 'Search conversations' }).fill('');
	await page.getByLabel('Show', { exact: true }).selectOption('all');
	await expect(items).toHaveCount(3);
	await page.getByLabel('Show', { exact: true }).selectOption('split');
	await expect(items).toHaveText([/^\s*Broken pump/]);
	await page.getByLabel('Show', { exact: true }).selectOption('merged');
	await expect(page.getByText('No conversation holds several reply chains.')).toBeVisible();
	await page.getByLabel('Show', { exact: true }).selectOption('several');
	await page.getByLabel('Order', { exact: true }).selectOption('size');
	await expect(items).toHaveText([/^\s*Broken pump/, /^\s*Invoice/]);
});

test('the sample mail', async ({ app, page }) => {
	await app.open();
	await page.getByRole('button', { name: 'Load sample case' }).click();
	await app.idle();
	await expect(app.activities).toBeVisible();
	await app.open('conversations/');
	await page.getByRole('searchbox', { name: 'Search conversations' }).fill('Pump P-204 leaks');
	await expect(list(page).getByRole('listitem')).toHaveCount(1);
	await list(page).getByRole('link').first().click();
	await expect(
		tree(page)
			.getByRole('treeitem', { name: /Automatic reply.*Linked by InReplyTo/ })
			.first()
	).toBeVisible();
	await expect(
		tree(page)
			.getByRole('treeitem', { name: /Linked by ConversationIndex/ })
			.first()
	).toBeVisible();
	await expectAccessible(page);
});

test('500 messages, deep and branched, stay within the window', async ({ app, page }) => {
	const many = Array.from({ length: 500 }, (_, index) => {
		// Every seventh message opens a branch beside the long one.
		const parent = index % 7 === 0 ? Math.floor(index / 2) : index - 1;
		return message({
			subject: `Message ${index}`,
			messageId: `<m${index}@fabrikam.example>`,
			...(index > 0 && { inReplyTo: `<m${parent}@fabrikam.example>` }),
			minute: index * 3
		});
	});
	await app.open();
	await app.addFiles(many);
	await app.open('conversations/');
	await list(page).getByRole('link').first().click();
	const items = tree(page).getByRole('treeitem');
	await expect(items).toHaveCount(500);
	await expectNothingOutside(page);
	await items.first().focus();
	await page.keyboard.press('End');
	await expect(items.last()).toBeFocused();
	await expect(items.last()).toBeInViewport();
	// Steps to the right are few, whatever the depth.
	const widths = await tree(page)
		.locator('svg')
		.evaluateAll((all) => all.map((svg) => svg.clientWidth));
	expect(Math.max(...widths)).toBeLessThan(260);
	await page.getByRole('radio', { name: 'Timeline' }).check();
	await expect(timeline(page).getByRole('link')).toHaveCount(500);
	await expectNothingOutside(page);
});

async function expectNothingOutside(page: Page): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
}
