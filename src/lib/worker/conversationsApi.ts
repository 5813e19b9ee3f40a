/** What the page asks of threads and conversations, and what it is told. Part of `api.ts`. */
import type { ActivityId } from '../domain/columns';
import type { Thread } from '../engine/conversations/threads';
import type { ThreadView } from '../engine/conversations/view';

/** Which threads a list shows; `several`: those of two messages or more. */
export type ThreadChoice = 'several' | 'all' | 'suspects' | 'ghosts' | 'split' | 'merged';
export type ThreadSort = 'latest' | 'size' | 'suspects';
export interface ThreadQuery {
	/** Words that its emails have in subject, sender, recipients or Message-ID. */
	readonly text: string;
	readonly choice: ThreadChoice;
	readonly sort: ThreadSort;
	readonly first: number;
	/** At most 200. */
	readonly count: number;
	/** The window that holds the thread of this email; null for the one that holds `first`. */
	readonly around: ActivityId | null;
}
export interface ThreadSummary extends Omit<Thread, 'nodes'> {
	/** That of its first email. */
	readonly threadId: ActivityId;
	readonly subject: string | null;
	/** At most three. */
	readonly senders: readonly string[];
	readonly sendersTotal: number;
}
export interface ThreadPage {
	readonly revision: number;
	readonly total: number;
	readonly first: number;
	readonly threads: readonly ThreadSummary[];
	/** Threads that the search leaves, by choice. */
	readonly counts: Readonly<Record<ThreadChoice, number>>;
}
export interface ThreadAnswer extends ThreadView {
	readonly revision: number;
}
