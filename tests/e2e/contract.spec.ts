/** What automated clients and assistive technology rely on: names, roles and states that must not change. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, expect, test } from './fixtures';
import { emlText, message } from './mail';

test.use({ serviceWorkers: 'allow' });

const PAGES = ['', 'diagnoses/', 'imports/', 'environment/'];

for (const path of PAGES) {
	test.describe(`page /${path}`, () => {
		test('is delivered busy and turns idle when the inputs are there', async ({ app, page, request }) => {
			const html = await (await request.get(new URL(path, app.url).href)).text();
			expect(html).toContain('<html lang="en" data-busy="true">');
			await app.open(path);
			const files = page.getByLabel('Add email files', { exact: true });
			await expect(files).toHaveAttribute('type', 'file');
			await expect(files).toHaveJSProperty('multiple', true);
			const folder = page.getByLabel('Add a folder', { exact: true });
			await expect(folder).toHaveAttribute('type', 'file');
			await expect(folder).toHaveJSProperty('webkitdirectory', true);
			await expect(page.getByRole('button', { name: 'Export snapshot', exact: true })).toBeVisible();
			await expect(page.getByRole('button', { name: 'Export options', exact: true })).toBeVisible();
		});

		test('takes files by its input and says how many', async ({ app }) => {
			await app.open(path);
			await app.addFiles([message({ subject: 'One' }), message({ subject: 'Two' })]);
			await app.expectProcessed(2);
			await app.open();
			await app.expectRows(2);
		});

		test('takes a folder dropped anywhere on the window', async ({ app, page }, testInfo) => {
			const folder = testInfo.outputPath('dropped');
			mkdirSync(join(folder, 'deeper'), { recursive: true });
			writeFileSync(join(folder, 'a.eml'), emlText({ subject: 'At the top' }));
			writeFileSync(join(folder, 'deeper', 'b.eml'), emlText({ subject: 'Further down' }));
			await app.open(path);
			const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
			await app.drop([folder], width - 20, height - 20);
			await app.expectProcessed(2);
			expect(await pathsOf(app)).toEqual(['dropped/a.eml', 'dropped/deeper/b.eml']);
		});
	});
}

test('busy begins in the same task as a change and a drop', async ({ app, page }) => {
	await app.open();
	const seen = await page.evaluate(async () => {
		const { dataset } = document.documentElement;
		const idle = async () => {
			while (dataset.busy !== 'false') await new Promise((resolve) => setTimeout(resolve, 20));
		};
		const files = new DataTransfer();
		files.items.add(new File(['Subject: by change\n\ntext'], 'change.eml'));
		const input = document.querySelector<HTMLInputElement>('input[type=file]:not([webkitdirectory])');
		if (!input) return [];
		input.files = files.files;
		const before = dataset.busy;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		const afterChange = dataset.busy;
		await idle();
		const dropped = new DataTransfer();
		dropped.items.add(new File(['Subject: by drop\n\ntext'], 'drop.eml'));
		document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));
		const afterDrop = dataset.busy;
		await idle();
		return [before, afterChange, afterDrop];
	});
	expect(seen).toEqual(['false', 'true', 'true']);
	await app.expectRows(2);
});

test('progress is shown while importing, and counts carry no digit grouping', async ({ app, page }, testInfo) => {
	const folder = testInfo.outputPath('many');
	mkdirSync(folder, { recursive: true });
	for (let index = 0; index < 1_200; index++) {
		writeFileSync(join(folder, `${index}.eml`), emlText({ subject: `Number ${index}`, minute: index }));
	}
	await app.open();
	const chosen = page.getByLabel('Add a folder', { exact: true }).setInputFiles(folder);
	await expect(page.getByRole('progressbar', { name: 'Import progress' })).toBeVisible();
	await chosen;
	await app.idle();
	await app.expectProcessed(1_200);
	await app.expectRows(1_200);
	expect((await pathsOf(app)).slice(0, 2)).toEqual(['many/0.eml', 'many/1.eml']);
});

test('the ladder lists the four methods in order, each with its outcome', async ({ app }) => {
	await app.open();
	await app.addFiles([
		message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' }),
		message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 })
	]);
	await app.openEmail('RE: Broken pump');
	const methods = ['InReplyTo', 'TrackingToken', 'ConversationIndex', 'SmartMatching'];
	const listed = await app.checks.evaluateAll((items) =>
		items.map((item) => [item.getAttribute('data-check') ?? '', item.getAttribute('data-outcome') ?? ''] as const)
	);
	expect(listed.map(([check]) => check).filter((check) => methods.includes(check))).toEqual(methods);
	expect(new Map(listed).get('InReplyTo')).toBe('matched');
	expect(new Map(listed).get('SmartMatching')).toBe('disabled');
	expect(listed.every(([, outcome]) => outcome !== '')).toBe(true);
	await expect(app.checks.first()).toHaveRole('listitem');
});

test('search narrows the rows', async ({ app, page }) => {
	await app.open();
	await app.addFiles(['Red pump', 'Green pump', 'Blue valve'].map((subject) => message({ subject })));
	await app.expectRows(3);
	await page.getByRole('searchbox', { name: 'Search activities', exact: true }).fill('pump');
	await app.expectRows(2);
});

test('an environment file becomes active at once and can be undone', async ({ app, page }) => {
	await app.open();
	await app.addFiles([message({ subject: 'First', messageId: '<first@fabrikam.example>' })]);
	await app.addFiles([environmentFile('Contoso')]);
	await expect(page.getByText('Contoso').first()).toBeVisible();
	expect(snapshotOf(await app.exportSnapshot()).environment.name).toBe('Contoso');
	await app.open('environment/');
	await page.getByRole('button', { name: /undo/i }).first().click();
	await app.idle();
	expect(snapshotOf(await app.exportSnapshot()).environment.name).not.toBe('Contoso');
});

test('a snapshot opens at once in an empty store, else asks', async ({ app, page }) => {
	await app.open();
	await app.addFiles([message({ subject: 'Shared' })]);
	const snapshot = await app.exportSnapshot();
	const file = { name: 'case.tracklens.json', mimeType: 'application/json', buffer: Buffer.from(snapshot) };

	await app.addFiles([file]);
	const question = page.getByRole('dialog').or(page.getByRole('alertdialog'));
	await expect(question).toBeVisible();
	for (const answer of [/read-only/i, /merge/i, /replace/i]) {
		await expect(question.getByRole('button', { name: answer })).toBeVisible();
	}
	await question.getByRole('button', { name: /cancel/i }).click();

	await app.deleteEverything();
	await app.expectEmpty();
	await app.addFiles([file]);
	await expect(question).toBeHidden();
	await app.expectRows(1);
});

test('delete everything empties the store after a confirmation', async ({ app }) => {
	await app.open();
	await app.addFiles([message({ subject: 'Soon gone' })]);
	await app.expectRows(1);
	await app.deleteEverything();
	await app.expectEmpty();
	expect(snapshotOf(await app.exportSnapshot()).emails).toEqual([]);
});

test('the export button downloads one file, at once', async ({ app, page }) => {
	await app.open();
	await app.addFiles([message({ subject: 'To share' })]);
	const downloads: string[] = [];
	page.on('download', (download) => downloads.push(download.suggestedFilename()));
	const snapshot = snapshotOf(await app.exportSnapshot());
	expect(downloads).toHaveLength(1);
	expect(downloads[0]).toMatch(/\.tracklens\.json$/);
	expect(snapshot).toMatchObject({ format: 'tracklens-snapshot', formatVersion: 1 });
});

test('the manifest names the application', () => {
	const manifest = JSON.parse(readFileSync('build/manifest.webmanifest', 'utf8')) as Record<string, unknown>;
	expect(manifest).toMatchObject({ name: 'Tracklens', display: 'standalone', start_url: './' });
});

interface Snapshot {
	readonly environment: { readonly name: string };
	readonly emails: readonly { readonly source: { readonly path: string } }[];
}

function snapshotOf(text: string): Snapshot {
	return JSON.parse(text) as Snapshot;
}

async function pathsOf(app: App): Promise<string[]> {
	return snapshotOf(await app.exportSnapshot())
		.emails.map(({ source }) => source.path)
		.sort();
}

function environmentFile(name: string) {
	const content = {
		format: 'tracklens-environment',
		formatVersion: 1,
		name,
		organization: { usetrackingtokens: false }
	};
	return { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) };
}
