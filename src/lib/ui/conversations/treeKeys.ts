import type { ThreadMessage } from '$lib/engine/conversations/view';

/**
 * Where a key moves the focus to in a tree that cannot be folded (ARIA Authoring Practices, "Tree View"): left to the
 * message that this one hangs on, right to the first that hangs on this one. Null for keys that do not move it.
 */
export function messageAfter(key: string, at: number, messages: readonly ThreadMessage[]): number | null {
	const last = messages.length - 1;
	switch (key) {
		case 'ArrowDown':
			return Math.min(at + 1, last);
		case 'ArrowUp':
			return Math.max(at - 1, 0);
		case 'Home':
			return 0;
		case 'End':
			return last;
		case 'ArrowLeft':
			return messages[at]?.link?.index ?? at;
		case 'ArrowRight':
			// In a deep thread the first one drawn is not the first in time; either hangs on this message.
			return messages[at + 1]?.link?.index === at ? at + 1 : at;
		default:
			return null;
	}
}
