import { expect, it } from 'vitest';
import { DEFAULT_HASH_FILTER_KEYWORDS } from '../domain/environment';
import { hashFilterProblem } from './hashFilterField';

it.each([
	[DEFAULT_HASH_FILTER_KEYWORDS, null, undefined],
	['(?>RE:)', /uses atomic group \(\?>\.\.\.\), which cannot be replayed here\. As long/, null],
	['(', /not a valid regular expression/, null],
	['a'.repeat(100_000), /too long/, null],
	['^[s]*([w]+s?:[s]*)+', /looks pasted/, DEFAULT_HASH_FILTER_KEYWORDS]
])('%.30s', (pattern, text, repaired) => {
	const problem = hashFilterProblem(pattern);
	if (text === null) expect(problem).toBeNull();
	else expect(problem?.text).toMatch(text);
	expect(problem?.repaired).toBe(repaired);
});
