/** How to get the environment out of Dataverse: an address for each table, with exactly the columns that are read. */
import { SOURCE_TABLES } from '../domain/dataverse/registry';
import type { SourceTable, SourceUse } from '../domain/dataverse/sourceTable';

export interface ImportHelpTable {
	readonly name: string;
	/** What it brings. */
	readonly about: string;
	/** Below the organization's address. */
	readonly path: string;
	/** What Microsoft says about its columns. */
	readonly documentation: string;
}

const learn = 'https://learn.microsoft.com/';
const webApi = '/api/data/v9.2/';

/** A Web API address without its host: a browser that is signed in to the organization shows the answer. */
function webApiPath({ entitySet, columns }: SourceTable): string {
	return `${webApi}${entitySet}?$select=${columns.map(({ name }) => name).join(',')}`;
}

const ABOUT: Readonly<Record<Exclude<SourceUse, 'records'>, string>> = {
	organization: 'Settings of the Email tab, tracking tokens, smart matching, and OrgDBOrgSettings.',
	users: 'Users and their email addresses. Add other columns that hold an email address.',
	'user-settings': 'Which email each user tracks, and the user’s number in tracking tokens.',
	queues: 'Queues, their address, and which email becomes an activity.',
	mailboxes: 'Whose mailbox is synchronised, and from which date on.',
	'server-profiles': 'The date from which email server profiles process email.',
	'tracked-folders': 'Folders that users have linked to a record.',
	'email-searches': 'By which addresses Dataverse finds a row: only when the tables above do not explain a result.'
};

export const IMPORT_HELP_TABLES: readonly ImportHelpTable[] = SOURCE_TABLES.map((table) => ({
	name: table.entitySet,
	about:
		table.use === 'records'
			? 'Who senders resolve to. Add other columns that hold an email address.'
			: ABOUT[table.use],
	path: webApiPath(table),
	documentation: learn + table.documentation
}));

export const IMPORT_HELP_STEPS: readonly string[] = [
	'Sign in to the organization in a browser. Open an address below in the same browser, and save the page as a .json file.',
	'A page holds 5,000 rows at most. Where the answer ends with @odata.nextLink, open that address, too, and save it beside.',
	'Drop all files together here, in any order, with or without email. They change the active environment in one step that Undo takes back.'
];

export const IMPORT_HELP_OTHER_FILES =
	'Also taken: OrgDBOrgSettings as an .xml file, and records as a .csv file with a column for email addresses. Its table comes from a column called table, or from its name: contacts.csv.';

/** https and a host, nothing behind it; null when the text is no such address. */
export function organizationAddress(text: string): string | null {
	const host = /^(?:https:\/\/)?([a-z0-9][a-z0-9.-]*\.[a-z0-9-]+(?::\d{1,5})?)(?:\/.*)?$/i.exec(text.trim())?.[1];
	return host === undefined ? null : `https://${host.toLowerCase()}`;
}
