import { ACTIVE, EMAIL_ADDRESSES, owner } from './fields';
import { addressesOf, textAt, type ListWords } from './list';

const TABLES = ['contact', 'lead', 'account'];

export const records: ListWords = {
	name: 'records',
	title: 'Records',
	one: 'record',
	about: 'Contacts, leads, accounts and rows of any other table with an email address: addresses resolve to them.',
	empty: 'Without records no sender from outside is known, so that the filters for senders accept nobody.',
	fields: [
		{ path: ['name'], label: 'Name', control: { kind: 'text', optional: true } },
		{
			path: ['table'],
			label: 'Table',
			hint: 'Logical name',
			control: { kind: 'text', optional: true, suggestions: TABLES }
		},
		EMAIL_ADDRESSES,
		owner(['users']),
		ACTIVE,
		{ path: ['createdon'], label: 'Created on (UTC)', control: { kind: 'instant' } }
	],
	create: () => ({ table: 'contact', name: '', emailaddresses: [], active: true }),
	naming: (row) => {
		const table = textAt(row, 'table');
		return { prefix: TABLES.includes(table) ? table.charAt(0) : 'r', name: textAt(row, 'name') };
	},
	summary: (row) => ({
		title: textAt(row, 'name') || textAt(row, 'id'),
		details: [textAt(row, 'table') || 'No table', addressesOf(row), ...(row.active === false ? ['Inactive'] : [])]
	})
};
