import { expect, test } from 'vitest';
import { environment, explainOne, id, mail } from '../../../tests/support/mail';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { compileHashFilter } from '../engine/correlation/hashFilter';
import { WHAT_IF_GROUPS } from '../engine/whatIf/compare';
import { plainText } from './sentence';
import { stepDifferences, WHAT_IF_GROUP_WORDS, whatIfLinkText, whatIfRowWords, whatIfSummary } from './whatIf';
import { decide } from '../engine/decide';
import { emailColumns } from '../engine/population/emailColumns';
import type { WhatIfRowFacts, WhatIfSideFacts } from './whatIf';

const first = mail('first', { subject: 'Pump' });
const reply = mail('reply', { at: 1, subject: 'RE: Pump', inReplyTo: [id('first')] });
const off = environment({ orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true } });

test.each([
	[{ emails: 0, changed: 0, tracked: 0 }, 0, 'There are no emails that the draft could change.'],
	[{ emails: 5, changed: 0, tracked: 5 }, 5, 'No email would change. 5 would be tracked, as now.'],
	[{ emails: 5000, changed: 12, tracked: 9 }, 21, '12 of 5000 emails would change. 9 would be tracked, now 21.']
])('the figures %o', (figures, now, expected) => {
	expect(whatIfSummary(figures, now)).toBe(expected);
});

test('the link beside Apply', () => {
	expect(whatIfLinkText({ emails: 3, changed: 1, tracked: 3 })).toBe('1 email would change');
});

test('every group has words of its own', () => {
	expect(new Set(WHAT_IF_GROUPS.map((group) => WHAT_IF_GROUP_WORDS[group].title)).size).toBe(WHAT_IF_GROUPS.length);
});

function side(messages: readonly MessageFacts[], position: number, under: Environment): WhatIfSideFacts {
	const decisions = decide(messages, under, { hashFilter: compileHashFilter(under.organization.hashfilterkeywords) });
	return {
		tracked: decisions.tracked(position),
		reason: decisions.reason[position] ?? 'Unknown',
		columns: emailColumns(decisions, position)
	};
}

const names = { mentions: [], named: [] };
const told = (row: WhatIfRowFacts) =>
	whatIfRowWords(row, names).map(
		({ column, before, after }) => `${column ?? 'outcome'}: ${plainText(before)} -> ${plainText(after)}`
	);

test.each<[string, WhatIfRowFacts, readonly string[]]>([
	[
		'a verdict, with the link',
		{
			group: 'noLongerTracked',
			changedColumns: [],
			before: side([first, reply], 1, environment({})),
			after: side([first, reply], 1, environment({ marks: [{ messageid: id('reply'), tracked: 'untracked' }] }))
		},
		['outcome: Tracked (AcceptAll (6)), linked to an email of this case by InReplyTo -> Not tracked (Untracked)']
	],
	[
		'a link, then what else differs',
		{
			group: 'noLongerLinked',
			changedColumns: ['correlationmethod', 'correlatedactivityid', 'parentactivityid', 'correlatedsubjectchanged'],
			before: side([first, reply], 1, environment({})),
			after: side([first, reply], 1, off)
		},
		[
			'outcome: Linked to an email of this case by InReplyTo -> Linked to nothing',
			'correlatedsubjectchanged: false -> false'
		]
	],
	[
		'columns by their names',
		{
			group: 'otherColumns',
			changedColumns: ['acceptingentityid', 'regardingobjectid', 'directioncode'],
			before: side([first], 0, environment({})),
			after: side(
				[first],
				0,
				environment({
					marks: [
						{ messageid: id('first'), tracked: 'sent', regarding: { table: 'incident', id: 'CAS-1', name: 'Pump' } }
					]
				})
			)
		},
		[
			'acceptingentityid: queue “All mail” -> empty',
			'regardingobjectid: empty -> “Pump” (incident)',
			'directioncode: false incoming -> true outgoing'
		]
	]
])('%s', (_, row, expected) => {
	expect(told(row)).toEqual(expected);
});

test('the rungs that differ, in the order of the ladder', () => {
	const before = explainOne('reply', [first, reply]);
	const after = explainOne('reply', [first, reply], off);
	expect(stepDifferences(before, after)).toEqual([
		{ check: 'InReplyTo', title: 'InReplyTo', before: 'Matched', after: 'Switched off' },
		expect.objectContaining({ check: 'TrackingToken' }),
		expect.objectContaining({ check: 'ConversationIndex', after: 'Switched off' })
	]);
	expect(stepDifferences(before, before)).toEqual([]);
});
