import { describe, expect, it } from 'vitest';
import { looksLikeOrgSettings, readOrgSettingsXml } from './orgSettingsXml';

const settings = (inner: string) => `<OrgSettings>${inner}</OrgSettings>`;

describe('readOrgSettingsXml', () => {
	it.each<[string, object]>([
		[settings('<A>true</A><B>False</B><C>-1</C><D> text </D>'), { A: true, B: false, C: -1, D: 'text' }],
		[
			'\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<!-- saved -->\n<OrgSettings>\n  <A>1</A>\n</OrgSettings>\n',
			{ A: 1 }
		],
		['<orgsettings xmlns:i="x" i:nil="y"><A b="c">2</A></orgsettings>', { A: 2 }],
		['<OrgSettings/>', {}],
		[settings('<A/><B></B>'), { A: '', B: '' }],
		[settings('<A>&lt;x&gt; &amp; &#65;&#x42;</A>'), { A: '<x> & AB' }],
		[settings('<A><![CDATA[<raw>&]]></A>'), { A: '<raw>&' }],
		['&lt;OrgSettings&gt;&lt;A&gt;true&lt;/A&gt;&lt;/OrgSettings&gt;', { A: true }],
		[settings('<A>1</A><A>2</A>'), { A: 2 }],
		[settings('<__proto__>x</__proto__><constructor>x</constructor><A>1</A>'), { A: 1 }]
	])('%s', (xml, expected) => {
		const read = readOrgSettingsXml(xml);
		expect(read).toEqual({ ok: true, settings: expected });
		expect(Object.getPrototypeOf(read.ok ? read.settings : null)).toBe(Object.prototype);
	});

	it.each<[string, string]>([
		['<!DOCTYPE x [<!ENTITY a "aaaa">]><OrgSettings><A>&a;</A></OrgSettings>', 'declares-types'],
		[settings('<!ENTITY a "b"><A>1</A>'), 'declares-types'],
		[settings('<A>&a;</A>'), 'syntax'],
		[settings('<A>&</A>'), 'syntax'],
		[settings('<A><B>1</B></A>'), 'nested'],
		['<a><b/></a>', 'not-org-settings'],
		['', 'not-org-settings'],
		['<OrgSettings><A>1</A>', 'syntax'],
		['<OrgSettings><A>1</B></OrgSettings>', 'syntax'],
		['<OrgSettings></OrgSettings><OrgSettings></OrgSettings>', 'syntax'],
		['<OrgSettings>loose</OrgSettings>', 'syntax'],
		[settings('<A>1'), 'syntax'],
		[settings('<1>x</1>'), 'syntax'],
		[settings(`<A>${'x'.repeat(5_000)}</A>`), 'too-long'],
		[settings(Array.from({ length: 2_500 }, (_, at) => `<A${at}>1</A${at}>`).join('')), 'too-long'],
		[settings('<A>'.repeat(400_000)), 'too-long'],
		['<OrgSettings>' + '<!-- '.repeat(150_000), 'declares-types'],
		['<OrgSettings>' + '<A a'.repeat(200_000), 'syntax'],
		['<OrgSettings>' + '<A>'.repeat(10_000), 'nested']
	])('refuses %.60s', (xml, problem) => {
		expect(readOrgSettingsXml(xml)).toEqual({ ok: false, problem });
	});
});

describe('looksLikeOrgSettings', () => {
	it.each([
		['<OrgSettings>', true],
		['\uFEFF<?xml version="1.0"?> <!-- a --> <OrgSettings a="b">', true],
		['&lt;OrgSettings&gt;', true],
		['<!DOCTYPE OrgSettings [<!ENTITY a "b">]><OrgSettings>', true],
		['<!DOCTYPE x [<!ENTITY a "b>">]>\n<OrgSettings>', true],
		[`<!-- ${'<a>'.repeat(1_000)} --><?xml-stylesheet?><OrgDbOrgSettings>`, true],
		['<!DOCTYPE html><html>', false],
		['<!DOCTYPE x', false],
		['<!DOCTYPE x [', false],
		['<!'.repeat(100_000), false],
		['<!>'.repeat(100_000), false],
		['<OrgSettingsX>', false],
		['<note>', false],
		['From: a@b', false],
		['<!--'.repeat(500), false]
	])('%.40s', (head, expected) => {
		expect(looksLikeOrgSettings(head)).toBe(expected);
	});
});
