import { filteringMethodLabel } from '$lib/explain/filteringMethods';
import { ROW_FIELD_WORDS } from '$lib/explain/settings/rowFields';
import { active, DEFAULT_FILTERING_METHOD, emailAddresses, filteringMethod } from './fields';
import { addressesOf, textAt, type ListWords } from './list';

const WORDS = ROW_FIELD_WORDS.users;

export const users: ListWords = {
	name: 'users',
	title: 'Users',
	one: 'user',
	about: 'Each chooses in Personal Options > Email which email is tracked for them.',
	empty: 'Without users and queues one queue “All mail” accepts everything.',
	fields: [
		{ path: ['fullname'], label: 'Full name', words: WORDS.fullname, control: { kind: 'text', optional: true } },
		{
			path: ['trackingtokenid'],
			label: 'User number in tracking tokens',
			words: WORDS.trackingtokenid,
			control: { kind: 'number', least: 0, most: 2_147_483_647, ifEmpty: undefined }
		},
		emailAddresses(WORDS.emailaddresses),
		active(WORDS.active),
		filteringMethod('Select the email messages to track in Dynamics 365', WORDS.incomingemailfilteringmethod)
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
