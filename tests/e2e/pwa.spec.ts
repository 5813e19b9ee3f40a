import { chromium, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { App, expect, test, type Server } from './fixtures';
import { message } from './mail';
import { writeNextVersion } from './nextVersion';

test.use({ serviceWorkers: 'allow' });

/** A request of a page whose server is gone fails in the console, with good reason. */
const SERVER_GONE = /net::ERR_(CONNECTION_REFUSED|FAILED)|An unknown error occurred when fetching the script/;

test.describe('installed and offline', () => {
	let server: Server;
	test.beforeEach(async () => {
		server = await serve({ port: 0 });
	});
	test.afterEach(() => server.close());

	test('the browser finds nothing that hinders installation', async ({ launchOptions }, testInfo) => {
		// A private window can never install anything.
		const context = await chromium.launchPersistentContext(testInfo.outputPath('profile'), launchOptions);
		const page = await context.newPage();
		await new App(page, server.url).open();
		await stored(page);
		const session = await context.newCDPSession(page);
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		expect(installabilityErrors).toEqual([]);
		await context.close();
	});

	test('a cold start without a server shows the stored mail', async ({ context, page, trouble }) => {
		trouble.allowOrigin(server.url);
		const app = new App(page, server.url);
		await app.open();
		await stored(page);
		await app.addFiles([message({ subject: 'Kept for the journey' })]);

		await server.close();
		trouble.ignore(SERVER_GONE);
		await context.setOffline(true);
		await page.close();
		const later = new App(await context.newPage(), server.url);
		await later.open();
		await expect(later.activities.getByText('Kept for the journey')).toBeVisible();
		await later.openEmail('Kept for the journey');
		await later.open('imports/?outcome=all');
		await later.open('environment/');
		await later.addFiles([message({ subject: 'Added on the way' })]);
		await later.expectProcessed(1);
		trouble.ignore(/Not found: \/nowhere/);
		await later.open('nowhere/at/all');
		expect(await later.page.evaluate(() => navigator.onLine)).toBe(false);
	});

	test('everything that a build holds is on the device', async ({ context, page, trouble }) => {
		trouble.allowOrigin(server.url);
		await new App(page, server.url).open();
		await stored(page);
		const origin = new URL(server.url).origin;
		const missing = await page.evaluate(async () => {
			const names: string[] = [];
			const workers = (await (await fetch('_app/worker-files.json')).json()) as string[];
			for (const path of workers) if (!(await caches.match(`/${path}`))) names.push(path);
			return names;
		});
		expect(missing).toEqual([]);
		expect(context.serviceWorkers().map((worker) => worker.url())).toEqual([`${origin}/service-worker.js`]);
	});
});

test('a new version asks first, and waits for what is under way', async ({ context, page, trouble }, testInfo) => {
	const nextFolder = testInfo.outputPath('next');
	writeNextVersion('build', nextFolder);
	let server = await serve({ port: 0 });
	trouble.allowOrigin(server.url);
	const app = new App(page, server.url);
	await app.open();
	await stored(page);
	await app.addFiles([message({ subject: 'From the old version' })]);

	const { port } = server;
	await server.close();
	server = await serve({ port, folder: nextFolder });
	expect(server.port).toBe(port);
	const otherTab = new App(await context.newPage(), server.url);
	await otherTab.open();

	// The old version goes on until someone agrees, also after a reload.
	const update = page.getByRole('button', { name: /update|new version/i });
	await expect(update).toBeVisible();
	expect(await isNext(page)).toBe(false);
	expect(await isNext(otherTab.page)).toBe(false);

	await page.evaluate(() => (document.documentElement.dataset.busy = 'true'));
	await update.click();
	await page.waitForTimeout(500);
	expect(await isNext(page)).toBe(false);
	await page.evaluate(() => (document.documentElement.dataset.busy = 'false'));
	await expect(page.locator('meta[name=build]')).toBeAttached();
	await app.idle();
	await expect(app.activities.getByText('From the old version')).toBeVisible();

	// The other tab was not reloaded, and the old version's files are still there for it.
	expect(await isNext(otherTab.page)).toBe(false);
	await otherTab.page.getByRole('link', { name: 'Environment' }).first().click();
	await expect(otherTab.page.getByRole('button', { name: 'Delete all data' })).toBeVisible();
	expect(await isNext(otherTab.page)).toBe(false);
	await server.close();
});

test('runs below a sub-path', async ({ page, trouble }) => {
	const server = await serve({ port: 0, base: '/app/' });
	trouble.allowOrigin(server.url);
	const app = new App(page, server.url);
	await app.open();
	await stored(page);
	expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(server.url);
	await app.addFiles([message({ subject: 'Below a path' })]);
	await app.open('environment/');
	await server.close();
	trouble.ignore(SERVER_GONE);
	await app.open('imports/');
	await app.open();
	await expect(app.activities.getByText('Below a path')).toBeVisible();
});

test.describe('with service workers blocked', () => {
	test.use({ serviceWorkers: 'block' });
	test('the application works', async ({ app }) => {
		await app.open();
		await app.addFiles([message({ subject: 'No service worker' })]);
		await app.expectProcessed(1);
		await app.page.reload();
		await app.idle();
		await expect(app.activities.getByText('No service worker')).toBeVisible();
	});
});

/** Waits until the service worker has stored the application and controls the page. */
async function stored(page: Page): Promise<void> {
	await page.waitForFunction(async () => {
		const registration = await navigator.serviceWorker.ready;
		return registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
	});
}

async function isNext(page: Page): Promise<boolean> {
	return (await page.locator('meta[name=build]').count()) > 0;
}
