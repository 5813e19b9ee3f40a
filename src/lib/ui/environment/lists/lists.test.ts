import { describe, expect, test } from 'vitest';
import schema from '../../../../../static/schema/environment.v1.schema.json';
import { REGARDING_RECORD_WORDS, ROW_FIELD_WORDS, TRACKED_FOLDER_WORDS } from '$lib/explain/settings/rowFields';
import { withValue, type Row } from '$lib/state/environmentDraft';
import { itemsOf, textOf } from '../controls/control';
import { shownValue } from '../settingControls';
import { fieldsOf, type ListWords } from './list';
import { folderItems, mailboxes, ownersWithoutMailbox } from './mailboxes';
import { moveItems } from './placements';
import { LISTS } from './registry';

const FILE = {
	users: [{ id: 'u-luisa', fullname: 'Luisa' }],
	queues: [{ id: 'q-sales' }],
	mailboxes: [{ id: 'm-luisa', ownerid: 'u-luisa' }]
};

test.each(LISTS)('$name: every field is a key of the format', ({ name, fields, create }) => {
	const keys = Object.keys(schema.properties[name].items.properties);
	for (const { path } of fields) expect(keys).toContain(path[0]);
	for (const key of Object.keys(create())) expect(keys).toContain(key);
});

test.each(LISTS)('$name: every key of the format but its id is a field', ({ name, fields }) => {
	const keys = Object.keys(schema.properties[name].items.properties).filter((key) => key !== 'id');
	expect(new Set(fields.map(({ path }) => path[0]))).toEqual(new Set(keys));
});

describe('what is said of each field', () => {
	const regarding = { table: 'account', id: 'a-1', name: 'Fabrikam' };
	/** With every field that a row can have. */
	const FULL: Row = { regarding, trackedfolders: [{ path: 'Inbox/VIP', regarding }] };
	const FIELDS = LISTS.flatMap((list) =>
		fieldsOf(list, FULL).map((field) => ({ of: `${list.name}: ${field.label}`, list: list.name, ...field }))
	);
	const wholeSentence = /^\S.{8,}\.$/s;

	test.each(FIELDS)('$of', ({ words, label }) => {
		expect(words.does).toMatch(wholeSentence);
		if (words.without === null) expect(label).toMatch(/^Id of the record/);
		else expect(words.without).toMatch(wholeSentence);
		if (words.note !== undefined) expect(words.note).toMatch(wholeSentence);
		expect(words.sources.length).toBeGreaterThan(0);
	});

	test.each(FIELDS)('$of: is said of this very column', ({ words, path, list }) => {
		const [column, ...within] = path.map(String);
		const last = within.at(-1);
		const own: Readonly<Record<string, unknown>> = ROW_FIELD_WORDS[list];
		if (last === undefined) return expect(words).toBe(own[column ?? '']);
		const shared: Readonly<Record<string, unknown>> = { ...TRACKED_FOLDER_WORDS, ...REGARDING_RECORD_WORDS };
		expect(words).toBe(shared[last]);
	});

	test.each(LISTS)('$name: as many columns have words as are fields', ({ name, fields }) => {
		expect(new Set(Object.keys(ROW_FIELD_WORDS[name]))).toEqual(new Set(fields.map(({ path }) => String(path[0]))));
	});

	test('what has no page behind it is called assumed, and nothing else is', () => {
		for (const { words, of } of FIELDS) {
			const learned = words.sources.some(({ title }) => !title.startsWith('Tracklens'));
			expect(words.basis === 'assumed', of).toBe(!learned);
		}
	});

	test.each([
		['users', 'active', 'On'],
		['users', 'incomingemailfilteringmethod', 'Email messages in response to Dynamics 365 email'],
		['users', 'fullname', 'empty'],
		['queues', 'ownerid', 'Nobody'],
		['records', 'createdon', 'empty'],
		['mailboxes', 'incomingemaildeliverymethod', 'Server-Side Synchronization'],
		['mailboxes', 'enabledforincomingemail', 'On'],
		['mailboxes', 'emailrouteraccessapproval', 'Not described'],
		['mailboxes', 'processemailreceivedafter', 'empty'],
		['placements', 'files', '**'],
		['placements', 'mailboxid', 'Not chosen'],
		['placements', 'folder', 'Inbox'],
		['marks', 'tracked', 'By its filter, as any other'],
		['marks', 'regarding', 'Not set by hand']
	] satisfies [ListWords['name'], string, string][])('%s: %s is %s by default', (list, column, shown) => {
		const field = FIELDS.find((one) => one.list === list && one.path.length === 1 && one.path[0] === column);
		const control = typeof field?.control === 'function' ? field.control(FILE) : field?.control;
		expect(control && shownValue(control, field?.ifAbsent)).toBe(shown);
	});
});

test.each(LISTS)('$name: a new row and an empty one can be summed up', ({ create, summary }) => {
	expect(summary({ ...create(), id: 'x-new' }, FILE).title).not.toBe('');
	expect(summary({ id: 'x' }, FILE).title).not.toBe('');
});

test('a tracked folder keeps its Regarding while others come and go', () => {
	const vip = { path: 'Inbox/VIP', regarding: { table: 'account', id: 'a-1', name: 'Fabrikam' } };
	expect(textOf([vip], folderItems)).toBe('Inbox/VIP');
	expect(itemsOf('Inbox/New\nInbox/VIP', folderItems, [vip])).toEqual([{ path: 'Inbox/New', regarding: null }, vip]);
});

test('a tracked folder keeps its Regarding while its path is edited', () => {
	const regarding = { table: 'account', id: 'a-1', name: 'Fabrikam' };
	const [vip, orders] = [
		{ path: 'Inbox/VIP', regarding },
		{ path: 'Inbox/Orders', regarding: null }
	];
	expect(itemsOf('Inbox/VIPs\nInbox/Orders', folderItems, [vip, orders])).toEqual([
		{ path: 'Inbox/VIPs', regarding },
		orders
	]);
	expect(itemsOf('Inbox/Orders\nInbox/VIP', folderItems, [vip, orders])).toEqual([orders, vip]);
});

describe('the Regarding of tracked folders', () => {
	const regarding = { table: 'account', id: 'a-1', name: 'Fabrikam' };
	const row = {
		id: 'm',
		trackedfolders: [{ path: 'Inbox/VIP', regarding }, { path: 'Inbox/Orders' }, { path: 'inbox/vip/' }]
	};
	const labels = (of: Row) => fieldsOf(mailboxes, of).map(({ label }) => label);

	test('each folder that counts has a field of its own, and a record that is set has its columns', () => {
		expect(labels(row).filter((label) => label.includes('“'))).toEqual([
			'Regarding of email in “Inbox/VIP”',
			'Table of the record for “Inbox/VIP”',
			'Id of the record for “Inbox/VIP”',
			'Name of the record for “Inbox/VIP”',
			'Regarding of email in “Inbox/Orders”'
		]);
		expect(new Set(labels(row)).size).toBe(labels(row).length);
	});

	test('they edit the folder of their own', () => {
		const field = fieldsOf(mailboxes, row).find(({ label }) => label === 'Id of the record for “Inbox/VIP”');
		expect(withValue(row, field?.path ?? [], 'a-2').trackedfolders[0]).toEqual({
			path: 'Inbox/VIP',
			regarding: { ...regarding, id: 'a-2' }
		});
	});

	test('no more than count', () => {
		const many = Array.from({ length: 30 }, (_, index) => ({ path: `Inbox/${index}` }));
		expect(labels({ id: 'm', trackedfolders: many }).filter((label) => label.includes('“'))).toHaveLength(25);
	});
});

test('tracked folders that do not count are told at the field and on the row', () => {
	const row = { id: 'm', ownerid: 'q-sales', trackedfolders: [{ path: 'Inbox/VIP' }] };
	const field = mailboxes.fields.find(({ path }) => path[0] === 'trackedfolders');
	expect(field?.problems?.(row, FILE)).toEqual([expect.stringContaining('mailbox of a queue')]);
	expect(mailboxes.summary(row, FILE).warning).toBe('Tracked folders to check');
	expect(mailboxes.summary({ ...row, ownerid: 'u-luisa' }, FILE).warning).toBeUndefined();
});

test.each([
	['2026-01-05T09:00:00Z Inbox/My folder', { at: '2026-01-05T09:00:00Z', folder: 'Inbox/My folder' }],
	['2026-01-05T09:00:00Z', { at: '2026-01-05T09:00:00Z' }]
])('the move "%s"', (line, move) => {
	expect(itemsOf(line, moveItems, [])).toEqual([move]);
	expect(textOf([move], moveItems)).toBe(line);
});

test('owners without a mailbox are found', () => {
	expect(ownersWithoutMailbox(FILE).map(({ id }) => id)).toEqual(['q-sales']);
});
