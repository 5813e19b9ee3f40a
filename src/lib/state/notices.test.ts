import { expect, test } from 'vitest';
import { Notices, type ShownNotice } from './notices.svelte';

type Told = ShownNotice['notice'];
const marked: Told = { code: 'emails-marked', change: { kind: 'clear' }, emails: 1, refused: [] };
const unchanged: Told = { code: 'marks-unchanged', change: { kind: 'clear' }, emails: 1, refused: [] };
const undone: Told = { code: 'environment-undone', name: 'Contoso', changes: null };
const activated: Told = { code: 'environment-activated', name: 'Contoso', changes: null };
const removed: Told = { code: 'emails-removed', emails: 1 };
const broughtBack: Told = { code: 'removal-undone', emails: 1 };
const pattern: Told = { code: 'pattern-looks-escaped', pattern: '', repaired: '' };
const caseOpened: Told = { code: 'case-opened', name: 'Pumps' };

test.each<{ told: readonly Told[]; left: readonly Told['code'][]; what: string }>([
	{ what: 'an Undo that still holds stays', told: [marked, unchanged], left: ['emails-marked', 'marks-unchanged'] },
	{ what: 'the next step goes first', told: [marked, activated], left: ['environment-activated'] },
	{ what: 'each history has its own', told: [removed, marked], left: ['emails-removed', 'emails-marked'] },
	{ what: 'undone elsewhere', told: [marked, removed, undone], left: ['emails-removed', 'environment-undone'] },
	{ what: 'a removal brought back', told: [removed, broughtBack], left: ['removal-undone'] },
	{
		what: 'good news gives way',
		told: [caseOpened, { code: 'exported', fileName: 'a.json', emails: null }],
		left: ['exported']
	},
	{
		what: 'so does a case to what is said of cases',
		told: [caseOpened, { code: 'case-refused', failure: 'case-gone' }],
		left: ['case-refused']
	}
])('$what', ({ told, left }) => {
	const notices = new Notices();
	for (const notice of told) notices.add(notice);
	expect(notices.shown.map(({ notice }) => notice.code)).toEqual(left);
});

test('patterns are those of the environment that was active', () => {
	const notices = new Notices();
	notices.add(pattern);
	notices.add(marked);
	notices.leavePatterns();
	expect(notices.shown.map(({ notice }) => notice.code)).toEqual(['emails-marked']);
});
