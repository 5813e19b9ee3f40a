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
	readonly #sightings = new Map<Holding['mailbox'], Map<string, Sighting>>();

	constructor(environment: Environment, messages: readonly MessageFacts[], pathsOf: PathsOf) {
		this.receivers = new Receivers(environment);
		this.#holdings = new Holdings(environment);
		this.#pathsOf = pathsOf;
		this.replaysSyncs =
			environment.mailboxes.some(
				({ syncsUtcMs, testedandenabledonUtcMs }) => syncsUtcMs.length > 0 || testedandenabledonUtcMs !== null
			) || environment.placements.some(({ moves }) => moves.length > 0);
		if (this.replaysSyncs) this.#replay(messages);
	}

	holdingsOf(message: MessageFacts): HoldingsFound {
		return this.#holdings.of(message, this.#pathsOf(message.sha256));
	}

	/** Null where the time of receipt is unknown or cannot matter. */
	sighting({ mailbox }: Holding, message: MessageFacts): Sighting | null {
		return this.#sightings.get(mailbox)?.get(message.sha256) ?? null;
	}

	#replay(messages: readonly MessageFacts[]): void {
		const arrivals = new Map<Holding['mailbox'], { readonly arrival: Arrival; readonly sha256: string }[]>();
		messages.forEach((message, key) => {
			if (message.receivedAtUtcMs === null) return;
			for (const holding of this.holdingsOf(message).holdings) {
				const passesInbox = isInboxRoot(holding.folder) || holding.moves.some(({ folder }) => isInboxRoot(folder));
				if (!passesInbox) continue;
				const arrival = { key, receivedAtUtcMs: message.receivedAtUtcMs, holding };
				const list = arrivals.get(holding.mailbox);
				if (list) list.push({ arrival, sha256: message.sha256 });
				else arrivals.set(holding.mailbox, [{ arrival, sha256: message.sha256 }]);
			}
		});
		for (const [mailbox, list] of arrivals) {
			const sightings = replaySyncs(
				mailbox,
				list.map(({ arrival }) => arrival)
			);
			const bySha256 = new Map<string, Sighting>();
			for (const { arrival, sha256 } of list) {
				const sighting = sightings.get(arrival.key);
				if (sighting) bySha256.set(sha256, sighting);
			}
			this.#sightings.set(mailbox, bySha256);
		}
	}
}
