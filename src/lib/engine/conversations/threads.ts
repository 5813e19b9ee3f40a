/** All threads of a case, each with what a list says of it. */
import type { ActivityId } from '../../domain/columns';
import type { Decisions } from '../decide';
import { ThreadLinks } from './links';
import { SuspectRules, type Suspect } from './suspects';

export interface Thread {
	/** Nodes of `ThreadLinks`, ascending: emails in processing order, then ghosts. Never without an email. */
	readonly nodes: readonly number[];
	readonly emails: number;
	readonly tracked: number;
	readonly ghosts: number;
	/** Conversations of Dynamics 365 in it; an email that is not tracked is in none. */
	readonly conversations: number;
	/** Emails with a link that may be wrong. */
	readonly suspects: number;
	/** Mail programs would show one reply chain; Dynamics 365 has several conversations. */
	readonly split: boolean;
	/** Dynamics 365 has one conversation of several reply chains, each of two emails at least. */
	readonly merged: boolean;
	/** Of the last email whose time is known. */
	readonly latestUtcMs: number | null;
}

export class Threads {
	constructor(
		readonly links: ThreadLinks,
		/** In processing order of their first emails. */
		readonly all: readonly Thread[],
		/** Index into `all`, by position. */
		readonly indexOf: readonly number[],
		/** By position; only emails with any. */
		readonly suspects: ReadonlyMap<number, readonly Suspect[]>
	) {}

	/** The id of a thread is that of its first email. */
	idOf(thread: Thread): ActivityId {
		return this.links.decisions.stored.activityId(thread.nodes[0] as number);
	}

	/** The thread that holds the email at this position; null for one that has come in since. */
	of(position: number): Thread | null {
		return this.all[this.indexOf[position] ?? -1] ?? null;
	}
}

/** So many take well under a few milliseconds. */
const stepSize = 500;

/** In steps, so that the caller can pause. Linear in emails and the Message-IDs that they name. */
export function* threadsOf(decisions: Decisions): Generator<void, Threads> {
	const links = new ThreadLinks(decisions);
	yield* links.build();
	const suspects = new Map<number, readonly Suspect[]>();
	const rules = new SuspectRules(links);
	for (let position = 0; position < links.emails; position++) {
		const found = rules.of(position);
		if (found.length > 0) suspects.set(position, found);
		if (position % stepSize === 0) yield;
	}

	const members: number[][] = [];
	const indexBySet = new Map<number, number>();
	const indexOf: number[] = [];
	for (let node = 0; node < links.parent.length; node++) {
		const set = links.threads.find(node);
		let index = indexBySet.get(set);
		if (index === undefined) indexBySet.set(set, (index = members.push([]) - 1));
		(members[index] as number[]).push(node);
		if (!links.isGhost(node)) indexOf.push(index);
		if (node % stepSize === 0) yield;
	}
	const all: Thread[] = [];
	for (const nodes of members) {
		all.push(describe(nodes, links, suspects));
		if (all.length % stepSize === 0) yield;
	}
	return new Threads(links, all, indexOf, suspects);
}

function describe(
	nodes: readonly number[],
	links: ThreadLinks,
	suspects: ReadonlyMap<number, readonly Suspect[]>
): Thread {
	const { decisions } = links;
	const emails = nodes.filter((node) => !links.isGhost(node));
	const tracked = emails.filter((position) => decisions.isTracked(position));
	const latest = emails.findLast((position) => decisions.stored.message(position).receivedAtUtcMs !== null);
	const conversationOfChain = new Map<number, number>();
	const chainOfConversation = new Map<number, number>();
	let [split, merged] = [false, false];
	for (const position of tracked) {
		const chain = links.replyChains.find(position);
		const conversation = links.conversations.find(position);
		split ||= (conversationOfChain.get(chain) ?? conversation) !== conversation;
		conversationOfChain.set(chain, conversation);
		if (links.replyChains.sizeOf(position) > 1) {
			merged ||= (chainOfConversation.get(conversation) ?? chain) !== chain;
			chainOfConversation.set(conversation, chain);
		}
	}
	return {
		nodes,
		emails: emails.length,
		tracked: tracked.length,
		ghosts: nodes.length - emails.length,
		conversations: new Set(tracked.map((position) => links.conversations.find(position))).size,
		suspects: emails.filter((position) => suspects.has(position)).length,
		split,
		merged,
		latestUtcMs: latest === undefined ? null : decisions.stored.message(latest).receivedAtUtcMs
	};
}
