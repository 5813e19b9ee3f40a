import { NO_CORRELATION_MATCH, SOURCE_PAGE } from '../sources';
import type { FilteringRule } from './filteringMethod';

/** The default of users. Needs a correlation hit, whichever method makes it. */
export const inResponseToEmail: FilteringRule = {
	method: 1,
	label: 'Email messages in response to Dynamics 365 email',
	basis: 'documented',
	sources: [SOURCE_PAGE, NO_CORRELATION_MATCH],
	reason: 'CorrelationMatch',
	accepts: ({ correlated }) => correlated
};
