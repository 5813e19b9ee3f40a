/** One thread as it is shown: its messages from top to bottom, how each is linked, and where it stands in the drawings. */
import type { ActivityId, MethodId } from '../../domain/columns';
import type { AutoReplyClass } from '../../domain/decision';
import { autoReplyClass } from '../autoreply/classify';
import { CORRELATION_METHODS } from '../correlation/registry';
import type { Decisions } from '../decide';
import type { LinkKind, ThreadLinks } from './links';
import type { Suspect } from './suspects';
import type { Thread, Threads } from './threads';
import { timelineLayout, type TimelineBreak, type TimelinePoint } from './timeline';
import { ThreadTree, type TreeRow } from './tree';

/** Messages of one answer. */
export const maxShownMessages = 2_000;
/** The headers of one email can name as many threads as they have ids. */
const maxListedElsewhere = 5;

/** Another message of the thread, as a link names it. */
export type MessageMention =
	| {
			readonly kind: 'email';
			readonly activityId: ActivityId;
			readonly number: number;
			readonly subject: string | null;
	  }
	| { readonly kind: 'ghost'; readonly messageId: string };

export interface ThreadLink {
	readonly kind: LinkKind;
	/** For `linked` and `emailNotTracked`. */
	readonly method: MethodId | null;
	readonly to: MessageMention;
	/** Index into the messages of the answer; null when it is not among them. */
	readonly index: number | null;
}

interface ShownMessage {
	/** The link upwards; null on top. */
	readonly link: ThreadLink | null;
	/** Messages that hang on this one. */
	readonly answers: number;
	readonly tree: Omit<TreeRow, 'node'>;
	readonly point: TimelinePoint;
}
export interface ShownEmail extends ShownMessage {
	readonly kind: 'email';
	readonly activityId: ActivityId;
	/** From 1, by time within the thread. */
	readonly number: number;
	readonly subject: string | null;
	readonly from: string | null;
	readonly receivedAtUtcMs: number | null;
	readonly tracked: 'yes' | 'no' | 'unknown';
	readonly outgoing: boolean;
	readonly class: AutoReplyClass;
	/** From 1, by time; null for an email that is not tracked. */
	readonly conversation: number | null;
	readonly suspects: readonly Suspect[];
	/** What its headers name in another branch of the thread; at most five. */
	readonly elsewhere: readonly ThreadLink[];
}
/** A missing message. */
export interface ShownGhost extends ShownMessage {
	readonly kind: 'ghost';
	readonly messageId: string;
}
export type ThreadMessage = ShownEmail | ShownGhost;

export interface ThreadView extends Omit<Thread, 'nodes'> {
	readonly threadId: ActivityId;
	/** Of the first email. */
	readonly subject: string | null;
	/** Messages in the whole thread, ghosts included. */
	readonly total: number;
	/** Place of the first of `messages` among all of them. */
	readonly first: number;
	/** From the top to the bottom of the tree, at most 2,000. */
	readonly messages: readonly ThreadMessage[];
	/** Of `messages` alone. */
	readonly timeline: {
		readonly breaks: readonly TimelineBreak[];
		readonly width: number;
		readonly lanes: number;
	};
}

export interface ThreadWindow {
	readonly first: number;
	readonly count: number;
	/** The window that holds this email, wherever it is; null for the one that holds `first`. */
	readonly around: number | null;
}

export function threadView(threads: Threads, thread: Thread, { first, count, around }: ThreadWindow): ThreadView {
	const { links } = threads;
	const { decisions } = links;
	const { nodes, ...summary } = thread;
	const inThread = new Map(nodes.map((node, index) => [node, index]));
	const parent = nodes.map((node) => inThread.get(links.parent[node] as number) ?? -1);
	const place = placesOf(nodes, links);
	const tree = new ThreadTree(
		nodes.map((node, index) => ({
			parent: parent[index] as number,
			place: place.get(node) as number,
			dashed: links.kind[node] !== 'linked'
		}))
	);
	const size = Math.max(1, Math.min(count, maxShownMessages));
	const wanted = around === null ? first : tree.order.indexOf(inThread.get(around) ?? 0);
	// Whole windows, so that going back and forth shows the same ones.
	const start = Math.floor(Math.max(0, Math.min(wanted, nodes.length - 1)) / size) * size;
	const rows = tree.rows(start, size);

	const shown = new Map(rows.map(({ node }, index) => [nodes[node] as number, index]));
	const describer = new Describer(threads, nodes, inThread, shown);
	const layout = timelineLayout(
		rows.map(({ node }) => ({
			parent: shown.get(links.parent[nodes[node] as number] as number) ?? -1,
			place: place.get(nodes[node] as number) as number,
			utcMs: utcMsOf(nodes[node] as number, links)
		}))
	);
	const { points, ...timeline } = layout;
	return {
		...summary,
		threadId: threads.idOf(thread),
		subject: decisions.stored.message(nodes[0] as number).subject,
		total: nodes.length,
		first: start,
		messages: rows.map((row, index) => describer.describe(row, points[index] as TimelinePoint)),
		timeline
	};
}

class Describer {
	readonly #threads: Threads;
	readonly #links: ThreadLinks;
	readonly #decisions: Decisions;
	readonly #nodes: readonly number[];
	readonly #inThread: ReadonlyMap<number, number>;
	/** Index into the messages of the answer, by node. */
	readonly #shown: ReadonlyMap<number, number>;
	readonly #answers = new Map<number, number>();
	/** From 1, by what stands for the conversation. */
	readonly #conversations = new Map<number, number>();

	constructor(
		threads: Threads,
		nodes: readonly number[],
		inThread: ReadonlyMap<number, number>,
		shown: ReadonlyMap<number, number>
	) {
		this.#threads = threads;
		this.#links = threads.links;
		this.#decisions = threads.links.decisions;
		this.#nodes = nodes;
		this.#inThread = inThread;
		this.#shown = shown;
		for (const node of nodes) {
			const parent = this.#links.parent[node] as number;
			this.#answers.set(parent, (this.#answers.get(parent) ?? 0) + 1);
			if (this.#links.isGhost(node) || !this.#decisions.isTracked(node)) continue;
			const conversation = this.#links.conversations.find(node);
			if (!this.#conversations.has(conversation)) this.#conversations.set(conversation, this.#conversations.size + 1);
		}
	}

	describe({ node: index, ...tree }: TreeRow, point: TimelinePoint): ThreadMessage {
		const node = this.#nodes[index] as number;
		const parent = this.#links.parent[node] as number;
		const kind = this.#links.kind[node] ?? null;
		const message = {
			link: kind === null ? null : this.#link(kind, parent, this.#methodOf(node, kind)),
			answers: this.#answers.get(node) ?? 0,
			tree,
			point
		};
		const mention = this.#mention(node);
		if (mention.kind === 'ghost') return { ...message, ...mention };
		const { from, receivedAtUtcMs } = this.#decisions.stored.message(node);
		return {
			...message,
			...mention,
			from: from === null ? null : from.name || from.address,
			receivedAtUtcMs,
			tracked: this.#decisions.tracked(node),
			outgoing: this.#decisions.isOutgoing(node),
			class: autoReplyClass(this.#decisions.stored.message(node)),
			conversation: this.#decisions.isTracked(node)
				? (this.#conversations.get(this.#links.conversations.find(node)) ?? null)
				: null,
			suspects: this.#threads.suspects.get(node) ?? [],
			elsewhere: (this.#links.elsewhere.get(node) ?? [])
				.slice(0, maxListedElsewhere)
				.map((other) => this.#link(other.kind, other.to, null))
		};
	}

	#link(kind: LinkKind, to: number, method: MethodId | null): ThreadLink {
		return { kind, method, to: this.#mention(to), index: this.#shown.get(to) ?? null };
	}

	#methodOf(node: number, kind: LinkKind): MethodId | null {
		if (kind !== 'linked' && kind !== 'emailNotTracked') return null;
		return CORRELATION_METHODS.find(({ choice }) => choice === this.#decisions.method[node])?.id ?? null;
	}

	#mention(node: number): MessageMention {
		if (this.#links.isGhost(node)) {
			return { kind: 'ghost', messageId: this.#links.ghosts[node - this.#links.emails] as string };
		}
		const { stored } = this.#decisions;
		return {
			kind: 'email',
			activityId: stored.activityId(node),
			number: (this.#inThread.get(node) as number) + 1,
			subject: stored.message(node).subject
		};
	}
}

/**
 * By node: emails stand in processing order, a missing message just before the first that hangs on it. Where all that
 * name it hang on something else, it stands before the first of these.
 */
function placesOf(nodes: readonly number[], links: ThreadLinks): ReadonlyMap<number, number> {
	const places = new Map<number, number>();
	// Emails come first in `nodes`.
	for (const position of nodes) {
		if (links.isGhost(position)) {
			const namedBy = links.ghostsNamedBy[position - links.emails] as number;
			if (!places.has(position)) places.set(position, namedBy - 0.5);
			continue;
		}
		places.set(position, position);
		// Positions ascend, so whoever comes first places all missing messages above it.
		let above = links.parent[position] as number;
		while (above >= 0 && links.isGhost(above) && !places.has(above)) {
			places.set(above, position - 0.5);
			above = links.parent[above] as number;
		}
	}
	return places;
}

function utcMsOf(node: number, links: ThreadLinks): number | null {
	return links.isGhost(node) ? null : links.decisions.stored.message(node).receivedAtUtcMs;
}
