import { SOURCE_PAGE } from '../sources';
import type { FilteringRule } from './filteringMethod';

/** Custom tables included; a user or queue as sender counts as well, which Microsoft does not say. */
export const emailEnabledRecords: FilteringRule = {
	method: 3,
	label: 'Email messages from Dynamics 365 records that are email enabled',
	basis: 'documented',
	sources: [SOURCE_PAGE],
	reason: 'SenderMatch',
	accepts: ({ otherEndTables }) => otherEndTables.length > 0
};
