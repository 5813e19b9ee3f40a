/**
 * Tables whose rows senders and recipients resolve to. Any other table is read by the same rule: the key is
 * `<table>id`, and every column that holds an email address counts.
 */
import { entityReference, type SourceColumn, type SourceTable } from './sourceTable';

export const recordColumns: readonly SourceColumn[] = [
	{ name: '_ownerid_value', kind: 'lookup', to: 'ownerid' },
	{ name: 'statecode', kind: 'state', to: 'active' },
	{ name: 'createdon', kind: 'instant', to: 'createdon' }
];

const threeAddresses: readonly SourceColumn[] = [
	{ name: 'emailaddress1', kind: 'address', to: null },
	{ name: 'emailaddress2', kind: 'address', to: null },
	{ name: 'emailaddress3', kind: 'address', to: null }
];

function recordTable(logicalName: string, entitySet: string, nameColumn: string): SourceTable {
	return {
		logicalName,
		entitySet,
		use: 'records',
		columns: [
			{ name: `${logicalName}id`, kind: 'id', to: 'id' },
			{ name: nameColumn, kind: 'name', to: 'name' },
			...threeAddresses,
			...recordColumns
		],
		documentation: entityReference(logicalName)
	};
}

export const contacts = recordTable('contact', 'contacts', 'fullname');
export const leads = recordTable('lead', 'leads', 'fullname');
export const accounts = recordTable('account', 'accounts', 'name');
