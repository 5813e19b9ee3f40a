import { describe, expect, test } from 'vitest';
import { environment, explainOne, mail, mailbox, minute, queue, user } from '../../../../tests/support/mail';
import type { Mailbox, Placement } from '../../domain/environment';
import { globPattern } from './glob';

describe('globs over paths', () => {
	test.each([
		['luisa/inbox/**', 'luisa/inbox/a.eml', true],
		['luisa/inbox/**', 'luisa/inbox/x/a.eml', true],
		['luisa/inbox/*', 'luisa/inbox/x/a.eml', false],
		['luisa/inbox/*.eml', 'luisa/inbox/a.eml', true],
		['**', 'a.eml', true],
		['a.eml', 'a.eml', true],
		['a.eml', 'aXeml', false],
		['a (1)/[x]*', 'a (1)/[x]y', true],
		['**/inbox/*', 'luisa/inbox/a.eml', true],
		['**/*.eml', 'a.eml', true],
		['luisa/**/a.eml', 'luisa/a.eml', true],
		['luisa/**/a.eml', 'luisa/x/y/a.eml', true],
		['luisa**/a.eml', 'luisa/x/a.eml', true]
	])('%s on %s: %s', (glob, path, matches) => {
		expect(globPattern(glob).test(path)).toBe(matches);
	});
});

const luisa = user('luisa', { incomingemailfilteringmethod: 0 });
const placed = (changes: Partial<Placement>, mailboxChanges: Partial<Mailbox> = {}, orgDbOrgSettings = {}) =>
	environment({
		users: [luisa],
		mailboxes: [mailbox('luisa', mailboxChanges)],
		orgDbOrgSettings,
		placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null, ...changes }]
	});
const reasonOf = (under: ReturnType<typeof placed>, at: number | null = 0) =>
	explainOne('a', [mail('a', { at })], under).reason.name;

describe('which mailboxes hold it', () => {
	test('the first matching placement wins, per path', () => {
		const under = environment({
			users: [luisa, user('max', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('luisa'), mailbox('max')],
			placements: [
				{ files: 'max/**', mailboxid: 'm-max', folder: 'Inbox', moves: [], category: null },
				{ files: '**', mailboxid: 'm-luisa', folder: 'Archive', moves: [], category: null }
			]
		});
		const mailboxes = (paths: string[]) => {
			const [, held] = explainOne('a', [mail('a')], under, paths).checks;
			return held?.check === 'scope/mailbox'
				? held.evidence.mailboxes.map(({ mailboxId, folder }) => `${mailboxId} ${folder}`)
				: [];
		};
		expect(mailboxes(['max/a.eml'])).toEqual(['m-max Inbox']);
		expect(mailboxes(['b.eml', 'max/a.eml'])).toEqual(['m-luisa Archive', 'm-max Inbox']);
	});

	test.each([
		['To', { to: ['luisa@contoso.com'] }],
		['Cc', { to: [], cc: ['LUISA@contoso.com'] }],
		['Delivered-To', { to: [], deliveredTo: ['luisa@contoso.com'] }]
	])('without a placement: the owner’s address in %s', (_, changes) => {
		const under = environment({ users: [luisa], mailboxes: [mailbox('luisa')] });
		expect(explainOne('a', [mail('a', changes)], under).reason.name).toBe('AcceptAll');
	});

	const off = { enabledforincomingemail: false };

	test('a disabled mailbox that is addressed holds it, and its state is the reason', () => {
		const under = environment({ users: [luisa], mailboxes: [mailbox('luisa', off)] });
		const { reason, checks } = explainOne('a', [mail('a', { to: ['luisa@contoso.com'] })], under);
		expect(reason.name).toBe('NotEvaluated');
		expect(checks[1]).toMatchObject({ outcome: 'held' });
		expect(checks[2]).toMatchObject({ outcome: 'failed', evidence: { column: 'enabledforincomingemail' } });
	});

	test('a disabled mailbox of nobody knows whom holds nothing', () => {
		const under = environment({ users: [luisa], mailboxes: [mailbox('else', off)] });
		expect(explainOne('a', [mail('a')], under).checks[1]).toMatchObject({ outcome: 'notHeld' });
	});

	test('of mailboxes that did not look at it, one that is synchronized gives the reason', () => {
		const under = environment({
			users: [luisa, user('max')],
			mailboxes: [mailbox('luisa', { processemailreceivedafterUtcMs: minute(9) }), mailbox('max', off)]
		});
		const both = mail('a', { to: ['luisa@contoso.com', 'max@contoso.com'] });
		expect(explainOne('a', [both], under).verdict).toMatchObject({ decidedBy: ['scope/received-date'] });
	});
});

describe('mailbox state', () => {
	test.each([
		['incomingemaildeliverymethod', 0],
		['incomingemaildeliverymethod', 1],
		['incomingemaildeliverymethod', 3],
		['enabledforincomingemail', false],
		['emailrouteraccessapproval', 2],
		['incomingemailstatus', 2],
		['incomingemailstatus', 0]
	])('%s = %s', (column, value) => {
		const explanation = explainOne('a', [mail('a')], placed({}, { [column]: value }));
		expect(explanation.reason.name).toBe('NotEvaluated');
		expect(explanation.verdict).toMatchObject({ tracked: 'no', decidedBy: ['scope/mailbox-state'] });
		expect(explanation.checks[2]).toMatchObject({ outcome: 'failed', evidence: { column, value } });
	});
});

describe('folders', () => {
	const tracked = {
		trackedfolders: [{ path: 'Inbox/VIP', regarding: { table: 'account', id: 'A-1', name: 'Fabrikam' } }]
	};

	test.each([
		['Inbox', {}, 'AcceptAll'],
		['inbox/', {}, 'AcceptAll'],
		['Inbox/VIP', {}, 'NotEvaluated'],
		['Inbox/VIP', tracked, 'Manual'],
		['inbox/vip', tracked, 'Manual'],
		['Inbox/Other', tracked, 'NotEvaluated'],
		['Archive', { trackedfolders: [{ path: 'Archive', regarding: null }] }, 'NotEvaluated'],
		['Sent Items', {}, 'NotEvaluated']
	])('%s %j: %s', (folder, changes, reason) => {
		expect(reasonOf(placed({ folder }, changes))).toBe(reason);
	});

	test('a tracked folder brings its Regarding and leaves the accepting entity empty', () => {
		const { columns, checks } = explainOne('a', [mail('a')], placed({ folder: 'Inbox/VIP' }, tracked));
		expect(columns).toMatchObject({
			acceptingentityid: null,
			receivingmailboxid: 'm-luisa',
			regardingobjectid: { id: 'A-1' }
		});
		expect(checks.find(({ check }) => check === 'population/regarding')).toMatchObject({ outcome: 'setByFolder' });
	});

	test('only the first 25 folders count, and none of a queue', () => {
		const many = Array.from({ length: 26 }, (_, index) => ({ path: `Inbox/${index}`, regarding: null }));
		expect(reasonOf(placed({ folder: 'Inbox/24' }, { trackedfolders: many }))).toBe('Manual');
		expect(reasonOf(placed({ folder: 'Inbox/25' }, { trackedfolders: many }))).toBe('NotEvaluated');
		const sales = environment({
			queues: [queue('sales')],
			mailboxes: [mailbox('sales', tracked)],
			placements: [{ files: '**', mailboxid: 'm-sales', folder: 'Inbox/VIP', moves: [], category: null }]
		});
		expect(explainOne('a', [mail('a')], sales).checks[3]).toMatchObject({ evidence: { why: 'queueMailbox' } });
	});

	test('a categorised sent item is outgoing', () => {
		const under = placed({ folder: 'Sent Items', category: 'Tracked to Dynamics 365' });
		expect(explainOne('a', [mail('a')], under).columns).toMatchObject({ directioncode: true, acceptingentityid: null });
	});

	test('the category tracks wherever the mail lies, unless category tracking is off', () => {
		const category = 'Tracked to Dynamics 365';
		expect(reasonOf(placed({ folder: 'Archive', category }))).toBe('Manual');
		expect(reasonOf(placed({ folder: 'Archive', category }, {}, { TrackCategorizedItems: false }))).toBe(
			'NotEvaluated'
		);
		expect(reasonOf(placed({ folder: 'Archive', category: `${category} (Undeliverable)` }))).toBe('NotEvaluated');
	});
});

describe('tracked folders over time', () => {
	const order = { table: 'salesorder', id: 'ORD-7', name: 'Spare parts' };
	const vip = [
		{ path: 'Inbox/VIP', regarding: order },
		{ path: 'Inbox/Plain', regarding: null },
		{ path: 'Inbox/Case', regarding: { ...order, id: 'CAS-1' } }
	];
	const to = (at: number, folder: string) => ({ atUtcMs: minute(at), folder });
	const syncs = (...at: readonly number[]) => ({ syncsUtcMs: at.map(minute) });

	test.each([
		['arrived in it, moved out before the sync', 'Inbox/VIP', [to(5, 'Archive')], syncs(10), 'NotEvaluated'],
		['arrived in it, moved out after the sync', 'Inbox/VIP', [to(15, 'Archive')], syncs(10), 'Manual ORD-7'],
		['arrived in it, moved out: no syncs described', 'Inbox/VIP', [to(5, 'Archive')], {}, 'Manual ORD-7'],
		['moved in at the very sync', 'Archive', [to(10, 'Inbox/VIP')], syncs(10), 'Manual ORD-7'],
		['moved out at the very sync', 'Inbox/VIP', [to(10, 'Archive')], syncs(10), 'NotEvaluated'],
		[
			'moved in and out between two syncs',
			'Archive',
			[to(5, 'Inbox/VIP'), to(8, 'Archive')],
			syncs(1, 10),
			'NotEvaluated'
		],
		['moved before it was received: it arrived there', 'Archive', [to(-5, 'Inbox/VIP')], syncs(10), 'Manual ORD-7'],
		['the later folder’s Regarding is written last', 'Inbox/VIP', [to(5, 'Inbox/Case')], {}, 'Manual CAS-1'],
		['a folder without Regarding leaves it', 'Inbox/VIP', [to(5, 'Inbox/Plain')], {}, 'Manual ORD-7'],
		['a folder that no sync came upon sets nothing', 'Inbox/VIP', [to(15, 'Inbox/Case')], syncs(10), 'Manual ORD-7'],
		[
			'found there by Test & Enable',
			'Archive',
			[to(5, 'Inbox/VIP')],
			{ ...syncs(1), testedandenabledonUtcMs: minute(9) },
			'Manual ORD-7'
		],
		[
			'in the folder first, in the Inbox later',
			'Inbox',
			[to(5, 'Inbox/VIP'), to(15, 'Inbox')],
			syncs(10, 20),
			'Manual ORD-7'
		],
		['sent, then moved in', 'Sent Items', [to(5, 'Inbox/VIP')], syncs(10), 'Manual ORD-7'],
		[
			'before Process Emails From',
			'Inbox/VIP',
			[],
			{ ...syncs(10), processemailreceivedafterUtcMs: minute(9) },
			'Manual ORD-7'
		]
	] as const)('%s', (_, folder, moves, changes, expected) => {
		const under = placed({ folder, moves }, { trackedfolders: vip, ...changes });
		const { reason, columns } = explainOne('a', [mail('a')], under);
		expect([reason.name, columns?.regardingobjectid?.id].filter(Boolean).join(' ')).toBe(expected);
	});

	test.each([
		['syncs', 'Inbox/VIP', [], syncs(10)],
		['moves', 'Archive', [to(5, 'Inbox/VIP')], {}]
	] as const)(
		'whether it was there in time cannot be told of mail of unknown time, with %s',
		(_, folder, moves, changes) => {
			const under = placed({ folder, moves }, { trackedfolders: vip, ...changes });
			const { verdict, checks } = explainOne('a', [mail('a', { at: null })], under);
			expect(verdict).toEqual({ tracked: 'unknown', needs: ['receivedAt'] });
			expect(checks.find(({ check }) => check === 'scope/received-date')).toMatchObject({ outcome: 'indeterminate' });
		}
	);

	test('marked as tracked by hand, it takes the Regarding of the folder it was moved to', () => {
		const under = placed({ moves: [to(5, 'Inbox/VIP')] }, { trackedfolders: vip });
		const marks = [{ messageid: '<a@example.org>', tracked: 'manual' as const }];
		expect(explainOne('a', [mail('a')], { ...under, marks }).columns?.regardingobjectid).toEqual(order);
	});

	test('the mailbox that decided is told with the folder and the time', () => {
		const under = placed({ moves: [to(5, 'Inbox/VIP')] }, { trackedfolders: vip, ...syncs(10) });
		expect(explainOne('a', [mail('a')], under).checks[1]).toMatchObject({
			evidence: {
				mailboxes: [
					{ folder: 'Inbox/VIP', reason: 'Manual', sighting: { seen: true, by: 'trackedFolder', atUtcMs: minute(10) } }
				]
			}
		});
	});
});

describe('received date', () => {
	test.each([
		[{ processemailreceivedafterUtcMs: minute(0) }, 'AcceptAll'],
		[{ processemailreceivedafterUtcMs: minute(1) }, 'NotEvaluated'],
		[{ profileprocessemailsreceivedafterUtcMs: minute(1) }, 'NotEvaluated'],
		[{ processemailreceivedafterUtcMs: minute(1), profileprocessemailsreceivedafterUtcMs: minute(-1) }, 'NotEvaluated']
	])('Process Emails From %j: equal or later is seen, the later date applies: %s', (changes, reason) => {
		expect(reasonOf(placed({}, changes))).toBe(reason);
	});

	test('an unknown time of receipt cannot be set against sync cycles; it is not before Process Emails From', () => {
		expect(reasonOf(placed({}, { processemailreceivedafterUtcMs: minute(0) }), null)).toBe('AcceptAll');
		const explanation = explainOne('a', [mail('a', { at: null })], placed({}, { syncsUtcMs: [minute(0)] }));
		expect(explanation.verdict).toEqual({ tracked: 'unknown', needs: ['receivedAt'] });
		expect(reasonOf(placed({}), null)).toBe('AcceptAll');
	});
});

describe('sync cycles', () => {
	const syncs = [minute(10), minute(20), minute(30)];

	test.each([
		['in the Inbox all the time', {}, 'AcceptAll'],
		['moved to a subfolder after the sync', { moves: [{ atUtcMs: minute(15), folder: 'Inbox/VIP' }] }, 'AcceptAll'],
		['moved to a subfolder before the sync', { moves: [{ atUtcMs: minute(6), folder: 'Inbox/VIP' }] }, 'NotEvaluated'],
		[
			'sorted by a rule, moved back before the next sync',
			{ folder: 'Inbox/VIP', moves: [{ atUtcMs: minute(8), folder: 'Inbox' }] },
			'NotEvaluated'
		],
		[
			'sorted by a rule, moved back after the sync',
			{ folder: 'Inbox/VIP', moves: [{ atUtcMs: minute(25), folder: 'Inbox' }] },
			'NotEvaluated'
		]
	])('%s: %s', (_, changes, reason) => {
		expect(reasonOf(placed(changes, { syncsUtcMs: syncs }), 5)).toBe(reason);
	});

	test('taken out and put back: the watermark has passed', () => {
		const moves = [
			{ atUtcMs: minute(6), folder: 'Archive' },
			{ atUtcMs: minute(15), folder: 'Inbox' }
		];
		const under = environment({
			users: [luisa],
			mailboxes: [mailbox('luisa', { syncsUtcMs: syncs })],
			placements: [
				{ files: 'moved/**', mailboxid: 'm-luisa', folder: 'Inbox', moves, category: null },
				{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null }
			]
		});
		const [moved, stayed] = [mail('moved', { at: 5 }), mail('stayed', { at: 9 })];
		const pathsOf = (sha256: string) => [sha256 === moved.sha256 ? 'moved/a.eml' : 'b.eml'];
		const received = (messages: (typeof moved)[]) =>
			explainOne('moved', messages, under, pathsOf).checks.find(({ check }) => check === 'scope/received-date');
		// The sync at minute 10 processes `stayed`, received at 9; the one at 20 looks at later mail only.
		expect(received([moved, stayed])).toMatchObject({
			outcome: 'failed',
			evidence: { sighting: { seen: false, why: 'beforeWatermark' } }
		});
		expect(received([moved])).toMatchObject({ outcome: 'passed', evidence: { sighting: { seen: true, by: 'sync' } } });
		expect(explainOne('moved', [moved, stayed], under, pathsOf).reason.name).toBe('NotEvaluated');
		expect(explainOne('stayed', [moved, stayed], under, pathsOf).reason.name).toBe('AcceptAll');
	});

	test('mail after the last sync waits', () => {
		expect(reasonOf(placed({}, { syncsUtcMs: syncs }), 31)).toBe('NotEvaluated');
		expect(reasonOf(placed({}, { syncsUtcMs: syncs }), 30)).toBe('AcceptAll');
	});

	test('Test & Enable looks at the Inbox anew, from Process Emails From on', () => {
		const moved = { folder: 'Inbox/VIP', moves: [{ atUtcMs: minute(8), folder: 'Inbox' }] };
		expect(reasonOf(placed(moved, { syncsUtcMs: syncs, testedandenabledonUtcMs: minute(40) }), 5)).toBe('AcceptAll');
		const later = { testedandenabledonUtcMs: minute(40), processemailreceivedafterUtcMs: minute(6) };
		expect(reasonOf(placed(moved, { syncsUtcMs: syncs, ...later }), 5)).toBe('NotEvaluated');
	});
});

test('rights-protected mail is left out with RestrictIRMEmailItems', () => {
	const restricted = mail('a', { contentType: 'application/x-microsoft-rpmsg-message; name=message.rpmsg' });
	expect(explainOne('a', [restricted], placed({})).reason.name).toBe('AcceptAll');
	expect(explainOne('a', [restricted], placed({}, {}, { RestrictIRMEmailItems: true })).reason.name).toBe(
		'NotEvaluated'
	);
});

test('one mailbox that holds a message twice: the order of placements counts, not the names of the paths', () => {
	const category = { mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: 'Tracked to Dynamics 365' };
	const tracked = { mailboxid: 'm-luisa', folder: 'Inbox/VIP', moves: [], category: null };
	const told = (...names: [string, string]) => {
		const [first, second] = names;
		const under = environment({
			users: [user('luisa')],
			mailboxes: [mailbox('luisa', { trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] })],
			placements: [
				{ files: first, ...category },
				{ files: second, ...tracked }
			]
		});
		return explainOne('m', [mail('m')], under, [...names].sort()).checks.find(({ check }) => check === 'scope/folder');
	};
	expect(told('a.eml', 'b.eml')).toEqual(told('b.eml', 'a.eml'));
	expect(told('a.eml', 'b.eml')?.outcome).toBe('category');
});
