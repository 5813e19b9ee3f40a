import { expect, test } from 'vitest';
import { draftIn, whatIfKey } from './whatIf';

const draft = {
	format: 'tracklens-environment',
	formatVersion: 1,
	name: 'Draft',
	organization: { hashmaxcount: 5 },
	ours: true
};

test('a draft comes back as it went in, every setting written out', () => {
	const there = draftIn(JSON.parse(JSON.stringify({ more: 1, ...whatIfKey(draft) })) as Record<string, unknown>);
	expect(there).toMatchObject({ name: 'Draft', ours: true, organization: { hashmaxcount: 5, trackingprefix: 'CRM:' } });
	expect(whatIfKey(there)).toEqual(whatIfKey(draft));
});

test.each([
	['not an environment', { format: 'other' }],
	['a setting of the wrong type', { ...draft, organization: { hashmaxcount: 'many' } }],
	['nothing', null]
])('%s is left out, and not offered', (_, content) => {
	expect(whatIfKey(content)).toEqual({});
	expect(draftIn({ whatIf: { environment: content } })).toBe(null);
});

test.each([[{}], [{ whatIf: null }], [{ whatIf: 'x' }], [{ whatIf: [] }], [{ whatIf: { environment: [] } }]])(
	'%o holds no draft',
	(keys) => {
		expect(draftIn(keys)).toBe(null);
	}
);
