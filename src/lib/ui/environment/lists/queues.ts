import { filteringMethodLabel } from '$lib/explain/filteringMethods';
import { ACTIVE, DEFAULT_FILTERING_METHOD, EMAIL_ADDRESSES, filteringMethod, owner } from './fields';
import { addressesOf, textAt, type ListWords } from './list';

export const queues: ListWords = {
	name: 'queues',
	title: 'Queues',
	one: 'queue',
	about: 'Each has an address of its own and turns incoming email into activities as its form says.',
	empty: 'Without users and queues one queue “All mail” accepts everything.',
	fields: [
		{ path: ['name'], label: 'Name', control: { kind: 'text', optional: true } },
		owner(['users']),
		EMAIL_ADDRESSES,
		ACTIVE,
		filteringMethod('Convert Incoming Email To Activities')
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
