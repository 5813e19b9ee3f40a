import { EMAIL_RECORD_OWNER } from '../sources';
import type { Diagnosis } from './diagnosis';

/** Who owns the row goes by privileges and by owners of other rows, which neither mail nor environment describe. */
export const ownerUnexpected: Diagnosis<'owner-unexpected'> = {
	id: 'owner-unexpected',
	number: 32,
	needs: 'environment',
	sight: 'notVisible',
	basis: 'documented',
	sources: [EMAIL_RECORD_OWNER],
	applies: [],
	doesNotApply: [],
	find: () => null
};
