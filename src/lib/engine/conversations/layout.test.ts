import { describe, expect, test } from 'vitest';
import { fc } from '../../../../tests/support/fastCheck';
import { timelineLayout, type TimelineNode } from './timeline';
import { maxPlainDepth, ThreadTree, type TreeNode } from './tree';

const treeOf = (parents: readonly number[], dashed: readonly number[] = []): TreeNode[] =>
	parents.map((parent, place) => ({ parent, place, dashed: dashed.includes(place) }));

/** `level:node` with the levels of passing lines in brackets. */
function rowsOf(nodes: readonly TreeNode[]): string[] {
	const tree = new ThreadTree(nodes);
	return tree
		.rows(0, nodes.length)
		.map(
			({ level, node, rails }) =>
				`${level}:${node}${rails.length > 0 ? ` [${rails.map((rail) => rail.level).join()}]` : ''}`
		);
}

describe('tree', () => {
	test('steps to the right, siblings by time, lines of those that follow pass by', () => {
		//                     0   1  2  3  4  5
		expect(rowsOf(treeOf([-1, 0, 0, 1, 1, 2]))).toEqual(['0:0', '1:1 [0]', '2:3 [0,1]', '2:4 [0]', '1:2', '2:5']);
	});

	test('a line is dashed where all that it leads to is', () => {
		const rows = new ThreadTree(treeOf([-1, 0, 0, 0], [2, 3])).rows(0, 4);
		expect(rows.map(({ trunk, rails }) => [trunk, rails])).toEqual([
			['solid', []],
			[null, [{ level: 0, dashed: true }]],
			[null, [{ level: 0, dashed: true }]],
			[null, []]
		]);
	});

	test('in a deep thread the longest branch goes straight down, after the others', () => {
		const chain = Array.from({ length: maxPlainDepth + 3 }, (_, index) => index - 1);
		// A short answer to the first message of the chain.
		const rows = rowsOf(treeOf([...chain, 0]));
		expect(rows.slice(0, 3)).toEqual(['0:0', `1:${chain.length} [0]`, '0:1']);
		expect(rows.slice(2).every((row) => row.startsWith('0:'))).toBe(true);
	});

	test('no thread needs more steps than the logarithm of its size, and windows are pieces of the whole', () => {
		const parents = fc
			.integer({ min: 1, max: 300 })
			.chain((size) =>
				fc.tuple(...Array.from({ length: size }, (_, index) => fc.integer({ min: -1, max: index - 1 })))
			);
		fc.assert(
			fc.property(parents, (all) => {
				const nodes = treeOf(all);
				const tree = new ThreadTree(nodes);
				const rows = tree.rows(0, nodes.length);
				expect(rows.map(({ node }) => node).toSorted((a, b) => a - b)).toEqual(nodes.map((_, index) => index));
				const bound = Math.max(maxPlainDepth, Math.log2(nodes.length));
				expect(Math.max(...rows.map(({ level }) => level))).toBeLessThanOrEqual(bound);
				expect([...tree.rows(0, 7), ...tree.rows(7, nodes.length)]).toEqual(rows);
			})
		);
	});
});

describe('timeline', () => {
	const minuteMs = 60_000;
	const at = (minutes: number | null, parent = -1, place = minutes ?? 1e6): TimelineNode => ({
		parent,
		place,
		utcMs: minutes === null ? null : minutes * minuteMs
	});

	test('columns follow time; a long gap is cut and told', () => {
		const { points, breaks, width } = timelineLayout([at(0), at(10, 0), at(30, 1), at(40, 2), at(5_000, 3)]);
		expect(points.map(({ x }) => x)).toEqual([0, 1, 2, 3, 6]);
		expect(points.every(({ lane }) => lane === 0)).toBe(true);
		expect(breaks).toMatchObject([{ gapMs: 4_960 * minuteMs }]);
		expect(breaks[0]?.toX).toBe(width);
	});

	test('branches get lanes of their own, and a lane that is over is used again', () => {
		const nodes = [at(0), at(1, 0), at(2, 0), at(3, 1), at(4, 3), at(9, 4), at(10, 5), at(11, 5)];
		const { points, lanes } = timelineLayout(nodes);
		expect(points.map(({ lane }) => lane)).toEqual([0, 0, 1, 0, 0, 0, 0, 1]);
		expect(lanes).toBe(2);
	});

	test('unknown times come last, one column each', () => {
		const { points, breaks } = timelineLayout([at(0), at(1, 0), at(null, 0, 50), at(null, 0, 51)]);
		expect(points.map(({ x }) => x)).toEqual([0, 1, 2, 3]);
		expect(breaks).toEqual([]);
	});

	test('no two messages stand in one place', () => {
		const some = fc
			.array(fc.tuple(fc.option(fc.nat(5_000)), fc.nat()), { minLength: 1, maxLength: 60 })
			.map((all) =>
				all.map(([minutes, seed], index) => at(minutes, index === 0 ? -1 : (seed % (index + 1)) - 1, minutes ?? 1e6))
			);
		fc.assert(
			fc.property(some, (nodes) => {
				const { points, lanes } = timelineLayout(nodes);
				expect(new Set(points.map(({ x }) => x)).size).toBe(nodes.length);
				expect(points.every(({ lane }) => lane >= 0 && lane < lanes)).toBe(true);
			})
		);
	});
});
