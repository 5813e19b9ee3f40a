import { describe, expect, test } from 'vitest';
import { fc } from '../../../tests/support/fastCheck';
import { id, sha256Like } from '../../../tests/support/mail';
import { PLAIN_FACTS } from '../domain/testing/plainFacts';
import type { MarkChange } from '../domain/markChange';
import type { Mark } from '../domain/environment';
import { Marks, NOT_MARKED } from '../engine/marks';
import { decodeEnvironmentFile, freshInstallFile, type EnvironmentFile } from '../snapshot/environmentFile';
import type { PlainValue } from '../snapshot/plainData';
import { markEmails, type MarkedEmail } from './marking';

const pump = { table: 'incident', id: 'CAS-1', name: 'Pump' };
const deal = { table: 'opportunity', id: 'OPP-1', name: 'Deal' };
const sha = { a: sha256Like('a'), b: sha256Like('b'), b2: sha256Like('b2'), none: sha256Like('none') };
/** `b` and `b2` have one Message-ID; `b` is the first in processing order. */
const emails = {
	a: { sha256: sha.a, messageId: id('a') },
	b: { sha256: sha.b, messageId: id('b') },
	b2: { sha256: sha.b2, messageId: id('b') },
	none: { sha256: sha.none, messageId: null }
} satisfies Record<string, MarkedEmail>;
type Name = keyof typeof emails;

const copiesOf = (messageId: string): readonly string[] =>
	Object.values(emails).flatMap((email) => (email.messageId === messageId ? [email.sha256] : []));
const fileWith = (marks: readonly PlainValue[]): EnvironmentFile => ({ ...freshInstallFile(), marks });
const run = (marks: readonly PlainValue[], names: readonly Name[], change: MarkChange) =>
	markEmails(
		fileWith(marks),
		names.map((name) => emails[name]),
		change,
		copiesOf
	);

const track: MarkChange = { kind: 'track', tracked: 'manual' };
const untrack: MarkChange = { kind: 'track', tracked: 'untracked' };
const clear: MarkChange = { kind: 'clear' };
const inherit: MarkChange = { kind: 'inheritRegarding' };
const regarding: MarkChange = { kind: 'setRegarding', regarding: deal };
const exact = (name: Name) => ({ sha256: sha[name] });

describe('marks after a change', () => {
	test.each<[string, readonly PlainValue[], readonly Name[], MarkChange, readonly PlainValue[], number]>([
		[
			'none before',
			[],
			['a', 'none'],
			track,
			[
				{ ...exact('a'), tracked: 'manual' },
				{ ...exact('none'), tracked: 'manual' }
			],
			2
		],
		[
			'an exact one is replaced, its other keys stay',
			[{ ...exact('a'), tracked: 'manual', by: 'Luisa' }],
			['a'],
			untrack,
			[{ ...exact('a'), by: 'Luisa', tracked: 'untracked' }],
			1
		],
		[
			'several for one email become one',
			[
				{ ...exact('a'), tracked: 'sent' },
				{ messageid: 'a@example.org', regarding: pump }
			],
			['a'],
			track,
			[{ ...exact('a'), tracked: 'manual', regarding: pump }],
			1
		],
		[
			'by the Message-ID of one email: its name stays',
			[{ messageid: id('a'), tracked: 'manual' }],
			['a'],
			untrack,
			[{ messageid: id('a'), tracked: 'untracked' }],
			1
		],
		[
			'manual by Message-ID is on the first copy: an exact mark goes before it, so that untracking spares the second',
			[{ messageid: id('b'), tracked: 'manual' }],
			['b'],
			untrack,
			[
				{ messageid: id('b'), tracked: 'manual' },
				{ ...exact('b'), tracked: 'untracked' }
			],
			1
		],
		[
			'manual by Message-ID stays where the second copy is untracked',
			[{ messageid: id('b'), tracked: 'manual' }],
			['b2'],
			untrack,
			[
				{ messageid: id('b'), tracked: 'manual' },
				{ ...exact('b2'), tracked: 'untracked' }
			],
			1
		],
		[
			'untracked by Message-ID is overridden for one copy',
			[{ messageid: id('b'), tracked: 'untracked' }],
			['b2'],
			track,
			[
				{ messageid: id('b'), tracked: 'untracked' },
				{ ...exact('b2'), tracked: 'manual' }
			],
			1
		],
		[
			'untracked by Message-ID is cleared for one copy only',
			[{ messageid: id('b'), tracked: 'untracked' }],
			['b2'],
			clear,
			[{ ...exact('b'), tracked: 'untracked' }],
			1
		],
		[
			'inheriting again keeps tracking',
			[{ messageid: id('b'), tracked: 'untracked', regarding: pump }],
			['b'],
			inherit,
			[
				{ ...exact('b'), tracked: 'untracked' },
				{ ...exact('b2'), tracked: 'untracked', regarding: pump }
			],
			1
		],
		[
			'Regarding beside tracking',
			[{ ...exact('a'), tracked: 'sent' }],
			['a'],
			regarding,
			[{ ...exact('a'), tracked: 'sent', regarding: deal }],
			1
		],
		[
			'Regarding emptied',
			[],
			['a'],
			{ kind: 'setRegarding', regarding: null },
			[{ ...exact('a'), regarding: null }],
			1
		],
		[
			'cleared',
			[
				{ ...exact('a'), tracked: 'sent', regarding: pump },
				{ ...exact('b'), tracked: 'sent' }
			],
			['a'],
			clear,
			[{ ...exact('b'), tracked: 'sent' }],
			1
		],
		['the same again', [{ ...exact('a'), tracked: 'manual' }], ['a'], track, [{ ...exact('a'), tracked: 'manual' }], 0],
		['an email twice', [], ['a', 'a'], track, [{ ...exact('a'), tracked: 'manual' }], 1]
	])('%s', (_name, before, names, change, after, changed) => {
		const marking = run(before, names, change);
		expect(marking.file.marks).toEqual(after);
		expect(marking.changed).toBe(changed);
	});
});

test('nothing changed is the very same file', () => {
	const file = fileWith([{ ...exact('a'), tracked: 'manual' }]);
	expect(markEmails(file, [emails.a], track, copiesOf).file).toBe(file);
	expect(markEmails(file, [emails.b], clear, copiesOf).file).toBe(file);
});

const mark = fc.record(
	{
		tracked: fc.constantFrom('sent', 'manual', 'untracked'),
		regarding: fc.constantFrom(pump, deal, null)
	},
	{ requiredKeys: [] }
);
const namedMark = fc
	.tuple(
		mark,
		fc.constantFrom<PlainValue>(
			exact('a'),
			exact('b'),
			exact('b2'),
			exact('none'),
			{ messageid: id('a') },
			{ messageid: id('b') }
		)
	)
	.map(([said, name]) => ({ ...said, ...(name as object) }) as PlainValue);
const change = fc.constantFrom<MarkChange>(
	track,
	untrack,
	{ kind: 'track', tracked: 'sent' },
	clear,
	inherit,
	regarding,
	{
		kind: 'setRegarding',
		regarding: null
	}
);

test('as the engine reads the marks: the chosen emails have what was asked for, the others what they had', () => {
	fc.assert(
		fc.property(
			fc.array(namedMark, { maxLength: 6 }),
			fc.subarray<Name>(['a', 'b', 'b2', 'none'], { minLength: 1 }),
			change,
			(marks, chosen, asked) => {
				const before = foundIn(fileWith(marks));
				const { file, changed } = run(marks, chosen, asked);
				const after = foundIn(file);
				for (const name of Object.keys(emails) as Name[]) {
					expect(after(name), name).toEqual(chosen.includes(name) ? expected(before(name), asked) : before(name));
				}
				expect(changed).toBeLessThanOrEqual(chosen.length);
				expect(run(file.marks as readonly PlainValue[], chosen, asked).changed).toBe(0);
			}
		),
		{ numRuns: 2_000 }
	);
});

type Said = Pick<Mark, 'tracked' | 'regarding'>;

function foundIn(file: EnvironmentFile): (name: Name) => { tracked: unknown; regarding: unknown } {
	const decoded = decodeEnvironmentFile(file);
	if (!decoded.ok) throw new Error('The file does not fit its schema.');
	const marks = new Marks(decoded.environment.marks);
	return (name) => {
		const { sha256, messageId } = emails[name];
		const { tracked, regarding: about } = marks.of({ ...PLAIN_FACTS, sha256, messageId }, name !== 'b2');
		return { tracked, regarding: about };
	};
}

function expected(before: { tracked: unknown; regarding: unknown }, asked: MarkChange): object {
	const none: Said | object = { tracked: NOT_MARKED.tracked, regarding: NOT_MARKED.regarding };
	switch (asked.kind) {
		case 'track':
			return { ...before, tracked: asked.tracked };
		case 'setRegarding':
			return { ...before, regarding: asked.regarding };
		case 'inheritRegarding':
			return { ...before, regarding: undefined };
		case 'clear':
			return none;
	}
}

test('20,000 emails, half of them marked and a third with one Message-ID, are cleared in one go', () => {
	const many = Array.from({ length: 20_000 }, (_, index) => ({
		sha256: sha256Like(String(index)),
		messageId: index % 3 === 0 ? id('one for many') : id(String(index))
	}));
	const bySameId = many.filter((_, index) => index % 3 === 0).map(({ sha256 }) => sha256);
	const marks = [
		...many.filter((_, index) => index % 2 === 0).map(({ sha256 }) => ({ sha256, tracked: 'manual' })),
		{ messageid: id('one for many'), tracked: 'untracked' }
	];
	const start = performance.now();
	const marking = markEmails(fileWith(marks), many, clear, (messageId) =>
		messageId === id('one for many') ? bySameId : ['some email']
	);
	expect(marking.file.marks).toEqual([]);
	expect(performance.now() - start).toBeLessThan(8_000);
});
