import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { message } from './mail';

const MAIL = [
	message({ subject: 'Broken pump in Halle', messageId: '<first@fabrikam.example>' }),
	message({ subject: 'RE: Broken pump in Halle', inReplyTo: '<first@fabrikam.example>', minute: 5 }),
	message({ subject: 'broken PUMP in Halle', minute: 6 }),
	message({ subject: 'Order CRM:0001001', minute: 7 }),
	message({ subject: 'RE: Order CRM:0001001', minute: 8 })
];
const ENVIRONMENT = {
	name: 'contoso.json',
	mimeType: 'application/json',
	buffer: Buffer.from(
		JSON.stringify({
			format: 'tracklens-environment',
			formatVersion: 1,
			name: 'Contoso',
			organization: { enablesmartmatching: true, hashminaddresscount: 1 }
		})
	)
};

interface Exported {
	readonly redaction: { readonly level: string };
	readonly emails: readonly {
		readonly activityid: string;
		readonly message?: { readonly subject: string };
		readonly tracked: string;
		readonly reason: unknown;
		readonly columns: Readonly<Record<string, unknown>> | null;
	}[];
}

async function bytesOf(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
	const download = page.waitForEvent('download');
	await click();
	const file = await download;
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

async function exportAs(page: Page, level: string, more: () => Promise<void> = async () => undefined) {
	await page.getByRole('button', { name: 'Export options', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'What the snapshot holds' });
	await dialog.getByRole('radio', { name: level }).check();
	await more();
	return bytesOf(page, () => dialog.getByRole('button', { name: 'Export with these options' }).click());
}

function decisions({ emails }: Exported) {
	const place = new Map(emails.map(({ activityid }, at) => [activityid, at]));
	return emails.map(({ tracked, reason, columns }) => ({
		tracked,
		reason,
		method: columns?.correlationmethod,
		parent: place.get(String(columns?.correlatedactivityid)) ?? null,
		changed: columns?.correlatedsubjectchanged
	}));
}

test('a pseudonymised snapshot, packed, tells nothing and is decided the same', async ({ app, page }) => {
	await app.open();
	await app.addFiles(ENVIRONMENT);
	await app.addFiles(MAIL);
	const own = JSON.parse(await app.exportSnapshot()) as Exported;
	const { name, bytes } = await exportAs(page, 'Pseudonymised', async () => {
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('checkbox', { name: /Pack with gzip/ }).check();
		await dialog.getByRole('button', { name: 'Preview what leaves' }).click();
		await expect(dialog.getByText('every one gets the same result')).toBeVisible();
		await expect(dialog.getByRole('cell', { name: 'Broken pump in Halle', exact: true }).first()).toBeVisible();
		await expectAccessible(page, 'the dialog', 'dialog');
	});
	expect(name).toMatch(/^pseudonymised-.*\.tracklens\.json\.gz$/);
	const text = gunzipSync(bytes).toString('utf8');
	const exported = JSON.parse(text) as Exported;
	expect(exported.redaction).toEqual({ level: 'pseudonymised' });
	expect(text).not.toMatch(/fabrikam|pump|halle|broken/i);
	expect(decisions(exported)).toEqual(decisions(own));

	await app.deleteEverything();
	await app.open();
	await app.addFiles({ name, mimeType: 'application/gzip', buffer: bytes });
	await app.expectRows(MAIL.length);
	const again = JSON.parse(await app.exportSnapshot()) as Exported;
	expect(decisions(again)).toEqual(decisions(own));
	expect(again.emails).toEqual(exported.emails);
	expect(again.redaction).toEqual({ level: 'pseudonymised' });
});

test('two exports with one passphrase have the same tokens, two without have not', async ({ app, page }) => {
	await app.open();
	await app.addFiles(MAIL);
	const subjects = async (passphrase: string) => {
		const { bytes } = await exportAs(page, 'Pseudonymised', () =>
			page.getByRole('dialog').getByLabel('Passphrase (optional)').fill(passphrase)
		);
		return (JSON.parse(bytes.toString('utf8')) as Exported).emails.map(
			({ message: { subject } = { subject: '' } }) => subject
		);
	};
	const [first, second] = [await subjects('secret'), await subjects('secret')];
	expect(second).toEqual(first);
	expect(await subjects('other')).not.toEqual(first);
	expect(await subjects('')).not.toEqual(await subjects(''));
});

test('columns only holds no facts, and is refused when opened', async ({ app, page }) => {
	await app.open();
	await app.addFiles(MAIL);
	const { bytes } = await exportAs(page, 'Columns only');
	const { emails, redaction } = JSON.parse(bytes.toString('utf8')) as Exported;
	expect(redaction.level).toBe('columns');
	expect(emails.every(({ message: facts, columns }) => facts === undefined && columns !== null)).toBe(true);
	await app.deleteEverything();
	await app.addFiles({ name: 'columns.tracklens.json', mimeType: 'application/json', buffer: bytes });
	await app.expectEmpty();
});

test('HashFilterKeywords cannot be changed over pseudonymised subjects', async ({ app, page }) => {
	await app.open();
	await app.addFiles(MAIL);
	const { name, bytes } = await exportAs(page, 'Pseudonymised');
	await app.deleteEverything();
	await app.open();
	await app.addFiles({ name, mimeType: 'application/json', buffer: bytes });
	await app.expectRows(MAIL.length);
	await app.open('environment/');
	await page.getByLabel('hashfilterkeywords').first().fill('^RE:');
	await page
		.getByRole('button', { name: /^Apply/ })
		.first()
		.click();
	await expect(page.getByText('came from a pseudonymised snapshot').first()).toBeVisible();
});

test('a snapshot is compared with the case without being opened', async ({ app, page }) => {
	await app.open();
	await app.addFiles(MAIL);
	const theirs = await app.exportSnapshot();
	await app.addFiles(ENVIRONMENT);
	await app.addFiles(message({ subject: 'Only mine', minute: 9 }));
	const own = JSON.parse(await app.exportSnapshot()) as Exported;
	const file = { name: 'theirs.tracklens.json', mimeType: 'application/json', buffer: Buffer.from(theirs) };
	await app.addFiles(file);
	await page.getByRole('dialog').getByRole('button', { name: 'Compare with this' }).click();
	await expect(page.getByRole('heading', { name: 'Compare with a snapshot', level: 1 })).toBeVisible();
	await expect(page.getByText('This case has 6 emails, theirs.tracklens.json has 5.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Only mine' })).toBeVisible();
	const settings = page.getByRole('region', { name: 'Environment' });
	await expect(settings.getByRole('row', { name: /enablesmartmatching true false/ })).toBeVisible();
	// Only under smart matching it is linked.
	await page
		.getByRole('button', { name: /^Another verdict|^Another link/ })
		.and(page.locator(':enabled'))
		.first()
		.click();
	await expect(page.getByRole('link', { name: 'broken PUMP in Halle' })).toBeVisible();
	await expectAccessible(page);
	expect((JSON.parse(await app.exportSnapshot()) as Exported).emails).toEqual(own.emails);

	await page
		.getByLabel('Choose a snapshot')
		.setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
	await expect(page.getByText('This JSON file is no Tracklens snapshot')).toBeVisible();
});
