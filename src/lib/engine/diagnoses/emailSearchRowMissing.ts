import { ASSOCIATE_ADDRESS, NO_RECIPIENT_MATCH } from '../sources';
import type { Diagnosis } from './diagnosis';

/** Addresses are looked up in the table EmailSearch. A row missing there shows neither in mail nor in the environment. */
export const emailSearchRowMissing: Diagnosis<'email-search-row-missing'> = {
	id: 'email-search-row-missing',
	number: 9,
	needs: 'environment',
	sight: 'notVisible',
	basis: 'documented',
	sources: [NO_RECIPIENT_MATCH, ASSOCIATE_ADDRESS],
	applies: [],
	doesNotApply: [],
	find: () => null
};
