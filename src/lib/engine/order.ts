import type { MessageFacts } from '../domain/message';

/**
 * Processing order: received time (unknown last), then the Date field (unknown last), then the place that a pseudonymised
 * snapshot gives (others last), then SHA-256. A total order over distinct messages, so decisions never depend on the
 * order in which files were dropped.
 */
export function byProcessingOrder(a: MessageFacts, b: MessageFacts): number {
	return (
		nullLast(a.receivedAtUtcMs, b.receivedAtUtcMs) ||
		nullLast(a.dateUtcMs, b.dateUtcMs) ||
		nullLast(a.keyed?.order ?? null, b.keyed?.order ?? null) ||
		(a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0)
	);
}

function nullLast(a: number | null, b: number | null): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return a - b;
}
