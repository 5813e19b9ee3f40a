import { SOURCE_PAGE } from '../sources';
import type { FilteringRule } from './filteringMethod';

const tables = new Set(['lead', 'contact', 'account']);

export const leadsContactsAndAccounts: FilteringRule = {
	method: 2,
	label: 'Email messages from Dynamics 365 Leads, Contacts, and Accounts',
	basis: 'documented',
	sources: [SOURCE_PAGE],
	reason: 'SenderMatch',
	accepts: ({ otherEndTables }) => otherEndTables.some((table) => tables.has(table))
};
