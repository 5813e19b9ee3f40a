/** Tracked folders. The table knows a folder's name only; tracked folders lie under the Inbox, so that is its path. */
import { entityReference, type SourceTable } from './sourceTable';

export const mailboxTrackingFolders: SourceTable = {
	logicalName: 'mailboxtrackingfolder',
	entitySet: 'mailboxtrackingfolders',
	use: 'tracked-folders',
	columns: [
		{ name: 'mailboxtrackingfolderid', kind: 'id', to: null },
		{ name: '_mailboxid_value', kind: 'lookup', to: 'mailboxid' },
		{ name: 'exchangefoldername', kind: 'name', to: 'path' },
		{ name: '_regardingobjectid_value', kind: 'lookup', to: 'regarding' },
		{ name: 'regardingobjecttypecode', kind: 'text', to: 'table' }
	],
	documentation: entityReference('mailboxtrackingfolder')
};
