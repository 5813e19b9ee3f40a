import { describe, expect, it } from 'vitest';
import { listOf, plainText, say } from './sentence';

describe('say', () => {
	it('joins text, keeps parts, and puts whole sentences in place', () => {
		const inner = say`token ${{ code: 'CRM:0001005' }}`;
		expect(say`Its ${inner} fits ${2} emails.`).toEqual(['Its token ', { code: 'CRM:0001005' }, ' fits 2 emails.']);
	});

	it('writes numbers without digit grouping', () => {
		expect(plainText(say`${12345} emails`)).toBe('12345 emails');
	});
});

describe('listOf', () => {
	it.each([
		[[], ''],
		[['a'], 'a'],
		[['a', 'b'], 'a and b'],
		[['a', 'b', 'c'], 'a, b and c']
	])('%j', (items, text) => {
		expect(plainText(listOf(items))).toBe(text);
	});
});

describe('plainText', () => {
	it('reads every kind of part out', () => {
		const header = { field: 'Subject', occurrence: 0 };
		const parts = [{ email: 'x', text: '“Hello”' }, ' ', { header, text: 'Subject' }, ' ', { setting: 'hashmaxcount' }];
		expect(plainText(parts)).toBe('“Hello” Subject hashmaxcount');
	});
});
