/** The comparison with what Dataverse recorded: rows in, agreement, causes, addresses, and what stays with the case. */
import type { Page } from '@playwright/test';
import { App, expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const PUMP = 'aaaaaaaa-0000-ef11-9f89-000d3a1234f1';
const REPLY = 'aaaaaaaa-0000-ef11-9f89-000d3a1234f2';
const LATE = 'aaaaaaaa-0000-ef11-9f89-000d3a1234f3';
const ABSENT = 'aaaaaaaa-0000-ef11-9f89-000d3a1234f4';

const MAILS = [
	message({ subject: 'Broken pump', messageId: '<pump@fabrikam.example>' }),
	message({
		subject: 'RE: Broken pump',
		messageId: '<reply@fabrikam.example>',
		inReplyTo: '<pump@fabrikam.example>',
		minute: 5
	}),
	message({
		subject: 'RE: Old matter',
		messageId: '<late@fabrikam.example>',
		inReplyTo: '<absent@fabrikam.example>',
		minute: 9
	}),
	message({ subject: 'Nobody recorded this', messageId: '<unrecorded@fabrikam.example>', minute: 12 })
];

const row = (activityid: string, id: string, more: object = {}) => ({
	activityid,
	subject: `Row of ${id}`,
	messageid: `<${id}@fabrikam.example>`,
	directioncode: false,
	correlationmethod: 0,
	_correlatedactivityid_value: null,
	_parentactivityid_value: null,
	internetmessageheaders: null,
	...more
});
const ROWS = [
	row(PUMP, 'pump'),
	row(REPLY, 'reply', { correlationmethod: 3, _correlatedactivityid_value: PUMP, _parentactivityid_value: PUMP }),
	row(LATE, 'late', { correlationmethod: 3, _correlatedactivityid_value: ABSENT, _parentactivityid_value: ABSENT }),
	row(ABSENT, 'absent')
];

function answer(name: string, value: readonly object[], more: object = {}) {
	const context = 'https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#emails(subject)';
	const text = JSON.stringify({ '@odata.context': context, value, ...more });
	return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

const result = (page: Page) => page.getByRole('region', { name: 'Agreement', exact: true });
const list = (page: Page) => page.getByRole('list', { name: 'Disagreements' });
const items = (page: Page) => list(page).locator('> li');

async function openCompare(app: App, files: Parameters<App['addFiles']>[0]): Promise<void> {
	await app.open();
	await app.addFiles(MAILS);
	await app.page.getByRole('link', { name: 'Compare', exact: true }).click();
	await app.addFiles(files);
}

test('says what to fetch before there is anything, in addresses to copy', async ({ app, page }) => {
	await app.open('compare/');
	await expect(page.getByText('There is no email yet to ask for.')).toBeVisible();
	await app.addFiles(MAILS);
	const byId = page.getByRole('listitem').filter({ hasText: 'Only these emails' });
	await expect(byId.locator('code')).toContainText("messageid%20eq%20'%3Cpump%40fabrikam.example%3E'%20or%20");
	await expect(page.getByRole('listitem').filter({ hasText: 'Everything of that time' }).locator('code')).toContainText(
		'createdon%20ge%202026-01-05T09:00:00Z'
	);
	await page.getByLabel('Address of the organization').fill('contoso.crm4.dynamics.com');
	await expect(byId.locator('code')).toContainText(
		/^https:\/\/contoso\.crm4\.dynamics\.com\/api\/data\/v9\.2\/emails\?/
	);
	await expectAccessible(page);
});

test('rows of several files are matched, compared and explained', async ({ app, page }) => {
	await openCompare(app, [
		answer('a.json', ROWS.slice(0, 2), { '@odata.nextLink': 'https://x' }),
		answer('b.json', ROWS.slice(2))
	]);
	await expect(result(page)).toHaveAttribute('data-recorded', '4');
	await expect(result(page)).toHaveAttribute('data-matched', '3');
	await expect(result(page)).toContainText('1 recorded, but not in this case');
	await expect(result(page)).toContainText('1 modelled as tracked, but not recorded');
	const method = result(page).locator('tr[data-column="correlationmethod"]');
	await expect(method).toContainText('2 of 3 agree, 1 differs');

	await expect(items(page)).toHaveCount(5);
	const parent = items(page).and(page.locator('[data-column="correlatedactivityid"]'));
	await expect(parent.locator('[data-cause="parent-not-in-set"]')).toContainText('not among the dropped ones');
	await expect(parent.locator('[data-diagnosis="parent-not-in-set"]')).toBeVisible();
	await expectAccessible(page);

	await page.getByLabel('Kind').selectOption('Only modelled');
	await expect(items(page)).toHaveCount(1);
	await expect(items(page)).toContainText('Nobody recorded this');
	await page.getByLabel('Kind').selectOption('All that disagree');
	await method.getByRole('button', { name: 'Show correlationmethod' }).click();
	await expect(items(page)).toHaveCount(1);
	await items(page).getByRole('link', { name: 'RE: Old matter' }).click();
	const columns = page.getByRole('region', { name: 'Columns' });
	const cell = columns.getByRole('row').filter({ has: page.getByText('correlationmethod', { exact: true }) });
	await expect(cell.locator('[data-recorded="differ"]')).toContainText('3');
});

test('a pasted record address finds its email', async ({ app, page }) => {
	await openCompare(app, answer('emails.json', ROWS));
	const find = async (text: string) => {
		await page.getByLabel('Record address').fill(text);
		await page.keyboard.press('Enter');
	};
	const status = page.getByRole('region', { name: 'Find the email of a record' }).getByRole('status');
	await find(`https://contoso.crm.dynamics.com/main.aspx?etn=contact&id=${REPLY}`);
	await expect(status).toContainText('another table');
	await find('https://contoso.crm.dynamics.com/main.aspx');
	await expect(status).toContainText('no record’s id');
	await find(`https://contoso.crm.dynamics.com/main.aspx?etn=email&id=${ABSENT}`);
	await expect(status).toContainText('No email of this case');
	await find(
		`https://contoso.crm.dynamics.com/main.aspx?appid=1&pagetype=entityrecord&etn=email&id=%7b${REPLY.toUpperCase()}%7d`
	);
	await status.getByRole('link', { name: 'Open its decision' }).click();
	await expect(page.getByRole('heading', { name: 'RE: Broken pump' })).toBeVisible();
});

test('rows stay with the case, are replaced, copied and forgotten, and are in no snapshot', async ({ app, page }) => {
	await openCompare(app, answer('emails.json', ROWS));
	await app.addFiles(answer('again.json', [row(LATE, 'late')]));
	await expect(result(page).locator('tr[data-column="correlationmethod"]')).toContainText('3 of 3 agree');
	await app.open('compare/');
	await expect(result(page)).toHaveAttribute('data-recorded', '4');
	expect(await app.exportSnapshot()).not.toContain(LATE);

	await app.open('cases/');
	await page.getByRole('button', { name: 'Duplicate' }).click();
	await page.getByRole('main').getByRole('button', { name: 'Duplicate', exact: true }).click();
	await app.idle();
	await app.open('compare/');
	await page.getByRole('button', { name: 'Forget what was recorded' }).click();
	await page.getByRole('button', { name: 'Forget them' }).click();
	await expect(page.getByText('No row has been recorded yet.')).toBeVisible();
	await app.idle();

	await page.getByRole('button', { name: /^Case: / }).click();
	await page.getByRole('group', { name: 'Cases' }).getByRole('button', { name: 'Copy of' }).click();
	await app.idle();
	await expect(result(page)).toHaveAttribute('data-recorded', '4');
});

test('a database of version 2 gets a place for recorded rows', async ({ app, page }) => {
	const seeded = new App(await page.context().newPage(), app.url);
	await seeded.open();
	await seeded.addFiles(MAILS);
	await seeded.page.evaluate(rewriteAsVersion2);
	await seeded.page.close();
	await app.open('compare/');
	await app.addFiles(answer('emails.json', ROWS));
	await expect(result(page)).toHaveAttribute('data-matched', '3');
});

test('the table leaves as CSV, as it is filtered and sorted', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		...MAILS,
		message({ subject: '=HYPERLINK("x"), pump', messageId: '<evil@x.example>', minute: 20 })
	]);
	await page.getByRole('searchbox', { name: 'Search activities' }).fill('pump');
	await app.expectRows(3);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export CSV' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^my-case-activities-.*\.csv$/);
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString('utf8');
	expect(text.startsWith('\uFEFFactivityid,received,subject,')).toBe(true);
	const lines = text.trimEnd().split('\r\n');
	expect(lines).toHaveLength(4);
	expect(lines[1]).toContain(`"'=HYPERLINK(""x""), pump"`);
	expect(lines[2]).toContain('RE: Broken pump');
	expect(lines[2]).toContain(',InReplyTo,Broken pump,');
});

/** The same stores and rows without those of version 3. */
async function rewriteAsVersion2(): Promise<void> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error as DOMException);
		});
	const now = await done(indexedDB.open('tracklens'));
	const names = [...now.objectStoreNames].filter((name) => name !== 'recorded');
	const transaction = now.transaction(names);
	const stores = await Promise.all(
		names.map(async (name) => {
			const store = transaction.objectStore(name);
			const { keyPath, autoIncrement } = store;
			const indexes = [...store.indexNames].map((index) => store.index(index).keyPath);
			return { name, keyPath, autoIncrement, indexes, rows: await done<unknown[]>(store.getAll()) };
		})
	);
	now.close();
	await done(indexedDB.deleteDatabase('tracklens'));
	// Dexie multiplies version numbers by ten.
	const opening = indexedDB.open('tracklens', 20);
	opening.onupgradeneeded = () => {
		for (const { name, keyPath, autoIncrement, indexes } of stores) {
			const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
			for (const index of indexes) store.createIndex(String(index), index);
		}
	};
	const before = await done(opening);
	const writing = before.transaction(names, 'readwrite');
	for (const { name, rows } of stores) for (const row of rows) writing.objectStore(name).put(row);
	await new Promise((resolve) => (writing.oncomplete = resolve));
	before.close();
}
