import { filteringMethodLabel } from '$lib/explain/filteringMethods';
import { ACTIVE, DEFAULT_FILTERING_METHOD, EMAIL_ADDRESSES, filteringMethod } from './fields';
import { addressesOf, textAt, type ListWords } from './list';

export const users: ListWords = {
	name: 'users',
	title: 'Users',
	one: 'user',
	about: 'Each chooses in Personal Options > Email which email is tracked for them.',
	empty: 'Without users and queues one queue “All mail” accepts everything.',
	fields: [
		{ path: ['fullname'], label: 'Full name', control: { kind: 'text', optional: true } },
		{
			path: ['trackingtokenid'],
			label: 'User number in tracking tokens',
			control: { kind: 'number', least: 0, most: 2_147_483_647, ifEmpty: undefined }
		},
		EMAIL_ADDRESSES,
		ACTIVE,
		filteringMethod('Select the email messages to track in Dynamics 365')
	],
	create: () => ({
		fullname: '',
		emailaddresses: [],
		incomingemailfilteringmethod: DEFAULT_FILTERING_METHOD,
		active: true
	}),
	naming: (row) => ({ prefix: 'u', name: textAt(row, 'fullname') }),
	summary: (row) => ({
		title: textAt(row, 'fullname') || textAt(row, 'id'),
		details: [
			addressesOf(row),
			filteringMethodLabel(row.incomingemailfilteringmethod ?? DEFAULT_FILTERING_METHOD) ?? 'Unknown filter',
			...(row.active === false ? ['Inactive'] : [])
		]
	})
};
