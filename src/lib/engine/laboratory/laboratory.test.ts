import { describe, expect, test } from 'vitest';
import { environment, id, mail, mailbox, user } from '../../../../tests/support/mail';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { conversationIndex } from '../correlation/conversationIndex';
import { compileHashFilter } from '../correlation/hashFilter';
import { smartMatching } from '../correlation/smartMatching';
import { trackingToken } from '../correlation/trackingToken';
import { decide, type Decisions } from '../decide';
import {
	measureMethod,
	measureOrder,
	measureSmartMatching,
	smartMatchingSettingsOf,
	storedUnder,
	type SmartMatchingSettings,
	type TriedMethod
} from './measure';
import { precisionOf, recallOf, type Findings, type Score } from './score';
import { trialsOf, type Trials } from './trials';

function inOneGo<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

interface Laboratory {
	readonly decisions: Decisions;
	readonly trials: Trials;
	readonly order: Findings;
	method(id: TriedMethod): Findings;
	smartMatching(changes?: Partial<SmartMatchingSettings>): Findings;
}

function laboratory(messages: readonly MessageFacts[], under: Environment = environment({})): Laboratory {
	const decisions = decide(messages, under, { pathsOf: () => ['a.eml'] });
	const trials = inOneGo(trialsOf(decisions));
	return {
		decisions,
		trials,
		order: inOneGo(measureOrder(trials, decisions)),
		method: (name) => inOneGo(measureMethod(name, trials, decisions)),
		smartMatching(changes = {}) {
			const settings = { ...smartMatchingSettingsOf(under), ...changes };
			const hashFilter = compileHashFilter(settings.hashfilterkeywords);
			return inOneGo(measureSmartMatching(trials, inOneGo(storedUnder(settings, hashFilter, decisions))));
		}
	};
}

/** Only what is not zero. */
function told(score: Score): string {
	const entries = Object.entries(score).filter(([, count]) => count > 0);
	return entries.map(([finding, count]) => `${finding} ${count}`).join(', ');
}

const pump = mail('pump', { subject: 'Pump broken' });
const answer = mail('answer', { at: 1, subject: 'RE: Pump broken', inReplyTo: [id('pump')] });

describe('which emails are trials', () => {
	test('replies whose parent is stored; all others are counted as left out', () => {
		const { trials } = laboratory(
			[
				pump,
				answer,
				mail('answer', { at: 2, sha256: 'c0'.repeat(32), subject: 'RE: Pump broken', inReplyTo: [id('pump')] }),
				mail('missing', { at: 3, inReplyTo: [id('gone')] }),
				mail('early', { at: 4, inReplyTo: [id('late')] }),
				mail('late', { at: 5 }),
				mail('private', { at: 6 }),
				mail('toPrivate', { at: 7, inReplyTo: [id('private')] }),
				mail('own', { at: 8, inReplyTo: [id('own')] }),
				mail('second', { at: 9, inReplyTo: [id('gone'), id('pump')] }),
				mail('prose', { at: 10, inReplyTo: [], references: [id('gone')] })
			],
			environment({ marks: [{ messageid: id('private'), tracked: 'untracked' }] })
		);
		expect(trials.replies).toBe(7);
		expect(trials.leftOut).toEqual({
			copy: 1,
			parentMissing: 2,
			parentLater: 1,
			parentNotTracked: 1,
			parentUnknown: 0
		});
		expect(trials.trials).toBe(2);
		expect(trials.positions).toEqual([1, 9, 0, 5, 6]);
		expect(trials.parents).toEqual([0, 0]);
	});

	test('a parent whose own verdict is unknown', () => {
		const under = environment({
			users: [user('bob')],
			mailboxes: [mailbox('nobody')],
			placements: [{ files: '**', mailboxid: 'm-nobody', folder: 'Inbox', moves: [], category: null }]
		});
		const { trials, decisions } = laboratory([pump, answer], under);
		expect(decisions.tracked(0)).toBe('unknown');
		expect(trials.leftOut.parentUnknown).toBe(1);
		expect(trials.trials).toBe(0);
	});
});

describe('what is found once In-Reply-To is hidden', () => {
	test('none of the methods that are tried on their own reads In-Reply-To', () => {
		for (const { reads } of [trackingToken, conversationIndex, smartMatching]) {
			expect(reads).not.toContain('inReplyTo');
			expect(reads).not.toContain('references');
		}
	});

	test('the parent, another email of its reply chain, another chain, or nothing', () => {
		const { smartMatching } = laboratory([
			pump,
			answer,
			mail('again', { at: 2, subject: 'AW: pump broken', inReplyTo: [id('pump')] }),
			mail('invoice', { at: 3, subject: 'Invoice' }),
			mail('invoice2', { at: 4, subject: 'Invoice' }),
			mail('paid', { at: 5, subject: 'Re: Invoice', inReplyTo: [id('invoice')] }),
			mail('tagged', { at: 6, subject: '[EXTERNAL] RE: Pump broken', inReplyTo: [id('pump')] })
		]);
		const found = smartMatching();
		expect(told(found.score)).toBe('parent 1, sameChain 1, wrong 1, nothing 1, linked 1, notLinked 2');
		expect(precisionOf(found.score)).toBeCloseTo(2 / 3);
		expect(recallOf(found.score)).toBe(0.5);
	});

	test('settings of smart matching: fewer addresses, more differing words, another filter', () => {
		const { smartMatching } = laboratory([
			pump,
			mail('other', { at: 1, subject: 'RE: Pump broken', from: 'eve@elsewhere.com', inReplyTo: [id('pump')] }),
			mail('longer', { at: 2, subject: 'RE: Pump broken again', inReplyTo: [id('pump')] }),
			mail('tagged', { at: 3, subject: '[EXTERNAL] RE: Pump broken', inReplyTo: [id('pump')] })
		]);
		expect(told(smartMatching().score)).toBe('nothing 3, notLinked 1');
		expect(told(smartMatching({ hashminaddresscount: 1 }).score)).toBe('parent 1, nothing 2, notLinked 1');
		expect(told(smartMatching({ hashdeltasubjectcount: 1 }).score)).toBe('parent 1, nothing 2, notLinked 1');
		expect(told(smartMatching({ hashfilterkeywords: String.raw`^[\s]*(\[\w+\]|[\w]+\s?:|\s)+` }).score)).toBe(
			'parent 1, nothing 2, notLinked 1'
		);
	});

	test('a pattern that cannot be used finds nothing', () => {
		const { smartMatching } = laboratory([pump, answer]);
		expect(told(smartMatching({ hashfilterkeywords: '(' }).score)).toBe('nothing 1, notLinked 1');
	});

	test('an earlier link by In-Reply-To stays: its Regarding and whether it is stored do not change', () => {
		const under = environment({ organization: { enablesmartmatching: true } });
		const messages = [pump, answer, mail('third', { at: 2, subject: 'Thanks', inReplyTo: [id('answer')] })];
		const { decisions, trials } = laboratory(messages, under);
		const links = [...decisions.correlated];
		inOneGo(measureOrder(trials, decisions));
		expect(decisions.correlated).toEqual(links);
		expect(decisions.stored.messages).toEqual(messages);
	});

	test('tokens and Thread-Index are tried whether they are switched on or not', () => {
		const threadIndex = 'AcdyY+a08VX8xfobTsy61v9NHPZ7QA==';
		const messages = [
			mail('sent', { subject: 'Pump CRM:0001005', threadIndex }),
			mail('reply', {
				at: 1,
				subject: 'RE: Pump CRM:0001005',
				threadIndex: `${threadIndex.slice(0, -2)}AAAiXbA`,
				inReplyTo: [id('sent')]
			}),
			mail('plain', { at: 2, subject: 'Other', inReplyTo: [id('sent')] })
		];
		const off = environment({
			organization: { usetrackingtokens: false },
			orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true }
		});
		for (const under of [environment({}), off]) {
			const { method } = laboratory(messages, under);
			expect(told(method('TrackingToken').score)).toBe('parent 1, nothing 1, notLinked 1');
			expect(told(method('ConversationIndex').score)).toBe('parent 1, nothing 1, notLinked 1');
		}
		expect(told(laboratory(messages).order.score)).toBe('parent 1, nothing 1, notLinked 1');
		expect(told(laboratory(messages, off).order.score)).toBe('nothing 2, notLinked 1');
	});

	test('what is found for an email that answers nothing counts apart', () => {
		const { smartMatching } = laboratory([mail('a', { subject: 'Invoice' }), mail('b', { at: 1, subject: 'Invoice' })]);
		const { score } = smartMatching();
		expect(told(score)).toBe('linked 1, notLinked 1');
		expect(precisionOf(score)).toBeNull();
		expect(recallOf(score)).toBeNull();
	});
});

test('under the settings of the environment smart matching finds what the decision finds without In-Reply-To', () => {
	const under = environment({
		organization: { enablesmartmatching: true, hashdeltasubjectcount: 1, hashminaddresscount: 1 }
	});
	const subjects = ['Pump', 'RE: Pump', 'Pump again', 'Invoice', 'AW: Invoice 7'];
	const messages = Array.from({ length: 60 }, (_, index) =>
		mail(`m${index}`, {
			at: index,
			subject: subjects[(index * 7) % subjects.length] ?? null,
			from: index % 3 === 0 ? 'ann@fabrikam.com' : 'eve@fabrikam.com',
			inReplyTo: index % 4 === 0 || index < 5 ? [] : [id(`m${index - 1 - (index % 5)}`)]
		})
	);
	const { trials, smartMatching, decisions } = laboratory(messages, under);
	const found = smartMatching();
	expect(trials.trials).toBeGreaterThan(30);
	trials.positions.forEach((position, index) => {
		// The same mail, as if this one had come without In-Reply-To; those before it are as they were.
		const hidden = decisions.stored.messages
			.slice(0, position + 1)
			.map((facts, at) => (at === position ? { ...facts, inReplyTo: [] } : facts));
		expect(Math.max(-1, decide(hidden, under).correlated[position] ?? -1)).toBe(found.found(index));
	});
});
