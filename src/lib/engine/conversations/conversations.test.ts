import { describe, expect, test } from 'vitest';
import { environment, id, mail } from '../../../../tests/support/mail';
import { nameOf, threadsIn, viewsOf, whole } from '../../../../tests/support/threads';
import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { Thread } from './threads';
import { maxShownMessages, threadView, type ThreadView } from './view';

/** One line for each message: steps to the right, what it is, and how it is linked to which. */
function drawn(view: ThreadView): string[] {
	return view.messages.map((message) => {
		const { link } = message;
		const to = link === null ? '' : link.to.kind === 'ghost' ? link.to.messageId : link.to.number;
		const how = link === null ? '' : ` <- ${link.method ?? link.kind} ${to}`;
		return `${'  '.repeat(message.tree.level)}${nameOf(message)}${how}`;
	});
}

const untracked = (...names: string[]) =>
	environment({
		marks: names.map((name) => ({ messageid: id(name), tracked: 'untracked' as const }))
	});

describe('a thread shows what Dynamics 365 links, and what headers say besides', () => {
	const question = mail('q', { subject: 'Q' });
	test.each<[string, readonly MessageFacts[], Environment, readonly string[]]>([
		[
			'each link with its method',
			[
				mail('q', { subject: 'Q CRM:0001005' }),
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('q')] }),
				mail('t', { at: 2, subject: 'T CRM:0001005' })
			],
			environment({}),
			['1 Q CRM:0001005', '  2 A <- InReplyTo 1', '  3 T CRM:0001005 <- TrackingToken 1']
		],
		[
			'an email that is not tracked, and an answer to it',
			[
				question,
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('q')] }),
				mail('b', { at: 2, subject: 'B', inReplyTo: [id('a')] })
			],
			untracked('a'),
			['1 Q', '  2 A <- InReplyTo 1', '    3 B <- parentNotTracked 2']
		],
		[
			'References alone',
			[question, mail('a', { at: 1, subject: 'A', references: [id('q')] })],
			environment({}),
			['1 Q', '  2 A <- references 1']
		],
		[
			'a method that is switched off',
			[question, mail('a', { at: 1, subject: 'A', inReplyTo: [id('q')] })],
			environment({ organization: { emailcorrelationenabled: false } }),
			['1 Q', '  2 A <- notTaken 1']
		],
		[
			'an answer that came in first',
			[mail('a', { at: 0, subject: 'A', inReplyTo: [id('q')] }), mail('q', { at: 1, subject: 'Q' })],
			environment({}),
			['2 Q', '  1 A <- parentLater 2']
		],
		[
			'answers to a missing message are brothers',
			[
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('gone')] }),
				mail('b', { at: 2, subject: 'B', references: [id('older'), id('gone')] })
			],
			environment({}),
			[id('gone'), '  1 A <- ghost <gone@example.org>', '  2 B <- references <gone@example.org>']
		],
		[
			'a missing message stands below what References names before it',
			[question, mail('b', { at: 2, subject: 'B', inReplyTo: [id('gone')], references: [id('q'), id('gone')] })],
			environment({}),
			['1 Q', '  <gone@example.org> <- references 1', '    2 B <- ghost <gone@example.org>']
		],
		[
			'two that only name the same missing message',
			[
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('x')], references: [id('gone'), id('x')] }),
				mail('b', { at: 2, subject: 'B', inReplyTo: [id('y')], references: [id('gone'), id('y')] })
			],
			environment({}),
			[
				id('gone'),
				'  <x@example.org> <- references <gone@example.org>',
				'    1 A <- ghost <x@example.org>',
				'  <y@example.org> <- references <gone@example.org>',
				'    2 B <- ghost <y@example.org>'
			]
		],
		[
			'answers to two questions that only name the same missing message: it stands where it is named first',
			[
				question,
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('q')], references: [id('gone'), id('q')] }),
				mail('p', { at: 2, subject: 'P' }),
				mail('b', { at: 3, subject: 'B', inReplyTo: [id('p')], references: [id('gone'), id('p')] })
			],
			environment({}),
			['1 Q', '  2 A <- InReplyTo 1', id('gone'), '3 P', '  4 B <- InReplyTo 3']
		],
		[
			'a copy',
			[question, mail('again', { at: 1, messageId: id('q'), subject: 'Q' })],
			environment({}),
			['1 Q', '  2 Q <- copy 1']
		],
		[
			'a copy of an answer',
			[
				question,
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('q')] }),
				mail('again', { at: 2, messageId: id('a'), subject: 'A', inReplyTo: [id('q')] })
			],
			environment({}),
			['1 Q', '  2 A <- InReplyTo 1', '    3 A <- copy 2']
		],
		[
			'what a circle names outside of it',
			[
				question,
				mail('a', { at: 1, subject: 'A', inReplyTo: [id('b')] }),
				mail('c', { at: 2, subject: 'C', inReplyTo: [id('a')] }),
				mail('b', { at: 3, subject: 'B', inReplyTo: [id('a')], references: [id('q'), id('c'), id('a')] })
			],
			untracked('a'),
			['1 Q', '  4 B <- references 1', '    2 A <- parentLater 4', '      3 C <- parentNotTracked 2']
		],
		[
			'a circle is opened at its first email',
			[mail('a', { subject: 'A', inReplyTo: [id('b')] }), mail('b', { at: 1, subject: 'B', inReplyTo: [id('a')] })],
			untracked('a', 'b'),
			['2 B', '  1 A <- parentLater 2']
		]
	])('%s', (_, messages, under, expected) => {
		const views = viewsOf(threadsIn(messages, under));
		expect(views.map(drawn)).toEqual([expected]);
	});
});

describe('what a list says of a thread', () => {
	test('a reply chain in two conversations is split', () => {
		const threads = threadsIn(
			[mail('q'), mail('a', { at: 1, inReplyTo: [id('q')] }), mail('b', { at: 2, references: [id('q')] })],
			environment({})
		);
		expect(threads.all).toMatchObject([
			{ emails: 3, tracked: 3, ghosts: 0, conversations: 2, split: true, merged: false, suspects: 0 }
		]);
	});

	test('two reply chains in one conversation are merged', () => {
		const pair = (name: string, at: number) => [
			mail(name, { at, subject: `${name} CRM:0001005` }),
			mail(`${name}2`, { at: at + 1, inReplyTo: [id(name)], subject: `${name} CRM:0001005` })
		];
		const threads = threadsIn([...pair('pump', 0), ...pair('invoice', 5)]);
		expect(threads.all).toMatchObject([{ emails: 4, conversations: 1, split: false, merged: true }]);
	});

	test('an email alone is no reply chain', () => {
		const threads = threadsIn([
			mail('q', { subject: 'Q CRM:0001005' }),
			mail('a', { at: 1, subject: 'RE: Q CRM:0001005' })
		]);
		expect(threads.all).toMatchObject([{ conversations: 1, merged: false }]);
	});

	test('linked here, naming an email there: one thread, told at the email', () => {
		const threads = threadsIn(
			[
				mail('pump', { subject: 'Pump CRM:0001005' }),
				mail('invoice', { at: 1, subject: 'Invoice' }),
				mail('a', { at: 2, subject: 'RE: Invoice CRM:0001005', references: [id('invoice')] })
			],
			environment({})
		);
		expect(threads.all).toMatchObject([{ emails: 3, conversations: 2, split: true, suspects: 1 }]);
		const [view] = viewsOf(threads);
		expect(
			view?.messages.map(
				(message) => message.kind === 'email' && [message.number, message.suspects, message.elsewhere.length]
			)
		).toEqual([
			[1, [], 0],
			[3, ['named-elsewhere'], 1],
			[2, [], 0]
		]);
	});
});

describe('suspects', () => {
	const smart = (organization = {}) => environment({ organization: { enablesmartmatching: true, ...organization } });
	test.each<[string, readonly MessageFacts[], Environment, readonly string[]]>([
		[
			'a token of two conversations',
			[
				mail('a', { subject: 'Pump CRM:0001005' }),
				mail('b', { at: 1, subject: 'Invoice CRM:0001005' }),
				mail('c', { at: 2, subject: 'RE: Pump CRM:0001005' })
			],
			environment({}),
			['token-reused']
		],
		[
			'a subject of few words',
			[mail('a', { subject: 'Invoice' }), mail('b', { at: 1, subject: 'Invoice' })],
			smart(),
			['generic-subject-matched']
		],
		[
			'other participants',
			[
				mail('a', { subject: 'Quote for new pump', cc: ['bob@fabrikam.com'] }),
				mail('b', { at: 1, subject: 'Quote for new pump' })
			],
			smart(),
			['smart-matching-participants']
		],
		[
			'another subject',
			[mail('a', { subject: 'Pump' }), mail('b', { at: 1, subject: 'Invoice', inReplyTo: [id('a')] })],
			environment({}),
			['subject-changed']
		],
		[
			'a tag of a mailing list before the prefix',
			[mail('a', { subject: '[users] Pump' }), mail('b', { at: 1, subject: '[users] Re: Pump', inReplyTo: [id('a')] })],
			environment({}),
			[]
		],
		[
			'nothing against it',
			[mail('a', { subject: 'Pump' }), mail('b', { at: 1, subject: 'RE: Pump', inReplyTo: [id('a')] })],
			environment({}),
			[]
		]
	])('%s', (_, messages, under, expected) => {
		const threads = threadsIn(messages, under);
		expect(threads.suspects.get(messages.length - 1) ?? []).toEqual(expected);
	});
});

test('a chain of 10,000 is drawn straight down, and shown in windows', () => {
	const chain = Array.from({ length: 10_000 }, (_, index) =>
		mail(`m${index}`, { at: index, subject: 'Pump CRM:0001005', inReplyTo: index === 0 ? [] : [id(`m${index - 1}`)] })
	);
	const threads = threadsIn(chain);
	expect(threads.all).toMatchObject([{ emails: 10_000, conversations: 1, suspects: 0 }]);
	const thread = threads.of(5_000) as Thread;
	const view = threadView(threads, thread, { ...whole, around: 5_000 });
	expect(view).toMatchObject({ total: 10_000, first: 4_000, timeline: { lanes: 1 } });
	expect(view.messages.length).toBe(maxShownMessages);
	expect(new Set(view.messages.map(({ tree }) => tree.level))).toEqual(new Set([0]));
	expect(view.messages[0]?.link).toMatchObject({
		kind: 'linked',
		method: 'InReplyTo',
		index: null,
		to: { number: 4_000 }
	});
	expect(threads.links.decisions.method[9_999]).toBe(CORRELATION_METHOD_CHOICE.InReplyTo);
});

test('10,000 linked by one token are looked at in no time that grows with its square', () => {
	const all = Array.from({ length: 10_000 }, (_, index) =>
		mail(`m${index}`, { at: index, subject: 'RE: Pump CRM:0001005' })
	);
	expect(threadsIn(all).all).toMatchObject([{ emails: 10_000, suspects: 0 }]);
});
