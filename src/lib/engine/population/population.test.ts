/** Columns from the environment, the contact of an unknown sender, and a folder's Regarding over a mark. */
import { describe, expect, test } from 'vitest';
import {
	environment,
	explainAll,
	explainOne,
	id,
	mail,
	mailbox,
	minute,
	queue,
	record,
	user
} from '../../../../tests/support/mail';
import type { Mark, Placement } from '../../domain/environment';

type Changes = Parameters<typeof environment>[0];

const luisa = user('luisa', { fullname: 'Luisa Alves', incomingemailfilteringmethod: 0 });
const base: Changes = { users: [luisa], mailboxes: [mailbox('luisa')] };
const toLuisa = { to: ['luisa@contoso.com'] };

describe('columns', () => {
	const columnsOf = (changes: Parameters<typeof mail>[1], under: Changes = {}) =>
		explainOne('a', [mail('a', { ...toLuisa, ...changes })], environment({ ...base, ...under })).columns;

	test('of an incoming email', () => {
		const records = [record('ann', 'contact', { name: 'Ann' })];
		expect(
			columnsOf({ cc: ['max@contoso.com'], threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==' }, { records })
		).toMatchObject({
			emailsender: { table: 'contact', id: 'ann', name: 'Ann' },
			isduplicatesenderunresolved: false,
			ownerid: 'luisa',
			sender: 'ann@fabrikam.com',
			torecipients: 'luisa@contoso.com',
			sendermailboxid: null,
			conversationindex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==',
			statecode: 1,
			statuscode: 4
		});
	});

	test('of a sent one', () => {
		const marks: Mark[] = [{ messageid: id('a'), tracked: 'sent' }];
		expect(columnsOf({ from: 'luisa@contoso.com', to: ['x@y.z', 'v@w.z'] }, { marks })).toMatchObject({
			emailsender: { table: 'systemuser', id: 'luisa', name: 'Luisa Alves' },
			ownerid: 'luisa',
			torecipients: 'x@y.z;v@w.z',
			sendermailboxid: 'm-luisa',
			statecode: 1,
			statuscode: 3
		});
	});

	test('a sender left unresolved by the setting says so; one whom nobody knows does not', () => {
		const records = ['a', 'b'].map((name) => record(name, 'contact', { emailaddresses: ['ann@fabrikam.com'] }));
		const orgDbOrgSettings = { UnresolveSenderInCaseOfMultipleMatch: true };
		expect(columnsOf({}, { records, orgDbOrgSettings })).toMatchObject({
			emailsender: null,
			isduplicatesenderunresolved: true
		});
		expect(columnsOf({}, { orgDbOrgSettings })).toMatchObject({
			emailsender: null,
			isduplicatesenderunresolved: false
		});
	});

	test('the row that the receiving mailbox’s owner owns is the sender', () => {
		const records = ['b', 'a'].map((name, at) =>
			record(name, 'contact', {
				emailaddresses: ['ann@fabrikam.com'],
				ownerid: name === 'a' ? 'luisa' : 'max',
				createdonUtcMs: minute(at)
			})
		);
		expect(columnsOf({}, { records })?.emailsender?.id).toBe('a');
	});
});

describe('the contact of an unknown sender', () => {
	const first = mail('first', toLuisa);
	const max = user('max', { incomingemailfilteringmethod: 2 });
	const toMax = mail('later', { at: 1, to: ['max@contoso.com'] });
	const under = { ...base, users: [luisa, max], mailboxes: [mailbox('luisa'), mailbox('max')] };
	const contactOf = (name: string, changes: Changes = {}) =>
		explainAll([first, toMax], environment({ ...under, ...changes }))
			.get(name)
			?.checks.find(({ check }) => check === 'population/contact');

	test('is noted where it would be made, and where a filter would have gone by it', () => {
		expect(contactOf('first')).toMatchObject({ outcome: 'made' });
		expect(contactOf('later')).toMatchObject({ outcome: 'madeBefore', evidence: { wouldBeAccepted: true } });
	});

	test('is not noted for a known sender, with the setting off, or when nobody tracked the first', () => {
		expect(contactOf('first', { records: [record('ann', 'lead')] })).toBeUndefined();
		expect(contactOf('first', { orgDbOrgSettings: { AutoCreateContactOnPromote: false } })).toBeUndefined();
		expect(contactOf('later', { marks: [{ messageid: id('first'), tracked: 'untracked' }] })).toBeUndefined();
	});

	test('the verdict stays: the contact is not modelled', () => {
		const all = explainAll([first, toMax], environment(under));
		expect(all.get('later')?.reason.name).toBe('NoCorrelationMatch');
	});
});

describe('a tracked folder’s Regarding', () => {
	const pump = { table: 'incident', id: 'CAS-1', name: 'Pump' };
	const account = { table: 'account', id: 'A-1', name: 'Fabrikam' };
	const manual: Mark[] = [{ messageid: id('a'), tracked: 'manual', regarding: account }];
	const regardingOf = (placement: Partial<Placement>) =>
		explainOne(
			'a',
			[mail('a', toLuisa)],
			environment({
				...base,
				queues: [queue('sales')],
				mailboxes: [mailbox('luisa', { trackedfolders: [{ path: 'Inbox/Pumps', regarding: pump }] })],
				placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null, ...placement }],
				marks: manual
			})
		).columns?.regardingobjectid?.id;

	test('overwrites what was set by hand on the email in it, and on no other', () => {
		expect(regardingOf({ folder: 'Inbox/Pumps' })).toBe('CAS-1');
		expect(regardingOf({ folder: 'Inbox' })).toBe('A-1');
		expect(regardingOf({ folder: 'Inbox/Other' })).toBe('A-1');
	});
});
