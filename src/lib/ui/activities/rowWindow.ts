/** Which rows of a long table are drawn, and where. All rows have one height. */

/** Browsers cut taller elements off: Firefox at 17.9 million px, Chromium at 33.5 million. */
export const maxCanvasPx = 15_000_000;

export interface Viewport {
	readonly scrollTopPx: number;
	/** Height in which rows are seen. */
	readonly heightPx: number;
	readonly rowPx: number;
	readonly total: number;
}

export interface RowWindow {
	/** First row drawn, and how many. */
	readonly first: number;
	readonly count: number;
	/** Where the first row drawn stands on the canvas. */
	readonly offsetPx: number;
	readonly canvasPx: number;
}

/** Rows drawn beyond the edges, so that a scroll does not uncover blank paper. */
const rowsBeyond = 6;

/**
 * The canvas is as tall as its rows up to `maxCanvasPx`; beyond that a pixel of scrolling stands for more than a pixel
 * of rows, while the rows in view keep their places.
 */
export function rowWindow(view: Viewport): RowWindow {
	const { top, scrollTopPx, canvasPx } = positionOf(view);
	// Where the canvas is shortened, rows above its upper edge have no place.
	const firstWithPlace = Math.ceil((top - scrollTopPx) / view.rowPx);
	const first = Math.max(0, firstWithPlace, Math.floor(top / view.rowPx) - rowsBeyond);
	const last = Math.min(view.total, Math.ceil((top + view.heightPx) / view.rowPx) + rowsBeyond);
	return { first, count: Math.max(0, last - first), offsetPx: scrollTopPx - (top - first * view.rowPx), canvasPx };
}

/** The scroll position that brings a row into view with the least movement. */
export function scrollTopShowing(view: Viewport, row: number): number {
	const { top, scale } = positionOf(view);
	const rowTop = row * view.rowPx;
	const rowEnd = rowTop + view.rowPx - view.heightPx;
	if (rowTop < top) return rowTop / scale;
	if (rowEnd > top) return rowEnd / scale;
	return view.scrollTopPx;
}

/** Rows that a page key moves by: one stays for orientation. */
export function rowsPerPage(view: Viewport): number {
	return Math.max(1, Math.floor(view.heightPx / view.rowPx) - 1);
}

interface Position {
	/** In pixels of rows, as if the canvas had no limit. */
	readonly top: number;
	/** Within what can be scrolled. */
	readonly scrollTopPx: number;
	readonly scale: number;
	readonly canvasPx: number;
}

function positionOf(view: Viewport): Position {
	const rowsPx = view.total * view.rowPx;
	const canvasPx = Math.min(rowsPx, maxCanvasPx);
	const scrollablePx = Math.max(0, canvasPx - view.heightPx);
	const scale = scrollablePx === 0 ? 1 : Math.max(0, rowsPx - view.heightPx) / scrollablePx;
	const scrollTopPx = Math.min(Math.max(0, view.scrollTopPx), scrollablePx);
	return { top: scrollTopPx * scale, scrollTopPx, scale, canvasPx };
}
