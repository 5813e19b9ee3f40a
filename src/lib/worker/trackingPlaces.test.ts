import { describe, expect, test } from 'vitest';
import { Holdings } from '../engine/scope/holdings';
import { mail } from '../../../tests/support/mail';
import { decodeEnvironmentFile, freshInstallFile } from '../snapshot/environmentFile';
import type { PlainObject } from '../snapshot/plainData';
import { trackByPlace } from './trackingPlaces';

const category = 'Tracked to Dynamics 365';
const users = [{ id: 'luisa', emailaddresses: ['luisa@contoso.com'] }];
const queues = [{ id: 'sales', emailaddresses: ['sales@contoso.com'] }];
const mailboxes = [
	{ id: 'm-luisa', ownerid: 'luisa', colour: 'red' },
	{ id: 'm-sales', ownerid: 'sales' }
];

/** One email under the given paths, in the environment that the lists make. */
function run(
	kind: 'category' | 'folder',
	lists: PlainObject,
	paths: readonly string[],
	to = ['nobody@fabrikam.com'],
	times = 1
) {
	const decoded = decodeEnvironmentFile({ ...freshInstallFile(), ...lists });
	if (!decoded.ok) throw new Error('The file does not fit its schema.');
	const message = mail('a', { to });
	const holdings = new Holdings(decoded.environment).of(message, paths).holdings;
	const { receivedAtUtcMs } = message;
	const emails = Array.from({ length: times }, () => ({ paths, holdings, receivedAtUtcMs }));
	return { before: decoded.file, ...trackByPlace(decoded.file, decoded.environment, emails, { kind }) };
}

const described = { users, queues, mailboxes };
const inFolder = (folder: string, mailboxid = 'm-luisa') => ({
	...described,
	placements: [{ files: 'vip/**', mailboxid, folder, ours: 1 }]
});

describe('by category', () => {
	test('a file in a place described gets a place of its own before it', () => {
		const { file, changed } = run('category', inFolder('Inbox/VIP'), ['vip/a.eml']);
		expect(file.placements).toEqual([
			{ files: 'vip/a.eml', mailboxid: 'm-luisa', folder: 'Inbox/VIP', ours: 1, category },
			{ files: 'vip/**', mailboxid: 'm-luisa', folder: 'Inbox/VIP', ours: 1 }
		]);
		expect(changed).toBe(1);
	});

	test('a place of its own is changed as it stands', () => {
		const placements = [{ files: 'a.eml', mailboxid: 'm-luisa', folder: 'Archive' }];
		const { file } = run('category', { ...described, placements }, ['a.eml']);
		expect(file.placements).toEqual([{ ...placements[0], category }]);
	});

	test('held by its address in one mailbox, it gets a place in that Inbox', () => {
		const { file } = run('category', described, ['a.eml'], ['luisa@contoso.com']);
		expect(file.placements).toEqual([{ files: 'a.eml', mailboxid: 'm-luisa', folder: 'Inbox', category }]);
	});

	test.each([
		['a fresh install', {}, ['a.eml'], 'noMailbox', 1],
		['a mailbox that is not described', inFolder('Inbox', 'm-else'), ['vip/a.eml'], 'noMailbox', 1],
		['two mailboxes by address', described, ['a.eml'], 'severalMailboxes', 1],
		[
			'category tracking switched off',
			{ ...inFolder('Inbox/VIP'), orgDbOrgSettings: { TrackCategorizedItems: false } },
			['vip/a.eml'],
			'categoryTrackingOff',
			1
		],
		['more files than there should be placements', inFolder('Inbox/VIP'), ['vip/a.eml'], 'tooManyFiles', 201]
	] as const)('%s is refused', (_name, lists, paths, code, emails) => {
		const to = ['luisa@contoso.com', 'sales@contoso.com'];
		const result = run('category', lists, paths, to, emails);
		expect(result.refused).toEqual([{ code, emails }]);
		expect(result.file).toBe(result.before);
	});
});

describe('with the folder', () => {
	test('it becomes a tracked folder of the mailbox, once', () => {
		const { file, changed } = run('folder', inFolder('Inbox/VIP'), ['vip/a.eml'], [], 3);
		expect(file.mailboxes).toEqual([
			{ ...mailboxes[0], trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] },
			mailboxes[1]
		]);
		expect(changed).toBe(3);
	});

	const moved = (folder: string, to: string, syncs: readonly string[] = []) => ({
		...described,
		mailboxes: [{ ...mailboxes[0], syncs }],
		placements: [{ files: 'vip/**', mailboxid: 'm-luisa', folder, moves: [{ at: '2026-09-01T08:30:00Z', folder: to }] }]
	});

	test.each([
		['moved into it', moved('Inbox', 'Inbox/VIP'), 'Inbox/VIP'],
		['moved on: the last one counts', moved('Inbox/Later', 'Inbox/VIP'), 'Inbox/VIP'],
		['moved back to the Inbox, seen before', moved('Inbox/VIP', 'Inbox'), 'Inbox/VIP'],
		['moved on before the sync', moved('Inbox/Later', 'Inbox/VIP', ['2026-09-01T09:00:00Z']), 'Inbox/VIP'],
		['moved on after the sync', moved('Inbox/Later', 'Inbox/VIP', ['2026-09-01T08:10:00Z']), 'Inbox/Later']
	] as const)('an email that was %s', (_name, lists, path) => {
		const { file, changed } = run('folder', lists, ['vip/a.eml']);
		expect(file.mailboxes).toMatchObject([{ trackedfolders: [{ path, regarding: null }] }]);
		expect(changed).toBe(1);
	});

	test('a tracked folder stays as it is', () => {
		const tracked = [{ ...mailboxes[0], trackedfolders: [{ path: 'inbox/vip/' }] }];
		const result = run('folder', { ...inFolder('Inbox/VIP'), mailboxes: tracked }, ['vip/a.eml']);
		expect(result).toMatchObject({ changed: 0, refused: [] });
		expect(result.file).toBe(result.before);
	});

	const full = Array.from({ length: 25 }, (_, index) => ({ path: `Inbox/${index}` }));
	test.each([
		['nobody holds it', described, 'noMailbox'],
		['the Inbox itself', inFolder('Inbox'), 'inboxItself'],
		['a queue’s mailbox', inFolder('Inbox/VIP', 'm-sales'), 'queueMailbox'],
		['a folder beside the Inbox', inFolder('Archive'), 'notBelowInbox'],
		['a folder left before the sync', moved('Inbox/VIP', 'Archive', ['2026-09-01T09:00:00Z']), 'notThereAtSync'],
		['a folder without a sync since', moved('Inbox', 'Inbox/VIP', ['2026-09-01T08:10:00Z']), 'notThereAtSync'],
		[
			'a user with 25 of them',
			{ ...inFolder('Inbox/VIP'), mailboxes: [{ ...mailboxes[0], trackedfolders: full }] },
			'tooManyFolders'
		]
	] as const)('%s is refused', (_name, lists, code) => {
		const result = run('folder', lists, ['vip/a.eml']);
		expect(result).toMatchObject({ changed: 0, refused: [{ code, emails: 1 }] });
		expect(result.file).toBe(result.before);
	});
});
