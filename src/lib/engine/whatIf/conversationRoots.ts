import type { Decisions } from '../decide';

/** By position, the first email of its conversation: itself where it is not tracked or linked to nothing. */
export function conversationRoots(decisions: Decisions, length: number): Uint32Array {
	const roots = new Uint32Array(length);
	for (let position = 0; position < length; position++) {
		const correlated = decisions.correlated[position] ?? -1;
		// A link leads to an earlier email, whose root is known by now.
		roots[position] = correlated >= 0 && decisions.isTracked(position) ? (roots[correlated] ?? position) : position;
	}
	return roots;
}
