import { describe, expect, test } from 'vitest';
import { fc } from '../../../../tests/support/fastCheck';
import { environment, explainOne, mail } from '../../../../tests/support/mail';
import type { OrganizationSettings } from '../../domain/environment';
import { compileHashFilter } from './hashFilter';
import { decide } from '../decide';
import { countShared, SmartMatchingIndex } from './smartMatchingIndex';

const smart = (changes: Partial<OrganizationSettings> = {}) =>
	environment({ organization: { enablesmartmatching: true, ...changes } });

/** Outcome of smart matching for a second email after a first one, between the same two addresses. */
function second(before: string | null, after: string | null, under = smart()) {
	const first = mail('first', { subject: before });
	return explainOne('second', [first, mail('second', { at: 1, subject: after })], under).correlation[3];
}

describe('subjects', () => {
	test.each([
		['Hello', 'Re: hello', 'matched'],
		['Pump leaks badly', 'RE: badly leaks pump', 'matched'],
		['Pump leaks', 'Pump leaks badly', 'noMatch'],
		['Project: Alpha', 'Client: Alpha', 'matched'],
		['Hello CRM:0001005', 'Hello', 'noMatch'],
		['Hello', '[EXTERNAL] RE: Hello', 'noMatch'],
		['Hello', 'Automatic reply: Hello', 'noMatch'],
		['the the pump', 'the pump', 'matched'],
		['', '', 'notApplicable'],
		['RE:', 'RE:', 'notApplicable'],
		[null, null, 'notApplicable']
	])('%j then %j: %s', (before, after, outcome) => {
		expect(second(before, after)).toMatchObject({ outcome });
	});

	test.each([
		[0, 'noMatch'],
		[1, 'matched']
	])('HashDeltaSubjectCount %i: a word more %s', (hashdeltasubjectcount, outcome) => {
		expect(second('Hello CRM:0001005', 'Hello', smart({ hashdeltasubjectcount }))).toMatchObject({ outcome });
	});

	test('only the first HashMaxCount words count', () => {
		const words = Array.from({ length: 20 }, (_, index) => `w${index}`).join(' ');
		expect(second(`${words} one`, `${words} two`)).toMatchObject({ outcome: 'matched', evidence: { wordsLeftOut: 1 } });
		expect(second(`${words} one`, `${words} two`, smart({ hashmaxcount: 30 }))).toMatchObject({ outcome: 'noMatch' });
	});

	test('a decomposed letter is another word, as its hash would be', () => {
		expect(second('caf\u00e9', 'cafe\u0301')).toMatchObject({ outcome: 'noMatch' });
	});

	test('what was stripped is shown', () => {
		expect(second('Hello', 'FW: RE: Hello')).toMatchObject({ evidence: { stripped: [{ start: 0, end: 8 }] } });
	});
});

describe('addresses', () => {
	const first = mail('first', { from: 'ann@fabrikam.com', to: ['Support@contoso.com'] });

	test.each([
		['the same two, the other way round', 'support@contoso.com', ['ANN@fabrikam.com'], 2, 'matched'],
		['one of two', 'ann@fabrikam.com', ['sales@contoso.com'], 2, 'noMatch'],
		['one of two, one asked for', 'ann@fabrikam.com', ['sales@contoso.com'], 1, 'matched'],
		['none, none asked for', 'x@y.z', ['z@y.x'], 0, 'matched']
	])('%s', (_, from, to, hashminaddresscount, outcome) => {
		const reply = mail('reply', { at: 1, from, to });
		const attempt = explainOne('reply', [first, reply], smart({ hashminaddresscount })).correlation[3];
		expect(attempt).toMatchObject({ outcome });
	});

	test('too few shared addresses are a near miss with the shared ones', () => {
		const reply = mail('reply', { at: 1, to: ['sales@contoso.com'] });
		expect(explainOne('reply', [first, reply], smart()).correlation[3]).toMatchObject({
			evidence: { candidates: [], nearMisses: [{ sharedAddresses: ['ann@fabrikam.com'] }] }
		});
	});
});

test('the newest candidate wins, the others are listed', () => {
	const mails = [0, 1, 2, 3].map((at) => mail(`m${at}`, { at, subject: 'Invoice' }));
	const { columns, correlation, diagnoses } = explainOne('m3', mails, smart());
	expect(columns).toMatchObject({ correlationmethod: 6, parentactivityid: null });
	expect(columns?.correlatedactivityid).toBe(explainOne('m2', mails).activityId);
	expect(correlation[3]).toMatchObject({ evidence: { candidatesTotal: 3 } });
	expect(diagnoses.map(({ id }) => id)).toContain('smart-matching-only');
});

test('the 90-day window is off unless asked for', () => {
	const old = mail('old', { at: 0, subject: 'Invoice' });
	const late = mail('late', { at: 91 * 24 * 60, subject: 'Invoice' });
	const windowed = environment({
		organization: { enablesmartmatching: true },
		modelOptions: { smartMatchingWindowDays: 90 }
	});
	expect(explainOne('late', [old, late], smart()).correlation[3]).toMatchObject({ outcome: 'matched' });
	expect(explainOne('late', [old, late], windowed).correlation[3]).toMatchObject({ outcome: 'noMatch' });
});

test.each([
	['enablesmartmatching', environment({})],
	[
		'DisableSmartMatching',
		environment({
			organization: { enablesmartmatching: true },
			orgDbOrgSettings: { DisableSmartMatching: true }
		})
	],
	[
		'DisableSmartMatchingEmailHashCreation',
		environment({
			organization: { enablesmartmatching: true },
			orgDbOrgSettings: { DisableSmartMatchingEmailHashCreation: true }
		})
	]
])('%s switches it off', (setting, under) => {
	expect(second('Hello', 'Hello', under)).toMatchObject({ outcome: 'disabled', setting });
});

test('a pattern that cannot be used leaves it indeterminate, and every other method working', () => {
	const refused = smart({ hashfilterkeywords: '(?i)re:' });
	const filter = compileHashFilter('(?i)re:');
	expect(filter).toMatchObject({ ok: false, code: 'unsupported' });
	expect(second('Hello', 'Hello', refused)).toEqual({
		method: 'SmartMatching',
		outcome: 'indeterminate',
		needs: ['hashfilterkeywords']
	});
	expect(decide([mail('a')], refused, { hashFilter: filter }).trackedCount).toBe(1);
});

test('the index finds what a comparison with every stored email finds', () => {
	const word = fc.constantFrom('a', 'b', 'c', 'd');
	const entry = fc.record({
		words: fc.uniqueArray(word, { maxLength: 4 }),
		addresses: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't'), { maxLength: 4 })
	});
	fc.assert(
		fc.property(
			fc.array(entry, { minLength: 1, maxLength: 150 }),
			fc.integer({ min: 0, max: 4 }),
			fc.integer({ min: 0, max: 3 }),
			(entries, delta, minimum) => {
				const index = new SmartMatchingIndex(delta, minimum, (at) => entries[at]?.addresses ?? []);
				entries.forEach(({ words, addresses }, at) => {
					const expected = entries.slice(0, at).findLastIndex((earlier) => {
						const needed = Math.max(words.length, earlier.words.length) - delta;
						return (
							words.length > 0 &&
							earlier.words.length > 0 &&
							Math.abs(words.length - earlier.words.length) <= delta &&
							countShared(words, earlier.words) >= needed &&
							countShared(addresses, earlier.addresses) >= minimum
						);
					});
					expect(index.latest(words, () => addresses, at)).toBe(expected);
					index.add(at, words);
				});
			}
		)
	);
});
