/**
 * Mailboxes. The owner in the environment is the user or queue that the mailbox is for, which is its Regarding here,
 * not the owner of the row. `testmailboxaccesscompletedon`, the last test, is not read: mail older than the last test
 * was not necessarily seen or missed because of it. A deactivated mailbox counts as not enabled for incoming email.
 */
import { entityReference, type SourceTable } from './sourceTable';

export const mailboxes: SourceTable = {
	logicalName: 'mailbox',
	entitySet: 'mailboxes',
	use: 'mailboxes',
	columns: [
		{ name: 'mailboxid', kind: 'id', to: 'id' },
		{ name: 'name', kind: 'name', to: 'name' },
		{ name: 'emailaddress', kind: 'text', to: 'emailaddress' },
		{ name: '_regardingobjectid_value', kind: 'lookup', to: 'ownerid' },
		{ name: 'incomingemaildeliverymethod', kind: 'integer', to: 'incomingemaildeliverymethod' },
		{ name: 'enabledforincomingemail', kind: 'flag', to: 'enabledforincomingemail' },
		{ name: 'emailrouteraccessapproval', kind: 'integer', to: 'emailrouteraccessapproval' },
		{ name: 'incomingemailstatus', kind: 'integer', to: 'incomingemailstatus' },
		{ name: 'processemailreceivedafter', kind: 'instant', to: 'processemailreceivedafter' },
		{ name: '_emailserverprofile_value', kind: 'lookup', to: 'emailserverprofileid' },
		{ name: 'statecode', kind: 'state', to: 'active' }
	],
	documentation: entityReference('mailbox')
};
