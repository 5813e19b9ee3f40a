/**
 * OrgDBOrgSettings as XML: one root, one level of elements with text. Nothing else of XML is understood, so nothing
 * else can do harm: no declarations of types, no entities but the five of XML and numbered ones, no nesting.
 */
import { removedKeys, type PlainValue } from '../plainData';

/** There are about 400 settings; an organization's XML is a few kilobytes. */
const maxXmlLength = 1_000_000;
const maxSettings = 2_000;
const maxValueLength = 4_000;

export type OrgSettingsProblem = 'too-long' | 'not-org-settings' | 'declares-types' | 'nested' | 'syntax';
export type OrgSettingsXml =
	| { readonly ok: true; readonly settings: Readonly<Record<string, PlainValue>> }
	| { readonly ok: false; readonly problem: OrgSettingsProblem };

const rootName = /^(?:OrgSettings|OrgDbOrgSettings)$/i;
const looksLikeRoot = /(?:<|&lt;)Org(?:DbOrg)?Settings\b/iy;
const declaresRoot = /<!DOCTYPE\s+Org(?:DbOrg)?Settings\b/iy;

/** Behind a byte order mark, declarations and comments: whether it can be read is told by reading it. */
export function looksLikeOrgSettings(text: string): boolean {
	let at = 0;
	for (;;) {
		at = firstNotBlank(text, at);
		if (matchesAt(looksLikeRoot, text, at) || matchesAt(declaresRoot, text, at)) return true;
		const end = text.startsWith('<?', at)
			? endOf(text, '?>', at)
			: text.startsWith('<!--', at)
				? endOf(text, '-->', at)
				: text.startsWith('<!', at)
					? endOfDeclaration(text, at)
					: null;
		if (end === null) return false;
		at = end;
	}
}

const blankOrMark = /[\s\uFEFF]*/y;

function firstNotBlank(text: string, start: number): number {
	blankOrMark.lastIndex = start;
	blankOrMark.test(text);
	return blankOrMark.lastIndex;
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
	sticky.lastIndex = at;
	return sticky.test(text);
}

/** Place behind `mark`; null where there is none. */
function endOf(text: string, mark: string, start: number): number | null {
	const at = text.indexOf(mark, start);
	return at === -1 ? null : at + mark.length;
}

/** A DOCTYPE may hold others in brackets. */
function endOfDeclaration(text: string, start: number): number | null {
	const end = endOf(text, '>', start);
	if (end === null || !text.slice(start, end).includes('[')) return end;
	const closing = endOf(text, ']', start);
	return closing === null ? null : endOf(text, '>', closing);
}

/** True and false become flags, whole numbers numbers, everything else stays text. */
export function readOrgSettingsXml(text: string): OrgSettingsXml {
	if (text.length > maxXmlLength) return { ok: false, problem: 'too-long' };
	// As it is copied out of another XML.
	const xml = /^\uFEFF?\s*&lt;/.test(text) ? unescaped(text) : text;
	if (xml === null) return { ok: false, problem: 'syntax' };

	const token =
		/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(!)|<(\/?)([A-Za-z_][\w.-]*)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/y;
	const found = new Map<string, PlainValue>();
	let root: string | null = null;
	let closed = false;
	let name: string | null = null;
	let value = '';
	while (token.lastIndex < xml.length) {
		const match = token.exec(xml);
		if (match === null) return { ok: false, problem: 'syntax' };
		const [whole, cdata, declaration, slash, element, , selfClosing, characters] = match;
		if (declaration !== undefined) return { ok: false, problem: 'declares-types' };
		if (cdata !== undefined) {
			if (name === null) return { ok: false, problem: 'syntax' };
			value += cdata;
		} else if (characters !== undefined) {
			const plain = unescaped(characters);
			if (plain === null) return { ok: false, problem: 'syntax' };
			if (name !== null) value += plain;
			else if (plain.replace('\uFEFF', '').trim() !== '') return { ok: false, problem: 'syntax' };
		} else if (element === undefined) {
			if (!whole.startsWith('<!--') && root !== null) return { ok: false, problem: 'syntax' };
		} else if (closed) {
			return { ok: false, problem: 'syntax' };
		} else if (slash === '/') {
			if (element !== (name ?? root)) return { ok: false, problem: 'syntax' };
			if (name === null) closed = true;
			else put(found, name, value);
			name = null;
		} else if (root === null) {
			if (!rootName.test(element)) return { ok: false, problem: 'not-org-settings' };
			root = element;
			closed = selfClosing === '/';
		} else if (name !== null) {
			return { ok: false, problem: 'nested' };
		} else if (selfClosing === '/') {
			put(found, element, '');
		} else {
			name = element;
			value = '';
		}
		if (value.length > maxValueLength || found.size > maxSettings) return { ok: false, problem: 'too-long' };
	}
	if (!closed) return { ok: false, problem: root === null ? 'not-org-settings' : 'syntax' };
	return { ok: true, settings: Object.fromEntries(found) };
}

function put(found: Map<string, PlainValue>, name: string, text: string): void {
	if (removedKeys.has(name)) return;
	const value = text.trim();
	if (/^true$/i.test(value)) found.set(name, true);
	else if (/^false$/i.test(value)) found.set(name, false);
	else if (/^-?\d{1,10}$/.test(value)) found.set(name, Number(value));
	else found.set(name, value);
}

const namedCharacters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Null when it names a character that XML itself does not know. */
function unescaped(text: string): string | null {
	let known = true;
	const plain = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}))?;?/gi, (whole, decimal, hex, name) => {
		const codePoint = decimal === undefined ? (hex === undefined ? null : parseInt(hex, 16)) : Number(decimal);
		const character =
			codePoint === null
				? namedCharacters[String(name)]
				: codePoint <= 0x10ffff
					? String.fromCodePoint(codePoint)
					: undefined;
		if (character === undefined || !whole.endsWith(';')) known = false;
		return character ?? '';
	});
	return known ? plain : null;
}
