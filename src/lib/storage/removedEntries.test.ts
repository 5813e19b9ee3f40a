import { expect, it } from 'vitest';
import { packFacts, unpackFacts } from './factsPack';
import { RemovedEntries } from './removedEntries';
import { PLAIN_FACTS } from '../domain/testing/plainFacts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
const removed = new RemovedEntries([
	{ importId: 1, sha256s: [], throughImportPackId: 4 },
	{ importId: null, sha256s: [a], throughImportPackId: 6 }
]);

it.each([
	['of the removed import', 2, 1, b, true],
	['of the last pack before the removal', 4, 1, b, true],
	['of an import that was removed while it went on', 5, 1, b, false],
	['of another import', 3, 2, b, false],
	['of a removed email', 3, 2, a, true],
	['of a removed email that was dropped again', 7, 3, a, false],
	['of a file of the removed import that could not be read', 2, 1, null, true],
	['of a file that could not be read', 2, 2, null, false]
])('an entry %s', (_, packId, importId, sha256, isRemoved) => {
	expect(removed.has(packId, importId, { sha256 })).toBe(isRemoved);
});

it('an erased message leaves its place in the pack', () => {
	const [first, second] = [
		{ ...PLAIN_FACTS, sha256: a },
		{ ...PLAIN_FACTS, sha256: b }
	];
	expect(unpackFacts(packFacts([first, second]))).toEqual([first, second]);
	expect(unpackFacts(packFacts([null, second]))).toEqual([null, second]);
	expect(unpackFacts(packFacts([]))).toEqual([]);
});
