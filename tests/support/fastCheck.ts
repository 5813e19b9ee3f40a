/**
 * fast-check, with the same random values in every run, so that a change never fails for a case it has nothing to do
 * with. `PROPERTY_SEED` looks for new ones: `random`, or the number that a failure has named.
 */
import * as fc from 'fast-check';

const FIXED_SEED = 20260105;
const wanted = process.env.PROPERTY_SEED ?? String(FIXED_SEED);
if (wanted !== 'random') {
	const seed = Number(wanted);
	if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is neither "random" nor a whole number: ${wanted}`);
	fc.configureGlobal({ seed });
}

export { fc };
