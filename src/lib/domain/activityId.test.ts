import { describe, expect, it } from 'vitest';
import { activityIdOf } from './activityId';

describe('activityIdOf', () => {
	it.each([
		// SHA-256 of the empty file.
		['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'e3b0c442-98fc-8c14-9afb-f4c8996fb924'],
		['0'.repeat(64), '00000000-0000-8000-8000-000000000000'],
		['f'.repeat(64), 'ffffffff-ffff-8fff-bfff-ffffffffffff'],
		['00000000000000004000000000000000' + '0'.repeat(32), '00000000-0000-8000-8000-000000000000'],
		['00000000000000007000000000000000' + '0'.repeat(32), '00000000-0000-8000-b000-000000000000']
	])('%s', (sha256, expected) => {
		expect(activityIdOf(sha256)).toBe(expected);
	});
});
