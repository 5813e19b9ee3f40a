import { expect, test } from 'vitest';
import { count } from './parts';

test('counts carry no digit grouping', () => {
	expect(count(1, 'email')).toBe('1 email');
	expect(count(12_345, 'email')).toBe('12345 emails');
	expect(count(0, 'entry', 'entries')).toBe('0 entries');
});
