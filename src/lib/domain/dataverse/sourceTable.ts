/**
 * A Dataverse table as the Web API answers it, and where each of its columns goes in an environment file. Plain data:
 * the reader works through it, and the help on the Environment page lists the same columns in its addresses.
 */

export type ColumnKind =
	/** The row's own id: a GUID, written in lower case without braces. */
	| 'id'
	/** Text; empty or null says nothing. */
	| 'name'
	| 'text'
	/** A column that holds an email address; all of them together, in this order, are `emailaddresses`. */
	| 'address'
	/** A GUID of another row; null: none. */
	| 'lookup'
	/** true or false, 1 or 0, as number or text. */
	| 'flag'
	| 'inverted-flag'
	/** `statecode`: 0 is active, everything else is not. */
	| 'state'
	| 'integer'
	/** An instant; a bare date is 00:00 UTC of that day. */
	| 'instant'
	/** `trackingprefix`: see `organization.ts`. */
	| 'tracking-prefixes'
	/** `maximumtrackingnumber`: see `organization.ts`. */
	| 'maximum-tracking-number'
	/** OrgDBOrgSettings as XML text. */
	| 'org-settings-xml'
	| 'environment-name';

export interface SourceColumn {
	/** Its logical name; a lookup stands in the response as `_<logical name>_value`. */
	readonly name: string;
	readonly kind: ColumnKind;
	/** The key in the environment file; null where the kind says it all. */
	readonly to: string | null;
}

/** What the rows of a table are for. */
export type SourceUse =
	| 'organization'
	| 'users'
	/** Adds to users, never makes one. */
	| 'user-settings'
	| 'queues'
	| 'mailboxes'
	| 'server-profiles'
	| 'tracked-folders'
	| 'email-searches'
	| 'records';

export interface SourceTable {
	readonly logicalName: string;
	/** Its name in the Web API's address. */
	readonly entitySet: string;
	readonly use: SourceUse;
	readonly columns: readonly SourceColumn[];
	/** The columns' reference, below https://learn.microsoft.com/. */
	readonly documentation: string;
}

export const entityReference = (logicalName: string): string =>
	`power-apps/developer/data-platform/reference/entities/${logicalName}`;
