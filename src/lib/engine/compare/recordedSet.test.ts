import { describe, expect, it } from 'vitest';
import { environment, id, mail, mailbox, queue } from '../../../../tests/support/mail';
import type { RecordedEmail, RecordedValue } from '../../domain/dataverse/recordedEmails';
import { FRESH_INSTALL, type Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { decide } from '../decide';
import { causesOf } from './causes';
import { RecordedSet } from './recordedSet';
import { ComparisonTally } from './tally';

type Values = Readonly<Record<string, RecordedValue['value']>>;
const guid = (number: number) => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

function row(number: number, values: Values): readonly [string, RecordedEmail] {
	const columns = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
	return [guid(number), { activityid: guid(number), subject: `Row ${number}`, columns }];
}

function compared(
	messages: readonly MessageFacts[],
	rows: readonly (readonly [string, RecordedEmail])[],
	under: Environment = FRESH_INSTALL
) {
	const decisions = decide(messages, under);
	const set = new RecordedSet(decisions, new Map(rows), () => []);
	const tally = new ComparisonTally(decisions);
	for (const _ of tally.steps(set));
	const causes = (at: number) => {
		const entry = tally.entries(null, null)[at];
		if (entry === undefined) throw new Error('No such disagreement.');
		const why = entry.kind === 'onlyRecorded' ? entry.why : null;
		return causesOf({ ...entry, why }, decisions, set);
	};
	return { summary: tally.summary(), entries: tally.entries(null, null), causes };
}

const FIRST = mail('first');
const REPLY = mail('reply', { at: 5, inReplyTo: [id('first')] });

describe('RecordedSet', () => {
	it('matches by Message-ID without brackets and letter case, and maps look-ups through it', () => {
		const { summary, entries } = compared(
			[FIRST, REPLY],
			[
				row(1, { messageid: 'FIRST@example.org', directioncode: false, correlatedactivityid: null }),
				row(2, {
					messageid: id('reply'),
					directioncode: false,
					correlationmethod: 3,
					correlatedactivityid: guid(1),
					parentactivityid: guid(1)
				})
			]
		);
		expect(summary).toMatchObject({ recorded: 2, matched: 2, agreeing: 2, onlyModelled: 0 });
		expect(summary.columns.find(({ column }) => column === 'correlatedactivityid')).toMatchObject({ agree: 2 });
		expect(summary.toFetch.messageIds).toEqual([]);
		expect(entries).toEqual([]);
	});

	it('tells apart what is only recorded and what is only modelled', () => {
		const refused = environment({ queues: [queue('sales')], mailboxes: [mailbox('sales')] });
		const rows = [
			row(1, { messageid: id('elsewhere') }),
			row(2, { messageid: null }),
			row(3, { subject: null }),
			row(4, { messageid: id('first'), directioncode: true })
		];
		expect(compared([FIRST, REPLY], rows).summary).toMatchObject({
			recorded: 4,
			matched: 0,
			onlyRecorded: { 'not-in-set': 1, 'no-message-id': 2, 'other-direction': 1, 'not-tracked': 0 },
			onlyModelled: 1
		});
		const { summary } = compared([FIRST], [row(4, { messageid: id('first') })], refused);
		expect(summary.onlyRecorded['not-tracked']).toBe(1);
	});

	it('asks for each Message-ID that no row is known of once', () => {
		const copy = mail('copy', { messageId: id('first'), at: 9 });
		const { summary } = compared([FIRST, copy, REPLY], [row(2, { messageid: id('reply') })]);
		expect(summary.toFetch).toMatchObject({ messageIds: [id('first')], messageIdsTotal: 1 });
		expect(summary.onlyModelled).toBe(1);
		expect(compared([FIRST, mail('none', { messageId: null })], []).summary).toMatchObject({
			onlyModelled: 0,
			withoutMessageId: 1
		});
	});

	it('names the likely cause', () => {
		const lonely = mail('lonely', { inReplyTo: [id('absent')] });
		const { entries, causes } = compared(
			[lonely],
			[
				row(1, { messageid: id('absent') }),
				row(2, { messageid: id('lonely'), correlationmethod: 3, correlatedactivityid: guid(1) })
			]
		);
		expect(entries.map(({ kind, column }) => [kind, column])).toEqual([
			['differ', 'correlationmethod'],
			['differ', 'correlatedactivityid'],
			['onlyRecorded', null]
		]);
		expect(causes(0).causes[0]).toBe('parent-not-in-set');
		expect(causes(1)).toMatchObject({ causes: ['parent-not-in-set'], diagnoses: ['parent-not-in-set'] });
		expect(causes(2).causes).toEqual(['email-not-added']);
		const unfetched = compared([lonely], [row(2, { messageid: id('lonely'), correlatedactivityid: guid(1) })]);
		expect(unfetched.causes(0).causes).toEqual(['parent-not-in-set', 'parent-row-not-fetched']);
		const byHand = compared([FIRST], [row(1, { messageid: id('first'), receivingmailboxid: null, statuscode: 3 })]);
		expect(byHand.causes(0).causes).toEqual(['status-changed']);
		const later = compared(
			[FIRST, REPLY],
			[row(2, { messageid: id('reply'), correlationmethod: 5, correlatedactivityid: null })]
		);
		expect(later.causes(1).causes[0]).toBe('later-method-there');
		expect(later.causes(2).causes[0]).toBe('parent-not-stored-there');
	});
});
