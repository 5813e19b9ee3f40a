import { expect, test } from 'vitest';
import { environment, id, mail, mailbox, queue, record, user } from '../../../../tests/support/mail';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { decide } from '../decide';
import { emailColumns } from '../population/emailColumns';
import { compareInSteps, WHAT_IF_COLUMNS, type Differences } from './compare';

function compare(messages: readonly MessageFacts[], before: Environment, after: Environment): Differences {
	const steps = compareInSteps(decide(messages, before), decide(messages, after), messages.length);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

/** `name: group (columns)` of every email that changes. */
function told(messages: readonly MessageFacts[], before: Environment, after: Environment): string[] {
	const differences = compare(messages, before, after);
	const { messages: sorted } = decide(messages, before).stored;
	const lines = sorted.flatMap((facts, position) => {
		const group = differences.group(position);
		const name = facts.messageId?.slice(1, facts.messageId.indexOf('@')) ?? '';
		return group === null ? [] : [`${name}: ${group} (${differences.columns(position).join(' ')})`];
	});
	expect(lines.length).toBe(differences.changed);
	return lines;
}

const index = 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==';
const noReplies = { orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true } };
const support = (method: 0 | 1 | 2, more: Partial<Parameters<typeof environment>[0]> = {}) =>
	environment({
		queues: [queue('support', { incomingemailfilteringmethod: method, ownerid: 'bob' })],
		users: [user('bob')],
		mailboxes: [mailbox('support')],
		...more
	});
const pump = { table: 'incident', id: 'CAS-1', name: 'Pump' };
const valve = { table: 'incident', id: 'CAS-2', name: 'Valve' };

const first = mail('first', { subject: 'Pump' });
const reply = mail('reply', { at: 1, subject: 'RE: Pump', inReplyTo: [id('first')] });
const linkColumns = 'correlationmethod correlatedactivityid parentactivityid';

test.each<[string, readonly MessageFacts[], Environment, Environment, readonly string[]]>([
	['nothing differs', [first, reply], environment({}), environment({}), []],
	[
		'a filter accepts more, and less the other way round',
		[first, reply],
		support(1),
		support(0),
		['first: nowTracked ()', 'reply: nowTracked ()']
	],
	[
		'a filter accepts less',
		[first, reply],
		support(0),
		support(1),
		['first: noLongerTracked ()', 'reply: noLongerTracked ()']
	],
	[
		'a fact goes missing',
		[first],
		support(0),
		support(0, { mailboxes: [mailbox('nobody', { id: 'm-support' })], placements: [placed('m-support')] }),
		['first: nowUndecided ()']
	],
	[
		'what could not be decided is refused',
		[first],
		support(0, { mailboxes: [mailbox('nobody', { id: 'm-support' })], placements: [placed('m-support')] }),
		support(1),
		['first: nowNotTracked ()']
	],
	[
		'the link goes',
		[first, reply],
		environment({}),
		environment(noReplies),
		[`reply: noLongerLinked (${linkColumns})`]
	],
	['a link comes', [first, reply], environment(noReplies), environment({}), [`reply: nowLinked (${linkColumns})`]],
	[
		'a link by Thread-Index goes',
		[
			mail('first', { threadIndex: index }),
			mail('reply', { at: 1, threadIndex: index, subject: 'RE: Pump CRM:0001001' })
		],
		environment({}),
		environment(noReplies),
		[`reply: noLongerLinked (${linkColumns})`]
	],
	[
		'a token takes over',
		[
			mail('first', { subject: 'Pump CRM:0001001' }),
			mail('reply', { at: 1, inReplyTo: [id('first')], subject: 'RE: Pump CRM:0001001' })
		],
		environment({}),
		environment(noReplies),
		['reply: otherMethod (correlationmethod parentactivityid)']
	],
	[
		'another email of another conversation',
		[
			mail('first', { subject: 'Pump' }),
			mail('other', { at: 1, subject: 'Valve CRM:0001001' }),
			mail('reply', { at: 2, inReplyTo: [id('first')], subject: 'RE: CRM:0001001' })
		],
		environment({}),
		environment(noReplies),
		[`reply: otherConversation (${linkColumns} correlatedsubjectchanged)`]
	],
	[
		'another email of the same conversation',
		[
			mail('first', { subject: 'Pump CRM:0001001' }),
			mail('second', { at: 1, inReplyTo: [id('first')], subject: 'RE: Pump CRM:0001001' }),
			mail('third', { at: 2, inReplyTo: [id('first')], subject: 'RE: Pump CRM:0001001' })
		],
		environment({}),
		environment(noReplies),
		['second: otherMethod (correlationmethod parentactivityid)', `third: otherLink (${linkColumns})`]
	],
	[
		'a mark gives a conversation another Regarding',
		[first, reply],
		environment({ marks: [{ messageid: id('first'), regarding: pump }] }),
		environment({ marks: [{ messageid: id('first'), regarding: valve }] }),
		['first: otherColumns (regardingobjectid)', 'reply: otherColumns (regardingobjectid)']
	],
	[
		'a mark says it was sent',
		[first],
		environment({}),
		environment({ marks: [{ messageid: id('first'), tracked: 'sent' }] }),
		['first: otherColumns (acceptingentityid directioncode statuscode)']
	],
	[
		'another queue accepts, with another owner',
		[mail('first', { to: ['support@contoso.com', 'sales@contoso.com'] })],
		support(0),
		support(1, {
			queues: [queue('sales', { incomingemailfilteringmethod: 0, ownerid: 'eve' })],
			users: [user('bob'), user('eve')],
			mailboxes: [mailbox('sales')]
		}),
		['first: otherColumns (acceptingentityid receivingmailboxid ownerid)']
	],
	[
		'the sender becomes a known row',
		[first],
		support(0),
		support(0, { records: [record('ann', 'contact')] }),
		['first: otherColumns (emailsender)']
	],
	[
		'accepted for another reason',
		[first],
		support(0, { records: [record('ann', 'contact')] }),
		support(2, { records: [record('ann', 'contact')] }),
		['first: otherReason ()']
	],
	[
		'refused for another reason',
		[first],
		support(1),
		support(1, {
			queues: [queue('support', { emailaddresses: ['help@contoso.com'] })],
			placements: [placed('m-support')]
		}),
		['first: otherReason ()']
	]
])('%s', (_, messages, before, after, expected) => {
	expect(told(messages, before, after)).toEqual(expected);
});

function placed(mailboxid: string) {
	return { files: '**', mailboxid, folder: 'Inbox', moves: [], category: null };
}

test('every column that is not read from the email alone is compared', () => {
	const under = support(0);
	const row = emailColumns(decide([first], under), 0);
	const ofTheEmailAlone = ['messageid', 'inreplyto', 'sender', 'torecipients', 'conversationindex', 'statecode'];
	expect([...WHAT_IF_COLUMNS, ...ofTheEmailAlone].sort()).toEqual(Object.keys(row ?? {}).sort());
});

test('emails beyond the length given are left out', () => {
	const steps = compareInSteps(decide([first, reply], support(1)), decide([first, reply], support(0)), 1);
	expect(steps.next().value).toMatchObject({ length: 1, changed: 1 });
});
