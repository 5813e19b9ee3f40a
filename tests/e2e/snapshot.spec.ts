import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { emlText, message } from './mail';

const THREAD = [
	message({ subject: 'Broken pump', messageId: '<first@fabrikam.example>' }),
	message({ subject: 'RE: Broken pump', inReplyTo: '<first@fabrikam.example>', minute: 5 }),
	message({ subject: 'Order CRM:0001001', minute: 6 }),
	message({ subject: 'RE: Order CRM:0001001', minute: 7, references: '<order-crm-0001001@fabrikam.example>' }),
	message({
		subject: 'Automatic reply: Broken pump',
		inReplyTo: '<first@fabrikam.example>',
		minute: 8,
		more: ['Auto-Submitted: auto-replied']
	}),
	message({ subject: 'RE: Not here', inReplyTo: '<ghost@fabrikam.example>', minute: 9 }),
	{ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('no mail') }
];
const ENVIRONMENT = {
	name: 'contoso.json',
	mimeType: 'application/json',
	buffer: Buffer.from(
		JSON.stringify({
			format: 'tracklens-environment',
			formatVersion: 1,
			name: 'Contoso',
			organization: { enablesmartmatching: true },
			marks: [
				{ messageid: '<first@fabrikam.example>', regarding: { table: 'incident', id: 'CAS-1', name: 'Broken pump' } }
			]
		})
	)
};

test('exported, deleted, opened again and exported again, it is the same but for its time', async ({ app }) => {
	await app.open();
	await app.addFiles(ENVIRONMENT);
	await app.addFiles(THREAD);
	const before = await app.exportSnapshot();
	await app.deleteEverything();
	await app.expectEmpty();
	await app.addFiles({ name: 'case.tracklens.json', mimeType: 'application/json', buffer: Buffer.from(before) });
	await app.expectRows(THREAD.length - 1);
	expect(withoutTime(await app.exportSnapshot())).toEqual(withoutTime(before));
	await app.openEmail('RE: Broken pump');
	await expect(app.check('InReplyTo')).toHaveAttribute('data-outcome', 'matched');
});

test('two exports without a change are the same bytes but for their time', async ({ app }) => {
	await app.open();
	await app.addFiles(THREAD);
	const [first, second] = [await app.exportSnapshot(), await app.exportSnapshot()];
	const time = /"createdAt":\s*"[^"]*"/;
	expect(first).toMatch(time);
	expect(second.replace(time, '')).toBe(first.replace(time, ''));
});

test('the order in which files are dropped changes nothing', async ({ app }) => {
	const orders = [THREAD, THREAD.toReversed(), [...THREAD.slice(3), ...THREAD.slice(0, 3)]];
	const exported: unknown[] = [];
	for (const order of orders) {
		await app.open();
		// One import a file: then nothing can be put in order within an import.
		for (const file of order) await app.addFiles(file);
		exported.push(withoutTime(await app.exportSnapshot()));
		await app.deleteEverything();
	}
	expect(exported[1]).toEqual(exported[0]);
	expect(exported[2]).toEqual(exported[0]);
});

test('everything is there after a reload', async ({ app, page }) => {
	await app.open();
	await app.addFiles(ENVIRONMENT);
	await app.addFiles(THREAD);
	const before = withoutTime(await app.exportSnapshot());
	await page.reload();
	await app.idle();
	expect(withoutTime(await app.exportSnapshot())).toEqual(before);
});

test('a snapshot opens read-only beside own mail, and leaves no trace', async ({ app, page }) => {
	await app.open();
	await app.addFiles(THREAD);
	const snapshot = await app.exportSnapshot();
	await app.deleteEverything();
	await app.open();
	await app.addFiles(message({ subject: 'My own mail' }));
	const own = withoutTime(await app.exportSnapshot());
	await app.addFiles({ name: 'theirs.tracklens.json', mimeType: 'application/json', buffer: Buffer.from(snapshot) });
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /read-only/i })
		.click();
	await app.expectRows(THREAD.length - 1);
	await page.getByRole('button', { name: /back to my data/i }).click();
	await app.expectRows(1);
	expect(withoutTime(await app.exportSnapshot())).toEqual(own);
});

test('a hostile snapshot is refused and changes nothing', async ({ app }) => {
	await app.open();
	await app.addFiles(message({ subject: 'My own mail' }));
	const own = withoutTime(await app.exportSnapshot()) as { emails: unknown };
	const hostile = [
		'{"format":"tracklens-snapshot","formatVersion":99,"emails":[]}',
		'{"format":"tracklens-snapshot","formatVersion":1,"emails":{"length":1}}',
		`{"format":"tracklens-snapshot","formatVersion":1,"emails":${'['.repeat(100_000)}`,
		'{"format":"tracklens-environment","formatVersion":1,"organization":{"hashmaxcount":"many"}}',
		'{"__proto__":{"format":"tracklens-snapshot"},"formatVersion":1}'
	].map((text, index) => ({
		name: `hostile-${index}.tracklens.json`,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	}));
	await app.addFiles(hostile);
	await app.expectProcessed(hostile.length);
	const after = withoutTime(await app.exportSnapshot()) as { emails: unknown };
	expect(after.emails).toEqual(own.emails);
});

test('a snapshot is read whatever the order of its keys, with what it does not know', async ({ app }) => {
	await app.open();
	const text = `{"later":[{"kind":1}],"emails":[${emailTexts(3).join()}],"formatVersion":1,"format":"tracklens-snapshot"}`;
	await app.addFiles(jsonFile(text));
	await app.expectRows(3);
	const again = JSON.parse(await app.exportSnapshot()) as { later: unknown; emails: readonly unknown[] };
	expect(again.later).toEqual([{ kind: 1 }]);
	expect(again.emails).toHaveLength(3);
});

test('of a snapshot whose last email is broken nothing stays', async ({ app, page }) => {
	await app.open();
	const emails = [...emailTexts(1_200), '{"source":{"sha256":"none"}}'];
	await app.addFiles(jsonFile(snapshotText(emails)));
	await app.expectProcessed(1);
	await expect(page.getByRole('status').filter({ hasText: '1 not read' })).toBeVisible();
	expect(await storedPacks(page)).toBe(0);
	await app.open('imports/');
	await expect(page.getByText('At /emails/1200/source/sha256')).toBeVisible();
	await app.expectEmpty();
});

test('reading a snapshot can be cancelled: nothing of it stays', async ({ app, page }, testInfo) => {
	const path = testInfo.outputPath('large.tracklens.json');
	writeFileSync(path, snapshotText(emailTexts(6_000, 'x'.repeat(8_000))));
	await app.open();
	await page.getByLabel('Add email files', { exact: true }).setInputFiles(path);
	await page.getByRole('button', { name: 'Cancel' }).click();
	await app.idle();
	await expect(page.getByRole('status').filter({ hasText: 'then cancelled' })).toBeVisible();
	expect(await storedPacks(page)).toBe(0);

	await app.addFiles(message({ subject: 'Mine' }));
	await app.addFiles(path);
	await page.getByRole('dialog').getByRole('button', { name: 'Merge into this case' }).click();
	await expect(page.getByRole('progressbar', { name: 'Snapshot progress' })).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await app.idle();
	await app.expectRows(1);
	expect(await storedPacks(page)).toBe(1);
});

test('a snapshot whose file is gone when it is to be opened says so', async ({ app, page }, testInfo) => {
	const path = testInfo.outputPath('gone.tracklens.json');
	writeFileSync(path, snapshotText(emailTexts(2)));
	await app.open();
	await app.addFiles(message({ subject: 'Mine' }));
	await app.addFiles(path);
	rmSync(path);
	await page.getByRole('dialog').getByRole('button', { name: 'Merge into this case' }).click();
	await expect(page.getByText('The snapshot was not opened')).toBeVisible();
	await app.idle();
	await app.expectRows(1);
});

test('a path lies below the chosen folder, that folder included', async ({ app }, testInfo) => {
	const folder = testInfo.outputPath('mail');
	mkdirSync(`${folder}/2026`, { recursive: true });
	writeFileSync(`${folder}/2026/a.eml`, emlText({ subject: 'In a folder' }));
	await app.open();
	await app.addFolder(folder);
	const { emails } = JSON.parse(await app.exportSnapshot()) as { emails: readonly { source: { path: string } }[] };
	expect(emails.map(({ source }) => source.path)).toEqual(['mail/2026/a.eml']);
});

function emailTexts(count: number, headerBlock = ''): readonly string[] {
	return Array.from({ length: count }, (_, index) =>
		JSON.stringify({
			source: { sha256: index.toString(16).padStart(8, '0').padEnd(64, '0'), path: `${index}.eml` },
			message: { messageId: `<${index}@fabrikam.example>`, subject: `Number ${index}`, headerBlock }
		})
	);
}

function snapshotText(emails: readonly string[]): string {
	return `{"format":"tracklens-snapshot","formatVersion":1,"emails":[${emails.join()}]}`;
}

function jsonFile(text: string) {
	return { name: 'theirs.tracklens.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Packs of emails in the database, shown or not. */
function storedPacks(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('tracklens');
				opening.onerror = () => reject(opening.error ?? new Error('No database.'));
				opening.onsuccess = () => {
					const counting = opening.result.transaction('factsPacks').objectStore('factsPacks').count();
					counting.onsuccess = () => {
						opening.result.close();
						resolve(counting.result);
					};
				};
			})
	);
}

function withoutTime(text: string): unknown {
	const { createdAt, ...rest } = JSON.parse(text) as Record<string, unknown>;
	expect(createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
	return rest;
}
