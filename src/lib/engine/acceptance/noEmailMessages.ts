import { SOURCE_PAGE } from '../sources';
import type { FilteringRule } from './filteringMethod';

export const noEmailMessages: FilteringRule = {
	method: 4,
	label: 'No email messages',
	basis: 'documented',
	sources: [SOURCE_PAGE],
	reason: null,
	accepts: () => false
};
