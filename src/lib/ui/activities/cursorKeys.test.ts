import { expect, test } from 'vitest';
import { cursorAfter } from './cursorKeys';

test.each([
	['ArrowDown', null, 0],
	['ArrowUp', null, 0],
	['ArrowDown', 4, 5],
	['ArrowDown', 99, 99],
	['ArrowUp', 0, 0],
	['PageDown', 4, 14],
	['PageDown', 95, 99],
	['PageUp', 14, 4],
	['PageUp', 4, 0],
	['Home', 50, 0],
	['End', 50, 99],
	['Enter', 50, null],
	['toString', 50, null]
])('%s moves the cursor from %s to %s of 100 rows', (key, from, to) =>
	expect(cursorAfter(key, from, 10, 100)).toBe(to)
);

test('without rows there is no cursor', () => expect(cursorAfter('End', null, 10, 0)).toBeNull());
