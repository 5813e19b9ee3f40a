/** HTML -> plain text in one pass: markup, scripts and styles dropped, blocks on lines of their own, entities decoded. */

/** Elements whose content is not text. */
const UNSEEN = new Set(['script', 'style', 'title', 'template', 'noframes', 'textarea', 'svg', 'math']);
const BLOCKS = new Set(
	'address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
		' '
	)
);

/** HTML's names for U+00A0 to U+00FF, in that order. */
const LATIN_1_NAMES =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const ENTITIES: ReadonlyMap<string, string> = new Map([
	...LATIN_1_NAMES.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['hellip', '…'],
	['ndash', '–'],
	['mdash', '—'],
	['lsquo', '‘'],
	['rsquo', '’'],
	['sbquo', '‚'],
	['ldquo', '“'],
	['rdquo', '”'],
	['bdquo', '„'],
	['bull', '•'],
	['euro', '€'],
	['trade', '™'],
	['zwnj', '\u200c'],
	['zwj', '\u200d']
]);

export function htmlToText(html: string): string {
	const pieces: string[] = [];
	let at = 0;
	while (at < html.length) {
		const open = html.indexOf('<', at);
		if (open === -1) {
			pieces.push(visibleText(html.slice(at)));
			break;
		}
		if (open > at) pieces.push(visibleText(html.slice(at, open)));
		const { name, end } = readTag(html, open);
		if (name === null) {
			pieces.push('<');
			at = open + 1;
			continue;
		}
		if (BLOCKS.has(name)) pieces.push('\n');
		else if (name === 'td' || name === 'th') pieces.push(' ');
		at = UNSEEN.has(name) && html.charAt(open + 1) !== '/' ? endOfElement(html, name, end) : end;
	}
	return withFewBlankLines(pieces.join(''));
}

/** Lower-case element name, '' for comments and declarations, null for a `<` that begins no markup. */
function readTag(html: string, open: number): { name: string | null; end: number } {
	if (html.startsWith('<!--', open)) {
		const close = html.indexOf('-->', open + 4);
		return { name: '', end: close === -1 ? html.length : close + 3 };
	}
	const next = html.charAt(open + 1);
	if (next === '!' || next === '?') return { name: '', end: afterAngleBracket(html, open) };
	const match = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40));
	if (match === null) return { name: null, end: open + 1 };
	return { name: (match[1] ?? '').toLowerCase(), end: endOfTag(html, open + match[0].length) };
}

/**
 * After the `>` outside quotes; after the next one at all when quotes do not pair. The whole stays linear: quotes that
 * do not pair up to the end of the text can be met from at most three tags.
 */
function endOfTag(html: string, from: number): number {
	let quote = '';
	for (let at = from; at < html.length; at++) {
		const character = html.charAt(at);
		if (quote !== '') {
			if (character === quote) quote = '';
		} else if (character === '>') {
			return at + 1;
		} else if (character === '"' || character === "'") {
			quote = character;
		}
	}
	return afterAngleBracket(html, from);
}

function afterAngleBracket(html: string, from: number): number {
	const close = html.indexOf('>', from);
	return close === -1 ? html.length : close + 1;
}

function endOfElement(html: string, name: string, from: number): number {
	const close = new RegExp(`</${name}`, 'gi');
	close.lastIndex = from;
	const match = close.exec(html);
	return match === null ? html.length : afterAngleBracket(html, match.index);
}

function visibleText(html: string): string {
	const text = html.replace(/[\t\n\f\r ]+/g, ' ');
	return text.includes('&') ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,8});?/gi, decodeEntity) : text;
}

function decodeEntity(whole: string, body: string): string {
	if (!body.startsWith('#')) return ENTITIES.get(body) ?? whole;
	const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1));
	const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function withFewBlankLines(text: string): string {
	const kept: string[] = [];
	for (const line of text.split('\n')) {
		const shown = line.replaceAll('\u00a0', ' ').replace(/ +/g, ' ').trim();
		if (shown !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(shown);
	}
	return kept.join('\n').trimEnd();
}
