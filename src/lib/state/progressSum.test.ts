import { expect, test } from 'vitest';
import type { ImportProgress } from '../worker/api';
import { sumOfProgress } from './progressSum';

const progress = (importId: number, filesDone: number, change: Partial<ImportProgress> = {}): ImportProgress => ({
	importId,
	phase: 'done',
	filesDone,
	filesTotal: filesDone + 1,
	bytesDone: filesDone * 10,
	bytesTotal: filesDone * 20,
	filesPerSecond: importId,
	secondsLeft: importId,
	counts: { parsed: 1, parsedWithWarnings: 2, rejected: 3, alreadyThere: 4, ignored: 5, bytes: 6 },
	...change
});

test('nothing has no sum', () => expect(sumOfProgress([])).toBeNull());

test('counts are added, pace and phase are the last one’s', () => {
	expect(sumOfProgress([progress(1, 5), progress(2, 7, { phase: 'reading' })])).toEqual({
		importId: 2,
		phase: 'reading',
		filesDone: 12,
		filesTotal: 14,
		bytesDone: 120,
		bytesTotal: 240,
		filesPerSecond: 2,
		secondsLeft: 2,
		counts: { parsed: 2, parsedWithWarnings: 4, rejected: 6, alreadyThere: 8, ignored: 10, bytes: 12 }
	});
});
