/** What every test in a browser starts from: the production build on a free port, and a page that is watched. */
import { resolve } from 'node:path';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import { serve } from '../../scripts/serve.mjs';

export type Server = Awaited<ReturnType<typeof serve>>;
type Files = Parameters<Locator['setInputFiles']>[0];

export class App {
	constructor(
		readonly page: Page,
		readonly url: string
	) {}

	/** Opens a page by its path below the application, e.g. `imports/?id=1`, and waits until it can be used. */
	async open(path = ''): Promise<void> {
		await this.page.goto(new URL(path, this.url).href);
		await this.idle();
	}

	async idle(timeout = 30_000): Promise<void> {
		await expect(this.page.locator('html')).toHaveAttribute('data-busy', 'false', { timeout });
	}

	async addFiles(files: Files): Promise<void> {
		await this.page.getByLabel('Add email files', { exact: true }).setInputFiles(files);
		await this.idle();
	}

	async addFolder(folder: string): Promise<void> {
		await this.page.getByLabel('Add a folder', { exact: true }).setInputFiles(folder);
		await this.idle(120_000);
	}

	/** A drop as the operating system makes it: paths of files and folders, at a point of the window. */
	async drop(paths: readonly string[], x: number, y: number): Promise<void> {
		const session = await this.page.context().newCDPSession(this.page);
		const data = { items: [], files: paths.map((path) => resolve(path)), dragOperationsMask: 1 };
		for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
			await session.send('Input.dispatchDragEvent', { type, x, y, data });
		}
		await this.idle();
	}

	async expectProcessed(count: number): Promise<void> {
		const status = this.page.getByRole('status').filter({ hasText: `${count} of ${count} files processed` });
		await expect(status.first()).toBeVisible();
	}

	get activities(): Locator {
		return this.page.getByRole('grid', { name: 'Activities' }).or(this.page.getByRole('table', { name: 'Activities' }));
	}

	/** Rows of emails in the table, all of them, also those not drawn. */
	async expectRows(count: number): Promise<void> {
		await expect(this.activities).toHaveAttribute('aria-rowcount', String(count));
	}

	/** Nothing imported: there is no table, but an invitation. */
	async expectEmpty(): Promise<void> {
		await this.open();
		await expect(this.activities).toBeHidden();
	}

	/** Opens the email whose row shows this text. */
	async openEmail(text: string): Promise<void> {
		await this.activities.getByRole('row').filter({ hasText: text }).first().click();
		await expect(this.checks.first()).toBeVisible();
	}

	get checks(): Locator {
		return this.page.getByRole('list', { name: 'Decision', exact: true }).locator('[data-check]');
	}

	check(id: string): Locator {
		return this.page.getByRole('list', { name: 'Decision', exact: true }).locator(`[data-check="${id}"]`);
	}

	/** The text of the file that the export button downloads. */
	async exportSnapshot(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Export snapshot', exact: true }).click();
		const stream = await (await download).createReadStream();
		const chunks: Buffer[] = [];
		for await (const chunk of stream) chunks.push(chunk as Buffer);
		await this.idle();
		return Buffer.concat(chunks).toString('utf8');
	}

	async deleteEverything(): Promise<void> {
		await this.open('environment/');
		await this.page.getByRole('button', { name: 'Delete all data', exact: true }).click();
		await this.page.getByRole('button', { name: 'Delete everything', exact: true }).click();
		await this.idle();
	}
}

/** What must never happen in a session; `ignore` lists what a test brings about on purpose. */
export class Trouble {
	readonly #seen: string[] = [];
	readonly #ignored: RegExp[] = [];
	readonly #origins = new Set<string>();

	ignore(pattern: RegExp): void {
		this.#ignored.push(pattern);
	}

	/** The application is served from here, too. */
	allowOrigin(url: string): void {
		this.#origins.add(new URL(url).origin);
	}

	/** Watches all pages, workers and service workers of a context. */
	watch(context: BrowserContext): void {
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (url.protocol.startsWith('http') && !this.#origins.has(url.origin)) this.#seen.push(`request to ${url.href}`);
		});
		context.on('weberror', (error) => this.#seen.push(`uncaught: ${error.error().message}`));
		context.on('console', (message) => {
			if (message.type() === 'error') this.#seen.push(`console: ${message.text()}`);
		});
		context.on('page', (page) => {
			page.on('worker', (worker) => {
				worker.on('console', (message) => {
					if (message.type() === 'error') this.#seen.push(`worker console: ${message.text()}`);
				});
			});
		});
		void context.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (event) => {
				console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
			});
		});
	}

	get all(): readonly string[] {
		return this.#seen.filter((text) => !this.#ignored.some((pattern) => pattern.test(text)));
	}
}

export const test = base.extend<{ app: App; trouble: Trouble }, { server: Server }>({
	server: [
		// Playwright wants the fixtures destructured, even when there are none.

		async ({}, use) => {
			const server = await serve({ port: 0 });
			await use(server);
			await server.close();
		},
		{ scope: 'worker' }
	],
	// Also for tests that do not name it: none may pass with an error in the console.
	trouble: [
		async ({ context, server }, use) => {
			const trouble = new Trouble();
			trouble.allowOrigin(server.url);
			trouble.watch(context);
			await use(trouble);
			expect(trouble.all).toEqual([]);
		},
		{ auto: true }
	],
	app: async ({ page, server }, use) => use(new App(page, server.url))
});

export { expect };

export interface Screen {
	readonly colorScheme: 'light' | 'dark';
	readonly width: number;
	readonly height: number;
}

/** Checks the page as it stands on each of the screens, one after the other. */
export async function onScreens(
	page: Page,
	screens: readonly Screen[],
	check: (screen: string) => Promise<void>
): Promise<void> {
	for (const { colorScheme, width, height } of screens) {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height });
		// What depends on the size of the window is drawn by then.
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		await check(`${colorScheme}, ${width} px`);
	}
}

/**
 * Nothing that axe finds on the page as it stands; `where` names it in the message. There are no frames, so one run on
 * the page sees all of it; describing every element that passes would take most of the time. Reading axe itself takes
 * longer than many a run, so a document does it once.
 */
export async function expectAccessible(page: Page, where?: string, within = 'html'): Promise<void> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
	const found = await page.evaluate(async (selector) => {
		const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
		const { violations } = await run({ include: [selector] }, { resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
	}, within);
	expect(found, where).toEqual([]);
}
