import type { ThreadMessage, ThreadView } from '$lib/engine/conversations/view';

export interface TimelineScale {
	readonly widthPx: number;
	readonly heightPx: number;
	readonly radiusPx: number;
	/** Whether there is room for words on the lines. */
	readonly wordsFit: boolean;
	xOf(units: number): number;
	at(message: Pick<ThreadMessage, 'point'>): { readonly x: number; readonly y: number };
}

const radiusPx = 12;
const marginPx = 28;
/** The last message has its date to the right. */
export const dateWidthPx = 126;
/** Dates stand above the lanes. */
const topPx = 34;
const laneHeightPx = 56;
/** In a short thread lines are long enough for the name of a method. */
const shortThread = 40;

export function timelineScale({ messages, timeline }: Pick<ThreadView, 'messages' | 'timeline'>): TimelineScale {
	const wordsFit = messages.length <= shortThread;
	const unitPx = wordsFit ? 128 : 34;
	const xOf = (units: number): number => marginPx + units * unitPx;
	return {
		widthPx: xOf(timeline.width) + dateWidthPx,
		heightPx: topPx + timeline.lanes * laneHeightPx,
		radiusPx,
		wordsFit,
		xOf,
		at: ({ point }) => ({ x: xOf(point.x), y: topPx + (point.lane + 0.5) * laneHeightPx })
	};
}

/** Where a key moves the focus to; left and right follow time, up and down the link. */
export function messageInTimeAfter(key: string, at: number, messages: readonly ThreadMessage[]): number | null {
	const order = messages.map((_, index) => index).sort((a, b) => xOf(messages[a]) - xOf(messages[b]));
	const place = order.indexOf(at);
	switch (key) {
		case 'ArrowRight':
			return order[Math.min(place + 1, order.length - 1)] ?? at;
		case 'ArrowLeft':
			return order[Math.max(place - 1, 0)] ?? at;
		case 'Home':
			return order[0] ?? at;
		case 'End':
			return order.at(-1) ?? at;
		case 'ArrowUp':
			return messages[at]?.link?.index ?? at;
		case 'ArrowDown':
			return order.find((index) => messages[index]?.link?.index === at) ?? at;
		default:
			return null;
	}
}

function xOf(message: ThreadMessage | undefined): number {
	return message?.point.x ?? 0;
}
