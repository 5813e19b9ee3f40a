import { describe, expect, test } from 'vitest';
import { environment, explainOne, id, mail, mailbox, queue, record, user } from '../../../../tests/support/mail';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';

type Changes = Parameters<typeof environment>[0];

/** `tracked reason acceptingEntity receivingMailbox` of the last mail. */
function verdict(messages: readonly MessageFacts[], under: Environment): string {
	const last = messages.at(-1) as MessageFacts;
	const {
		verdict: found,
		reason,
		columns
	} = explainOne((last.messageId as string).slice(1, (last.messageId as string).indexOf('@')), messages, under);
	return [found.tracked, reason.name, columns?.acceptingentityid ?? '-', columns?.receivingmailboxid ?? '-'].join(' ');
}

describe('the story of Luisa and Sales', () => {
	const both = mail('offer', { to: ['luisa@contoso.com', 'sales@contoso.com'] });
	const story: Changes = {
		users: [user('luisa')],
		queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
		mailboxes: [mailbox('luisa'), mailbox('sales')]
	};

	test('Luisa takes replies only, Sales takes all: Luisa’s mailbox finds that Sales accepts', () => {
		expect(verdict([both], environment(story))).toBe('yes AcceptAll sales m-luisa');
	});

	test('UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: only Sales’ own mailbox accepts', () => {
		const orgDbOrgSettings = { UseFilteringMethodOfSyncingMailboxOnlyForCorrelation: true };
		expect(verdict([both], environment({ ...story, orgDbOrgSettings }))).toBe('yes AcceptAll sales m-sales');
	});

	test('the order of mailboxes is the environment’s', () => {
		const mailboxes = [mailbox('sales'), mailbox('luisa')];
		expect(verdict([both], environment({ ...story, mailboxes }))).toBe('yes AcceptAll sales m-sales');
	});

	test('every mailbox’s verdict is kept: the later one finds a duplicate', () => {
		expect(explainOne('offer', [both], environment(story)).checks[1]).toMatchObject({
			check: 'scope/mailbox',
			outcome: 'held',
			evidence: {
				mailboxes: [
					{ mailboxId: 'm-luisa', reason: 'AcceptAll', endedBy: null },
					{ mailboxId: 'm-sales', reason: 'Duplicate', endedBy: 'scope/duplicate' }
				]
			}
		});
	});

	test('a copy with other bytes, exported from the other mailbox, is the same email', () => {
		const copy = mail('copy', { at: 1, messageId: id('offer'), to: ['luisa@contoso.com', 'sales@contoso.com'] });
		expect(explainOne('copy', [both, copy], environment(story)).reason.name).toBe('Duplicate');
	});
});

describe('filtering methods', () => {
	const first = mail('first', { to: ['luisa@contoso.com'], from: 'ann@fabrikam.com' });
	const reply = mail('reply', { at: 1, to: ['luisa@contoso.com'], inReplyTo: [id('first')], from: 'ann@fabrikam.com' });
	const stored = { marks: [{ messageid: id('first'), tracked: 'sent' as const }] };

	test.each([
		[0, [first], {}, 'yes AcceptAll luisa m-luisa'],
		[0, [first, reply], stored, 'yes AcceptAll luisa m-luisa'],
		[1, [first], {}, 'no NoCorrelationMatch - -'],
		[1, [first, reply], {}, 'no NoCorrelationMatch - -'],
		[1, [first, reply], stored, 'yes CorrelationMatch luisa m-luisa'],
		[2, [first], {}, 'no NoCorrelationMatch - -'],
		[2, [first], { records: [record('ann', 'contact')] }, 'yes SenderMatch luisa m-luisa'],
		[2, [first], { records: [record('ann', 'lead')] }, 'yes SenderMatch luisa m-luisa'],
		[2, [first], { records: [record('ann', 'account')] }, 'yes SenderMatch luisa m-luisa'],
		[2, [first], { records: [record('ann', 'new_pet')] }, 'no NoCorrelationMatch - -'],
		[3, [first], { records: [record('ann', 'new_pet')] }, 'yes SenderMatch luisa m-luisa'],
		[3, [first], {}, 'no NoCorrelationMatch - -'],
		[4, [first, reply], { ...stored, records: [record('ann', 'contact')] }, 'no NoCorrelationMatch - -']
	] as const)('%i: %#', (incomingemailfilteringmethod, messages, changes, expected) => {
		const users = [user('luisa', { incomingemailfilteringmethod })];
		expect(verdict(messages, environment({ users, mailboxes: [mailbox('luisa')], ...changes }))).toBe(expected);
	});

	test('correlation switched off leaves "in response" with nothing to accept', () => {
		const off = environment({
			users: [user('luisa')],
			mailboxes: [mailbox('luisa')],
			organization: { emailcorrelationenabled: false },
			...stored
		});
		expect(verdict([first, reply], off)).toBe('no NoCorrelationMatch - -');
	});

	test('correlation switched off: a token still links, and still is no response', () => {
		const sent = mail('first', { subject: 'Pump CRM:0001005' });
		const answer = mail('reply', { at: 1, to: ['luisa@contoso.com'], subject: 'RE: Pump CRM:0001005' });
		const off = environment({
			users: [user('luisa')],
			mailboxes: [mailbox('luisa')],
			organization: { emailcorrelationenabled: false },
			...stored
		});
		const explanation = explainOne('reply', [sent, answer], off);
		expect(explanation.reason.name).toBe('NoCorrelationMatch');
		expect(explanation.correlation[1]).toMatchObject({ outcome: 'matched' });
		expect(explanation.diagnoses.map(({ id: found }) => found)).toContain('correlation-switched-off');
	});

	test('a pattern that cannot be used leaves "in response" undecided', () => {
		const organization = { enablesmartmatching: true, hashfilterkeywords: '(?i)re:' };
		const under = (method: 0 | 1) =>
			environment({
				users: [user('luisa', { incomingemailfilteringmethod: method })],
				mailboxes: [mailbox('luisa')],
				organization
			});
		expect(explainOne('first', [first], under(1)).verdict).toEqual({
			tracked: 'unknown',
			needs: ['hashfilterkeywords']
		});
		expect(verdict([first], under(0))).toBe('yes AcceptAll luisa m-luisa');
	});

	test.each([
		[-1, 'no NoCorrelationMatch - -'],
		[0, 'yes AcceptAll luisa m-luisa'],
		[4, 'no NoCorrelationMatch - -']
	] as const)('SSSForceFilteringMethodForUserMailboxes %i goes for users', (forced, expected) => {
		const under = environment({
			users: [user('luisa')],
			mailboxes: [mailbox('luisa')],
			orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: forced }
		});
		expect(verdict([first], under)).toBe(expected);
	});

	test('SSSForceFilteringMethodForUserMailboxes leaves queues their own', () => {
		const under = environment({
			queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('sales')],
			orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: 4 }
		});
		expect(verdict([mail('a', { to: ['sales@contoso.com'] })], under)).toBe('yes AcceptAll sales m-sales');
	});
});

describe('recipients', () => {
	const placed = { placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox', moves: [], category: null }] };
	const bcc = mail('bcc', { to: ['list@contoso.com'] });

	test.each([
		[0, 'yes AcceptAll luisa m-luisa'],
		[1, 'no NoRecipientMatch - -'],
		[3, 'no NoRecipientMatch - -']
	] as const)('Bcc or a distribution list, owner with method %i', (incomingemailfilteringmethod, expected) => {
		const users = [user('luisa', { incomingemailfilteringmethod })];
		const records = [record('ann', 'contact')];
		const under = environment({ users, records, mailboxes: [mailbox('luisa')], ...placed });
		expect(verdict([bcc], under)).toBe(expected);
	});

	test('a Bcc that is visible is not asked either', () => {
		const answer = mail('a', { to: ['list@contoso.com'], bcc: [{ name: '', address: 'luisa@contoso.com' }] });
		const records = [record('ann', 'contact')];
		const under = (method: 0 | 3) =>
			environment({
				users: [user('luisa', { incomingemailfilteringmethod: method })],
				records,
				mailboxes: [mailbox('luisa')]
			});
		expect(verdict([answer], under(3))).toBe('no NoRecipientMatch - -');
		expect(verdict([answer], under(0))).toBe('yes AcceptAll luisa m-luisa');
	});

	test('an inactive owner accepts nothing', () => {
		const users = [user('luisa', { active: false, incomingemailfilteringmethod: 0 })];
		expect(verdict([bcc], environment({ users, mailboxes: [mailbox('luisa')], ...placed }))).toBe(
			'no NoRecipientMatch - -'
		);
	});

	test('an inactive user does not resolve, an alias must be on the row', () => {
		const to = mail('a', { to: ['old@contoso.com', 'l.alves@contoso.com'] });
		const users = [user('luisa'), user('old', { active: false, incomingemailfilteringmethod: 0 })];
		const under = environment({ users, mailboxes: [mailbox('luisa')], ...placed });
		expect(verdict([to], under)).toBe('no NoRecipientMatch - -');
		const aliased = users.map((row) => ({ ...row, emailaddresses: [...row.emailaddresses, 'L.Alves@contoso.com'] }));
		expect(verdict([to], environment({ users: aliased, mailboxes: [mailbox('luisa')], ...placed }))).toBe(
			'no NoCorrelationMatch - -'
		);
	});

	test('unresolveemailaddressifmultiplematch makes a shared address vanish', () => {
		const shared: Changes = {
			users: [user('luisa', { emailaddresses: ['shared@contoso.com'] })],
			queues: [queue('sales', { emailaddresses: ['shared@contoso.com'], incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('luisa')]
		};
		const to = mail('a', { to: ['shared@contoso.com'] });
		expect(verdict([to], environment(shared))).toBe('yes AcceptAll sales m-luisa');
		const organization = { unresolveemailaddressifmultiplematch: true };
		expect(verdict([to], environment({ ...shared, organization }))).toBe('no NoRecipientMatch - -');
	});

	test.each([
		['no From', null],
		['no domain', 'ann'],
		['two at signs', 'ann@@fabrikam.com'],
		['a space', 'ann smith@fabrikam.com']
	])('%s is InvalidSender', (_, from) => {
		const under = environment({
			users: [user('luisa', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('luisa')]
		});
		expect(verdict([mail('a', { from, to: ['luisa@contoso.com'] })], under)).toBe('no InvalidSender - -');
	});
});

describe('internal mail', () => {
	const sent = mail('sent', { from: 'max@contoso.com', to: ['luisa@contoso.com'] });
	const received = mail('received', {
		at: 1,
		messageId: id('sent'),
		from: 'max@contoso.com',
		to: ['luisa@contoso.com']
	});
	const users = [user('luisa', { incomingemailfilteringmethod: 0 }), user('max')];
	const base: Changes = { users, mailboxes: [mailbox('luisa')] };
	const once = { ...base, organization: { ignoreinternalemail: true } };
	const tracked = { marks: [{ sha256: sent.sha256, tracked: 'sent' as const }] };

	test.each([
		['two activities', { ...base, ...tracked }, 'yes AcceptAll'],
		['once, the sent copy is stored', { ...once, ...tracked }, 'no InternalEmailReject'],
		['once, no other copy', once, 'yes AcceptAll'],
		[
			'once, legacy detection',
			{ ...once, orgDbOrgSettings: { IgnoreInternalEmailDetectionEnhancement: false } },
			'no InternalEmailReject'
		]
	] as const)('%s', (_, changes, expected) => {
		const messages = 'marks' in changes ? [sent, received] : [received];
		const { verdict: found, reason } = explainOne('received', messages, environment(changes));
		expect(`${found.tracked} ${reason.name}`).toBe(expected);
	});

	test('to a queue it is let in, unless told otherwise', () => {
		const toQueue = mail('a', { from: 'max@contoso.com', to: ['sales@contoso.com'] });
		const changes: Changes = {
			...once,
			queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('sales')]
		};
		const legacy = { IgnoreInternalEmailDetectionEnhancement: false };
		expect(verdict([toQueue], environment({ ...changes, orgDbOrgSettings: legacy }))).toBe(
			'yes AcceptAll sales m-sales'
		);
		const strict = { ...legacy, DoNotIgnoreInternalEmailToQueues: false };
		expect(verdict([toQueue], environment({ ...changes, orgDbOrgSettings: strict }))).toBe(
			'no InternalEmailReject - -'
		);
	});

	test('let in for a queue’s sake, it is the queue that has to accept it', () => {
		const toBoth = mail('a', { from: 'max@contoso.com', to: ['luisa@contoso.com', 'sales@contoso.com'] });
		const changes = (incomingemailfilteringmethod: 0 | 4): Changes => ({
			...once,
			queues: [queue('sales', { incomingemailfilteringmethod })],
			orgDbOrgSettings: { IgnoreInternalEmailDetectionEnhancement: false }
		});
		expect(verdict([toBoth], environment(changes(0)))).toBe('yes AcceptAll sales m-luisa');
		expect(verdict([toBoth], environment(changes(4)))).toBe('no NoCorrelationMatch - -');
		// Detected as new it needs no exception, and Luisa is asked like anyone.
		expect(verdict([toBoth], environment({ ...changes(4), orgDbOrgSettings: {} }))).toBe('yes AcceptAll luisa m-luisa');
	});

	test('a sent item to a queue is judged by who sent it', () => {
		const copy = mail('copy', { from: 'max@contoso.com', to: ['sales@contoso.com'] });
		const item = mail('item', { at: 1, messageId: id('copy'), from: 'max@contoso.com', to: ['sales@contoso.com'] });
		const under = environment({
			...once,
			users: [user('max', { incomingemailfilteringmethod: 0 })],
			queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('sales'), mailbox('max')],
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			placements: [
				{ files: 'sent/**', mailboxid: 'm-max', folder: 'Sent Items', moves: [], category: null },
				{ files: '**', mailboxid: 'm-sales', folder: 'Inbox', moves: [], category: null }
			]
		});
		const paths = (sha256: string) => [sha256 === item.sha256 ? 'sent/a.eml' : 'a.eml'];
		expect(explainOne('item', [copy, item], under, paths).verdict.tracked).toBe('yes');
	});
});

describe('sent items', () => {
	const placed = {
		placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Sent Items', moves: [], category: null }]
	};
	const answer = mail('answer', { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'] });
	const on = { AutoTrackSentFolderItems: true };

	test('are not looked at by default', () => {
		const users = [user('luisa', { incomingemailfilteringmethod: 0 })];
		expect(verdict([answer], environment({ users, mailboxes: [mailbox('luisa')], ...placed }))).toBe(
			'no NotEvaluated - -'
		);
	});

	test('follow the user’s own method, and for methods 2 and 3 the recipients', () => {
		const users = [user('luisa', { incomingemailfilteringmethod: 2 })];
		const records = [record('ann', 'contact')];
		const under = { users, mailboxes: [mailbox('luisa')], orgDbOrgSettings: on, ...placed };
		expect(verdict([answer], environment(under))).toBe('no NoCorrelationMatch - -');
		expect(verdict([answer], environment({ ...under, records }))).toBe('yes SenderMatch luisa m-luisa');
		expect(explainOne('answer', [answer], environment({ ...under, records })).columns?.directioncode).toBe(true);
	});
});

test('a received copy stored first keeps the sent item out where mail between users is tracked once', () => {
	const received = mail('received', { messageId: id('x'), from: 'luisa@contoso.com', to: ['max@contoso.com'] });
	const sent = mail('sent', { at: 1, messageId: id('x'), from: 'luisa@contoso.com', to: ['max@contoso.com'] });
	const all = { incomingemailfilteringmethod: 0 as const };
	const under = environment({
		users: [user('luisa', all), user('max', all)],
		mailboxes: [mailbox('luisa')],
		organization: { ignoreinternalemail: true },
		orgDbOrgSettings: { AutoTrackSentFolderItems: true },
		marks: [{ sha256: received.sha256, tracked: 'manual' }],
		placements: [{ files: 'sent/**', mailboxid: 'm-luisa', folder: 'Sent Items', moves: [], category: null }]
	});
	const pathsOf = (sha256: string) => [sha256 === sent.sha256 ? 'sent/a.eml' : 'received.eml'];
	expect(explainOne('sent', [received, sent], under, pathsOf).reason.name).toBe('InternalEmailReject');
});

describe('several mailboxes', () => {
	const users = [user('luisa', { incomingemailfilteringmethod: 4 }), user('max', { incomingemailfilteringmethod: 4 })];
	const both = mail('a', { to: ['luisa@contoso.com', 'max@contoso.com'] });

	test('refused by all: the last one that looked gives the reason', () => {
		const mailboxes = [mailbox('luisa'), mailbox('max', { incomingemaildeliverymethod: 0 })];
		expect(verdict([both], environment({ users, mailboxes }))).toBe('no NoCorrelationMatch - -');
	});

	test('nobody holds it', () => {
		expect(verdict([mail('a', { to: ['x@y.z'] })], environment({ users, mailboxes: [mailbox('luisa')] }))).toBe(
			'no NotEvaluated - -'
		);
	});
});

describe('unknown, with what is needed', () => {
	test.each([
		[
			'a placement names a mailbox that is not described',
			{ placements: [{ files: '**', mailboxid: 'm-x', folder: 'Inbox', moves: [], category: null }] },
			['mailboxes/m-x']
		],
		[
			'a mailbox names an owner that is not described',
			{
				mailboxes: [mailbox('ghost')],
				placements: [{ files: '**', mailboxid: 'm-ghost', folder: 'Inbox', moves: [], category: null }]
			},
			['users or queues/ghost']
		],
		['the same without a placement', { mailboxes: [mailbox('ghost')] }, ['users or queues/ghost']]
	])('%s', (_, changes, needs) => {
		const under = environment({ users: [user('luisa')], ...changes });
		const { verdict: found, reason, columns } = explainOne('a', [mail('a')], under);
		expect(found).toEqual({ tracked: 'unknown', needs });
		expect(reason).toEqual({ code: -1, name: 'Unknown' });
		expect(columns).toBeNull();
	});
});
