import { expect, test } from 'vitest';
import schema from '../../../../../static/schema/environment.v1.schema.json';
import { itemsOf, textOf } from '../controls/control';
import { folderItems, ownersWithoutMailbox } from './mailboxes';
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

test.each(LISTS)('$name: a new row and an empty one can be summed up', ({ create, summary }) => {
	expect(summary({ ...create(), id: 'x-new' }, FILE).title).not.toBe('');
	expect(summary({ id: 'x' }, FILE).title).not.toBe('');
});

test('a tracked folder keeps its Regarding while others come and go', () => {
	const vip = { path: 'Inbox/VIP', regarding: { table: 'account', id: 'a-1', name: 'Fabrikam' } };
	expect(textOf([vip], folderItems)).toBe('Inbox/VIP');
	expect(itemsOf('Inbox/New\nInbox/VIP', folderItems, [vip])).toEqual([{ path: 'Inbox/New', regarding: null }, vip]);
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
