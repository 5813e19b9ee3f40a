import { describe, expect, it } from 'vitest';
import { checkedName, freeName, maxNameLength } from './names';

describe('names', () => {
	it.each([
		['  Contoso  ', { ok: true, name: 'Contoso' }],
		['', { ok: false, code: 'name-empty' }],
		[' \t ', { ok: false, code: 'name-empty' }],
		['x'.repeat(maxNameLength), { ok: true, name: 'x'.repeat(maxNameLength) }],
		['x'.repeat(maxNameLength + 1), { ok: false, code: 'name-too-long' }]
	])('%j', (text, result) => expect(checkedName(text)).toEqual(result));

	it('are numbered where they are taken', () => {
		const taken = new Set(['Contoso', 'Contoso 2']);
		expect(freeName('Contoso', (name) => taken.has(name))).toBe('Contoso 3');
		expect(freeName('Fabrikam', (name) => taken.has(name))).toBe('Fabrikam');
	});
});
