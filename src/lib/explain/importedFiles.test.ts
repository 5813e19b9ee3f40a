import { describe, expect, it } from 'vitest';
import { IMPORT_WARNING_CODES, SNAPSHOT_WARNING_CODES, type ImportEntry } from '../domain/report';
import { environmentImportedText, environmentImportedTitle, importedFileTexts } from './importedFiles';

const nothing = {
	users: 0,
	queues: 0,
	records: 0,
	mailboxes: 0,
	settings: 0,
	files: 1,
	changed: true,
	noMailboxes: false
};

describe('the notice', () => {
	it.each([
		[
			{ users: 3, queues: 2, mailboxes: 1, files: 4, settings: 2 },
			'3 users, 2 queues and 1 mailbox from 4 files; 2 settings changed'
		],
		[{ records: 1 }, '1 record from 1 file'],
		[{ settings: 1 }, '1 setting changed from 1 file'],
		[{ files: 2, changed: false }, 'Nothing new in 2 files for the environment'],
		[{}, 'Environment updated from 1 file']
	])('%j', (imported, title) => {
		expect(environmentImportedTitle({ ...nothing, ...imported })).toBe(title);
	});

	it('says what to do next without mailboxes', () => {
		expect(environmentImportedText({ ...nothing, noMailboxes: true })).toContain('Drop the mailboxes table, too');
	});
});

describe('the report', () => {
	const entry: ImportEntry = {
		path: 'users.json',
		bytes: 1,
		sha256: null,
		kind: 'web-api',
		outcome: 'parsedWithWarnings',
		code: null,
		detail: { table: 'systemuser', rows: 2, columnsNotUsed: 'domainname, title' },
		warnings: ['more-pages'],
		alreadyThere: false
	};

	it('says what was taken, what not, and which columns were not used', () => {
		expect(importedFileTexts(entry)).toEqual([
			'Web API response with 2 rows of table systemuser.',
			expect.stringContaining('not the last one'),
			'Columns not used: domainname, title.'
		]);
		expect(importedFileTexts({ ...entry, kind: 'eml' })).toEqual([]);
		expect(importedFileTexts({ ...entry, outcome: 'rejected', code: 'web-api-error' })).toEqual([]);
	});

	it('has words for every warning', () => {
		for (const text of importedFileTexts({ ...entry, warnings: [...IMPORT_WARNING_CODES] })) {
			expect(text).not.toMatch(/undefined|NaN/);
			expect(text.endsWith('.')).toBe(true);
		}
	});

	it('says of a snapshot only what is notable', () => {
		const snapshot = { ...entry, kind: 'snapshot', detail: {}, warnings: [...SNAPSHOT_WARNING_CODES] } as const;
		expect(importedFileTexts(snapshot)).toEqual([
			expect.stringMatching(/^Keys called “__proto__”.* were left out/),
			expect.stringMatching(/^Some emails were correlated with one that is not in the snapshot\./)
		]);
		expect(importedFileTexts({ ...snapshot, warnings: [] })).toEqual([]);
	});

	it('says which rows were left out, which settings are kept, and what a value may be', () => {
		const csv = { ...entry, kind: 'csv', warnings: ['rows-without-id'] } as const;
		expect(
			importedFileTexts({ ...csv, detail: { table: 'contact', rows: 9, rowsNotUsed: 7, rowNumbersNotUsed: '3, 4' } })[1]
		).toBe(
			'7 rows were left out, having neither an email address nor an id, or no table that is known: rows 3, 4 and 5 more (the headings are row 1).'
		);
		const settings = { ...entry, kind: 'org-settings', warnings: ['values-not-used'] } as const;
		const settingsRefused = 'TrackCategorizedItems: "maybe" (allowed: boolean)';
		expect(
			importedFileTexts({ ...settings, detail: { settings: 1, settingsUnknown: 'A, B', settingsRefused } }).slice(1)
		).toEqual([
			`Values that could not be used, in ${settingsRefused}. The rest was taken.`,
			'Kept, without effect here: A, B.'
		]);
	});
});
