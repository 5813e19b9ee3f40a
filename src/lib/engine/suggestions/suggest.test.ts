import { describe, expect, test } from 'vitest';
import { environment, id, mail, queue, user } from '../../../../tests/support/mail';
import { FRESH_INSTALL, type Environment } from '../../domain/environment';
import type { Address, MessageFacts } from '../../domain/message';
import { autoReplyClass } from '../autoreply/classify';
import { isRobotAddress, isRole, looksLikePerson, nameFromAddress } from './localParts';
import { suggest } from './suggest';

const person = (name: string, address: string): Address => ({ name, address });

interface Case {
	readonly messages: readonly MessageFacts[];
	readonly environment?: Environment;
	readonly paths?: Readonly<Record<string, string>>;
	readonly ownDomains?: readonly string[];
}
function suggested({ messages, environment: under = FRESH_INSTALL, paths = {}, ownDomains }: Case) {
	return suggest({
		messages,
		environment: under,
		classOf: (position) => autoReplyClass(messages[position] as MessageFacts),
		pathsOf: (position) => [paths[messages[position]?.messageId ?? ''] ?? `${position}.eml`],
		ownDomains: ownDomains ?? null
	});
}
const addresses = (found: readonly { readonly address: string }[]): string[] => found.map(({ address }) => address);

describe('addresses by their name', () => {
	test.each([
		['sales@a.b', true],
		['Support.EMEA@a.b', true],
		['kunden-service@a.b', true],
		['vertrieb@a.b', true],
		['comptabilite@a.b', true],
		['ventas@a.b', true],
		['luisa@a.b', false],
		['salesman.joe@a.b', false]
	])('%s is a role: %s', (address, role) => expect(isRole(address)).toBe(role));

	test.each([
		['no-reply@a.b', true],
		['do_not_reply@a.b', true],
		['billing.noreply@a.b', true],
		['MAILER-DAEMON@a.b', true],
		['bounces+123=x.com@a.b', true],
		['newsletter@a.b', true],
		['noreen.reply@a.b', false],
		['luisa@a.b', false]
	])('%s is a robot: %s', (address, robot) => expect(isRobotAddress(address)).toBe(robot));

	test.each([
		['luisa.alves@a.b', '', true],
		['la@a.b', 'Alves, Luisa', true],
		['la@a.b', 'Sales Team', false],
		['x1@a.b', '', false],
		['lists+usrp@a.b', '', false]
	])('%s "%s" looks like a person: %s', (address, name, is) => expect(looksLikePerson(address, name)).toBe(is));

	test('a name made of the address', () => expect(nameFromAddress('luisa.alves@a.b')).toBe('Luisa Alves'));
});

const luisa = person('Luisa Alves', 'luisa@contoso.com');
const ann = person('Ann Smith', 'Ann@Fabrikam.com');
const everyday = [
	mail('1', { from: 'ann@fabrikam.com', to: ['luisa@contoso.com', 'sales@contoso.com'] }),
	{ ...mail('2', { at: 1, to: [], inReplyTo: [id('1')] }), from: luisa, to: [ann] },
	{ ...mail('3', { at: 2, inReplyTo: [id('2')] }), from: ann, to: [luisa], cc: [person('', 'max.muster@contoso.com')] },
	mail('4', { at: 3, from: 'joe@northwind.com', to: ['sales@contoso.com'] }),
	mail('5', { at: 4, from: 'no-reply@shop.com', to: ['luisa@contoso.com'], autoSubmitted: 'auto-generated' })
];

test('own domain, users, queues and contacts of everyday mail, each with its evidence', () => {
	const found = suggested({ messages: everyday });
	expect(found.domains[0]).toMatchObject({ domain: 'contoso.com', messages: 5, from: 1, to: 4, preselected: true });
	expect(found.ownDomains).toEqual(['contoso.com']);
	expect(found.users).toMatchObject([
		{ address: 'luisa@contoso.com', name: 'Luisa Alves', why: 'personWrites', confidence: 'high', from: 1, to: 3 },
		{ address: 'max.muster@contoso.com', name: 'Max Muster', why: 'personOnlyReceives', preselected: false }
	]);
	expect(found.queues).toMatchObject([{ address: 'sales@contoso.com', name: 'Sales', why: 'roleAddress', to: 2 }]);
	expect(found.records).toMatchObject([
		{
			address: 'ann@fabrikam.com',
			name: 'Ann Smith',
			table: 'contact',
			why: 'conversation',
			withUs: 3,
			preselected: true
		},
		{ address: 'joe@northwind.com', why: 'writesToUs', confidence: 'low', preselected: false }
	]);
	expect(found.users[0]?.example).toBe(1);
});

test('another choice of domains turns it round', () => {
	const found = suggested({ messages: everyday, ownDomains: ['fabrikam.com'] });
	expect(addresses(found.users)).toEqual(['ann@fabrikam.com']);
	expect(addresses(found.records)).toEqual(['luisa@contoso.com', 'sales@contoso.com', 'max.muster@contoso.com']);
});

test('what is described already is left out', () => {
	const under = environment({ users: [user('luisa')], queues: [queue('sales')] });
	const found = suggested({ messages: everyday, environment: under });
	expect(addresses([...found.users, ...found.queues])).toEqual(['max.muster@contoso.com']);
});

test('two addresses of ours under one name are one user', () => {
	const second = person('Luisa Alves', 'luisa.alves@contoso.com');
	const messages = [...everyday, { ...mail('6', { at: 5, to: ['ann@fabrikam.com'] }), from: second }];
	expect(suggested({ messages }).users[0]).toMatchObject({
		address: 'luisa@contoso.com',
		aliases: ['luisa.alves@contoso.com'],
		from: 2
	});
});

test('a mailing list is nobody, but who posts to it is somebody', () => {
	const post = [{ name: 'List-Post', occurrence: 0, value: '<mailto:pumps@lists.contoso.com>' }];
	const onList = (name: string, from: string, changes = {}) =>
		mail(name, { from, to: ['pumps@lists.contoso.com'], cc: ['luisa@contoso.com'], otherFields: post, ...changes });
	const found = suggested({
		messages: [
			onList('1', 'ann@fabrikam.com', { listId: '<pumps.lists.contoso.com>' }),
			mail('2', { from: 'luisa@contoso.com', to: ['pumps@lists.contoso.com'], inReplyTo: [id('1')] })
		],
		ownDomains: ['contoso.com', 'lists.contoso.com']
	});
	expect(found.lists).toEqual(['pumps@lists.contoso.com']);
	expect(addresses([...found.users, ...found.queues])).toEqual(['luisa@contoso.com']);
	expect(addresses(found.records)).toEqual(['ann@fabrikam.com']);
});

test('a provider of mailboxes for everybody is not chosen by itself', () => {
	const messages = [1, 2, 3].map((at) => mail(`${at}`, { at, from: 'ann@fabrikam.com', to: ['luisa@gmail.com'] }));
	const { domains } = suggested({ messages });
	expect(domains.find(({ domain }) => domain === 'gmail.com')).toMatchObject({ isPublic: true, preselected: false });
});

describe('where files lay', () => {
	const sent = { ...mail('s', { to: ['ann@fabrikam.com'] }), from: luisa };
	const received = mail('r', { to: ['luisa@contoso.com', 'sales@contoso.com'] });
	const placementsOf = (paths: Readonly<Record<string, string>>, under = FRESH_INSTALL) =>
		suggested({
			messages: [sent, received],
			paths: { [id('s')]: paths.s ?? 's.eml', [id('r')]: paths.r ?? 'r.eml' },
			environment: under,
			ownDomains: ['contoso.com']
		}).placements.map(({ files, folder, address, confidence }) => [files, folder, address, confidence]);

	test.each([
		[{ r: 'case/luisa/inbox/r.eml' }, [['case/luisa/inbox/**', 'Inbox', 'luisa@contoso.com', 'high']]],
		[
			{ r: 'case/sales/Posteingang/VIP/r.eml' },
			[['case/sales/Posteingang/VIP/**', 'Inbox/VIP', 'sales@contoso.com', 'high']]
		],
		[
			{ s: 'Luisa Alves/Gesendete Elemente/s.eml' },
			[['Luisa Alves/Gesendete Elemente/**', 'Sent Items', 'luisa@contoso.com', 'high']]
		],
		[{ s: 'Sent/s.eml' }, [['Sent/**', 'Sent Items', 'luisa@contoso.com', 'medium']]],
		[{ r: 'a*b/inbox/r.eml' }, []],
		[{ r: 'pumps/r.eml' }, []]
	])('%j', (paths, expected) => {
		expect(placementsOf(paths)).toEqual(expected);
	});

	test('the innermost folder comes first, since the first match wins; one that is placed is left out', () => {
		const paths = { r: 'luisa/inbox/r.eml', s: 'luisa/inbox/VIP/s.eml' };
		const messages = [received, mail('s', { to: ['luisa@contoso.com'] })];
		const found = (under: Environment) =>
			suggested({
				messages,
				paths: { [id('r')]: paths.r, [id('s')]: paths.s },
				environment: under,
				ownDomains: ['contoso.com']
			}).placements.map(({ files }) => files);
		expect(found(FRESH_INSTALL)).toEqual(['luisa/inbox/VIP/**', 'luisa/inbox/**']);
		const placed = { files: 'luisa/inbox/VIP/**', mailboxid: 'm', folder: 'Inbox/VIP', moves: [], category: null };
		expect(found(environment({ placements: [placed] }))).toEqual(['luisa/inbox/**']);
	});
});

test('20,000 messages of as many people take little time, and the lists stay short', () => {
	const messages = Array.from({ length: 20_000 }, (_, index) =>
		mail(`${index}`, { at: index, from: `ann${index}@fabrikam${index % 500}.com`, to: ['sales@contoso.com'] })
	);
	const before = performance.now();
	const found = suggest({
		messages,
		environment: FRESH_INSTALL,
		classOf: () => 'human',
		pathsOf: (position) => [`in/${position}/inbox/a.eml`],
		ownDomains: null
	});
	expect(performance.now() - before).toBeLessThan(3_000);
	expect(found.records).toHaveLength(300);
	expect(found.total.records).toBe(20_000);
	expect(found.placements.length).toBeLessThanOrEqual(100);
});
