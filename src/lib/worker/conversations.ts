/** Threads of the case and the conversations in them: put together once for each revision, in between other calls. */
import type { ActivityId } from '../domain/columns';
import type { MessageFacts } from '../domain/message';
import { threadsOf, type Thread, type Threads } from '../engine/conversations/threads';
import { maxShownMessages, threadView } from '../engine/conversations/view';
import type {
	ThreadAnswer,
	ThreadChoice,
	ThreadPage,
	ThreadQuery,
	ThreadSort,
	ThreadSummary
} from './conversationsApi';
import type { Library } from './library';
import { untilDone } from './pauses';

interface Built {
	readonly library: Library;
	readonly revision: number;
	readonly threads: Promise<Threads>;
	/** By position: lower-case text that the search looks through; made when first needed. */
	readonly searchTexts: string[];
}

/** Threads of one answer. */
const maxThreads = 200;
const maxListedSenders = 3;

export class Conversations {
	readonly #library: () => Library;
	#built: Built | null = null;

	constructor(library: () => Library) {
		this.#library = library;
	}

	async list({ text, choice, sort, first, count, around }: ThreadQuery): Promise<ThreadPage> {
		const built = this.#build();
		const threads = await built.threads;
		const needles = text.toLowerCase().split(/\s+/).filter(Boolean);
		const found = threads.all.filter((thread) => hasAll(thread, needles, threads, built.searchTexts));
		const chosen = found.filter(CHOICES[choice]).sort(comparison(sort));
		const size = Math.max(1, Math.min(count, maxThreads));
		const position = around === null ? null : built.library.positionOf(around);
		const named = position === null ? null : threads.of(position);
		const row = named === null ? -1 : chosen.indexOf(named);
		const start = Math.floor(Math.max(0, Math.min(row >= 0 ? row : first, chosen.length - 1)) / size) * size;
		return {
			revision: built.revision,
			total: chosen.length,
			first: start,
			threads: chosen.slice(start, start + size).map((thread) => summaryOf(thread, threads)),
			counts: Object.fromEntries(
				Object.entries(CHOICES).map(([name, fits]) => [name, found.filter(fits).length])
			) as ThreadPage['counts']
		};
	}

	/**
	 * The thread that holds this email.
	 * @param first place of the first message; null for the window that holds the email
	 */
	async thread(activityId: ActivityId, first: number | null): Promise<ThreadAnswer | null> {
		const built = this.#build();
		const threads = await built.threads;
		const position = built.library.positionOf(activityId);
		const thread = position === null ? null : threads.of(position);
		if (thread === null) return null;
		const around = first === null ? position : null;
		const view = threadView(threads, thread, { first: first ?? 0, count: maxShownMessages, around });
		return { revision: built.revision, ...view };
	}

	#build(): Built {
		const library = this.#library();
		const { revision, decisions } = library;
		if (this.#built?.library !== library || this.#built.revision !== revision) {
			this.#built = { library, revision, threads: untilDone(threadsOf(decisions)), searchTexts: [] };
		}
		return this.#built;
	}
}

const CHOICES: Readonly<Record<ThreadChoice, (thread: Thread) => boolean>> = {
	several: ({ nodes }) => nodes.length > 1,
	all: () => true,
	suspects: ({ suspects }) => suspects > 0,
	ghosts: ({ ghosts }) => ghosts > 0,
	split: ({ split }) => split,
	merged: ({ merged }) => merged
};

/** Threads with as much of it come with the latest first, then by first email. */
function comparison(sort: ThreadSort): (a: Thread, b: Thread) => number {
	const latest = (a: Thread, b: Thread) => (b.latestUtcMs ?? -Infinity) - (a.latestUtcMs ?? -Infinity) || 0;
	const byFirst = (a: Thread, b: Thread) => (a.nodes[0] as number) - (b.nodes[0] as number);
	switch (sort) {
		case 'latest':
			return (a, b) => latest(a, b) || byFirst(a, b);
		case 'size':
			return (a, b) => b.emails - a.emails || latest(a, b) || byFirst(a, b);
		case 'suspects':
			return (a, b) => b.suspects - a.suspects || latest(a, b) || byFirst(a, b);
	}
}

/** Every needle is in one of its emails, not necessarily all in the same. */
function hasAll(thread: Thread, needles: readonly string[], { links }: Threads, texts: string[]): boolean {
	if (needles.length === 0) return true;
	const missing = new Set(needles);
	for (const node of thread.nodes) {
		if (links.isGhost(node)) break;
		const text = (texts[node] ??= searchTextOf(links.decisions.stored.message(node)));
		for (const needle of missing) if (text.includes(needle)) missing.delete(needle);
		if (missing.size === 0) return true;
	}
	return false;
}

function searchTextOf({ subject, from, to, cc, bcc, messageId }: MessageFacts): string {
	const people = [from, ...to, ...cc, ...bcc].flatMap((one) => (one ? [one.name, one.address] : []));
	return [subject ?? '', ...people, messageId ?? ''].join('\n').toLowerCase();
}

function summaryOf({ nodes, ...thread }: Thread, { links }: Threads): ThreadSummary {
	const { stored } = links.decisions;
	const senders = new Map<string, string>();
	for (const node of nodes) {
		if (links.isGhost(node)) break;
		const { from } = stored.message(node);
		if (from !== null) senders.set(from.address.toLowerCase(), from.name || from.address);
	}
	const first = nodes[0] as number;
	return {
		...thread,
		threadId: stored.activityId(first),
		subject: stored.message(first).subject,
		senders: [...senders.values()].slice(0, maxListedSenders),
		sendersTotal: senders.size
	};
}
