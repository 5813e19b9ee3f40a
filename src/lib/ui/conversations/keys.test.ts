import { expect, test } from 'vitest';
import type { ThreadMessage } from '$lib/engine/conversations/view';
import { messageInTimeAfter } from './timelineScale';
import { messageAfter } from './treeKeys';

/** Drawn in this order: 0, its answer 1, the answer 2 to that, and 3, which answers 0 and came before 2. */
const messages = [
	[null, 0],
	[0, 1],
	[1, 3],
	[0, 2]
].map(([index, x]) => ({
	link: index === null ? null : { index },
	point: { x, lane: 0 }
})) as unknown as ThreadMessage[];

test.each([
	['ArrowDown', 1, 2],
	['ArrowDown', 3, 3],
	['ArrowUp', 0, 0],
	['Home', 3, 0],
	['End', 0, 3],
	['ArrowLeft', 3, 0],
	['ArrowLeft', 0, 0],
	['ArrowRight', 1, 2],
	['ArrowRight', 2, 2],
	['Enter', 1, null]
])('tree: %s at %d goes to %o', (key, at, expected) => {
	expect(messageAfter(key, at, messages)).toBe(expected);
});

test.each([
	['ArrowRight', 1, 3],
	['ArrowRight', 2, 2],
	['ArrowLeft', 2, 3],
	['ArrowUp', 2, 1],
	['ArrowDown', 0, 1],
	['ArrowDown', 3, 3],
	['End', 0, 2],
	['Tab', 0, null]
])('timeline: %s at %d goes to %o', (key, at, expected) => {
	expect(messageInTimeAfter(key, at, messages)).toBe(expected);
});
