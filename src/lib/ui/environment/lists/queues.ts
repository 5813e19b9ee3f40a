import { filteringMethodLabel } from '$lib/explain/filteringMethods';
import { ROW_FIELD_WORDS } from '$lib/explain/settings/rowFields';
import { active, DEFAULT_FILTERING_METHOD, emailAddresses, filteringMethod, owner } from './fields';
import { addressesOf, textAt, type ListWords } from './list';

const WORDS = ROW_FIELD_WORDS.queues;

export const queues: ListWords = {
	name: 'queues',
	title: 'Queues',
	one: 'queue',
	about: 'Each has an address of its own and turns incoming email into activities as its form says.',
	empty: 'Without users and queues one queue “All mail” accepts everything.',
	fields: [
		{ path: ['name'], label: 'Name', words: WORDS.name, control: { kind: 'text', optional: true } },
		owner(['users'], WORDS.ownerid),
		emailAddresses(WORDS.emailaddresses),
		active(WORDS.active),
		filteringMethod('Convert Incoming Email To Activities', WORDS.incomingemailfilteringmethod)
	],
	create: () => ({ name: '', emailaddresses: [], incomingemailfilteringmethod: 0, active: true }),
	naming: (row) => ({ prefix: 'q', name: textAt(row, 'name') }),
	summary: (row) => ({
		title: textAt(row, 'name') || textAt(row, 'id'),
		details: [
			addressesOf(row),
			filteringMethodLabel(row.incomingemailfilteringmethod ?? DEFAULT_FILTERING_METHOD) ?? 'Unknown filter',
			...(row.active === false ? ['Inactive'] : [])
		]
	})
};
