/**
 * Where the messages of one thread stand when it is drawn along time, from left to right. Each has a column of its own;
 * columns are as far apart as time says, at least 1, and a gap of more than `maxGap` is cut to that and told. Lanes
 * from top to bottom: the longest branch keeps the lane of its message, the others take the next one that is free.
 */
export interface TimelineNode {
	/** Index into the nodes, or -1. */
	readonly parent: number;
	/** Order from left to right. */
	readonly place: number;
	readonly utcMs: number | null;
}

export interface TimelinePoint {
	/** In units of the least distance, from 0. */
	readonly x: number;
	/** From 0. */
	readonly lane: number;
}

/** A gap that is not drawn to scale; null: the times beyond it are not known. */
export interface TimelineBreak {
	readonly fromX: number;
	readonly toX: number;
	readonly gapMs: number | null;
}

export interface TimelineLayout {
	/** By node. */
	readonly points: readonly TimelinePoint[];
	readonly breaks: readonly TimelineBreak[];
	readonly width: number;
	readonly lanes: number;
}

export const maxGap = 3;

export function timelineLayout(nodes: readonly TimelineNode[]): TimelineLayout {
	const order = nodes.map((_, index) => index).sort((a, b) => (nodes[a]?.place ?? 0) - (nodes[b]?.place ?? 0) || b - a);
	const { x, breaks } = columns(nodes, order);
	const { lane, lanes } = lanesOf(nodes, order, x);
	return {
		points: nodes.map((_, index) => ({ x: x[index] as number, lane: lane[index] as number })),
		breaks,
		width: order.length === 0 ? 0 : (x[order.at(-1) as number] as number),
		lanes
	};
}

function columns(nodes: readonly TimelineNode[], order: readonly number[]) {
	const gapsMs: number[] = [];
	let lastUtcMs: number | null = null;
	for (const index of order) {
		const utcMs = nodes[index]?.utcMs ?? null;
		if (utcMs === null) continue;
		if (lastUtcMs !== null && utcMs > lastUtcMs) gapsMs.push(utcMs - lastUtcMs);
		lastUtcMs = utcMs;
	}
	// The gap in the middle is drawn as one unit.
	const unitMs = gapsMs.sort((a, b) => a - b)[gapsMs.length >> 1] ?? 1;

	const x: number[] = [];
	const breaks: TimelineBreak[] = [];
	let [at, seenUtcMs]: [number, number | null] = [0, null];
	order.forEach((index, place) => {
		const utcMs = nodes[index]?.utcMs ?? null;
		const gapMs = utcMs === null || seenUtcMs === null ? null : utcMs - seenUtcMs;
		const gap = Math.max(1, Math.min(maxGap, (gapMs ?? 0) / unitMs));
		if (place > 0) {
			if (gapMs !== null && gapMs / unitMs > maxGap) breaks.push({ fromX: at, toX: at + gap, gapMs });
			at += gap;
		}
		x[index] = at;
		if (utcMs !== null) seenUtcMs = utcMs;
	});
	return { x, breaks };
}

function lanesOf(nodes: readonly TimelineNode[], order: readonly number[], x: readonly number[]) {
	const straightOn = longestBranches(nodes);
	/** By lane: the last column in use. */
	const usedTo: number[] = [];
	const lane: number[] = [];
	const taken = new Set<number>();
	for (const first of order) {
		if (taken.has(first)) continue;
		// Messages that come earlier than what they hang on are drawn on a branch of their own.
		const branch: number[] = [];
		for (let node: number | undefined = first; node !== undefined && !taken.has(node); node = straightOn[node]) {
			branch.push(node);
			taken.add(node);
		}
		const parent = nodes[first]?.parent ?? -1;
		const columnsUsed = branch.map((node) => x[node] as number);
		const from = Math.min(columnsUsed[0] as number, parent < 0 ? Infinity : (x[parent] as number));
		const above = parent < 0 || lane[parent] === undefined ? -1 : lane[parent];
		let free = above + 1;
		while ((usedTo[free] ?? -1) >= from) free++;
		usedTo[free] = columnsUsed.reduce((a, b) => Math.max(a, b), 0);
		for (const node of branch) lane[node] = free;
	}
	return { lane, lanes: usedTo.length };
}

/** By node: the one that hangs on it with the most messages below, in the order of time where several have as many. */
function longestBranches(nodes: readonly TimelineNode[]): (number | undefined)[] {
	const size = nodes.map(() => 1);
	const left = nodes.map(() => 0);
	for (const { parent } of nodes) if (parent >= 0) left[parent] = (left[parent] as number) + 1;
	const ready = nodes.flatMap((_, index) => (left[index] === 0 ? [index] : []));
	const longest: (number | undefined)[] = [];
	for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
		const { parent, place } = nodes[node] as TimelineNode;
		if (parent < 0) continue;
		size[parent] = (size[parent] as number) + (size[node] as number);
		const rival = longest[parent];
		const difference = rival === undefined ? 1 : (size[node] as number) - (size[rival] as number);
		if (difference > 0 || (difference === 0 && place < (nodes[rival as number]?.place ?? 0))) longest[parent] = node;
		left[parent] = (left[parent] as number) - 1;
		if (left[parent] === 0) ready.push(parent);
	}
	return longest;
}
