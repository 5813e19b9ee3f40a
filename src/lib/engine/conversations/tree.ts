/**
 * Where the messages of one thread stand when it is drawn as a tree from top to bottom. A message comes before those
 * that hang on it, and those in order of time.
 *
 * Up to `maxPlainDepth` every step down is a step to the right. In a deeper thread the longest branch goes straight on
 * below its message, after the shorter ones, which step to the right: so 500 messages need at most 8 steps, n at most
 * log2(n), and a chain of 10,000 needs none.
 */
export interface TreeNode {
	/** Index into the tree's nodes, or -1 on top. */
	readonly parent: number;
	/** Smaller comes first among those that hang on one message. */
	readonly place: number;
	/** Drawn with a dashed line upwards. */
	readonly dashed: boolean;
}

export interface Rail {
	readonly level: number;
	readonly dashed: boolean;
}

export interface TreeRow {
	/** Index into the tree's nodes. */
	readonly node: number;
	/** Steps down from the top, from 0. */
	readonly depth: number;
	/** Steps to the right. */
	readonly level: number;
	/** That of the message above; null on top. Where it equals `level`, the line comes straight from above. */
	readonly parentLevel: number | null;
	/** Lines of other branches that pass by. */
	readonly rails: readonly Rail[];
	/** The line down to those that hang on this one; null where none does. */
	readonly trunk: 'solid' | 'dashed' | null;
	/** From 0, among those that hang on the same message, or on none. */
	readonly placeAmongSiblings: number;
	readonly siblings: number;
}

export const maxPlainDepth = 8;

export class ThreadTree {
	/** Nodes from top to bottom. */
	readonly order: readonly number[];
	readonly #nodes: readonly TreeNode[];
	/** By node, in the order drawn; the last entry holds the tops. */
	readonly #children: readonly (readonly number[])[];
	readonly #level: number[] = [];
	readonly #depth: number[] = [];

	constructor(nodes: readonly TreeNode[]) {
		this.#nodes = nodes;
		const top = nodes.length;
		const children: number[][] = Array.from({ length: top + 1 }, () => []);
		nodes.forEach(({ parent }, node) => children[parent < 0 ? top : parent]?.push(node));
		const place = (node: number) => nodes[node]?.place ?? 0;
		for (const list of children) list.sort((a, b) => place(a) - place(b) || a - b);
		this.#children = children;

		let order = this.#fromTopToBottom();
		for (const node of order) this.#depth[node] = this.#below(node, this.#depth, 1);
		const isPlain = order.every((node) => (this.#depth[node] as number) <= maxPlainDepth);
		const straight = isPlain ? [] : this.#longestLast(children, order);
		if (!isPlain) order = this.#fromTopToBottom();
		for (const node of order) this.#level[node] = this.#below(node, this.#level, straight[node] === true ? 0 : 1);
		this.order = order;
	}

	/** `count` rows from the `first` on. */
	rows(first: number, count: number): TreeRow[] {
		/** By level: lines that are still to be drawn from the message there. */
		const pending: { solid: number; dashed: number }[] = [];
		const rows: TreeRow[] = [];
		const placeAmongSiblings = new Map(this.#children.flatMap((list) => list.map((node, place) => [node, place])));
		const end = Math.min(first + count, this.order.length);
		for (let index = 0; index < end; index++) {
			const node = this.order[index] as number;
			const { parent, dashed } = this.#nodes[node] as TreeNode;
			const level = this.#level[node] as number;
			const parentLevel = parent < 0 ? null : (this.#level[parent] as number);
			const above = parentLevel === null ? undefined : pending[parentLevel];
			if (above) above[dashed ? 'dashed' : 'solid']--;
			const children = this.#children[node] ?? [];
			const dashedChildren = children.filter((child) => this.#nodes[child]?.dashed).length;
			if (index >= first) {
				rows.push({
					node,
					depth: this.#depth[node] as number,
					level,
					parentLevel,
					rails: pending.flatMap(({ solid, dashed: dashes }, at) =>
						solid + dashes > 0 ? [{ level: at, dashed: solid === 0 }] : []
					),
					trunk: children.length === 0 ? null : dashedChildren === children.length ? 'dashed' : 'solid',
					placeAmongSiblings: placeAmongSiblings.get(node) ?? 0,
					siblings: this.#siblingsOf(node).length
				});
			}
			pending[level] = { solid: children.length - dashedChildren, dashed: dashedChildren };
		}
		return rows;
	}

	#siblingsOf(node: number): readonly number[] {
		const parent = this.#nodes[node]?.parent ?? -1;
		return this.#children[parent < 0 ? this.#nodes.length : parent] ?? [];
	}

	#below(node: number, values: readonly number[], step: number): number {
		const parent = this.#nodes[node]?.parent ?? -1;
		return parent < 0 ? 0 : (values[parent] as number) + step;
	}

	#fromTopToBottom(): number[] {
		const order: number[] = [];
		const waiting = (this.#children[this.#nodes.length] ?? []).toReversed();
		for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
			order.push(node);
			const children = this.#children[node] ?? [];
			for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index] as number);
		}
		return order;
	}

	/** Puts the largest branch of each message behind the others; says, by node, which ones that are. */
	#longestLast(children: number[][], order: readonly number[]): boolean[] {
		const size = this.#nodes.map(() => 1);
		const straight: boolean[] = [];
		// Those below come later in the order, so their sizes are complete.
		for (const node of order.toReversed()) {
			const parent = this.#nodes[node]?.parent ?? -1;
			if (parent >= 0) size[parent] = (size[parent] as number) + (size[node] as number);
			const list = children[node] ?? [];
			let largest = list[0];
			for (const child of list) if ((size[child] as number) > (size[largest as number] as number)) largest = child;
			if (largest === undefined) continue;
			list.splice(list.indexOf(largest), 1);
			list.push(largest);
			straight[largest] = true;
		}
		return straight;
	}
}
