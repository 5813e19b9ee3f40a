import type { Environment, FilteringMethod, Mailbox } from '../../domain/environment';
import { Directory, type DirectoryRow } from '../resolution/directory';

interface Receiver {
	readonly row: DirectoryRow;
	readonly filteringMethod: FilteringMethod;
}

/** Users and queues are the rows that can accept an email. */
export function isReceiver({ table }: Pick<DirectoryRow, 'table'>): boolean {
	return table === 'systemuser' || table === 'queue';
}

/** The users and queues of an environment. */
export class Receivers {
	readonly directory: Directory;
	readonly #receivers = new Map<string, Receiver>();
	readonly #mailboxOwners: ReadonlyMap<string, string | null>;
	readonly #mailboxes: ReadonlyMap<string | null, string>;

	constructor(environment: Environment) {
		this.directory = new Directory(environment);
		this.#mailboxOwners = new Map(environment.mailboxes.map(({ id, ownerid }) => [id, ownerid]));
		// The first of an owner's wins.
		this.#mailboxes = new Map(environment.mailboxes.map(({ id, ownerid }) => [ownerid, id] as const).reverse());
		for (const { id, fullname, active, incomingemailfilteringmethod } of environment.users) {
			const row = { table: 'systemuser', id, name: fullname, ownerid: null, active, createdonUtcMs: null };
			this.#receivers.set(id, { row, filteringMethod: incomingemailfilteringmethod });
		}
		for (const { id, name, ownerid, active, incomingemailfilteringmethod } of environment.queues) {
			const row = { table: 'queue', id, name, ownerid, active, createdonUtcMs: null };
			this.#receivers.set(id, { row, filteringMethod: incomingemailfilteringmethod });
		}
	}

	has(id: string): boolean {
		return this.#receivers.has(id);
	}

	isQueue(id: string): boolean {
		return this.#receivers.get(id)?.row.table === 'queue';
	}

	isQueueMailbox({ ownerid }: Pick<Mailbox, 'ownerid'>): boolean {
		return ownerid !== null && this.isQueue(ownerid);
	}

	/** Of a user or queue that `has` knows. */
	row(id: string): DirectoryRow {
		return this.#receiver(id).row;
	}

	filteringMethod(id: string): FilteringMethod {
		return this.#receiver(id).filteringMethod;
	}

	/** A queue's owner; null for a user. */
	ownerOf(id: string): string | null {
		return this.#receivers.get(id)?.row.ownerid ?? null;
	}

	/** Null where the environment does not say. */
	ownerOfMailbox(mailboxId: string): string | null {
		return this.#mailboxOwners.get(mailboxId) ?? null;
	}

	/** Null where none is described. */
	mailboxOf(ownerId: string): string | null {
		return this.#mailboxes.get(ownerId) ?? null;
	}

	#receiver(id: string): Receiver {
		const receiver = this.#receivers.get(id);
		if (!receiver) throw new Error('Asked for a user or queue that the environment does not have.');
		return receiver;
	}
}
