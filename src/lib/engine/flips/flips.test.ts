import { describe, expect, test } from 'vitest';
import {
	environment,
	id,
	mail,
	mailbox,
	minute,
	queue,
	record,
	sha256Like,
	user
} from '../../../../tests/support/mail';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { decide } from '../decide';
import type { PathsOf } from '../scope/scope';
import { candidatesOf } from './candidates';
import type { FlipChange } from './change';
import { DEFAULT_ORGANIZATION, DEFAULT_ORG_DB_ORG_SETTINGS } from '../../domain/environment';
import { NOT_TRIED } from './settings';
import { flipTarget } from './target';
import { searchAll } from './testing/searchAll';

const question = mail('question', { at: 0, subject: 'Pump' });
const reply = mail('reply', { at: 10, subject: 'RE: Pump', inReplyTo: [id('question')] });
const support = queue('support');
const described = environment({ queues: [support], mailboxes: [mailbox('support')] });

interface Scene {
	readonly messages: readonly MessageFacts[];
	readonly under: Environment;
	readonly of: string;
	readonly pathsOf?: PathsOf;
}

function search({ messages, under, of, pathsOf = () => ['a.eml'] }: Scene) {
	const decisions = decide(messages, under, { pathsOf });
	const position = decisions.stored.messages.findIndex(({ sha256 }) => sha256 === sha256Like(of));
	return searchAll(decisions, position, pathsOf);
}

/** `class: what changed = value (further values)`, one line each. */
function flips(scene: Scene): string[] {
	return search(scene).found.map(({ class: changes, change, alternatives }) => {
		const more = alternatives.length > 0 ? ` (${alternatives.map(value).join(', ')})` : '';
		return `${changes}: ${thing(change)} = ${value(change)}${more}`;
	});
}

function thing(change: FlipChange): string {
	return change.kind === 'mark' ? `mark of ${change.of}` : change.path.join('/');
}

function value(change: FlipChange): string {
	switch (change.kind) {
		case 'trackedFolder':
			return `${change.removes === null ? '+' : '-'}${change.folder}`;
		case 'address':
			return `+${change.address}`;
		case 'contact':
			return `+${change.record.emailaddresses.join()}`;
		case 'formerPrefix':
			return `+${change.prefix}`;
		case 'processEmailsFrom':
		case 'testAndEnable':
			return String((change.after - minute(0)) / 60_000);
		default:
			return String(change.after);
	}
}

describe('each kind of change flips its scene', () => {
	const placed = (folder: string, changes: Parameters<typeof environment>[0] = {}) =>
		environment({
			users: [user('luisa', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('luisa')],
			placements: [{ files: '**', mailboxid: 'm-luisa', folder, moves: [], category: null }],
			...changes
		});
	const first = mail('first', { to: ['luisa@contoso.com'] });
	const withToken = (name: string, at: number) => mail(name, { at, subject: `Case ${name} OLD:0001005` });
	const alike = (name: string, at: number, subject = 'Pump leaks oil') => mail(name, { at, subject });
	const scenes: readonly [string, Scene, readonly string[]][] = [
		[
			'the filter of a queue',
			{ messages: [question], under: described, of: 'question' },
			['verdict: queues/0/incomingemailfilteringmethod = 0', 'verdict: mark of this = manual']
		],
		[
			'the filter or a contact',
			{
				messages: [question],
				under: environment({
					queues: [queue('support', { incomingemailfilteringmethod: 2 })],
					mailboxes: [mailbox('support')]
				}),
				of: 'question'
			},
			[
				'verdict: queues/0/incomingemailfilteringmethod = 0',
				'verdict: records/0 = +ann@fabrikam.com',
				'verdict: mark of this = manual'
			]
		],
		[
			'the filter of an email from a contact',
			{
				messages: [question],
				under: { ...described, records: [record('ann', 'contact')] },
				of: 'question'
			},
			['verdict: queues/0/incomingemailfilteringmethod = 2 (3, 0)', 'verdict: mark of this = manual']
		],
		[
			'an inactive queue',
			{
				messages: [question],
				under: environment({
					queues: [queue('support', { incomingemailfilteringmethod: 0, active: false })],
					mailboxes: [mailbox('support')]
				}),
				of: 'question'
			},
			[
				'verdict: queues/0/active = true',
				'verdict: orgDbOrgSettings/ResolveForInactiveEntities = true',
				'verdict: mark of this = manual'
			]
		],
		[
			'an inactive user',
			{
				messages: [first],
				under: environment({
					users: [user('luisa', { incomingemailfilteringmethod: 0, active: false })],
					mailboxes: [mailbox('luisa')]
				}),
				of: 'first'
			},
			['verdict: users/0/active = true', 'verdict: mark of this = manual']
		],
		[
			'a mailbox that is not synchronized',
			{
				messages: [first],
				under: environment({
					users: [user('luisa', { incomingemailfilteringmethod: 0 })],
					mailboxes: [mailbox('luisa', { enabledforincomingemail: false })]
				}),
				of: 'first'
			},
			['verdict: mailboxes/0/enabledforincomingemail = true', 'verdict: mark of this = manual']
		],
		[
			'approval',
			{
				messages: [first],
				under: placed('Inbox', { mailboxes: [mailbox('luisa', { emailrouteraccessapproval: 2 })] }),
				of: 'first'
			},
			['verdict: mailboxes/0/emailrouteraccessapproval = 1', 'verdict: mark of this = manual']
		],
		[
			'Process Emails From',
			{
				messages: [mail('first', { at: 3, to: ['luisa@contoso.com'] })],
				under: placed('Inbox', { mailboxes: [mailbox('luisa', { processemailreceivedafterUtcMs: minute(5) })] }),
				of: 'first'
			},
			['verdict: mailboxes/0/processemailreceivedafter = 3', 'verdict: mark of this = manual']
		],
		[
			'Process Emails From of mailbox and profile: no single date is enough',
			{
				messages: [mail('first', { at: 3, to: ['luisa@contoso.com'] })],
				under: placed('Inbox', {
					mailboxes: [
						mailbox('luisa', {
							processemailreceivedafterUtcMs: minute(5),
							profileprocessemailsreceivedafterUtcMs: minute(6)
						})
					]
				}),
				of: 'first'
			},
			['verdict: mark of this = manual']
		],
		[
			'a folder that it was moved to',
			{
				messages: [first],
				under: placed('Inbox', {
					placements: [
						{
							files: '**',
							mailboxid: 'm-luisa',
							folder: 'Inbox/Later',
							moves: [{ atUtcMs: minute(5), folder: 'Inbox/VIP' }],
							category: null
						}
					]
				}),
				of: 'first'
			},
			[
				'verdict: mailboxes/0/trackedfolders = +Inbox/Later',
				'verdict: mailboxes/0/trackedfolders = +Inbox/VIP',
				'verdict: mark of this = manual'
			]
		],
		[
			'a tracked folder',
			{ messages: [first], under: placed('Inbox/VIP'), of: 'first' },
			['verdict: mailboxes/0/trackedfolders = +Inbox/VIP', 'verdict: mark of this = manual']
		],
		[
			'Sent Items',
			{ messages: [first], under: placed('Sent Items'), of: 'first' },
			['verdict: orgDbOrgSettings/AutoTrackSentFolderItems = true', 'verdict: mark of this = manual']
		],
		[
			'an alias that no row has',
			{
				messages: [mail('first', { to: ['help@contoso.com'] })],
				under: environment({
					queues: [queue('support', { incomingemailfilteringmethod: 0 })],
					mailboxes: [mailbox('support')]
				}),
				of: 'first'
			},
			['verdict: queues/0/emailaddresses = +help@contoso.com', 'verdict: mark of this = manual']
		],
		[
			'a former prefix',
			{ messages: [withToken('a', 0), withToken('b', 5)], under: environment({}), of: 'b' },
			['link: organization/trackingprefixhistory = +OLD:', 'verdict: mark of this = untracked']
		],
		[
			'smart matching',
			{ messages: [alike('a', 0), alike('b', 5)], under: environment({}), of: 'b' },
			['link: organization/enablesmartmatching = true', 'verdict: mark of this = untracked']
		],
		[
			'one word more',
			{
				messages: [alike('a', 0), alike('b', 5, 'Pump leaks oil again')],
				under: environment({ organization: { enablesmartmatching: true } }),
				of: 'b'
			},
			['link: organization/hashdeltasubjectcount = 1 (2)', 'verdict: mark of this = untracked']
		],
		[
			'the switches of InReplyTo, and the parent',
			{ messages: [question, reply], under: environment({}), of: 'reply' },
			[
				'link: organization/emailcorrelationenabled = false',
				'link: orgDbOrgSettings/IgnoreConversationIndexAndInReplyToForCorrelation = true',
				'verdict: mark of this = untracked',
				'link: mark of parent = untracked'
			]
		],
		[
			'a parent that is not tracked',
			{ messages: [question, reply], under: described, of: 'reply' },
			[
				'verdict: queues/0/incomingemailfilteringmethod = 0',
				'verdict: mark of this = manual',
				'verdict: mark of parent = manual'
			]
		],
		[
			'a mark on the first email of the chain, which this one does not name',
			{
				messages: [
					mail('offer', { at: 0, to: ['ann@fabrikam.com'] }),
					mail('answer', { at: 5, to: ['luisa@contoso.com'], inReplyTo: [id('offer')] }),
					mail('second', { at: 10, to: ['luisa@contoso.com'], inReplyTo: [id('answer')] })
				],
				under: environment({
					users: [user('luisa')],
					mailboxes: [mailbox('luisa')],
					marks: [{ messageid: id('offer'), tracked: 'untracked' }]
				}),
				of: 'second'
			},
			[
				'verdict: users/0/incomingemailfilteringmethod = 0',
				'verdict: orgDbOrgSettings/SSSForceFilteringMethodForUserMailboxes = 0',
				'verdict: mark of this = manual',
				'verdict: mark of parent = manual',
				'verdict: mark of parent = manual'
			]
		],
		[
			'a mark by which the whole chain is tracked',
			{
				messages: [
					mail('offer', { at: 0, to: ['ann@fabrikam.com'] }),
					mail('answer', { at: 5, to: ['luisa@contoso.com'], inReplyTo: [id('offer')] }),
					mail('second', { at: 10, to: ['luisa@contoso.com'], inReplyTo: [id('answer')] })
				],
				under: environment({
					users: [user('luisa')],
					mailboxes: [mailbox('luisa')],
					marks: [{ sha256: sha256Like('offer'), tracked: 'sent' }]
				}),
				of: 'second'
			},
			[
				'verdict: users/0/incomingemailfilteringmethod = 2 (4, 3)',
				'verdict: users/0/active = false',
				'verdict: mailboxes/0/enabledforincomingemail = false',
				'verdict: mailboxes/0/incomingemaildeliverymethod = 0',
				'verdict: organization/emailcorrelationenabled = false',
				'verdict: orgDbOrgSettings/IgnoreConversationIndexAndInReplyToForCorrelation = true',
				'verdict: orgDbOrgSettings/SSSForceFilteringMethodForUserMailboxes = 3 (2, 4)',
				'verdict: mark of this = untracked',
				'verdict: mark of parent = untracked',
				'verdict: mark of parent = null (untracked)'
			]
		],
		[
			'Test & Enable, with the email back in the Inbox',
			{
				messages: [first, mail('later', { at: 1, to: ['luisa@contoso.com'] })],
				pathsOf: (sha256) => [sha256 === sha256Like('first') ? 'first.eml' : 'later.eml'],
				under: environment({
					users: [user('luisa', { incomingemailfilteringmethod: 0 })],
					mailboxes: [mailbox('luisa', { syncsUtcMs: [minute(3), minute(12)] })],
					placements: [
						{
							files: 'first.eml',
							mailboxid: 'm-luisa',
							folder: 'Inbox',
							moves: [
								{ atUtcMs: minute(2), folder: 'Inbox/VIP' },
								{ atUtcMs: minute(7), folder: 'Inbox' }
							],
							category: null
						}
					]
				}),
				of: 'first'
			},
			[
				'verdict: mailboxes/0/testedandenabledon = 7',
				'verdict: mailboxes/0/trackedfolders = +Inbox/VIP',
				'verdict: mark of this = manual'
			]
		],
		[
			'an untracked parent',
			{
				messages: [question, reply],
				under: environment({ marks: [{ messageid: id('question'), tracked: 'untracked' }] }),
				of: 'reply'
			},
			['verdict: mark of this = untracked', 'link: mark of parent = null (manual, sent)']
		]
	];
	test.each(scenes)('%s', (_, scene, expected) => expect(flips(scene)).toEqual(expected));
});

test('the same link by another method', () => {
	const threadIndex = 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==';
	const messages = [
		mail('a', { at: 0, threadIndex, subject: 'Pump CRM:0001005' }),
		mail('b', { at: 5, threadIndex, subject: 'RE: Pump CRM:0001005', inReplyTo: [id('a')] })
	];
	expect(flips({ messages, under: environment({}), of: 'b' })).toContain(
		'method: orgDbOrgSettings/IgnoreConversationIndexAndInReplyToForCorrelation = true'
	);
});

test('marks far up are tried as far as they can influence the email, and those only', () => {
	const chain = Array.from({ length: 14 }, (_, at) =>
		mail(`m${at}`, { at, ...(at === 0 ? {} : { inReplyTo: [id(`m${at - 1}`)] }) })
	);
	const other = mail('other', { at: 1, subject: 'Other' });
	const marks = [
		{ sha256: sha256Like('m1'), tracked: 'untracked' as const },
		{ sha256: sha256Like('other'), tracked: 'untracked' as const }
	];
	const under = environment({ marks });
	const tried = (subjects: Environment) => {
		const target = flipTarget(decide([...chain, other], subjects), chain.length);
		return new Set(candidatesOf(target).flatMap((change) => (change.kind === 'mark' ? [change.sha256] : [])));
	};
	expect(tried(under)).toContain(sha256Like('m1'));
	expect(tried(under)).not.toContain(sha256Like('m2'));
	expect(tried(under)).not.toContain(sha256Like('other'));
	expect(tried(environment({ marks, organization: { enablesmartmatching: true } }))).toContain(sha256Like('other'));
});

test('Regarding alone, and the accepting entity alone', () => {
	const two = environment({
		users: [user('luisa', { incomingemailfilteringmethod: 0 })],
		queues: [queue('support', { incomingemailfilteringmethod: 0 })],
		mailboxes: [mailbox('luisa'), mailbox('support')]
	});
	const both = mail('both', { to: ['luisa@contoso.com', 'support@contoso.com'] });
	expect(flips({ messages: [both], under: two, of: 'both' })).toContain(
		'acceptingEntity: users/0/incomingemailfilteringmethod = 3 (2, 1, 4)'
	);
	const folder = environment({
		users: [user('luisa', { incomingemailfilteringmethod: 0 })],
		mailboxes: [
			mailbox('luisa', {
				trackedfolders: [{ path: 'Inbox/VIP', regarding: { table: 'account', id: 'A', name: 'Fabrikam' } }]
			})
		],
		placements: [
			{ files: '**', mailboxid: 'm-luisa', folder: 'Inbox/VIP', moves: [], category: 'Tracked to Dynamics 365' }
		]
	});
	expect(flips({ messages: [mail('a', { to: ['luisa@contoso.com'] })], under: folder, of: 'a' })).toContain(
		'regarding: orgDbOrgSettings/TrackCategorizedItems = false'
	);
});

test('how many other emails change their verdict or link, this one not counted', () => {
	const messages = [
		question,
		reply,
		mail('second', { at: 20, inReplyTo: [id('reply')] }),
		mail('unrelated', { at: 30, subject: 'Other' })
	];
	const { found } = search({ messages, under: environment({}), of: 'reply' });
	const others = Object.fromEntries(found.map(({ change, others }) => [`${thing(change)}`, others]));
	expect(others).toEqual({
		'organization/emailcorrelationenabled': 1,
		'orgDbOrgSettings/IgnoreConversationIndexAndInReplyToForCorrelation': 1,
		'mark of this': 1,
		'mark of parent': 1
	});
});

test('a mark that decides is undone by marks alone, whatever else is tried', () => {
	const under = { ...described, marks: [{ messageid: id('question'), tracked: 'untracked' as const }] };
	const { found, candidates } = search({ messages: [question], under, of: 'question' });
	expect(found.map(({ change }) => [thing(change), value(change)])).toEqual([['mark of this', 'manual']]);
	expect(candidates.length).toBeGreaterThan(20);
});

test('every switch is tried, or named with the reason why not', () => {
	const target = flipTarget(decide([question], described, { pathsOf: () => ['a.eml'] }), 0);
	const tried = candidatesOf(target).flatMap((change) => (change.kind === 'setting' ? [change.name] : []));
	const switches = Object.entries({ ...DEFAULT_ORGANIZATION, ...DEFAULT_ORG_DB_ORG_SETTINGS })
		.filter(([, value]) => typeof value === 'boolean')
		.map(([name]) => name);
	for (const name of switches) expect(tried.includes(name) !== Object.hasOwn(NOT_TRIED, name), name).toBe(true);
	for (const name of Object.keys(NOT_TRIED)) expect(switches).toContain(name);
});

test('on a fresh install no filter, mailbox or address is tried', () => {
	const target = flipTarget(decide([question, reply], environment({})), 1);
	const kinds = new Set(candidatesOf(target).map(({ kind }) => kind));
	expect([...kinds]).toEqual(['setting', 'mark']);
	const names = candidatesOf(target).flatMap((change) => (change.kind === 'setting' ? [change.name] : []));
	expect(names).not.toContain('AutoTrackSentFolderItems');
	expect(names).not.toContain('SSSForceFilteringMethodForUserMailboxes');
});
