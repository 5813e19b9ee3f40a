/** The table by which Dataverse resolves addresses to rows. Its reference is not published. */
import type { SourceTable } from './sourceTable';

export const emailSearches: SourceTable = {
	logicalName: 'emailsearch',
	entitySet: 'emailsearches',
	use: 'email-searches',
	columns: [
		{ name: 'emailsearchid', kind: 'id', to: null },
		{ name: 'emailaddress', kind: 'address', to: null },
		{ name: '_parentobjectid_value', kind: 'lookup', to: 'id' },
		{ name: 'parentobjecttypecode', kind: 'text', to: 'table' },
		{ name: 'emailcolumnnumber', kind: 'integer', to: 'column' }
	],
	documentation:
		'troubleshoot/power-platform/dataverse/email-exchange-synchronization/email-fails-to-create-with-norecipientmatch-error'
};
