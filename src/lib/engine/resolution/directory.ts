import type { Environment } from '../../domain/environment';

/** A row that has an email address, of whatever table. */
export interface DirectoryRow {
	/** `systemuser`, `queue`, `contact`, `lead`, `account`, or another table's logical name. */
	readonly table: string;
	readonly id: string;
	readonly name: string;
	readonly ownerid: string | null;
	readonly active: boolean;
	readonly createdonUtcMs: number | null;
}

const NO_ROWS: readonly DirectoryRow[] = [];

/** Rows by email address, letter case ignored. Aliases and plus-addresses are addresses of their own. */
export class Directory {
	readonly #rows = new Map<string, DirectoryRow[]>();

	constructor({ users, queues, records }: Environment) {
		for (const { id, fullname, emailaddresses, active } of users) {
			const row = { table: 'systemuser', id, name: fullname, ownerid: null, active, createdonUtcMs: null };
			this.#add(emailaddresses, row);
		}
		for (const { id, name, emailaddresses, ownerid, active } of queues) {
			this.#add(emailaddresses, { table: 'queue', id, name, ownerid, active, createdonUtcMs: null });
		}
		for (const { emailaddresses, ...row } of records) this.#add(emailaddresses, row);
	}

	/** In the environment's order: users, queues, records. */
	rowsWith(address: string): readonly DirectoryRow[] {
		return this.#rows.get(address.trim().toLowerCase()) ?? NO_ROWS;
	}

	#add(addresses: readonly string[], row: DirectoryRow): void {
		for (const address of new Set(addresses.map((text) => text.trim().toLowerCase()))) {
			if (address === '') continue;
			const rows = this.#rows.get(address);
			if (rows) rows.push(row);
			else this.#rows.set(address, [row]);
		}
	}
}
