import { expect, test } from 'vitest';
import type { FileIssue } from '../domain/fileIssue';
import { fileIssueText } from './fileIssues';

const CASES: readonly (readonly [Omit<FileIssue, 'path'>, string])[] = [
	[{ code: 'out-of-range', expected: '>=1', received: '0' }, 'Must be 1 or more.'],
	[{ code: 'out-of-range', expected: '<=10', received: '11' }, 'Must be 10 or less.'],
	[{ code: 'wrong-length', expected: '>=1' }, 'Must not be empty.'],
	[{ code: 'wrong-length', expected: '<=20' }, 'Too long: at most 20.'],
	[{ code: 'not-one-of', expected: '(0 | 1)' }, 'Must be one of (0 | 1).'],
	[{ code: 'wrong-type', expected: 'string' }, 'Must be string.'],
	[{ code: 'too-deep' }, 'It is nested too deeply.']
];

test.each(CASES)('%j', (issue, text) => expect(fileIssueText({ path: '', ...issue })).toBe(text));
