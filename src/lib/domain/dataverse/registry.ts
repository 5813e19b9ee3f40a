/** The tables that are known by name, in the order in which the help lists them. */
import { emailSearches } from './emailSearches';
import { emailServerProfiles } from './emailServerProfiles';
import { mailboxes } from './mailboxes';
import { mailboxTrackingFolders } from './mailboxTrackingFolders';
import { organizations } from './organization';
import { queues } from './queues';
import { accounts, contacts, leads } from './records';
import type { SourceTable } from './sourceTable';
import { systemUsers } from './systemUsers';
import { userSettings } from './userSettings';

export const SOURCE_TABLES: readonly SourceTable[] = [
	organizations,
	systemUsers,
	userSettings,
	queues,
	mailboxes,
	emailServerProfiles,
	mailboxTrackingFolders,
	contacts,
	leads,
	accounts,
	emailSearches
];
