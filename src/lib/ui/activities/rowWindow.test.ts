import { expect, test } from 'vitest';
import { maxCanvasPx, rowsPerPage, rowWindow, scrollTopShowing, type Viewport } from './rowWindow';

const view = (change: Partial<Viewport>): Viewport => ({
	scrollTopPx: 0,
	heightPx: 400,
	rowPx: 40,
	total: 1000,
	...change
});

test.each([
	['at the top', view({}), { first: 0, count: 16, offsetPx: 0, canvasPx: 40_000 }],
	['in the middle', view({ scrollTopPx: 4000 }), { first: 94, count: 22, offsetPx: 3760, canvasPx: 40_000 }],
	['at the end', view({ scrollTopPx: 39_600 }), { first: 984, count: 16, offsetPx: 39_360, canvasPx: 40_000 }],
	[
		'scrolled further than there are rows',
		view({ total: 3, scrollTopPx: 900 }),
		{ first: 0, count: 3, offsetPx: 0, canvasPx: 120 }
	],
	['without rows', view({ total: 0 }), { first: 0, count: 0, offsetPx: 0, canvasPx: 0 }]
])('%s', (_name, viewport, expected) => expect(rowWindow(viewport)).toEqual(expected));

test.each([1000, 100_000, 1_000_000, 5_000_000])('every one of %d rows can be brought into view', (total) => {
	for (const row of [0, 1, 9, 10, Math.floor(total / 3), total - 2, total - 1]) {
		for (const scrollTopPx of [0, Math.min(total * 40, maxCanvasPx) / 2, Math.min(total * 40, maxCanvasPx) - 400]) {
			const before = view({ total, scrollTopPx });
			const after = { ...before, scrollTopPx: scrollTopShowing(before, row) };
			const { first, count, offsetPx, canvasPx } = rowWindow(after);
			const rowTopPx = offsetPx + (row - first) * 40;
			expect(canvasPx).toBeLessThanOrEqual(maxCanvasPx);
			expect(row).toBeGreaterThanOrEqual(first);
			expect(row).toBeLessThan(first + count);
			expect(rowTopPx).toBeGreaterThanOrEqual(after.scrollTopPx - 0.01);
			expect(rowTopPx + 40).toBeLessThanOrEqual(after.scrollTopPx + 400 + 0.01);
		}
	}
});

test('a row in view does not move the table', () => {
	expect(scrollTopShowing(view({ scrollTopPx: 4000 }), 105)).toBe(4000);
});

test('a page key keeps one row for orientation', () => {
	expect(rowsPerPage(view({}))).toBe(9);
	expect(rowsPerPage(view({ heightPx: 10 }))).toBe(1);
});
