/**
 * Who hangs on whom. Every email gets at most one link upwards, so that threads are trees; what else its headers name
 * is kept where it joins two trees.
 *
 * - A *conversation* is what Dynamics 365 links: tracked emails joined by correlatedactivityid.
 * - A *reply chain* is what mail programs would show together: emails whose In-Reply-To and References name one another
 *   or the same missing message.
 * - A *thread* is the whole: everything that one of the two joins, with the missing messages (ghosts) in between.
 */
import { CORRELATION_METHOD_CHOICE } from '../../domain/columns';
import type { MessageFacts } from '../../domain/message';
import { messageIdKey } from '../correlation/storedEmails';
import type { Decisions } from '../decide';
import { linkedOnlyByReferences } from '../referencesOnly';
import { DisjointSets } from './disjointSets';

const none = -1;
/** So many take well under a few milliseconds. */
const positionsPerStep = 500;

export const LINK_KINDS = [
	/** correlatedactivityid of a tracked email. */
	'linked',
	/** A method finds the other email, but this one is not tracked: there is no row to link. */
	'emailNotTracked',
	/** In-Reply-To names it, and it came earlier, but it is not tracked. */
	'parentNotTracked',
	/** In-Reply-To names it, but it came later. */
	'parentLater',
	/** In-Reply-To names a tracked email, and the method does not take it: switched off, a forward, undecided. */
	'notTaken',
	/** Only References names it. */
	'references',
	/** In-Reply-To names a message that is not here. */
	'ghost',
	/** It has the same Message-ID: a copy. */
	'copy'
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Elsewhere {
	/** Node. */
	readonly to: number;
	readonly kind: Exclude<LinkKind, 'linked' | 'emailNotTracked' | 'copy'>;
}

interface Missing {
	readonly messageId: string;
	/** The email that named it first. */
	readonly namedBy: number;
	/** In In-Reply-To, or only in References. */
	readonly by: 'ghost' | 'references';
	/** -1 while it is not shown. */
	node: number;
}

interface MissingName {
	readonly messageId: string;
	readonly position: number;
	readonly kind: Missing['by'];
}

/** Emails are the nodes from 0 to `emails - 1`, by position in processing order; ghosts follow. */
export class ThreadLinks {
	readonly decisions: Decisions;
	readonly emails: number;
	/** Message-IDs of the missing messages that are shown, by node less `emails`. */
	readonly ghosts: string[] = [];
	/** By node less `emails`: the email that named the missing message first, whether or not it hangs on it. */
	readonly ghostsNamedBy: number[] = [];
	/** Node that each node hangs on, or -1. */
	readonly parent: number[] = [];
	/** Of the link upwards; null for a node that hangs on none. */
	readonly kind: (LinkKind | null)[] = [];
	/** What the headers of an email name in another tree, where nothing else joins the two. */
	readonly elsewhere = new Map<number, Elsewhere[]>();
	/** Emails linked by another method than InReplyTo whose headers name a tracked email of another conversation. */
	readonly namesOtherConversation = new Set<number>();
	readonly threads = new DisjointSets();
	readonly conversations = new DisjointSets();
	/** Of emails alone. */
	readonly replyChains = new DisjointSets();
	readonly #trees = new DisjointSets();
	/** The node at the top of each tree, by what stands for the tree. */
	readonly #top: number[] = [];
	/** By Message-ID in lower case. */
	readonly #missing = new Map<string, Missing>();
	/** Every time that an email names a missing message. */
	readonly #missingNames: MissingName[] = [];

	constructor(decisions: Decisions) {
		this.decisions = decisions;
		this.emails = decisions.length;
		for (let position = 0; position < this.emails; position++) {
			this.#addNode();
			this.conversations.add();
			this.replyChains.add();
		}
	}

	/** The steps in their order, each for all emails: a link of Dynamics 365 comes before what headers say. */
	*build(): Generator<void> {
		for (const step of [this.#linkCorrelated, this.#linkNamed, this.#joinNamed]) {
			for (let position = 0; position < this.emails; position++) {
				step.call(this, position, this.decisions.stored.message(position));
				if (position % positionsPerStep === 0) yield;
			}
		}
		for (const [index, name] of this.#missingNames.entries()) {
			this.#joinMissing(name);
			if (index % positionsPerStep === 0) yield;
		}
	}

	isGhost(node: number): boolean {
		return node >= this.emails;
	}

	#linkCorrelated(position: number, message: MessageFacts): void {
		if (this.decisions.reason[position] === 'Duplicate' && message.messageId !== null) {
			// What it would be linked to says less than whose copy it is.
			const key = messageIdKey(message.messageId);
			const original = this.decisions.stored.byMessageId.latestBefore(key, position);
			if (original >= 0) return this.#hangCopy(position, original);
		}
		const correlated = this.decisions.correlated[position] as number;
		if (correlated < 0) return;
		const tracked = this.decisions.isTracked(position);
		if (tracked) this.conversations.join(position, correlated);
		this.#hang(position, correlated, tracked ? 'linked' : 'emailNotTracked');
	}

	/** The best that the headers offer for an email that no method links. */
	#linkNamed(position: number, message: MessageFacts): void {
		if (this.parent[position] !== none) return;
		for (const messageId of message.inReplyTo) {
			const named = this.#emailNamed(messageId, position);
			if (named !== none && this.#mayHang(position, named)) {
				return this.#hang(position, named, this.#whyNotLinked(named, position));
			}
		}
		const missing = message.inReplyTo.find((messageId) => this.#isMissing(messageId));
		const byReferences = linkedOnlyByReferences(this.decisions, position)?.position ?? none;
		// Where both are there the missing message stands between the two; `#joinNamed` puts it below the other.
		if (missing !== undefined) return this.#hang(position, this.#ghost(missing, position, 'ghost'), 'ghost');
		if (byReferences !== none && byReferences < this.emails && this.#mayHang(position, byReferences)) {
			return this.#hang(position, byReferences, 'references');
		}
		const lastMissing = message.references.findLast((messageId) => this.#isMissing(messageId));
		if (lastMissing !== undefined)
			return this.#hang(position, this.#ghost(lastMissing, position, 'references'), 'references');
		const original = this.#originalOf(message);
		if (original < position && this.#mayHang(position, original)) this.#hangCopy(position, original);
	}

	#hangCopy(position: number, original: number): void {
		this.replyChains.join(position, original);
		this.#hang(position, original, 'copy');
	}

	/** Emails that the headers name belong to one reply chain with this one, and so to one thread. */
	#joinNamed(position: number, { inReplyTo, references }: MessageFacts): void {
		for (const messageId of inReplyTo) this.#joinNamedBy('ghost', messageId, position);
		for (const messageId of references.toReversed()) this.#joinNamedBy('references', messageId, position);
	}

	#joinNamedBy(kind: 'ghost' | 'references', messageId: string, position: number): void {
		const named = this.#emailNamed(messageId, position);
		if (named === none) {
			if (this.#isMissing(messageId)) this.#missingNames.push({ messageId, position, kind });
			return;
		}
		this.replyChains.join(position, named);
		this.#joinThreads(position, named, kind === 'references' ? kind : this.#whyNotLinked(named, position));
		this.#noteOtherConversation(position, named);
	}

	#noteOtherConversation(position: number, named: number): void {
		if (this.kind[position] !== 'linked' || !this.decisions.isTracked(named)) return;
		// Its References then name what is split off further up: nothing against this link.
		if (this.decisions.method[position] === CORRELATION_METHOD_CHOICE.InReplyTo) return;
		if (this.conversations.find(position) !== this.conversations.find(named)) this.namesOtherConversation.add(position);
	}

	/** So do emails that name the same missing message. */
	#joinMissing({ messageId, position, kind }: MissingName): void {
		const key = messageIdKey(messageId);
		const missing = this.#missing.get(key);
		if (missing === undefined) {
			this.#missing.set(key, { messageId, namedBy: position, by: kind, node: none });
			return;
		}
		const { namedBy, by, node } = missing;
		this.replyChains.join(position, namedBy);
		if (this.threads.find(position) === this.threads.find(node === none ? namedBy : node)) return;
		const ghost = this.#ghost(messageId, namedBy, by);
		this.#joinThreads(namedBy, ghost, by);
		this.#joinThreads(position, ghost, kind);
	}

	/** A ghost on top of the tree goes below the other node; an email that hangs on something stays where it is. */
	#joinThreads(position: number, to: number, kind: Elsewhere['kind']): void {
		if (this.threads.find(position) === this.threads.find(to)) return;
		const top = this.#top[this.#trees.find(position)] as number;
		if (this.parent[position] === none) return this.#hang(position, to, kind);
		if (this.isGhost(top)) return this.#hang(top, to, 'references');
		const others = this.elsewhere.get(position);
		if (others) others.push({ to, kind });
		else this.elsewhere.set(position, [{ to, kind }]);
		this.threads.join(position, to);
	}

	/** A node on top of a tree may hang on any node of another tree. */
	#mayHang(node: number, on: number): boolean {
		return this.#trees.find(node) !== this.#trees.find(on);
	}

	#hang(node: number, on: number, kind: LinkKind): void {
		const top = this.#top[this.#trees.find(on)] as number;
		this.parent[node] = on;
		this.kind[node] = kind;
		this.#trees.join(node, on);
		this.#top[this.#trees.find(on)] = top;
		this.threads.join(node, on);
	}

	#whyNotLinked(named: number, position: number): 'parentNotTracked' | 'parentLater' | 'notTaken' {
		if (named > position) return 'parentLater';
		return this.decisions.isTracked(named) ? 'notTaken' : 'parentNotTracked';
	}

	/** The latest email with this Message-ID before `position`, else the first after it; -1 where none is here. */
	#emailNamed(messageId: string, position: number): number {
		const { seenByMessageId } = this.decisions.stored;
		const key = messageIdKey(messageId);
		const before = seenByMessageId.latestBefore(key, position);
		if (before >= 0) return before;
		const after = seenByMessageId.all(key).find((candidate) => candidate > position);
		// What has come in since is for the next time.
		return after !== undefined && after < this.emails ? after : none;
	}

	#isMissing(messageId: string): boolean {
		const first = this.decisions.stored.seenByMessageId.all(messageIdKey(messageId))[0];
		return first === undefined || first >= this.emails;
	}

	#originalOf({ messageId }: MessageFacts): number {
		if (messageId === null) return Infinity;
		return this.decisions.stored.seenByMessageId.all(messageIdKey(messageId))[0] ?? Infinity;
	}

	/** The node of a missing message; made when it is needed. */
	#ghost(messageId: string, namedBy: number, by: Missing['by']): number {
		const key = messageIdKey(messageId);
		const missing = this.#missing.get(key) ?? { messageId, namedBy, by, node: none };
		this.#missing.set(key, missing);
		if (missing.node === none) {
			missing.node = this.#addNode();
			this.ghosts.push(missing.messageId);
			this.ghostsNamedBy.push(missing.namedBy);
		}
		return missing.node;
	}

	#addNode(): number {
		const node = this.parent.push(none) - 1;
		this.kind.push(null);
		this.threads.add();
		this.#trees.add();
		this.#top.push(node);
		return node;
	}
}
