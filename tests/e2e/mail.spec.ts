/** The main job: drop mail, open one, read why. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { message } from './mail';

const REAL_MAIL = 'tests/corpus/files';

const FIRST = message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' });
const REPLY = message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 });

test('a folder of real mail is read whole, and every file has its outcome', async ({ app, page }) => {
	const files = readdirSync(REAL_MAIL, { recursive: true, encoding: 'utf8' }).filter((path) =>
		statSync(join(REAL_MAIL, path)).isFile()
	);
	expect(files.length).toBeGreaterThan(100);
	await app.open();
	const point = page.viewportSize() ?? { width: 800, height: 600 };
	await app.drop([REAL_MAIL], point.width / 2, point.height / 2);
	await app.idle(120_000);
	await app.expectProcessed(files.length);

	const snapshot = JSON.parse(await app.exportSnapshot()) as {
		emails: readonly { tracked: string; source: { paths: readonly string[] } }[];
		imports: readonly { path: string; outcome: string }[];
	};
	const emails = snapshot.emails.length;
	await app.expectRows(emails);
	expect(emails).toBeGreaterThan(100);
	expect(snapshot.emails.filter(({ tracked }) => tracked === 'yes').length).toBeGreaterThan(100);
	// Copies of a file are one email under several paths.
	const paths = snapshot.emails.flatMap(({ source }) => source.paths);
	const rejected = snapshot.imports.filter(({ outcome }) => outcome === 'rejected');
	expect(paths.length + rejected.length).toBe(files.length);

	await page.reload();
	await app.idle();
	await app.expectRows(emails);
});

test('an email opens with its headline, its ladder and the header line that decided', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.openEmail('RE: Broken pump');
	await expect(app.check('InReplyTo')).toHaveAttribute('data-outcome', 'matched');
	await expect(app.check('TrackingToken')).toBeVisible();
	await expect(app.check('ConversationIndex')).toBeVisible();
	await expect(app.check('SmartMatching')).toHaveAttribute('data-outcome', 'disabled');

	await app
		.check('InReplyTo')
		.getByRole('button', { name: /show in the headers/ })
		.first()
		.click();
	const marked = page.locator('[data-field="In-Reply-To" i]');
	await expect(marked).toBeFocused();
	await expect(marked).toContainText('<first@fabrikam.example>');
	await expect(marked).toBeInViewport();

	await page.getByRole('button', { name: 'Show body as text' }).click();
	await expect(page.getByText('Text of RE: Broken pump.')).toBeVisible();
});

test('a decision has an address that opens it again', async ({ app, page }) => {
	await app.open();
	await app.addFiles([FIRST, REPLY]);
	await app.openEmail('RE: Broken pump');
	const address = page.url();
	expect(address).toMatch(/\?.*=/);
	await page.goto(address);
	await app.idle();
	await expect(app.check('InReplyTo')).toHaveAttribute('data-outcome', 'matched');
});

test('a reply that came before its parent is decided as if the parent were not there', async ({ app }) => {
	await app.open();
	await app.addFiles([
		message({ subject: 'RE: Late parent', inReplyTo: '<late@fabrikam.example>', minute: 1 }),
		message({ subject: 'Late parent', messageId: '<late@fabrikam.example>', minute: 9 })
	]);
	await app.openEmail('RE: Late parent');
	await expect(app.check('InReplyTo')).toHaveAttribute('data-outcome', 'noMatch');
});

test('the import report lists what was not read, and why', async ({ app, page }) => {
	await app.open();
	await app.addFiles([
		FIRST,
		{ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Just a note, no mail.') },
		{ name: 'empty.eml', mimeType: 'message/rfc822', buffer: Buffer.alloc(0) },
		{ name: 'archive.eml', mimeType: 'message/rfc822', buffer: Buffer.from('PK\u0003\u0004 and so on') },
		{ ...FIRST, name: 'copy.eml' }
	]);
	await app.expectProcessed(5);
	await app.expectRows(1);
	await app.open('imports/');
	for (const name of ['note.txt', 'empty.eml', 'archive.eml', 'copy.eml']) {
		await expect(page.getByRole('row').filter({ hasText: name }).first()).toBeVisible();
	}
	const snapshot = JSON.parse(await app.exportSnapshot()) as {
		imports: readonly { path: string; code?: string | null }[];
	};
	const codes = new Map(snapshot.imports.map(({ path, code }) => [path, code ?? null]));
	expect(codes.get('note.txt')).toBe('not-mail');
	expect(codes.get('empty.eml')).toBe('empty');
	expect(codes.get('archive.eml')).toBe('zip');
});

test('two tabs see the same mail', async ({ app, context }) => {
	await app.open();
	await app.addFiles([FIRST]);
	const other = await context.newPage();
	await other.goto(app.url);
	await expect(other.locator('html')).toHaveAttribute('data-busy', 'false');
	await expect(other.getByText('Broken pump').first()).toBeVisible();
});
