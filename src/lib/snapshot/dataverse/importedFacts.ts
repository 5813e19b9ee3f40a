/** What one imported file says, in the words of an environment file, before it is merged into one. */
import type { PlainValue } from '../plainData';

export type ImportedSection = 'users' | 'queues' | 'records' | 'mailboxes';
export type Values = Readonly<Record<string, PlainValue>>;

export interface ImportedRow {
	readonly section: ImportedSection;
	/** Logical name of its table; records of two tables may share an id. */
	readonly table: string;
	/** A GUID in lower case without braces, or whatever a CSV calls it; null where a CSV names none. */
	readonly id: string | null;
	/** Keys of the environment file. Left out: the file does not speak of it. */
	readonly values: Values;
	/** Null: the file does not speak of addresses. */
	readonly addresses: readonly string[] | null;
	/** The file holds every address column that the table is known to have, so no other address is left over. */
	readonly addressesComplete: boolean;
	/** A row that only adds to one that is described elsewhere. */
	readonly addsRow: boolean;
	/** A CSV's owner: an id, a name or an address. */
	readonly owner?: string;
}

export interface ImportedFolder {
	readonly mailboxId: string;
	readonly path: string;
	/** `{ table, id, name }`, or null; undefined: not said. */
	readonly regarding: PlainValue | undefined;
}

export interface ImportedFacts {
	readonly environmentName: string | null;
	readonly organization: Values;
	/** Former prefixes named beside the current one. */
	readonly formerPrefixes: readonly string[];
	readonly orgDbOrgSettings: Values;
	readonly rows: readonly ImportedRow[];
	/** Profile id -> process emails received after. */
	readonly serverProfiles: readonly { readonly id: string; readonly receivedAfter: PlainValue }[];
	readonly folders: readonly ImportedFolder[];
}

export const NO_FACTS: ImportedFacts = {
	environmentName: null,
	organization: {},
	formerPrefixes: [],
	orgDbOrgSettings: {},
	rows: [],
	serverProfiles: [],
	folders: []
};
