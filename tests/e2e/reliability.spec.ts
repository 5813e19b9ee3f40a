/** Bad luck, impatience and malice: nothing that was reported as saved is lost, and the page always answers. */
import type { Page, Worker } from '@playwright/test';
import { App, expect, test } from './fixtures';
import { emlText, message } from './mail';

test.use({ serviceWorkers: 'allow' });

const BESIDE = /read-only/i;
const MERGE = /merge/i;
const REPLACE = /replace/i;

test('two tabs that import overlapping mail end with the exact union', async ({ app, context }) => {
	const other = new App(await context.newPage(), app.url);
	await Promise.all([app.open(), other.open()]);
	await Promise.all([app.addFiles(mailFrom(0, 400)), other.addFiles(mailFrom(200, 600))]);
	await app.addFiles(environment({ name: 'Contoso' }));
	for (const tab of [app, other]) await tab.expectRows(600);
	const [here, there] = [await app.exportSnapshot(), await other.exportSnapshot()].map(withoutTime);
	expect(there).toEqual(here);
	expect(here).toMatchObject({ environment: { name: 'Contoso' } });
});

test('mail that one tab imports while another opens a snapshot is in the own data', async ({ app, context }) => {
	await app.open();
	await app.addFiles([message({ subject: 'One of theirs' }), message({ subject: 'Another of theirs' })]);
	const snapshot = snapshotFile(await app.exportSnapshot());
	await app.deleteEverything();
	await app.open();
	await app.addFiles(message({ subject: 'My own' }));
	const other = new App(await context.newPage(), app.url);
	await other.open();
	await other.addFiles(snapshot);
	const imported = app.addFiles(mailFrom(0, 3_000));
	await expect.poll(() => storedMessages(other.page), { intervals: [20] }).toBeGreaterThan(1);
	await answer(other, BESIDE);
	await imported;
	await leaveReadOnly(other);
	for (const tab of [app, other]) {
		await tab.page.reload();
		await tab.idle();
		await tab.expectRows(3_001);
	}
});

test('what is deleted while it is being imported does not come back', async ({ app, page }) => {
	await app.open('environment/');
	await page.getByLabel('Add email files', { exact: true }).setInputFiles(mailFrom(0, 3_000));
	await expect.poll(() => storedMessages(page), { intervals: [20] }).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Delete all data', exact: true }).click();
	await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
	await app.idle();
	await app.expectEmpty();
});

test('an import cut off by a reload keeps what it saved, and again makes it whole', async ({ app, page }) => {
	const mail = mailFrom(0, 1_500);
	await app.open();
	await page.getByLabel('Add email files', { exact: true }).setInputFiles(mail);
	await expect.poll(() => storedMessages(page), { intervals: [20] }).toBeGreaterThan(0);
	const saved = await storedMessages(page);
	await page.reload();
	await app.idle();
	expect(Number(await app.activities.getAttribute('aria-rowcount'))).toBeGreaterThanOrEqual(saved);
	await app.addFiles(mail);
	await app.expectRows(1_500);
	expect(await storedMessages(page)).toBe(1_500);
});

test('a full disk stops an import in plain words, and it goes on when there is room', async ({ app, page }) => {
	await app.open();
	await app.addFiles(message({ subject: 'Saved before' }));
	const release = await fillDisk(page);
	const more = Array.from({ length: 20 }, (_, index) => message({ subject: `More ${index}` }));
	await app.addFiles(more);
	await expect(page.getByText('storage is full').first()).toBeVisible();
	await app.expectRows(1);
	expect(withoutTime(await app.exportSnapshot()).emails).toHaveLength(1);
	await release();
	await app.addFiles(more);
	await app.expectRows(21);
});

for (const [name, choice] of [
	['merged', MERGE],
	['put in place of it', REPLACE],
	['opened beside it', BESIDE]
] as const) {
	test(`a snapshot ${name} on a full disk leaves the own data as it is`, async ({ app, page }) => {
		await app.open();
		await app.addFiles([1, 2, 3].map((number) => message({ subject: `Theirs ${number}` })));
		const snapshot = snapshotFile(await app.exportSnapshot());
		await app.deleteEverything();
		await app.open();
		await app.addFiles(message({ subject: 'Mine' }));
		const own = withoutTime(await app.exportSnapshot());
		const release = await fillDisk(page);
		await app.addFiles(snapshot);
		await answer(app, choice);
		await expect(page.getByText('storage is full').first()).toBeVisible();
		await release();
		await page.reload();
		await app.idle();
		expect(withoutTime(await app.exportSnapshot()).emails).toEqual(own.emails);
	});
}

test('patterns that run away are refused for the mail that is there and for mail that comes', async ({ app, page }) => {
	await app.open();
	const runsAway = `${'a'.repeat(40)}!`;
	await app.addFiles([
		environment({
			organization: { enablesmartmatching: true, hashfilterkeywords: '(a+)+$' },
			modelOptions: { subjectChangedPattern: '^(a+)+$' }
		}),
		message({ subject: 'Quiet', messageId: '<quiet@x>' })
	]);
	await app.addFiles([
		message({ subject: runsAway, messageId: '<first@x>', minute: 1 }),
		message({ subject: `re: ${runsAway}`, inReplyTo: '<first@x>', minute: 2 })
	]);
	await app.expectRows(3);
	await expect(page.getByText('takes too long').first()).toBeVisible();
	await page.reload();
	await app.idle();
	await app.openEmail('re: a');
	await expect(app.check('InReplyTo')).toHaveAttribute('data-outcome', 'matched');
	await app.openEmail('Quiet');
	await expect(app.check('SmartMatching')).toHaveAttribute('data-outcome', 'indeterminate');
});

test('mail is not taken for saved when the browser has cleared the site', async ({ app, page }) => {
	const mail = [message({ subject: 'One' }), message({ subject: 'Two' })];
	await app.open();
	await app.addFiles(mail);
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(app.url);
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
	await app.addFiles(mail);
	await page.reload();
	await app.idle();
	await app.expectRows(2);
});

test('a message larger than a database value is stored and opened', async ({ app, page }) => {
	await app.open();
	await page.evaluate(
		(header) => {
			const lines = `${'x'.repeat(998)}\r\n`.repeat(1_000);
			const files = new DataTransfer();
			files.items.add(new File([header, ...Array.from({ length: 135 }, () => lines)], 'large.eml'));
			const input = document.querySelector<HTMLInputElement>('input[type=file]:not([webkitdirectory])');
			if (!input) return;
			input.files = files.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		},
		emlText({ subject: 'Large' })
	);
	await app.idle();
	await app.expectRows(1);
});

test('the page says so when the browser has ended its worker', async ({ app, page }) => {
	await app.open();
	await engineWorker(page).evaluate(() => void setTimeout(() => self.close()));
	await expect(page.getByRole('alert').getByRole('button', { name: 'Reload' })).toBeVisible();
	await app.idle();
});

test('of several snapshots at once one asks, the others are reported as not opened', async ({ app, page }) => {
	await app.open();
	await app.addFiles(message({ subject: 'Mine' }));
	const text = await app.exportSnapshot();
	await app.addFiles([snapshotFile(text, 'one.json'), snapshotFile(text, 'two.json')]);
	await answer(app, MERGE);
	await expect(page.getByRole('dialog')).toBeHidden();
	await app.open('imports/');
	await expect(page.getByText('was not opened').first()).toBeVisible();
});

function mailFrom(from: number, to: number) {
	return Array.from({ length: to - from }, (_, index) =>
		message({ subject: `Number ${from + index}`, minute: from + index })
	);
}

function environment(content: Readonly<Record<string, unknown>>) {
	const text = JSON.stringify({ format: 'tracklens-environment', formatVersion: 1, ...content });
	return { name: 'environment.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

function snapshotFile(text: string, name = 'snapshot.json') {
	return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

async function answer(app: App, name: RegExp): Promise<void> {
	await app.page.getByRole('dialog').getByRole('button', { name }).click();
	await app.idle();
}

/** Unless an import has left it already. */
async function leaveReadOnly(app: App): Promise<void> {
	const back = app.page.getByRole('button', { name: /back to my data/i });
	if (await back.isVisible()) await back.click();
	await app.idle();
}

/**
 * Lets nothing more be stored until the function returned is called. (A quota set in the running browser takes effect
 * only after half a minute.)
 */
async function fillDisk(page: Page): Promise<() => Promise<void>> {
	const worker = engineWorker(page);
	await worker.evaluate(() => {
		const { prototype } = IDBObjectStore;
		const { add, put } = prototype;
		prototype.add = prototype.put = () => {
			throw new DOMException('No room.', 'QuotaExceededError');
		};
		Object.assign(globalThis, { makeRoom: () => Object.assign(prototype, { add, put }) });
	});
	return () => worker.evaluate(() => void (globalThis as unknown as { makeRoom: () => void }).makeRoom());
}

function engineWorker(page: Page): Worker {
	const worker = page.workers().find((one) => one.url().includes('engine.worker'));
	if (!worker) throw new Error('The page has no engine worker.');
	return worker;
}

/** Messages of all packs that are committed. */
async function storedMessages(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error as DOMException);
			});
		const database = await done(indexedDB.open('tracklens'));
		const packs = await done<{ json: string }[]>(database.transaction('factsPacks').objectStore('factsPacks').getAll());
		database.close();
		return packs.reduce((sum, { json }) => sum + (JSON.parse(json) as { sha256: string[] }).sha256.length, 0);
	});
}

function withoutTime(text: string): { readonly [key: string]: unknown; readonly emails: unknown } {
	const { createdAt, ...rest } = JSON.parse(text) as Record<string, unknown>;
	expect(createdAt).toBeTruthy();
	return { emails: undefined, ...rest };
}
