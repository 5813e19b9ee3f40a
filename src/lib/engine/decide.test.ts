import { describe, expect, test } from 'vitest';
import { environment, explainAll, explainOne, id, mail } from '../../../tests/support/mail';
import type { Mark } from '../domain/environment';
import { decide } from './decide';
import { ghosts } from './ghosts';

const pump = { table: 'incident', id: 'CAS-1', name: 'Broken pump' };
const marked = (...marks: Mark[]) => environment({ marks });

describe('processing order', () => {
	test.each([
		['received time', mail('b', { at: 1 }), mail('a', { at: 2 })],
		['an unknown time comes last', mail('a', { at: 9 }), mail('b', { at: null })],
		['ties by Date', mail('b', { at: 1, dateUtcMs: 1 }), mail('a', { at: 1, dateUtcMs: 2 })],
		['an unknown Date after a known one', mail('a', { at: 1 }), mail('b', { at: 1, dateUtcMs: null })],
		['then by SHA-256', mail('a', { sha256: '1' }), mail('a', { sha256: '2' })]
	])('%s', (_, first, second) => {
		for (const dropped of [
			[first, second],
			[second, first]
		]) {
			expect(decide(dropped, environment({})).stored.messages).toEqual([first, second]);
		}
	});
});

describe('fresh install', () => {
	test('everything is accepted by the implicit queue', () => {
		const { reason, columns, checks } = explainOne('a', [mail('a')]);
		expect(reason).toEqual({ code: 6, name: 'AcceptAll' });
		expect(columns).toEqual({
			correlationmethod: 0,
			correlatedactivityid: null,
			parentactivityid: null,
			acceptingentityid: 'all-mail',
			receivingmailboxid: null,
			regardingobjectid: null,
			trackingtoken: null,
			correlatedsubjectchanged: false,
			internetmessageheaders: null,
			directioncode: false,
			messageid: id('a'),
			inreplyto: null,
			emailsender: null,
			isduplicatesenderunresolved: false,
			ownerid: null,
			sender: 'ann@fabrikam.com',
			torecipients: 'support@contoso.com',
			sendermailboxid: null,
			conversationindex: null,
			statecode: 1,
			statuscode: 4
		});
		expect(checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
			'scope/mark notMarked',
			'scope/duplicate passed',
			'acceptance/all-mail accepted',
			'population/regarding empty'
		]);
	});

	test('mail without sender, recipient, subject, date or Message-ID is tracked too', () => {
		const bare = mail('bare', { at: null, from: null, to: [], subject: null, messageId: null });
		expect(explainOne('bare', [bare]).verdict).toMatchObject({ tracked: 'yes' });
	});
});

describe('duplicates', () => {
	const first = mail('first', { messageId: id('same') });
	const copy = mail('copy', { at: 1, messageId: id('SAME') });

	test('the second with a Message-ID is not tracked and names the first; its methods are still shown', () => {
		const explanation = explainOne('copy', [copy, first]);
		expect(explanation.reason).toEqual({ code: 0, name: 'Duplicate' });
		expect(explanation.columns).toBeNull();
		expect(explanation.correlation).toHaveLength(4);
		expect(explanation.checks[1]).toMatchObject({
			outcome: 'duplicate',
			evidence: { first: explainOne('first', [first]).activityId }
		});
	});

	test('a sent and a received copy are two rows', () => {
		const under = marked({ sha256: first.sha256, tracked: 'sent' });
		expect(explainOne('first', [first, copy], under).columns).toMatchObject({ directioncode: true });
		expect(explainOne('copy', [first, copy], under).columns).toMatchObject({ directioncode: false });
	});

	test('mail without a Message-ID is never a duplicate', () => {
		const bare = [mail('x', { messageId: null }), mail('y', { messageId: null })];
		expect(decide(bare, environment({})).reason).toEqual(['AcceptAll', 'AcceptAll']);
	});

	test('after an untracked first, the second is the first', () => {
		const under = marked({ sha256: first.sha256, tracked: 'untracked' });
		expect(decide([first, copy], under).reason).toEqual(['Untracked', 'AcceptAll']);
	});
});

describe('marks', () => {
	test.each([
		['sent', { code: null, name: 'Manual' }, { directioncode: true, acceptingentityid: null }],
		['manual', { code: null, name: 'Manual' }, { directioncode: false, acceptingentityid: null }],
		['untracked', { code: null, name: 'Untracked' }, null]
	] as const)('%s', (tracked, reason, columns) => {
		const explanation = explainOne('a', [mail('a')], marked({ messageid: id('a'), tracked }));
		expect(explanation.reason).toEqual(reason);
		if (columns === null) expect(explanation.columns).toBeNull();
		else expect(explanation.columns).toMatchObject(columns);
	});

	test('sent by messageid marks the first in processing order only', () => {
		const copies = [mail('x', { at: 0, messageId: id('a') }), mail('y', { at: 1, messageId: id('a') })];
		const decisions = decide(copies, marked({ messageid: id('a'), tracked: 'sent', regarding: pump }));
		expect(decisions.reason).toEqual(['Manual', 'AcceptAll']);
		expect(decisions.outgoing).toEqual([true, false]);
		expect(decisions.regarding).toEqual([pump, null]);
	});

	test('untracked by messageid takes all of them', () => {
		const copies = [mail('x', { at: 0, messageId: id('a') }), mail('y', { at: 1, messageId: id('a') })];
		expect(decide(copies, marked({ messageid: id('a'), tracked: 'untracked' })).reason).toEqual([
			'Untracked',
			'Untracked'
		]);
	});

	test('a mark by sha256 goes before one by messageid', () => {
		const only = mail('a');
		const under = marked({ messageid: id('a'), tracked: 'manual' }, { sha256: only.sha256, tracked: 'untracked' });
		expect(decide([only], under).reason).toEqual(['Untracked']);
	});

	test('nothing correlates with an untracked email', () => {
		const reply = mail('reply', { at: 1, inReplyTo: [id('a')] });
		const under = marked({ messageid: id('a'), tracked: 'untracked' });
		expect(explainOne('reply', [mail('a'), reply], under).columns).toMatchObject({ correlationmethod: 0 });
	});

	test('marked emails are correlated as well', () => {
		const answer = mail('answer', { at: 1, inReplyTo: [id('a')] });
		const under = marked({ messageid: id('answer'), tracked: 'sent' });
		expect(explainOne('answer', [mail('a'), answer], under).columns).toMatchObject({ correlationmethod: 3 });
	});
});

describe('Regarding', () => {
	const thread = [
		mail('a', { at: 0 }),
		mail('b', { at: 1, inReplyTo: [id('a')] }),
		mail('c', { at: 2, inReplyTo: [id('b')] })
	];

	test('is inherited along the chain', () => {
		const all = explainAll(thread, marked({ messageid: id('a'), regarding: pump }));
		expect([...all.values()].map(({ columns }) => columns?.regardingobjectid)).toEqual([pump, pump, pump]);
		expect(all.get('a')?.checks.find(({ check }) => check === 'population/regarding')).toMatchObject({
			outcome: 'setByMark'
		});
		expect(all.get('c')?.checks.find(({ check }) => check === 'population/regarding')).toMatchObject({
			outcome: 'inherited',
			evidence: { inheritedFrom: all.get('b')?.activityId }
		});
	});

	test('set by hand on one email it changes what later ones inherit, not earlier ones', () => {
		const all = explainAll(thread, marked({ messageid: id('b'), regarding: pump }));
		expect([...all.values()].map(({ columns }) => columns?.regardingobjectid?.id ?? null)).toEqual([
			null,
			'CAS-1',
			'CAS-1'
		]);
	});

	test('emptied by hand it is not inherited, and later ones take over the empty one', () => {
		const all = explainAll(
			thread,
			marked({ messageid: id('a'), regarding: pump }, { messageid: id('b'), regarding: null })
		);
		expect([...all.values()].map(({ columns }) => columns?.regardingobjectid?.id ?? null)).toEqual([
			'CAS-1',
			null,
			null
		]);
		expect(all.get('b')?.checks.find(({ check }) => check === 'population/regarding')).toMatchObject({
			outcome: 'setByMark',
			evidence: { regarding: null }
		});
		expect(all.get('b')?.diagnoses.map((found) => found.id)).not.toContain('regarding-empty');
	});

	test('an empty one is inherited as empty: tracked, linked, without Regarding', () => {
		expect(explainOne('b', thread).checks.find(({ check }) => check === 'population/regarding')).toMatchObject({
			outcome: 'empty'
		});
	});
});

test('ghosts are named once, with all who refer to them', () => {
	const { stored } = decide(
		[
			mail('a', { at: 0, inReplyTo: [id('Gone')], references: [id('older'), id('gone')] }),
			mail('b', { at: 1, references: [id('gone'), id('a')] })
		],
		environment({})
	);
	const [a, b] = [stored.activityId(0), stored.activityId(1)];
	expect(ghosts(stored)).toEqual([
		{ messageId: id('Gone'), referredBy: [a, b] },
		{ messageId: id('older'), referredBy: [a] }
	]);
});

test('all decided, nothing thrown, when thousands share one id', () => {
	const shared = Array.from({ length: 3_000 }, (_, at) =>
		mail(`s${at}`, { at, messageId: '<null>', inReplyTo: ['<null>'] })
	);
	const decisions = decide(shared, environment({}));
	expect(decisions.reason.filter((reason) => reason === 'Duplicate')).toHaveLength(2_999);
});
