import { describe, expect, test } from 'vitest';
import {
	environment,
	explainAll,
	explainOne,
	id,
	mail,
	mailbox,
	queue,
	record,
	user
} from '../../../../tests/support/mail';
import type { Mark } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';

type Changes = Parameters<typeof environment>[0];
type Mails = readonly MessageFacts[];

const all = { incomingemailfilteringmethod: 0 } as const;
const team: Changes = {
	users: [user('luisa', all), user('maria', all), user('omar', all), user('zoe', { ...all, active: false })],
	queues: [queue('sales', { ...all, ownerid: 'omar' }), queue('help', all), queue('old', { ...all, ownerid: 'zoe' })],
	mailboxes: [mailbox('luisa'), mailbox('sales'), mailbox('maria'), mailbox('help')]
};
const to = (...names: string[]) => names.map((name) => `${name}@contoso.com`);

/** `ownerid why field` of the last mail. */
function ownerOf(messages: Mails, changes: Changes = {}, marks: readonly Mark[] = []): string {
	const last = messages.at(-1) as MessageFacts;
	const name = (last.messageId as string).slice(1, (last.messageId as string).indexOf('@'));
	const { columns, checks } = explainOne(name, messages, environment({ ...team, marks, ...changes }));
	const check = checks.find((ran) => ran.check === 'population/owner');
	if (check?.check !== 'population/owner') return 'no check';
	expect(check.evidence.owner?.id ?? null).toBe(columns?.ownerid);
	return [columns?.ownerid ?? '-', check.evidence.why, check.evidence.field ?? '-'].join(' ');
}

/** The first email belongs to the first of `names`, who reads it alone. */
const answerTo = (first: string, ...names: string[]) => [
	mail('first', { to: to(first) }),
	mail('answer', { at: 1, to: to(...names), inReplyTo: [id('first')] })
];
const contactOf = (ownerid: string | null): Changes => ({ records: [record('ann', 'contact', { ownerid })] });
const one = (mails: Parameters<typeof mail>[1]) => [mail('a', mails)];

describe('who owns an incoming email', () => {
	test.each<readonly [string, Mails, Changes, string]>([
		['the only recipient', one({ to: to('luisa') }), {}, 'luisa onlyEligible To'],
		['a queue’s owner', one({ to: to('sales') }), {}, 'omar onlyEligible To'],
		['the first in To', one({ to: to('maria', 'luisa') }), {}, 'maria firstEligible To'],
		['To goes before Cc', one({ to: to('luisa'), cc: to('maria') }), {}, 'luisa onlyEligible To'],
		['Cc, where To has strangers only', one({ to: ['x@y.z'], cc: to('maria', 'luisa') }), {}, 'maria firstEligible Cc'],
		['an inactive user cannot', one({ to: to('zoe'), cc: to('maria') }), {}, 'maria onlyEligible Cc'],
		['nor a queue of one', one({ to: to('old', 'luisa') }), {}, 'luisa onlyEligible To'],
		['the owner of the correlated email', answerTo('luisa', 'maria', 'luisa'), {}, 'luisa ownsCorrelatedEmail To'],
		['who owns it but is no recipient', answerTo('luisa', 'maria', 'omar'), {}, 'maria firstEligible To'],
		[
			'the owner of the sender’s contact',
			one({ to: to('maria', 'luisa') }),
			contactOf('luisa'),
			'luisa ownsSenderRow To'
		],
		[
			'the correlated email goes first',
			answerTo('luisa', 'maria', 'luisa'),
			contactOf('maria'),
			'luisa ownsCorrelatedEmail To'
		],
		[
			'a contact’s owner who is no recipient',
			one({ to: to('maria', 'luisa') }),
			contactOf('omar'),
			'maria firstEligible To'
		],
		[
			'a custom row lends nothing',
			one({ to: to('maria', 'luisa') }),
			{ records: [record('ann', 'new_pet', { ownerid: 'luisa' })] },
			'maria firstEligible To'
		]
	])('%s', (_, messages, changes, expected) => {
		expect(ownerOf(messages, changes)).toBe(expected);
	});
});

describe('nobody is named where a missing fact could change the answer', () => {
	test.each<readonly [string, Mails, Changes, string]>([
		['a queue without ownerid alone', one({ to: to('help') }), {}, '- queueOwnerUnknown To'],
		['and before a user', one({ to: to('help', 'luisa') }), {}, '- queueOwnerUnknown To'],
		['behind a user it changes nothing', one({ to: to('luisa', 'help') }), {}, 'luisa firstEligible To'],
		['unless it could own the correlated email', answerTo('maria', 'luisa', 'help'), {}, '- queueOwnerUnknown To'],
		['which Luisa owns', answerTo('luisa', 'help', 'luisa'), {}, 'luisa ownsCorrelatedEmail To'],
		['the owner of the correlated email', answerTo('help', 'maria', 'luisa'), {}, '- correlatedOwnerUnknown To'],
		['needless with one eligible', answerTo('help', 'maria'), {}, 'maria onlyEligible To'],
		[
			'the owner of the sender’s contact',
			one({ to: to('maria', 'luisa') }),
			contactOf(null),
			'- senderRowOwnerUnknown To'
		]
	])('%s', (_, messages, changes, expected) => {
		expect(ownerOf(messages, changes)).toBe(expected);
	});

	test('by Bcc or a distribution list nobody is on the lists', () => {
		const list = mail('a', { to: ['all@contoso.com'], deliveredTo: to('luisa') });
		expect(ownerOf([list])).toBe('- noEligibleOwner -');
	});
});

test('outgoing email belongs to its sender', () => {
	const sent = (from: string) => ownerOf([mail('a', { from })], {}, [{ messageid: id('a'), tracked: 'sent' }]);
	expect(sent('luisa@contoso.com')).toBe('luisa sender -');
	expect(sent('sales@contoso.com')).toBe('omar sender -');
	expect(sent('help@contoso.com')).toBe('- queueOwnerUnknown -');
	expect(sent('ann@fabrikam.com')).toBe('- senderUnresolved -');
});

test('owners go down a conversation: an answer by hand keeps the owner of the first', () => {
	const messages = [
		...answerTo('luisa', 'maria', 'luisa'),
		mail('third', { at: 2, to: to('omar', 'luisa'), inReplyTo: [id('answer')] })
	];
	const owners = [...explainAll(messages, environment(team)).values()].map(({ columns }) => columns?.ownerid);
	expect(owners).toEqual(['luisa', 'luisa', 'luisa']);
});

test('neither untracked email nor a fresh install has the check', () => {
	expect(ownerOf(one({ to: to('luisa') }), {}, [{ messageid: id('a'), tracked: 'untracked' }])).toBe('no check');
	expect(ownerOf(one({ to: to('luisa') }), { users: [], queues: [] })).toBe('no check');
});
