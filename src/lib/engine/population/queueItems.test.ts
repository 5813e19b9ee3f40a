import { expect, test } from 'vitest';
import { environment, explainOne, id, mail, mailbox, queue, user } from '../../../../tests/support/mail';
import type { MessageFacts } from '../../domain/message';

type Changes = Parameters<typeof environment>[0];

const all = { incomingemailfilteringmethod: 0 } as const;
const base: Changes = {
	users: [user('luisa', all)],
	queues: [queue('sales', all), queue('help', all), queue('billing', all)],
	mailboxes: [mailbox('sales'), mailbox('help'), mailbox('luisa')]
};
const to = (...names: string[]) => names.map((name) => `${name}@contoso.com`);
const recipientsOff = { CreateQueueItemsForAcceptingQueueRecipients: false };
const mailboxOff = { CreateQueueItemForSynchronizingMailbox: false };
const laterOn = { SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail: true };

/** `outcome made:cause ... / not made:cause ...` of the last mail. */
function itemsOf(messages: readonly MessageFacts[], changes: Changes = {}): string {
	const last = messages.at(-1) as MessageFacts;
	const names = messages.map((message) => (message === last ? 'last' : 'first'));
	expect(names.at(-1)).toBe('last');
	const check = explainOne('last', messages, environment({ ...base, ...changes })).checks.find(
		(ran) => ran.check === 'population/queue-items'
	);
	if (check?.check !== 'population/queue-items') return 'no check';
	const { made, notMade } = check.evidence;
	const named = (items: typeof made) => items.map(({ queue: row, cause }) => `${row.id}:${cause}`);
	return [check.outcome, ...named(made), ...(notMade.length > 0 ? ['/', ...named(notMade)] : [])].join(' ');
}
const email = (changes: Parameters<typeof mail>[1]) => mail('last', changes);

test.each<readonly [string, Parameters<typeof mail>[1], Changes, string]>([
	[
		'every queue among the recipients',
		{ to: to('sales', 'help'), cc: to('billing') },
		{},
		'made sales:recipient help:recipient billing:recipient'
	],
	['one that is named twice', { to: to('sales'), cc: to('sales') }, {}, 'made sales:recipient'],
	[
		'the mailbox’s queue by a distribution list',
		{ to: ['all@contoso.com'], deliveredTo: to('sales') },
		{},
		'made sales:synchronizingMailbox'
	],
	[
		'not with the setting off',
		{ to: ['all@contoso.com'], deliveredTo: to('sales') },
		{ orgDbOrgSettings: mailboxOff },
		'none / sales:synchronizingMailbox'
	],
	[
		'only the mailbox’s queue',
		{ to: to('sales', 'help') },
		{ orgDbOrgSettings: recipientsOff },
		'made sales:synchronizingMailbox / help:recipient'
	],
	[
		'each as it meets the email',
		{ to: to('sales', 'help') },
		{ orgDbOrgSettings: { ...recipientsOff, ...laterOn } },
		'made sales:synchronizingMailbox help:laterMailbox'
	],
	[
		'none with all of them off',
		{ to: to('sales') },
		{ orgDbOrgSettings: { ...recipientsOff, ...mailboxOff } },
		'none / sales:recipient'
	],
	['none to a user', { to: to('luisa') }, {}, 'none'],
	['none by hand', { to: to('sales') }, { marks: [{ messageid: id('last'), tracked: 'manual' }] }, 'byHand'],
	['none when sent', { to: to('sales') }, { marks: [{ messageid: id('last'), tracked: 'sent' }] }, 'outgoing']
])('%s', (_, changes, under, expected) => {
	expect(itemsOf([email(changes)], under)).toBe(expected);
});

test('a copy from a later mailbox adds an item to the email stored before, once', () => {
	const placements = [
		{ files: 'help.eml', mailboxid: 'm-help', folder: 'Inbox', moves: [], category: null },
		{ files: '**', mailboxid: 'm-sales', folder: 'Inbox', moves: [], category: null }
	];
	const first = mail('first', { messageId: id('last'), to: to('sales', 'help') });
	const copy = email({ at: 1, to: to('sales', 'help') });
	const copies = (orgDbOrgSettings: Changes['orgDbOrgSettings']) => {
		const paths = (sha256: string) => [sha256 === copy.sha256 ? 'help.eml' : 'sales.eml'];
		const under = environment({ ...base, placements, ...(orgDbOrgSettings ? { orgDbOrgSettings } : {}) });
		const { reason, checks } = explainOne('last', [first, copy], under, paths);
		expect(reason.name).toBe('Duplicate');
		const check = checks.find((ran) => ran.check === 'population/queue-items');
		return check?.check === 'population/queue-items' ? check : null;
	};
	expect(copies({ ...recipientsOff, ...laterOn })).toMatchObject({
		outcome: 'made',
		evidence: { made: [{ queue: { id: 'help' }, cause: 'laterMailbox' }] }
	});
	expect(copies(laterOn)).toMatchObject({ outcome: 'none', evidence: { made: [], notMade: [] } });
	expect(copies(recipientsOff)).toMatchObject({
		outcome: 'none',
		evidence: { notMade: [{ queue: { id: 'help' } }] }
	});
});

test('a fresh install and an email nobody tracks have no check', () => {
	expect(itemsOf([email({ to: to('sales') })], { users: [], queues: [], mailboxes: [] })).toBe('no check');
	expect(itemsOf([email({ to: to('sales') })], { mailboxes: [] })).toBe('no check');
});
