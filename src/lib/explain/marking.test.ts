import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../engine/checks';
import type { ManualChange, PlaceRefusal } from '../domain/markChange';
import { emailsMarkedWords, marksUnchangedWords, presentMark } from './marking';
import { noticeWords } from './notices';
import { explanation } from './testing/explanations';

const pump = { table: 'incident', id: 'CAS-1', name: 'Pump leaks' };
const CHANGES: readonly (readonly [ManualChange, string, string])[] = [
	[{ kind: 'track', tracked: 'manual' }, '2 emails marked as tracked by hand', 'already marked as tracked by hand'],
	[{ kind: 'track', tracked: 'untracked' }, '2 emails marked as untracked', 'already marked as untracked'],
	[{ kind: 'setRegarding', regarding: pump }, '2 emails marked: Regarding is “Pump leaks”', 'already marked'],
	[
		{ kind: 'setRegarding', regarding: { ...pump, name: '' } },
		'2 emails marked: Regarding is “CAS-1”',
		'already marked'
	],
	[{ kind: 'setRegarding', regarding: null }, '2 emails marked: Regarding is empty', 'already marked'],
	[{ kind: 'inheritRegarding' }, '2 emails marked: Regarding is inherited again', 'Regarding is not set by hand'],
	[{ kind: 'clear' }, '2 emails no longer marked', 'not marked'],
	[{ kind: 'category' }, '2 emails tracked by category', 'already tracked by category'],
	[{ kind: 'folder' }, '2 emails in a tracked folder now', 'already in a tracked folder']
];

test.each(CHANGES)('%j', (change, title, already) => {
	expect(emailsMarkedWords(change, 2, [])).toEqual({ title, text: 'Every email has been decided again.' });
	expect(marksUnchangedWords(change, 1, []).text).toContain(`1 email: ${already}`);
});

describe('refused', () => {
	const codes: Readonly<Record<PlaceRefusal, true>> = {
		noMailbox: true,
		severalMailboxes: true,
		categoryTrackingOff: true,
		tooManyFiles: true,
		queueMailbox: true,
		inboxItself: true,
		notBelowInbox: true,
		notThereAtSync: true,
		tooManyFolders: true
	};
	test.each(Object.keys(codes) as PlaceRefusal[])('%s says why, and offers the mark', (code) => {
		const { title, text } = marksUnchangedWords({ kind: 'folder' }, 3, [{ code, emails: 3 }]);
		expect(title).toBe('Nothing was changed');
		expect(text).toMatch(/^Not done for 3 emails: .{15,}\. “Track” marks .+\.$/);
	});

	test('for some of them', () => {
		const refused = [
			{ code: 'noMailbox', emails: 1 },
			{ code: 'inboxItself', emails: 2 }
		] as const;
		const words = noticeWords({ code: 'emails-marked', change: { kind: 'folder' }, emails: 4, refused });
		expect(words).toMatchObject({ tone: 'good', title: '4 emails in a tracked folder now' });
		expect(words.text).toContain('1 email: no mailbox');
		expect(words.text).toContain('2 emails: it lies in the Inbox itself');
	});
});

test.each<[string | null, 'notMarked' | 'sent' | 'untracked', 'setByMark' | 'inherited', typeof pump | null]>([
	[null, 'notMarked', 'inherited', pump],
	['Marked: untracked', 'untracked', 'inherited', null],
	['Marked: sent from Dynamics 365, Regarding set', 'sent', 'setByMark', pump],
	['Marked: Regarding emptied', 'notMarked', 'setByMark', null]
])('beside the decision: %s', (words, tracked, outcome, regarding) => {
	const checks: CheckResult[] = [
		{ check: 'scope/mark', outcome: tracked, evidence: { by: 'sha256' } },
		{ check: 'population/regarding', outcome, evidence: { regarding, inheritedFrom: null } }
	];
	expect(presentMark(explanation({ checks }))).toBe(words);
});
