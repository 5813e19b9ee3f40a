import { ROW_FIELD_WORDS } from '$lib/explain/settings/rowFields';
import { active, emailAddresses, owner } from './fields';
import { addressesOf, textAt, type ListWords } from './list';

const WORDS = ROW_FIELD_WORDS.records;

const TABLES = ['contact', 'lead', 'account'];

export const records: ListWords = {
	name: 'records',
	title: 'Records',
	one: 'record',
	about: 'Contacts, leads, accounts and rows of any other table with an email address: addresses resolve to them.',
	empty: 'Without records no sender from outside is known, so that the filters for senders accept nobody.',
	fields: [
		{ path: ['name'], label: 'Name', words: WORDS.name, control: { kind: 'text', optional: true } },
		{
			path: ['table'],
			label: 'Table',
			words: WORDS.table,
			hint: 'Logical name',
			control: { kind: 'text', optional: true, suggestions: TABLES }
		},
		emailAddresses(WORDS.emailaddresses),
		owner(['users'], WORDS.ownerid),
		active(WORDS.active),
		{ path: ['createdon'], label: 'Created on (UTC)', words: WORDS.createdon, control: { kind: 'instant' } }
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
