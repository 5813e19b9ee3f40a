import { QUEUE_TABLE, SOURCE_PAGE } from '../sources';
import type { FilteringRule } from './filteringMethod';

export const allEmailMessages: FilteringRule = {
	method: 0,
	label: 'All email messages',
	basis: 'documented',
	sources: [SOURCE_PAGE, QUEUE_TABLE],
	reason: 'AcceptAll',
	accepts: () => true
};
