import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { Receivers } from '../acceptance/receivers';
import { isInboxRoot } from './folder';
import { Holdings, type Holding, type HoldingsFound } from './holdings';
import { replaySyncs, type Arrival, type Sighting } from './sightings';

/** Paths under which a message was dropped, by SHA-256. */
export type PathsOf = (sha256: string) => readonly string[];

/** Which mailboxes hold which message, and which of them saw it. */
export class Scope {
	readonly receivers: Receivers;
	/** Sync cycles or moves are described: what a mailbox saw depends on its other mail, too. */
	readonly replaysSyncs: boolean;
	readonly #holdings: Holdings;
	readonly #pathsOf: PathsOf;
	readonly #environment: Environment;
	/** By the mailbox's id. */
	#sightings: ReadonlyMap<string, ReadonlyMap<string, Sighting>> = new Map();

	/** `before`: of the same messages and paths; what its mailboxes saw is taken over where nothing changes that. */
	constructor(
		environment: Environment,
		messages: readonly MessageFacts[],
		pathsOf: PathsOf,
		before: Scope | null = null
	) {
		this.#environment = environment;
		this.receivers = new Receivers(environment);
		this.#holdings = new Holdings(environment);
		this.#pathsOf = pathsOf;
		this.replaysSyncs =
			environment.mailboxes.some(
				({ syncsUtcMs, testedandenabledonUtcMs }) => syncsUtcMs.length > 0 || testedandenabledonUtcMs !== null
			) || environment.placements.some(({ moves }) => moves.length > 0);
		if (!this.replaysSyncs) return;
		const same = before !== null && seesTheSame(environment, before.#environment);
		this.#sightings = same ? before.#sightings : this.#replay(messages);
	}

	holdingsOf(message: MessageFacts): HoldingsFound {
		return this.#holdings.of(message, this.#pathsOf(message.sha256));
	}

	/** Null where the time of receipt is unknown or cannot matter. */
	sighting({ mailbox }: Holding, message: MessageFacts): Sighting | null {
		return this.#sightings.get(mailbox.id)?.get(message.sha256) ?? null;
	}

	#replay(messages: readonly MessageFacts[]): Map<string, Map<string, Sighting>> {
		const sightings = new Map<string, Map<string, Sighting>>();
		const arrivals = new Map<Holding['mailbox'], Arrival[]>();
		messages.forEach((message, key) => {
			for (const holding of this.holdingsOf(message).holdings) {
				const arrival = inboxArrival(key, message, holding);
				if (arrival === null) continue;
				const list = arrivals.get(holding.mailbox);
				if (list) list.push(arrival);
				else arrivals.set(holding.mailbox, [arrival]);
			}
		});
		for (const [mailbox, list] of arrivals) {
			const bySha256 = new Map<string, Sighting>();
			for (const [key, sighting] of replaySyncs(mailbox, list)) {
				const message = messages[key];
				if (message) bySha256.set(message.sha256, sighting);
			}
			sightings.set(mailbox.id, bySha256);
		}
		return sightings;
	}
}

/** Whether a mailbox saw an email depends on mailboxes, placements and whose address is whose alone. */
function seesTheSame(a: Environment, b: Environment): boolean {
	const sameAddresses = (some: readonly Addressed[], others: readonly Addressed[]) =>
		some === others ||
		(some.length === others.length &&
			some.every(({ id, emailaddresses }, index) => {
				const other = others[index];
				return id === other?.id && emailaddresses === other.emailaddresses;
			}));
	return (
		a.mailboxes === b.mailboxes &&
		a.placements === b.placements &&
		sameAddresses(a.users, b.users) &&
		sameAddresses(a.queues, b.queues)
	);
}

type Addressed = Pick<Environment['users'][number], 'id' | 'emailaddresses'>;

/** What the replay needs of a message; null where its time is unknown or it never lay in the Inbox. */
export function inboxArrival(key: number, message: MessageFacts, holding: Holding): Arrival | null {
	if (message.receivedAtUtcMs === null) return null;
	const passesInbox = isInboxRoot(holding.folder) || holding.moves.some(({ folder }) => isInboxRoot(folder));
	return passesInbox ? { key, receivedAtUtcMs: message.receivedAtUtcMs, holding } : null;
}
