import { describe, expect, test } from 'vitest';
import { DEFAULT_HASH_FILTER_KEYWORDS } from '../../domain/environment';
import { repairPastedPattern, translateDotNetPattern } from './dotNetPattern';
import { compileHashFilter } from './hashFilter';

function strip(pattern: string, subject: string): string {
	const filter = compileHashFilter(pattern);
	if (!filter.ok) throw new Error(`refused: ${filter.code} ${filter.construct}`);
	return subject.replace(filter.regex, '');
}

describe('the default pattern strips prefixes as .NET does', () => {
	test.each([
		['Test', 'Test'],
		['RE: Test', 'Test'],
		['FW: RE: Test', 'Test'],
		['RE : Test', 'Test'],
		['AW: WG: Test', 'Test'],
		['R: Test', 'Test'],
		['Odp: Fwd: Test', 'Test'],
		['Réf: Test', 'Test'],
		['Re\u0301f: Test', 'Test'],
		['RÉP : Test', 'Test'],
		['Vá: Test', 'Test'],
		['回复: Test', 'Test'],
		['ΑΠ: Test', 'Test'],
		['رد: Test', 'Test'],
		['回复：Test', '回复：Test'],
		['Re[2]: Test', 'Re[2]: Test'],
		['Antw.: Test', 'Antw.: Test'],
		['Ad-hoc: x', 'Ad-hoc: x'],
		['\u200fRE: Test', '\u200fRE: Test'],
		['\ufeffRE: Test', '\ufeffRE: Test'],
		['[EXTERNAL] RE: Test', '[EXTERNAL] RE: Test'],
		['Out of office: Test', 'Out of office: Test'],
		['Automatic reply: Test', 'Automatic reply: Test'],
		['Project: Alpha', 'Alpha'],
		['CRM:0001005', '0001005'],
		['12:30 meeting', '30 meeting'],
		['http://x.y', '//x.y'],
		['\u0085RE:\u0085Test', 'Test'],
		['RE:\u00a0Test', 'Test']
	])('%j -> %j', (subject, stripped) => {
		expect(strip(DEFAULT_HASH_FILTER_KEYWORDS, subject)).toBe(stripped);
	});
});

describe('constructs of .NET', () => {
	test.each([
		['(?i)re:', 'inline options (?i)'],
		['(?i:re):', 'inline options (?i:'],
		['(?>re):', 'atomic group (?>...)'],
		['\\Are:', '\\A'],
		['re\\Z', '\\Z'],
		['re\\z', '\\z'],
		['\\Gre', '\\G'],
		['[a-z-[aeiou]]:', 'class subtraction [a-z-[...]]'],
		["(?'n're):", "named group (?'name'...)"],
		['(?(re)a|b)', 'conditional (?(...)...)'],
		['(?<a-b>re)', 'balancing group (?<a-b>...)'],
		['(?#note)re', 'comment (?#...)'],
		['\\p{IsGreek}', '\\p{IsGreek}'],
		['[^\\W]', '\\W inside a character class']
	])('%s is refused by name', (pattern, construct) => {
		expect(translateDotNetPattern(pattern)).toEqual({ ok: false, construct });
	});

	test.each([
		['[\\w-]+:', 'Ad-hoc: x', ' x'],
		['[\\w.-]+:', 'Ad-hoc.: x', ' x'],
		['^\\[[^\\]]*\\]\\s*', '[EXTERNAL] RE: Test', 'RE: Test'],
		['(?:RE|FW)\\W+', 'RE: Test', 'Test'],
		['\\bspam\\b', 'no spam! spamming', 'no ! spamming'],
		['\\bé\\b', 'é née', ' née'],
		['\\d{2,3}', '1 12 ١٢', '1  '],
		['{curly}', 'a {curly} b', 'a  b'],
		['[]x]', 'a]x', 'a'],
		['(?<tag>\\w+):\\k<tag>', 're:re x', ' x'],
		['a\\-b\\#', 'a-b# c', ' c'],
		['\\p{Lu}+', 'ABc', 'c'],
		['\\u0041', 'A', '']
	])('%s on %j gives %j', (pattern, subject, stripped) => {
		expect(strip(pattern, subject)).toBe(stripped);
	});

	test('what cannot be compiled is a syntax error, not an exception', () => {
		expect(compileHashFilter('(unclosed')).toMatchObject({ ok: false, code: 'syntax' });
		expect(compileHashFilter('a'.repeat(1_001))).toMatchObject({ ok: false, code: 'too-long' });
	});
});

describe('values pasted from a rendered page', () => {
	const meant = '^[\\s]*([\\w]+\\s?:[\\s]*)+|Out of office:';

	test.each([
		['^\\[\\\\s\\]\\*(\\[\\\\w\\]+\\\\s?:\\[\\\\s\\]\\*)+\\|Out of office:', meant],
		['^[s]*([w]+s?:[s]*)+|Out of office:', meant],
		[DEFAULT_HASH_FILTER_KEYWORDS, null],
		[meant, null],
		['^RE:', null]
	])('%s', (pasted, repaired) => {
		expect(repairPastedPattern(pasted)).toBe(repaired);
	});

	test('the pasted value strips nothing, the repaired one does', () => {
		expect(strip('^[s]*([w]+s?:[s]*)+|Out of office:', 'RE: Test')).toBe('RE: Test');
		expect(strip(meant, 'Out of office: Test')).toBe(' Test');
	});
});
