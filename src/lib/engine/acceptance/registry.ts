import type { FilteringMethod } from '../../domain/environment';
import { allEmailMessages } from './allEmailMessages';
import { emailEnabledRecords } from './emailEnabledRecords';
import type { FilteringRule } from './filteringMethod';
import { inResponseToEmail } from './inResponseToEmail';
import { leadsContactsAndAccounts } from './leadsContactsAndAccounts';
import { noEmailMessages } from './noEmailMessages';

/** By `incomingemailfilteringmethod`. */
export const FILTERING_RULES: Readonly<Record<FilteringMethod, FilteringRule>> = {
	0: allEmailMessages,
	1: inResponseToEmail,
	2: leadsContactsAndAccounts,
	3: emailEnabledRecords,
	4: noEmailMessages
};
