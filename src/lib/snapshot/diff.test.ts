import { describe, expect, test } from 'vitest';
import { diffSnapshots, environmentDifferences, type DiffEmail } from './diff';
import type { EnvironmentFile } from './environmentFile';

const environment = (content: object = {}): EnvironmentFile => ({
	format: 'tracklens-environment',
	formatVersion: 1,
	...content
});

function email(id: string, changes: Partial<DiffEmail> = {}): DiffEmail {
	return {
		activityId: id,
		messageId: `<${id}@a.example>`,
		outgoing: false,
		subject: id,
		tracked: 'yes',
		reasonName: 'AcceptAll',
		columns: { correlationmethod: 0, correlatedactivityid: null, sender: 'ann@a.example' },
		...changes
	};
}

const diff = (here: readonly DiffEmail[], there: readonly DiffEmail[]) =>
	diffSnapshots({ emails: here, environmentFile: null }, { emails: there, environmentFile: null });
const told = (here: readonly DiffEmail[], there: readonly DiffEmail[]) =>
	diff(here, there).emails.map(({ group, here: mine, there: theirs, values }) =>
		[group, mine?.activityId ?? '-', theirs?.activityId ?? '-', ...values.map(({ name }) => name)].join(' ')
	);

describe('emails', () => {
	test('the same on both sides', () => {
		expect(diff([email('a')], [email('a')])).toEqual({ same: 1, emails: [], environment: null });
	});

	test.each<[string, DiffEmail[], DiffEmail[], string[]]>([
		['only in one', [email('a')], [email('b')], ['onlyHere a -', 'onlyThere - b']],
		[
			'another verdict, whatever else differs',
			[email('a')],
			[email('a', { tracked: 'no', reasonName: 'NoCorrelationMatch', columns: null })],
			['verdict a a tracked reason']
		],
		[
			'another link',
			[email('a')],
			[email('a', { columns: { correlationmethod: 3, correlatedactivityid: 'x', sender: 'b@a.example' } })],
			['link a a correlationmethod correlatedactivityid sender']
		],
		['another column', [email('a')], [email('a', { columns: { sender: 'b@a.example' } })], ['columns a a sender']],
		['a file that does not say', [email('a')], [email('a', { tracked: null, reasonName: null, columns: {} })], []],
		['another hash, the same Message-ID', [email('a')], [email('b', { messageId: '<A@a.example>' })], []],
		[
			'the same Message-ID in the other direction',
			[email('a')],
			[email('b', { messageId: '<a@a.example>', outgoing: true })],
			['onlyHere a -', 'onlyThere - b']
		],
		[
			'two with one Message-ID are not guessed',
			[email('a')],
			[email('b', { messageId: '<a@a.example>' }), email('c', { messageId: '<a@a.example>' })],
			['onlyHere a -', 'onlyThere - b', 'onlyThere - c']
		]
	])('%s', (_, here, there, expected) => {
		expect(told(here, there)).toEqual(expected);
	});

	test('links are the same where they lead to the paired email', () => {
		const linked = (id: string, to: string, messageId: string) =>
			email(id, { messageId, columns: { correlationmethod: 3, correlatedactivityid: to } });
		const here = [email('a'), linked('b', 'a', '<b@a.example>')];
		const there = [email('x', { messageId: '<a@a.example>' }), linked('y', 'x', '<b@a.example>')];
		expect(diff(here, there).same).toBe(2);
		expect(told(here, [...there.slice(0, 1), linked('y', 'z', '<b@a.example>')])).toEqual([
			'link b y correlatedactivityid'
		]);
	});
});

test('environments: settings by name, rows by id, defaults as if written out', () => {
	const here = environment({ organization: { hashmaxcount: 20 }, users: [{ id: 'u', fullname: 'Ann' }, { id: 'v' }] });
	const there = environment({
		organization: { hashmaxcount: 5 },
		users: [{ fullname: 'Bob', id: 'u' }],
		records: [{ id: 'u', table: 'contact' }],
		marks: [{ messageid: '<a@b>' }]
	});
	expect(environmentDifferences(here, here)).toEqual([]);
	expect(environmentDifferences(environment(), environment({ organization: { hashmaxcount: 20 } }))).toEqual([]);
	expect(environmentDifferences(here, there)).toEqual([
		{ path: 'organization/hashmaxcount', here: '20', there: '5' },
		{ path: 'users/u', here: '{"fullname":"Ann","id":"u"}', there: '{"fullname":"Bob","id":"u"}' },
		{ path: 'users/v', here: '{"id":"v"}', there: null },
		{ path: 'records/contact u', here: null, there: '{"id":"u","table":"contact"}' },
		{ path: 'marks', here: '[]', there: '[{"messageid":"<a@b>"}]' }
	]);
});
