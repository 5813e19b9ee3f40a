/** Cases, named environments, and what is taken out of a case: in a real database, over reloads and several tabs. */
import type { Page, Worker } from '@playwright/test';
import { App, expect, test } from './fixtures';
import { emlText, message } from './mail';

const FIRST = message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' });
const REPLY = message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 });

interface Snapshot {
	readonly emails: readonly {
		readonly source: { readonly path: string };
		readonly message: { readonly subject: string };
		readonly columns: { readonly correlationmethod: number | null } | null;
	}[];
	readonly imports: readonly { readonly path: string }[];
	readonly environment: { readonly name: string; readonly organization: Readonly<Record<string, unknown>> };
}
const snapshotOf = async (app: App) => JSON.parse(await app.exportSnapshot()) as Snapshot;

async function methodOfReply(app: App): Promise<number | null | undefined> {
	const { emails } = await snapshotOf(app);
	return emails.find((email) => email.message.subject === 'RE: Broken pump')?.columns?.correlationmethod;
}

const switcher = (app: App) => app.page.getByRole('button', { name: /^Case: / });
const listed = (app: App, name: string) => app.page.getByRole('main').getByRole('listitem', { name, exact: true });

async function newCase(app: App, name: string): Promise<void> {
	await switcher(app).click();
	await app.page.getByRole('button', { name: 'New case' }).click();
	await app.page.getByLabel('Name of the new case').fill(name);
	await app.page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect(switcher(app)).toHaveAccessibleName(`Case: ${name}`);
	await app.idle();
}

async function openCase(app: App, name: string): Promise<void> {
	await switcher(app).click();
	await app.page.getByRole('group', { name: 'Cases' }).getByRole('button', { name }).click();
	await expect(switcher(app)).toHaveAccessibleName(`Case: ${name}`);
	await app.idle();
}

async function removeOpenEmail(app: App): Promise<void> {
	await app.page.getByText('Mark by hand').click();
	await app.page.getByRole('button', { name: 'Remove from this case' }).first().click();
	await expect(app.page.getByText('removed from this case').first()).toBeVisible();
	await app.idle();
}

async function undoInNotice(app: App): Promise<void> {
	await app.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo', exact: true }).click();
	await app.idle();
}

test('cases are made, switched, renamed, duplicated and deleted', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await newCase(app, 'Contoso');
	await expect(app.activities).toBeHidden();
	await app.addFiles(message({ subject: 'Only here' }));
	await openCase(app, 'My case');
	await app.expectRows(2);

	await app.open('cases/');
	await expect(listed(app, 'My case')).toContainText('2 emails');
	await expect(listed(app, 'My case')).toContainText('Open in this tab');
	await expect(listed(app, 'Contoso')).toContainText('1 email');

	await listed(app, 'Contoso').getByRole('button', { name: 'Rename' }).click();
	await page.getByLabel('New name').fill(' My case ');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('has this name');
	await page.getByLabel('New name').fill('   ');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Give it a name');
	await page.getByLabel('New name').fill('Fabrikam');
	await page.keyboard.press('Enter');
	await expect(listed(app, 'Fabrikam')).toContainText('1 email');

	await listed(app, 'My case').getByRole('button', { name: 'Duplicate' }).click();
	await page.getByRole('main').getByRole('button', { name: 'Duplicate', exact: true }).click();
	await expect(listed(app, 'Copy of My case')).toContainText('2 emails');
	await app.idle();
	const before = await snapshotOf(app);
	await openCase(app, 'Copy of My case');
	expect((await snapshotOf(app)).emails).toEqual(before.emails);
	await app.addFiles(message({ subject: 'In the copy' }));
	await expect(listed(app, 'Copy of My case')).toContainText('3 emails');
	await expect(listed(app, 'My case')).toContainText('2 emails');

	for (const name of ['Copy of My case', 'My case', 'Fabrikam']) {
		await listed(app, name).getByRole('button', { name: 'Delete' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Delete this case' }).click();
		await app.idle();
	}
	// After the last one there is a new one.
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
	await expect(listed(app, 'My case')).toContainText('0 emails');
	expect(await stored(page, 'factsPacks')).toEqual([]);
	expect(await stored(page, 'rawPacks')).toEqual([]);
	expect(await stored(page, 'environments')).toEqual([]);
});

test('an email does not answer one of another case', async ({ app }) => {
	await app.open();
	await app.addFiles(FIRST);
	await newCase(app, 'Contoso');
	await app.addFiles(REPLY);
	expect(await methodOfReply(app)).not.toBe(3);
	await openCase(app, 'My case');
	await app.addFiles(REPLY);
	expect(await methodOfReply(app)).toBe(3);
});

test('two tabs have two cases open, and keep them over a reload', async ({ app, context }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await newCase(app, 'Contoso');
	await app.addFiles(message({ subject: 'Of Contoso' }));
	const other = new App(await context.newPage(), app.url);
	await other.open();
	await openCase(other, 'My case');
	await other.addFiles(message({ subject: 'Added by the other tab' }));
	await other.expectRows(3);
	await app.expectRows(1);
	for (const [tab, name, rows] of [[app, 'Contoso', 1] as const, [other, 'My case', 3] as const]) {
		await tab.page.reload();
		await tab.idle();
		await expect(switcher(tab)).toHaveAccessibleName(`Case: ${name}`);
		await tab.expectRows(rows);
	}

	// Deleted in one tab, the other goes on with the case that is left.
	await app.open('cases/');
	await listed(app, 'My case').getByRole('button', { name: 'Delete' }).click();
	await app.page.getByRole('dialog').getByRole('button', { name: 'Delete this case' }).click();
	await expect(other.page.getByText('Case “My case” is gone')).toBeVisible();
	await expect(switcher(other)).toHaveAccessibleName('Case: Contoso');
	await other.expectRows(1);
});

test('an import whose case is deleted meanwhile goes into no other case', async ({ app, context }) => {
	await app.open();
	await newCase(app, 'Contoso');
	const other = new App(await context.newPage(), app.url);
	await other.open('cases/');
	await listed(other, 'Contoso').getByRole('button', { name: 'Delete' }).click();
	// Every batch waits a while, so that the case is deleted between two of them.
	await slowWriter(app.page);
	const mail = Array.from({ length: 4_000 }, (_, index) => message({ subject: `Number ${index}`, minute: index }));
	await app.page.getByLabel('Add email files', { exact: true }).setInputFiles(mail);
	await switcher(app).click();
	await expect(app.page.getByText('An import is under way').first()).toBeVisible();
	await expect(app.page.getByRole('group', { name: 'Cases' }).getByRole('button', { name: 'My case' })).toBeDisabled();
	await expect
		.poll(async () => (await stored(other.page, 'factsPacks')).length, { intervals: [20] })
		.toBeGreaterThan(0);
	await other.page.getByRole('dialog').getByRole('button', { name: 'Delete this case' }).click();
	await app.idle(120_000);
	await expect(app.page.getByText('Files were not imported')).toBeVisible();
	await expect(switcher(app)).toHaveAccessibleName('Case: My case');
	expect(await stored(app.page, 'factsPacks')).toEqual([]);
});

test('mail dropped on a case that is deleted before its turn goes into no other case', async ({ app, context }) => {
	await app.open();
	await newCase(app, 'Contoso');
	const other = new App(await context.newPage(), app.url);
	await other.open('cases/');
	await slowWriter(app.page);
	const mail = Array.from({ length: 2_000 }, (_, index) => message({ subject: `Number ${index}`, minute: index }));
	const input = app.page.getByLabel('Add email files', { exact: true });
	await input.setInputFiles(mail);
	await input.setInputFiles(message({ subject: 'For Contoso only' }));
	await expect
		.poll(async () => (await stored(other.page, 'factsPacks')).length, { intervals: [20] })
		.toBeGreaterThan(0);
	await deleteCase(other, 'Contoso');
	await app.idle(120_000);
	await expect(app.page.getByText('Files were not imported')).toBeVisible();
	await expect(switcher(app)).toHaveAccessibleName('Case: My case');
	await expect(app.activities).toBeHidden();
	expect(await stored(app.page, 'factsPacks')).toEqual([]);
});

test('mail dropped while the tab goes to another case does not land there', async ({ app, page }) => {
	await app.open();
	await newCase(app, 'Contoso');
	await slowWriter(page);
	await switcher(app).click();
	await page.getByRole('group', { name: 'Cases' }).getByRole('button', { name: 'My case' }).click();
	// The tab still shows Contoso.
	await expect(switcher(app)).toHaveAccessibleName('Case: Contoso');
	await page.getByLabel('Add email files', { exact: true }).setInputFiles(FIRST);
	await app.idle();
	const theirs = (await storedRows<{ name: string; datasetId: number }>(page, 'cases')).find(
		({ name }) => name === 'My case'
	);
	const packs = await storedRows<{ datasetId: number }>(page, 'factsPacks');
	expect(packs.filter(({ datasetId }) => datasetId === theirs?.datasetId)).toEqual([]);
	// Either the switch was refused and the mail is in its case, or the mail was.
	if (packs.length > 0) await expect(switcher(app)).toHaveAccessibleName('Case: Contoso');
	else await expect(page.getByText('Files were not imported')).toBeVisible();
});

test('a tab with a snapshot open keeps it when another tab leaves its own', async ({ app, context }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	const snapshot = file('theirs.json', await app.exportSnapshot());
	const other = new App(await context.newPage(), app.url);
	await other.open();
	for (const tab of [app, other]) {
		await tab.addFiles(snapshot);
		await tab.page
			.getByRole('dialog')
			.getByRole('button', { name: /read-only/i })
			.click();
		await tab.idle();
		await expect(switcher(tab)).toHaveAccessibleName('Case: theirs.json');
	}
	await other.page.getByRole('button', { name: /back to my data/i }).click();
	await other.idle();
	await expect(switcher(other)).toHaveAccessibleName('Case: My case');
	await app.page.reload();
	await app.idle();
	await expect(switcher(app)).toHaveAccessibleName('Case: theirs.json');

	// Deleted elsewhere, it says so.
	await other.open('cases/');
	await deleteCase(other, 'theirs.json');
	await expect(app.page.getByText('Case “theirs.json” is gone')).toBeVisible();
	await expect(switcher(app)).toHaveAccessibleName('Case: My case');

	// What a closed tab has left is dropped when a tab starts alone.
	await other.open();
	await other.addFiles(snapshot);
	await other.page
		.getByRole('dialog')
		.getByRole('button', { name: /read-only/i })
		.click();
	await other.idle();
	await other.page.close();
	expect(await stored(app.page, 'cases')).toHaveLength(2);
	await app.open();
	await expect.poll(() => stored(app.page, 'cases')).toHaveLength(1);
	await expect.poll(() => stored(app.page, 'datasets')).toHaveLength(1);
});

test('a tab goes from one snapshot to another that is read-only, too', async ({ app, context, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	const text = await app.exportSnapshot();
	const other = new App(await context.newPage(), app.url);
	await other.open();
	for (const [tab, name] of [[app, 'one.json'] as const, [other, 'two.json'] as const]) {
		await tab.addFiles(file(name, text));
		await tab.page
			.getByRole('dialog')
			.getByRole('button', { name: /read-only/i })
			.click();
		await tab.idle();
	}
	await other.page.close();
	await openCase(app, 'two.json');
	await app.expectRows(2);
	await expect(page.getByRole('button', { name: /back to my data/i })).toBeVisible();
});

test('an email that is removed lets go of its replies, and Undo brings back the same decision', async ({ app }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	const before = await snapshotOf(app);
	expect(await methodOfReply(app)).toBe(3);
	await app.activities.getByRole('row').filter({ hasText: 'Broken pump' }).last().click();
	await expect(app.checks.first()).toBeVisible();
	await removeOpenEmail(app);
	await app.expectRows(1);
	const after = await snapshotOf(app);
	expect(after.emails.map((email) => email.message.subject)).toEqual(['RE: Broken pump']);
	expect(after.imports.map(({ path }) => path)).toEqual(['re-broken-pump.eml']);
	expect(await methodOfReply(app)).not.toBe(3);

	await undoInNotice(app);
	await app.expectRows(2);
	expect({ ...(await snapshotOf(app)), createdAt: '' }).toEqual({ ...before, createdAt: '' });
});

test('what was removed is erased when the application starts again', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		message({ subject: 'Stays before', body: 'Kept bytes one.' }),
		message({ subject: 'Leaves', body: 'Secret bytes.', minute: 1 }),
		message({ subject: 'Stays after', body: 'Kept bytes two.', minute: 2 })
	]);
	await app.openEmail('Leaves');
	await removeOpenEmail(app);
	expect(await everything(page)).toContain('Secret bytes');
	await app.open();
	await app.expectRows(2);
	await expect.poll(() => stored(page, 'removals')).toEqual([]);
	const left = await everything(page);
	for (const gone of ['Secret bytes', 'Leaves', 'leaves.eml']) expect(left).not.toContain(gone);
	for (const kept of ['Kept bytes one', 'Kept bytes two']) expect(left).toContain(kept);
	// The others are at their places.
	await app.openEmail('Stays after');
	await page
		.getByRole('button', { name: /body|text/i })
		.first()
		.click();
	await expect(page.getByText('Kept bytes two.')).toBeVisible();
	await app.open('cases/');
	await expect(listed(app, 'My case')).toContainText('2 emails');

	// And it can come again.
	await app.open();
	await app.addFiles(message({ subject: 'Leaves', body: 'Secret bytes.', minute: 1 }));
	await app.expectRows(3);
});

test('a removed file that is dropped again is there again, under its new path', async ({ app }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	await app.expectRows(1);
	await app.addFiles({ ...REPLY, name: 'again.eml' });
	await app.expectRows(2);
	expect(await methodOfReply(app)).toBe(3);
	const paths = async () =>
		(await snapshotOf(app)).emails.map(({ source }) => source.path).toSorted((a, b) => (a < b ? -1 : 1));
	expect(await paths()).toEqual(['again.eml', 'broken-pump.eml']);
	await app.open();
	await app.expectRows(2);
	expect(await paths()).toEqual(['again.eml', 'broken-pump.eml']);
	expect(await everything(app.page)).toContain('Text of RE: Broken pump');
});

test('an import is removed, but not the mail that another import brought, too', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.addFiles([{ ...FIRST, name: 'copy.eml' }, message({ subject: 'Second import', minute: 9 })]);
	await app.open('imports/');
	await page.getByRole('combobox', { name: 'Import' }).selectOption({ index: 1 });
	await app.page.getByRole('button', { name: 'Remove this import' }).click();
	await expect(page.getByText('Import removed, with 1 email')).toBeVisible();
	await app.idle();
	const after = await snapshotOf(app);
	expect(after.emails.map(({ source }) => source.path)).toEqual(['broken-pump.eml', 're-broken-pump.eml']);
	await undoInNotice(app);
	expect((await snapshotOf(app)).emails).toHaveLength(3);

	await page.getByRole('combobox', { name: 'Import' }).selectOption({ index: 2 });
	await app.page.getByRole('button', { name: 'Remove this import' }).click();
	await app.idle();
	const paths = async () => (await snapshotOf(app)).emails.map(({ source }) => source.path);
	expect(await paths()).toEqual(['copy.eml', 'second-import.eml']);
	await app.open('imports/');
	await expect(page.getByRole('combobox', { name: 'Import' }).locator('option')).toHaveCount(2);
	expect(await paths()).toEqual(['copy.eml', 'second-import.eml']);
	await expect.poll(() => stored(page, 'removals')).toEqual([]);
	expect(await everything(page)).not.toContain('Text of RE: Broken pump');
});

test('another tab that starts takes no Undo away; the last one that starts alone makes a removal final', async ({
	app,
	context
}) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	const other = new App(await context.newPage(), app.url);
	await other.open();
	await other.expectRows(1);
	// As long as a tab that starts waits for the others to end, and longer.
	await other.page.waitForTimeout(3_000);
	await undoInNotice(app);
	await app.expectRows(2);
	await other.expectRows(2);

	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	await other.page.close();
	await app.open();
	await app.expectRows(1);
	await expect.poll(() => stored(app.page, 'removals')).toEqual([]);
	await app.addFiles(REPLY);
	await app.expectRows(2);
	expect(await methodOfReply(app)).toBe(3);
});

test('a tab opens while another one writes for long', async ({ app, context }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	await app.page.evaluate(() => {
		void navigator.locks.request('tracklens-writer', () => new Promise(() => undefined));
	});
	const other = new App(await context.newPage(), app.url);
	await other.open();
	await other.expectRows(1);
});

test('what cannot be erased does not keep the application from opening, nor is it forgotten', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	await spoilFirst(page, 'rawPacks', { offsets: null });
	await app.open();
	await app.expectRows(1);
	await page.waitForTimeout(500);
	expect(await stored(page, 'removals')).toHaveLength(1);
});

test('a case is duplicated whole or not at all when the disk is full', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.open('cases/');
	await engineWorker(page)?.evaluate(() => {
		const { prototype } = IDBObjectStore;
		const { add } = prototype;
		prototype.add = function (this: IDBObjectStore, ...parameters: Parameters<typeof add>) {
			if (this.name === 'importPacks') throw new DOMException('No room.', 'QuotaExceededError');
			return add.apply(this, parameters);
		};
	});
	await listed(app, 'My case').getByRole('button', { name: 'Duplicate' }).click();
	await page.getByRole('main').getByRole('button', { name: 'Duplicate', exact: true }).click();
	await expect(page.getByText('storage is full').first()).toBeVisible();
	await app.idle();
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
	expect(await stored(page, 'factsPacks')).toHaveLength(1);
	expect(await stored(page, 'datasets')).toHaveLength(1);
});

test('a case has several environments, one of them active; every change of them is undone', async ({ app, page }) => {
	const active = page.getByLabel('Active', { exact: true });
	const undo = async () => {
		await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
		await app.idle();
	};
	await app.open('environment/');
	await app.addFiles([FIRST, REPLY]);
	await app.addFiles(environment({ name: 'Contoso' }));
	await app.addFiles(environment({ name: 'Fabrikam', organization: { emailcorrelationenabled: false } }));
	await expect(active).toHaveValue('1');
	expect(await methodOfReply(app)).not.toBe(3);

	await active.selectOption('Contoso');
	await app.idle();
	expect(await methodOfReply(app)).toBe(3);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contoso');
	await undo();
	await expect(active).toHaveValue('1');
	expect(await methodOfReply(app)).not.toBe(3);

	// A file of the same name takes its place.
	await app.addFiles(environment({ name: 'Contoso', organization: { hashmaxcount: 7 } }));
	await expect(active.locator('option')).toHaveCount(3);
	await expect(active).toHaveValue('0');

	await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
	await page.getByLabel('Name of the copy').fill('Fabrikam');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('has this name');
	await page.getByLabel('Name of the copy').fill('Trial');
	await page.keyboard.press('Enter');
	await expect(active).toHaveValue('2');
	await app.idle();

	await page.getByLabel('Name', { exact: true }).fill('Contoso');
	await expect(active).toBeDisabled();
	await expect(page.getByText('Apply or discard the changes first')).toBeVisible();
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await expect(page.getByText('Another environment of this case has this name')).toBeVisible();
	await page.getByLabel('Name', { exact: true }).fill('Trial 2');
	await page.getByRole('button', { name: 'Apply', exact: true }).click();
	await app.idle();
	await expect(active.locator('option').nth(2)).toHaveText('Trial 2');

	await page.getByRole('button', { name: 'Delete this environment' }).click();
	await app.idle();
	await expect(active.locator('option')).toHaveCount(3);
	await undo();
	await expect(active.locator('option').nth(2)).toHaveText('Trial 2');
	// The copy, the file that took the place, the two files.
	for (let step = 0; step < 5; step++) await undo();
	await expect(active).toHaveValue('');
	await expect(page.getByRole('main').getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
	expect(await stored(page, 'environments')).toEqual([]);
});

test('an environment that another tab has replaced is neither deleted, copied nor overwritten', async ({
	app,
	page,
	context
}) => {
	await app.open('environment/');
	await app.addFiles(environment({ name: 'Contoso' }));
	await app.addFiles(environment({ name: 'Fabrikam' }));
	const other = new App(await context.newPage(), app.url);
	await other.open('environment/');
	const active = page.getByLabel('Active', { exact: true });

	const switchedElsewhere = async (name: string, act: () => Promise<void>) => {
		const before = await storedRows<{ json: string }>(page, 'environments');
		await slowWriter(page);
		await act();
		await other.page.getByLabel('Active', { exact: true }).selectOption(name);
		await other.idle();
		await app.idle();
		await expect(page.getByText('That was not done').first()).toBeVisible();
		await expect(active.locator('option:checked')).toHaveText(name);
		expect(await storedRows(page, 'environments')).toEqual(before);
		await app.open('environment/');
	};
	await switchedElsewhere('Contoso', () => page.getByRole('button', { name: 'Delete this environment' }).click());
	await switchedElsewhere('Fabrikam', async () => {
		await page.getByLabel('Subject hash difference (HashDeltaSubjectCount)').fill('2');
		await page.getByRole('button', { name: 'Apply', exact: true }).click();
	});
});

test('an Undo that another tab was first with is not announced', async ({ app, page, context }) => {
	await app.open('environment/');
	await app.addFiles(environment({ name: 'Contoso' }));
	const other = new App(await context.newPage(), app.url);
	await other.open('environment/');
	await slowWriter(page);
	await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await other.page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await other.idle();
	await app.idle();
	await expect(page.getByText('There is no earlier environment')).toBeVisible();
	await expect(page.getByText('is active again')).toBeHidden();
});

test('an email without a path is removed, and erased', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	const { emails, ...rest } = JSON.parse(await app.exportSnapshot()) as Snapshot & {
		readonly emails: readonly { readonly source: Readonly<Record<string, unknown>> }[];
	};
	const pathless = emails.map((email) => ({ ...email, source: { ...email.source, path: '', paths: [] } }));
	await app.deleteEverything();
	await app.open();
	await app.addFiles(file('pathless.json', JSON.stringify({ ...rest, emails: pathless, imports: [] })));
	await app.expectRows(2);
	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	await app.expectRows(1);
	await undoInNotice(app);
	await app.expectRows(2);
	await app.openEmail('RE: Broken pump');
	await removeOpenEmail(app);
	await app.open();
	await app.expectRows(1);
	await expect.poll(() => stored(page, 'removals')).toEqual([]);
	expect(await everything(page)).not.toContain('RE: Broken pump');
	await app.addFiles(REPLY);
	await app.expectRows(2);
});

test('erasing that is cut off between packs and entries leaves nothing behind', async ({
	app,
	page,
	context,
	trouble
}) => {
	// The holder's page is none of the application's, and asks for an icon at the root.
	trouble.ignore(/404/);
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	const text = await app.exportSnapshot();
	const snapshot = JSON.parse(text) as Snapshot;
	const remarked = snapshot.emails.map((email) => ({ ...email, remark: `Kept with ${email.message.subject}` }));
	await app.deleteEverything();
	await app.open();
	await app.addFiles(file('remarked.json', JSON.stringify({ ...snapshot, emails: remarked })));
	await app.addFiles({ ...FIRST, name: 'again.eml' });
	await app.open('imports/');
	const imports = page.getByRole('combobox', { name: 'Import' });
	// The latest comes first.
	await imports.selectOption({ index: (await imports.locator('option').count()) - 1 });
	await page.getByRole('button', { name: 'Remove this import' }).click();
	await app.idle();
	expect(await everything(page)).toContain('Kept with RE: Broken pump');
	const { length } = await stored(page, 'importPacks');
	// The next start comes to an end when the entries are erased.
	const holder = await context.newPage();
	await holder.goto(new URL('schema/environment.v1.schema.json', app.url).href);
	await holder.evaluate(() => {
		const held = new Promise((release) => Object.assign(globalThis, { release }));
		void navigator.locks.request('tracklens-writer', () => held);
	});
	await app.open();
	await engineWorker(page)?.evaluate(() => {
		const { prototype } = IDBObjectStore;
		const { delete: remove } = prototype;
		prototype.delete = function (this: IDBObjectStore, key) {
			if (this.name === 'removals') throw new DOMException('Cut off.', 'AbortError');
			return remove.call(this, key);
		};
	});
	await holder.evaluate(() => (globalThis as unknown as { release: () => void }).release());
	await holder.close();
	await expect.poll(async () => (await stored(page, 'importPacks')).length).toBe(length - 1);
	expect(await stored(page, 'removals')).toHaveLength(1);
	await app.open();
	await expect.poll(() => stored(page, 'removals')).toEqual([]);
	await app.expectRows(1);
	const left = await everything(page);
	expect(left).not.toContain('Kept with RE: Broken pump');
	expect(left).toContain('Kept with Broken pump');
});

test('a database of version 1 is taken over with its mail, environments and Undo', async ({ app, page }) => {
	const eml = emlText({ subject: 'From before' });
	const seeded = new App(await page.context().newPage(), app.url);
	await seeded.open();
	await seeded.addFiles({ name: 'before.eml', mimeType: 'message/rfc822', buffer: Buffer.from(eml) });
	await rewriteAsVersion1(seeded.page);
	await seeded.page.close();

	await app.open();
	await app.expectRows(1);
	await app.open('cases/');
	await expect(listed(app, 'My case')).toContainText('1 email · 2 environments');
	await app.open('environment/');
	await expect(page.getByLabel('Active', { exact: true })).toHaveValue('1');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second');
	await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('First');
	await app.open();
	await app.openEmail('From before');
});

function engineWorker(page: Page): Worker | undefined {
	return page.workers().find((one) => one.url().includes('engine.worker'));
}

async function slowWriter(page: Page): Promise<void> {
	await engineWorker(page)?.evaluate(() => {
		const request = navigator.locks.request.bind(navigator.locks) as (name: string, work: () => unknown) => unknown;
		const slow = async (name: string, work: () => unknown) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			return request(name, work);
		};
		Object.assign(navigator.locks, { request: slow });
	});
}

function environment(content: Readonly<Record<string, unknown>>) {
	const text = JSON.stringify({ format: 'tracklens-environment', formatVersion: 1, ...content });
	return { name: 'environment.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

function file(name: string, text: string) {
	return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

async function deleteCase(app: App, name: string): Promise<void> {
	await listed(app, name).getByRole('button', { name: 'Delete' }).click();
	await app.page.getByRole('dialog').getByRole('button', { name: 'Delete this case' }).click();
	await app.idle();
}

async function storedRows<Row>(page: Page, table: string): Promise<readonly Row[]> {
	return (await stored(page, table)).map((row) => JSON.parse(row) as Row);
}

/** The rows as JSON: bytes are left out. */
async function stored(page: Page, table: string): Promise<readonly string[]> {
	return page.evaluate(async (name) => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error as DOMException);
			});
		const database = await done(indexedDB.open('tracklens'));
		const rows = await done<unknown[]>(database.transaction(name).objectStore(name).getAll());
		database.close();
		return rows.map((row) => JSON.stringify(row));
	}, table);
}

/** Changes some columns of the first row of a table. */
async function spoilFirst(page: Page, table: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
	await page.evaluate(
		async ([name, changed]) => {
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error as DOMException);
				});
			const database = await done(indexedDB.open('tracklens'));
			const rows = database.transaction(name, 'readwrite').objectStore(name);
			const [first] = await done<Record<string, unknown>[]>(rows.getAll());
			await done(rows.put({ ...first, ...changed }));
			database.close();
		},
		[table, columns] as const
	);
}

/** All that is stored, bytes read as text. */
async function everything(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error as DOMException);
			});
		const database = await done(indexedDB.open('tracklens'));
		const names = [...database.objectStoreNames];
		const transaction = database.transaction(names);
		const texts: string[] = [];
		for (const name of names) {
			for (const row of await done<Record<string, unknown>[]>(transaction.objectStore(name).getAll())) {
				texts.push(JSON.stringify(row));
				if (row.bytes instanceof ArrayBuffer) texts.push(new TextDecoder().decode(row.bytes));
			}
		}
		database.close();
		return texts.join('\n');
	});
}

/** Puts the database back to what version 1 wrote: one list of environment versions, no counts, no removals. */
async function rewriteAsVersion1(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error as DOMException);
			});
		const now = await done(indexedDB.open('tracklens'));
		const tables = ['meta', 'datasets', 'factsPacks', 'headerPacks', 'rawPacks', 'imports', 'importPacks'];
		const rows = new Map<string, unknown[]>();
		const transaction = now.transaction(tables);
		for (const table of tables) rows.set(table, await done(transaction.objectStore(table).getAll()));
		now.close();
		await done(indexedDB.deleteDatabase('tracklens'));

		// Dexie multiplies version numbers by ten.
		const opening = indexedDB.open('tracklens', 10);
		opening.onupgradeneeded = () => {
			const database = opening.result;
			database.createObjectStore('meta', { keyPath: 'key' });
			for (const table of ['cases', 'datasets', 'environments']) {
				database.createObjectStore(table, { keyPath: 'id', autoIncrement: true });
			}
			for (const table of ['factsPacks', 'headerPacks', 'rawPacks', 'imports', 'importPacks']) {
				const autoIncrement = table !== 'headerPacks' && table !== 'rawPacks';
				const store = database.createObjectStore(table, { keyPath: 'id', autoIncrement });
				store.createIndex('datasetId', 'datasetId');
				if (table === 'importPacks') store.createIndex('importId', 'importId');
			}
		};
		const before = await done(opening);
		const writing = before.transaction([...before.objectStoreNames], 'readwrite');
		for (const [table, kept] of rows) for (const row of kept) writing.objectStore(table).add(row);
		const datasets = rows.get('datasets') as { id: number; createdAtUtcMs: number; extraJson: string }[];
		for (const { id, createdAtUtcMs, extraJson } of datasets) {
			writing.objectStore('datasets').put({ id, createdAtUtcMs, extraJson });
		}
		const file = (name: string) => JSON.stringify({ format: 'tracklens-environment', formatVersion: 1, name });
		writing.objectStore('environments').add({ id: 1, json: file('First') });
		writing.objectStore('environments').add({ id: 2, json: file('Second') });
		const datasetId = datasets[0]?.id;
		writing.objectStore('cases').add({ id: 1, name: 'My case', datasetId, environmentIds: [1, 2], readOnly: false });
		await new Promise((resolve) => (writing.oncomplete = resolve));
		before.close();
	});
}
