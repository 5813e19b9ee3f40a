/** The email that is looked at, and what of the environment is near it. */
import type { Environment, Mailbox } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { isReceiver } from '../acceptance/receivers';
import type { RowMention } from '../checks';
import { conversationKey } from '../correlation/conversationKey';
import { smartMatching } from '../correlation/smartMatching';
import { messageIdKey } from '../correlation/storedEmails';
import type { Decisions } from '../decide';
import type { Holding } from '../scope/holdings';
import { dependenciesOf } from './dependencies';

/** However many recipients an email has, so many users and queues of it are tried. */
const maxReceivers = 20;
/** Emails that it answers or could be linked to. */
const maxParents = 5;
/** Those and, up the chain, what they answer. */
const maxAncestors = 10;
/** Further marked emails on which it can depend. */
const maxMarked = 20;

/** A user or queue and its place in the environment. */
export interface ReceiverPlace {
	readonly list: 'users' | 'queues';
	readonly index: number;
	readonly row: RowMention;
}
export interface MailboxPlace {
	readonly mailbox: Mailbox;
	readonly index: number;
}
export interface FlipTarget {
	readonly decisions: Decisions;
	readonly environment: Environment;
	readonly position: number;
	readonly message: MessageFacts;
	readonly holdings: readonly Holding[];
	/** Recipients first, then owners of the mailboxes that hold it. */
	readonly receivers: readonly ReceiverPlace[];
	/** Those that hold it, and those of its recipients. */
	readonly mailboxes: readonly MailboxPlace[];
	/** Positions of earlier emails, tracked or not: what it answers or could be linked to, then what those answer. */
	readonly parents: readonly number[];
	/** Positions of other earlier emails that can influence it and are marked, the latest first. */
	readonly marked: readonly number[];
	/** As `dependenciesOf`, looked up once. */
	dependencies(): readonly number[];
}

export function flipTarget(decisions: Decisions, position: number): FlipTarget {
	const { environment, scope, stored } = decisions;
	const message = stored.message(position);
	const holdings = scope?.holdingsOf(message).holdings ?? [];
	const receivers = receiversOf(decisions, message, holdings);
	const held = new Set(holdings.map(({ mailbox }) => mailbox));
	const mailboxes = environment.mailboxes
		.map((mailbox, index) => ({ mailbox, index }))
		.filter(({ mailbox }) => held.has(mailbox) || receivers.some(({ row }) => row.id === mailbox.ownerid));
	const parents = ancestorsOf(decisions, position, message);
	let dependencies: readonly number[] | null = null;
	const lookUp = () => (dependencies ??= dependenciesOf(stored, position));
	return {
		decisions,
		environment,
		position,
		message,
		holdings,
		receivers,
		mailboxes,
		parents,
		marked: markedOf(decisions, position, parents, lookUp),
		dependencies: lookUp
	};
}

function markedOf(
	decisions: Decisions,
	position: number,
	parents: readonly number[],
	dependencies: () => readonly number[]
): readonly number[] {
	const { stored, environment } = decisions;
	if (!environment.marks.some(({ tracked }) => tracked !== undefined)) return [];
	// Smart matching looks at every earlier email.
	const all = smartMatching.switchedOffBy(environment) === null;
	const candidates = all ? Array.from({ length: position }, (_, earlier) => earlier) : dependencies();
	const marked: number[] = [];
	for (const at of candidates.toReversed()) {
		if (at === position || parents.includes(at)) continue;
		if (decisions.markOf(stored.message(at), at).tracked !== null) marked.push(at);
		if (marked.length === maxMarked) break;
	}
	return marked;
}

function receiversOf(
	{ environment, scope }: Decisions,
	message: MessageFacts,
	holdings: readonly Holding[]
): readonly ReceiverPlace[] {
	if (scope === null) return [];
	const addressed = [...message.to, ...message.cc, ...message.bcc].flatMap(({ address }) =>
		scope.receivers.directory.rowsWith(address).filter(isReceiver)
	);
	const owners = holdings.flatMap(({ mailbox: { ownerid } }) => ownerid ?? []);
	const ids = new Set([...addressed.map(({ id }) => id), ...owners]);
	return [...ids].slice(0, maxReceivers).flatMap((id) => placeOf(environment, id) ?? []);
}

export function placeOf(environment: Environment, id: string): ReceiverPlace | null {
	// Of a queue and a user with one id the queue counts, as in `Receivers`.
	const queueIndex = environment.queues.findIndex((queue) => queue.id === id);
	const queue = environment.queues[queueIndex];
	if (queue) {
		return { list: 'queues', index: queueIndex, row: { table: 'queue', id, name: queue.name, active: queue.active } };
	}
	const userIndex = environment.users.findIndex((user) => user.id === id);
	const user = environment.users[userIndex];
	return user
		? { list: 'users', index: userIndex, row: { table: 'systemuser', id, name: user.fullname, active: user.active } }
		: null;
}

/** Nearest first: what it could be linked to, then what those are linked to or name, and so on. */
function ancestorsOf(decisions: Decisions, at: number, message: MessageFacts): readonly number[] {
	const ancestors = new Set(parentsOf(decisions, at, message));
	// A set is walked through with what is added to it meanwhile.
	for (const ancestor of ancestors) {
		for (const next of answeredBy(decisions, ancestor)) {
			if (ancestors.size >= maxAncestors) return [...ancestors];
			ancestors.add(next);
		}
	}
	return [...ancestors];
}

/** What it is linked to, what In-Reply-To names, then the latest with its tracking token or its Thread-Index base. */
function parentsOf(decisions: Decisions, at: number, message: MessageFacts): ReadonlySet<number> {
	const { stored } = decisions;
	const parents = new Set(answeredBy(decisions, at));
	const token = stored.tokens.lastIn(message.subject)?.toLowerCase() ?? null;
	const { conversationIndexKey } = stored.environment.modelOptions;
	const key = conversationKey(message.threadIndex, conversationIndexKey);
	for (let earlier = at - 1; earlier >= 0 && parents.size < maxParents && (token ?? key) !== null; earlier--) {
		const { subject, threadIndex } = stored.message(earlier);
		const sameToken = token !== null && stored.tokens.lastIn(subject)?.toLowerCase() === token;
		if (sameToken || (key !== null && conversationKey(threadIndex, conversationIndexKey) === key)) parents.add(earlier);
	}
	return parents;
}

/** What an email is linked to, and what its In-Reply-To names. */
function answeredBy({ stored, correlated }: Decisions, at: number): readonly number[] {
	const answered = new Set<number>();
	const linked = correlated[at] ?? -1;
	if (linked >= 0) answered.add(linked);
	for (const messageId of stored.message(at).inReplyTo) {
		if (answered.size >= maxParents) break;
		const named = stored.seenByMessageId.latestBefore(messageIdKey(messageId), at);
		if (named >= 0) answered.add(named);
	}
	return [...answered];
}
