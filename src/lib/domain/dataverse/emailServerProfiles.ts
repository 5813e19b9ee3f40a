/** Email server profiles: the second "process emails from" date of their mailboxes. */
import { entityReference, type SourceTable } from './sourceTable';

export const emailServerProfiles: SourceTable = {
	logicalName: 'emailserverprofile',
	entitySet: 'emailserverprofiles',
	use: 'server-profiles',
	columns: [
		{ name: 'emailserverprofileid', kind: 'id', to: 'id' },
		{ name: 'processemailsreceivedafter', kind: 'instant', to: 'profileprocessemailsreceivedafter' }
	],
	documentation: entityReference('emailserverprofile')
};
