import { describe, expect, test } from 'vitest';
import { environment, mail, mailbox, minute, user } from '../../../../tests/support/mail';
import type { FilteringMethod, Mailbox, Placement } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { decide } from '../decide';
import { mailboxResult } from '../mailboxVerdict';
import { mailboxTimelines, type MailboxTimeline } from './timeline';

const place = (changes: Partial<Placement>): Placement => ({
	files: '**',
	mailboxid: 'm-luisa',
	folder: 'Inbox',
	moves: [],
	category: null,
	...changes
});

interface Story {
	readonly messages: readonly MessageFacts[];
	readonly mailbox?: Partial<Mailbox>;
	/** Files are named after the messages. */
	readonly placements?: readonly Placement[];
	/** Luisa's; she tracks everything unless it is given. */
	readonly filteringMethod?: FilteringMethod;
}

function replayed({ messages, mailbox: changes = {}, placements = [], filteringMethod = 0 }: Story) {
	const names = new Map(messages.map(({ sha256, messageId }) => [sha256, messageId?.slice(1, -13) ?? '']));
	const under = environment({
		users: [user('luisa', { incomingemailfilteringmethod: filteringMethod })],
		mailboxes: [mailbox('luisa', changes)],
		placements: [...placements, place({})]
	});
	const decisions = decide(messages, under, { pathsOf: (sha256) => [names.get(sha256) ?? ''] });
	const { scope, stored } = decisions;
	const [timeline] = scope === null ? [] : mailboxTimelines(under.mailboxes, stored.messages, scope);
	if (!timeline) throw new Error('No timeline.');
	return { timeline, decisions, names };
}

/** One line for each row: minutes, what happened, to which email, with what result. */
function told(story: Story): readonly string[] {
	const { timeline, decisions, names } = replayed(story);
	const at = (utcMs: number | null): string => (utcMs === null ? '-' : String((utcMs - minute(0)) / 60_000));
	const name = (position: number): string => names.get(decisions.stored.message(position).sha256) ?? '';
	return timeline.rows.map((row) => {
		switch (row.kind) {
			case 'cycle':
				return `${at(row.atUtcMs)} ${row.by} ${at(row.watermarkBeforeUtcMs)}>${at(row.watermarkAfterUtcMs)} ${row.seen}/${row.passedOver}`;
			case 'quietCycles':
				return `${at(row.atUtcMs)} quiet ${row.cycles} until ${at(row.untilUtcMs)}`;
			case 'move':
				return `${at(row.atUtcMs)} ${name(row.position)} ${row.from} > ${row.to}`;
			case 'email': {
				const { reason } = mailboxResult(decisions, row.position, row.holding);
				const look = row.look === null ? 'no look' : row.look.seen ? `seen by ${row.look.by}` : row.look.why;
				return `${at(row.atUtcMs)} ${name(row.position)} ${row.folder}: ${look}, ${reason}`;
			}
		}
	});
}

const syncsUtcMs = [minute(10), minute(20), minute(30)];

describe('the watermark stories', () => {
	test('each cycle sees what came since, and the watermark follows the last email', () => {
		expect(
			told({ messages: [mail('a', { at: 5 }), mail('b', { at: 9 }), mail('c', { at: 15 })], mailbox: { syncsUtcMs } })
		).toEqual([
			'10 sync ->9 2/0',
			'10 a Inbox: seen by sync, AcceptAll',
			'10 b Inbox: seen by sync, AcceptAll',
			'20 sync 9>15 1/0',
			'20 c Inbox: seen by sync, AcceptAll',
			'30 sync 15>15 0/0'
		]);
	});

	test('sorted by a rule and moved back before the next sync', () => {
		const moves = [{ atUtcMs: minute(8), folder: 'Inbox' }];
		expect(
			told({
				messages: [mail('a', { at: 5 })],
				mailbox: { syncsUtcMs },
				placements: [place({ files: 'a', folder: 'Inbox/VIP', moves })]
			})
		).toEqual([
			'8 a Inbox/VIP > Inbox',
			'10 sync ->- 0/1',
			'10 a Inbox: movedIntoInbox, NotEvaluated',
			'20 quiet 2 until 30'
		]);
	});

	test('taken out and put back: passed over twice, each time for its own reason', () => {
		const moves = [
			{ atUtcMs: minute(6), folder: 'Archive' },
			{ atUtcMs: minute(15), folder: 'Inbox' }
		];
		expect(
			told({
				messages: [mail('a', { at: 5 }), mail('b', { at: 9 })],
				mailbox: { syncsUtcMs },
				placements: [place({ files: 'a', moves })]
			})
		).toEqual([
			'6 a Inbox > Archive',
			'10 sync ->9 1/1',
			'10 a Archive: notInInboxAtSync, NotEvaluated',
			'10 b Inbox: seen by sync, AcceptAll',
			'15 a Archive > Inbox',
			'20 sync 9>9 0/1',
			'20 a Inbox: beforeWatermark, NotEvaluated',
			'30 sync 9>9 0/0'
		]);
	});

	test('Test & Enable looks at the Inbox anew, from Process Emails From on', () => {
		const moves = [{ atUtcMs: minute(8), folder: 'Inbox' }];
		const story = (from: number | null): Story => ({
			messages: [mail('a', { at: 5 })],
			mailbox: {
				syncsUtcMs: [minute(10)],
				testedandenabledonUtcMs: minute(40),
				processemailreceivedafterUtcMs: from
			},
			placements: [place({ files: 'a', folder: 'Inbox/VIP', moves })]
		});
		expect(told(story(null)).slice(-2)).toEqual([
			'40 testAndEnable ->5 1/0',
			'40 a Inbox: seen by testAndEnable, AcceptAll'
		]);
		expect(told(story(minute(6)))).toEqual([
			'8 a Inbox/VIP > Inbox',
			'10 sync ->- 0/1',
			'10 a Inbox: beforeProcessEmailsFrom, NotEvaluated',
			'40 testAndEnable ->6 0/0'
		]);
	});

	test('Test & Enable comes upon what was seen before, and the watermark follows it', () => {
		const moves = [
			{ atUtcMs: minute(6), folder: 'Archive' },
			{ atUtcMs: minute(45), folder: 'Inbox' }
		];
		const story: Story = {
			messages: [mail('a', { at: 5 }), mail('b', { at: 9 })],
			mailbox: { syncsUtcMs: [minute(10), minute(50)], testedandenabledonUtcMs: minute(40) },
			placements: [place({ files: 'a', moves })]
		};
		expect(told(story).slice(-4)).toEqual([
			'40 testAndEnable 9>9 0/0',
			'45 a Archive > Inbox',
			'50 sync 9>9 0/1',
			'50 a Inbox: beforeWatermark, NotEvaluated'
		]);
		const finals = replayed(story).timeline.rows.flatMap((row) => (row.kind === 'email' ? [row.final] : []));
		expect(finals).toEqual([false, true, true]);
	});

	test('mail after the last cycle waits', () => {
		expect(told({ messages: [mail('a', { at: 31 })], mailbox: { syncsUtcMs: [minute(30)] } })).toEqual([
			'30 sync ->- 0/0',
			'31 a Inbox: noSyncAfter, NotEvaluated'
		]);
	});
});

describe('tracked folders', () => {
	const vip = { trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] };
	const intoVip = place({ files: 'a', moves: [{ atUtcMs: minute(15), folder: 'Inbox/VIP' }] });

	test('the cycle that finds it there sees it, after the Inbox had its say', () => {
		const story: Story = {
			messages: [mail('a', { at: 5 }), mail('b', { at: 12 })],
			mailbox: { ...vip, syncsUtcMs },
			placements: [intoVip],
			filteringMethod: 4
		};
		expect(told(story)).toEqual([
			'10 sync ->5 1/0',
			'10 a Inbox: seen by sync, Manual',
			'15 a Inbox > Inbox/VIP',
			'20 sync 5>12 2/0',
			'20 a Inbox/VIP: seen by trackedFolder, Manual',
			'20 b Inbox: seen by sync, NoRecipientMatch',
			'30 sync 12>12 0/0'
		]);
		const finals = replayed(story).timeline.rows.flatMap((row) => (row.kind === 'email' ? [row.final] : []));
		expect(finals).toEqual([false, true, true]);
	});

	test('what a cycle finds there is not passed over', () => {
		const moves = [{ atUtcMs: minute(8), folder: 'Inbox/VIP' }];
		const story = { messages: [mail('a', { at: 5 })], mailbox: { ...vip, syncsUtcMs: [minute(10)] } };
		expect(told({ ...story, placements: [place({ files: 'a', moves })] })).toEqual([
			'8 a Inbox > Inbox/VIP',
			'10 sync ->- 1/0',
			'10 a Inbox/VIP: seen by trackedFolder, Manual'
		]);
	});

	test('left before the first cycle, or not found yet', () => {
		const moves = [{ atUtcMs: minute(8), folder: 'Archive' }];
		const story = { mailbox: { ...vip, syncsUtcMs: [minute(10)] } };
		expect(
			told({
				...story,
				messages: [mail('a', { at: 5 }), mail('b', { at: 11 })],
				placements: [place({ files: 'a', folder: 'Inbox/VIP', moves }), place({ files: 'b', folder: 'Inbox/VIP' })]
			})
		).toEqual([
			'5 a Inbox/VIP: leftTrackedFolder, NotEvaluated',
			'8 a Inbox/VIP > Archive',
			'10 sync ->- 0/0',
			'11 b Inbox/VIP: noSyncAfter, NotEvaluated'
		]);
	});

	test('without cycles it is seen as it arrives, and again as it is moved in', () => {
		expect(told({ messages: [mail('a', { at: 5 })], mailbox: vip, placements: [intoVip], filteringMethod: 4 })).toEqual(
			['5 a Inbox: seen by arrival, Manual', '15 a Inbox > Inbox/VIP', '15 a Inbox/VIP: seen by trackedFolder, Manual']
		);
		const moves = [{ atUtcMs: minute(15), folder: 'Inbox' }];
		const out = place({ files: 'a', folder: 'Inbox/VIP', moves });
		expect(told({ messages: [mail('a', { at: 5 })], mailbox: vip, placements: [out] })).toEqual([
			'5 a Inbox/VIP: seen by trackedFolder, Manual',
			'15 a Inbox/VIP > Inbox'
		]);
	});
});

describe('without sync cycles', () => {
	test('mail is seen as it arrives; what lay elsewhere is told by its folder; an unknown time comes last', () => {
		expect(
			told({
				messages: [mail('u', { at: null }), mail('a', { at: 5 }), mail('b', { at: 3 }), mail('c', { at: 4 })],
				mailbox: { trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] },
				placements: [place({ files: 'b', folder: 'Archive' }), place({ files: 'c', folder: 'Inbox/VIP' })]
			})
		).toEqual([
			'3 b Archive: no look, NotEvaluated',
			'4 c Inbox/VIP: no look, Manual',
			'5 a Inbox: seen by arrival, AcceptAll',
			'- u Inbox: no look, AcceptAll'
		]);
	});

	test('before Process Emails From', () => {
		const story = { messages: [mail('a', { at: 5 })], mailbox: { processemailreceivedafterUtcMs: minute(6) } };
		expect(told(story)).toEqual(['5 a Inbox: beforeProcessEmailsFrom, NotEvaluated']);
	});

	test('a second copy of an email is a duplicate', () => {
		const copy = { ...mail('copy', { at: 6 }), messageId: mail('a').messageId };
		expect(told({ messages: [mail('a', { at: 5 }), copy] }).at(-1)).toMatch(/Duplicate$/);
	});
});

test('a mailbox that is off runs no cycles', () => {
	const story = { messages: [mail('a', { at: 5 })], mailbox: { syncsUtcMs, enabledforincomingemail: false } };
	expect(told(story)).toEqual(['5 a Inbox: no look, NotEvaluated']);
	expect(replayed(story).timeline).toMatchObject<Partial<MailboxTimeline>>({
		cycles: 0,
		stoppedBy: { column: 'enabledforincomingemail', value: false }
	});
});

test('many cycles and moves take time in proportion to their number', () => {
	const count = 5_000;
	const messages = Array.from({ length: count }, (_, index) => mail(`a${index}`, { at: index }));
	const many = Array.from({ length: count }, (_, index) => minute(index));
	const moves = [{ atUtcMs: minute(1), folder: 'Inbox' }];
	const { timeline } = replayed({
		messages,
		mailbox: { syncsUtcMs: many },
		placements: [place({ folder: 'Archive' })]
	});
	expect(timeline.emails).toBe(count);
	const before = performance.now();
	replayed({ messages, mailbox: { syncsUtcMs: many }, placements: [place({ folder: 'Inbox/VIP', moves })] });
	expect(performance.now() - before).toBeLessThan(2_000);
});
