import { describe, expect, test } from 'vitest';
import { environment, id, mail, mailbox, minute, queue, user } from '../../../tests/support/mail';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { decide } from '../engine/decide';
import { candidatesOf } from '../engine/flips/candidates';
import { NOT_TRIED } from '../engine/flips/settings';
import { flipTarget } from '../engine/flips/target';
import { searchAll } from '../engine/flips/testing/searchAll';
import {
	flipAlternativesWords,
	flipChangeWords,
	flipGroups,
	flipOutcomeWords,
	flipReachWords,
	flipReason,
	flipsSummary
} from './flips';
import { plainText, type Sentence } from './sentence';
import { settingWords } from './settings';

const pathsOf = () => ['a.eml'];

/** Lines of what is shown: the change, now -> then, further values, reach. */
function shown(messages: readonly MessageFacts[], under: Environment, position: number): string[] {
	const search = searchAll(decide(messages, under, { pathsOf }), position, pathsOf);
	return flipGroups(search.found).flatMap(({ title, flips }) =>
		flips.map((flip) => {
			const [now, then] = flipOutcomeWords(flip, search.before, search);
			const text = (sentence: Sentence | null) => (sentence === null ? '' : plainText(sentence));
			const more = text(flipAlternativesWords(flip));
			return `${title} | ${text(flipChangeWords(flip.change, search))} | ${text(now)} -> ${text(then)} | ${more} | ${flipReachWords(flip)}`;
		})
	);
}

describe('what is shown', () => {
	const question = mail('question', { subject: 'Pump' });
	const reply = mail('reply', { at: 10, subject: 'RE: Pump', inReplyTo: [id('question')] });

	test('of a reply that is linked', () => {
		expect(shown([question, reply], environment({}), 1)).toEqual([
			'Changes the verdict | Mark this email as untracked | Tracked (AcceptAll), linked to “Pump” by InReplyTo -> Not tracked (Untracked) |  | Changes no other email of this case.',
			'Changes the link | Set emailcorrelationenabled to No | linked to “Pump” by InReplyTo -> linked to nothing |  | Changes no other email of this case.',
			'Changes the link | Set IgnoreConversationIndexAndInReplyToForCorrelation to Yes | linked to “Pump” by InReplyTo -> linked to nothing |  | Changes no other email of this case.',
			'Changes the link | Mark “Pump” as untracked | linked to “Pump” by InReplyTo -> linked to nothing |  | Also changes 1 other email.'
		]);
	});

	test('of email that a user’s mailbox refuses', () => {
		const under = environment({
			users: [user('luisa')],
			mailboxes: [mailbox('luisa')]
		});
		expect(shown([mail('a', { to: ['luisa@contoso.com'] })], under, 0)).toEqual([
			'Changes the verdict | Set incomingemailfilteringmethod of the user “luisa” to “All email messages” (0), now “Email messages in response to Dynamics 365 email” (1) | Not tracked (NoCorrelationMatch) -> Tracked (AcceptAll), linked to nothing |  | Changes no other email of this case.',
			'Changes the verdict | Set SSSForceFilteringMethodForUserMailboxes to “All email messages” (0), now -1 off | Not tracked (NoCorrelationMatch) -> Tracked (AcceptAll), linked to nothing |  | Changes no other email of this case.',
			'Changes the verdict | Mark this email as tracked by hand | Not tracked (NoCorrelationMatch) -> Tracked (Manual), linked to nothing |  | Changes no other email of this case.'
		]);
	});
});

test('every change that can be tried is a phrase with the exact names, and says why, how sure and by whom', () => {
	const under = environment({
		organization: { enablesmartmatching: true },
		users: [user('luisa', { active: false })],
		queues: [queue('support')],
		mailboxes: [
			mailbox('luisa', {
				processemailreceivedafterUtcMs: minute(90),
				profileprocessemailsreceivedafterUtcMs: minute(90),
				emailrouteraccessapproval: 3
			}),
			mailbox('support')
		],
		placements: [
			{
				files: '**',
				mailboxid: 'm-luisa',
				folder: 'Inbox/VIP',
				moves: [{ atUtcMs: minute(60), folder: 'Inbox' }],
				category: null
			}
		],
		marks: [{ messageid: id('parent'), tracked: 'manual' }]
	});
	const messages = [
		mail('parent', { to: ['support@contoso.com'] }),
		mail('a', {
			at: 5,
			subject: 'Pump OLD:0001005',
			inReplyTo: [id('parent')],
			to: ['luisa@contoso.com', 'help@contoso.com']
		})
	];
	const target = flipTarget(decide(messages, under, { pathsOf }), 1);
	const candidates = candidatesOf(target);
	expect([...new Set(candidates.map(({ kind }) => kind))].sort()).toEqual([
		'active',
		'address',
		'contact',
		'filteringMethod',
		'formerPrefix',
		'mailbox',
		'mark',
		'processEmailsFrom',
		'setting',
		'testAndEnable',
		'trackedFolder'
	]);
	for (const change of candidates) {
		const text = plainText(flipChangeWords(change, { mentions: [], rows: [], mailboxes: [] }));
		expect(text).toMatch(/^[A-Z].{10,}[^ .]$/);
		expect(text).not.toMatch(/undefined|\bnull\b|\[object|\btrue\b|\bfalse\b/);
		if (change.kind === 'setting') expect(text).toContain(change.name);
		const { why, sources } = flipReason(change);
		expect(why).toMatch(/^\S.{8,}\.$/);
		if (!(change.kind === 'setting' && change.section === 'modelOptions')) expect(sources.length).toBeGreaterThan(0);
	}
});

test('what is not tried is what changes no verdict', () => {
	for (const [name, why] of Object.entries(NOT_TRIED)) {
		expect(settingWords(name)?.effect, name).not.toBe('verdict');
		expect(why).toMatch(/^\S.{8,}\.$/);
	}
});

test.each([
	['trying', 12, '12 of 60 single changes tried, 0 found.'],
	['cancelled', 12, 'Cancelled after 12 of 60 single changes, 0 found until then.'],
	['finished', 60, 'No single change of the 60 tried changes what becomes of this email.']
] as const)('the summary while %s', (phase, tried, text) => {
	expect(flipsSummary({ phase, tried, candidates: 60, found: [] })).toBe(text);
});

test('where only a mark does it, that is said', () => {
	const under = environment({ marks: [{ messageid: id('a'), tracked: 'untracked' }] });
	const { found, candidates } = searchAll(decide([mail('a')], under), 0, pathsOf);
	const figures = { phase: 'finished' as const, tried: candidates.length, candidates: candidates.length, found };
	expect(flipsSummary(figures)).toMatch(/No setting of those .*only a mark does\.$/);
});
