import type { Environment, FolderMove, Mailbox } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { globPattern } from './glob';

/** A message lying in a mailbox. */
export interface Holding {
	readonly mailbox: Mailbox;
	/** Where it arrived. */
	readonly folder: string;
	/** By time. */
	readonly moves: readonly FolderMove[];
	readonly category: string | null;
	/** Index in `placements`, or null where the mailbox was found by its owner's address. */
	readonly placement: number | null;
}
export interface HoldingsFound {
	/** In the environment's order of mailboxes. */
	readonly holdings: readonly Holding[];
	/** Mailboxes that a placement names and the environment does not describe. */
	readonly missingMailboxIds: readonly string[];
}

/** Tells which mailboxes hold a message. */
export class Holdings {
	readonly #environment: Environment;
	readonly #placements: readonly { readonly pattern: RegExp; readonly index: number }[];
	readonly #mailboxesByAddress = new Map<string, Mailbox[]>();
	readonly #mailboxesById: ReadonlyMap<string, Mailbox>;
	/** Nobody can say whether these hold a message: the address of their owner is not known. */
	readonly #ownerNotDescribed: Mailbox[] = [];
	/** Place in the environment's order. */
	readonly #rank: ReadonlyMap<Mailbox, number>;

	constructor(environment: Environment) {
		this.#environment = environment;
		this.#mailboxesById = new Map(environment.mailboxes.map((mailbox) => [mailbox.id, mailbox]));
		this.#rank = new Map(environment.mailboxes.map((mailbox, index) => [mailbox, index]));
		this.#placements = environment.placements.map(({ files }, index) => ({ pattern: globPattern(files), index }));
		const owners = new Map(
			[...environment.users, ...environment.queues].map(({ id, emailaddresses }) => [id, emailaddresses])
		);
		for (const mailbox of environment.mailboxes) {
			if (mailbox.ownerid === null) continue;
			const addresses = owners.get(mailbox.ownerid);
			if (!addresses && mailbox.enabledforincomingemail) this.#ownerNotDescribed.push(mailbox);
			for (const address of addresses ?? []) {
				const key = address.toLowerCase();
				const list = this.#mailboxesByAddress.get(key);
				if (list) list.push(mailbox);
				else this.#mailboxesByAddress.set(key, [mailbox]);
			}
		}
	}

	/**
	 * Each path goes where the first matching placement says. A path that none matches lies in the Inbox of every mailbox
	 * whose owner has an address in To, Cc, Bcc or Delivered-To, be it enabled or not: its state says whether it is looked at.
	 */
	of(message: MessageFacts, paths: readonly string[]): HoldingsFound {
		const { placements } = this.#environment;
		const found: Holding[] = [];
		const missing = new Set<string>();
		let unplaced = paths.length === 0;
		for (const path of paths) {
			const match = this.#placements.find(({ pattern }) => pattern.test(path));
			const placement = match && placements[match.index];
			if (!match || !placement) {
				unplaced = true;
				continue;
			}
			const mailbox = this.#mailboxesById.get(placement.mailboxid);
			if (mailbox) found.push({ mailbox, ...placement, placement: match.index });
			else missing.add(placement.mailboxid);
		}
		if (unplaced) {
			for (const mailbox of this.#addressedMailboxes(message)) {
				if (found.some((holding) => holding.mailbox === mailbox)) continue;
				found.push({ mailbox, folder: 'Inbox', moves: [], category: null, placement: null });
			}
		}
		found.sort((a, b) => this.#rankOf(a) - this.#rankOf(b) || placeOf(a) - placeOf(b));
		return { holdings: found, missingMailboxIds: [...missing] };
	}

	#rankOf({ mailbox }: Holding): number {
		return this.#rank.get(mailbox) ?? 0;
	}

	#addressedMailboxes(message: MessageFacts): Set<Mailbox> {
		const recipients = [...message.to, ...message.cc, ...message.bcc].map(({ address }) => address);
		const addressed = [...recipients, ...message.deliveredTo].flatMap(
			(address) => this.#mailboxesByAddress.get(address.toLowerCase()) ?? []
		);
		return new Set([...addressed, ...this.#ownerNotDescribed]);
	}
}

/** In the order of placements, not of the paths' names. */
function placeOf({ placement }: Holding): number {
	return placement ?? Number.MAX_SAFE_INTEGER;
}
