/**
 * Translates a .NET regular expression to one with the same meaning in JavaScript's `u` mode, or names the construct it
 * cannot translate. .NET's \w, \d and \s are Unicode classes (Learn, "Character classes in .NET regular expressions");
 * JavaScript's are ASCII, so a literal copy leaves `Réf:` or `回复:` in place.
 */
export type Translation =
	{ readonly ok: true; readonly source: string } | { readonly ok: false; readonly construct: string };

const WORD = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
const DIGIT = '\\p{Nd}';
const SPACE = '\\f\\n\\r\\t\\v\\x85\\p{Z}';
const classes: Readonly<Record<string, string>> = { w: WORD, d: DIGIT, s: SPACE };

/** Characters that may follow a backslash in `u` mode as themselves. */
const syntaxCharacters = '^$\\.*+?()[]{}|/';

export function translateDotNetPattern(pattern: string): Translation {
	let source = '';
	let inClass = false;
	let index = 0;
	while (index < pattern.length) {
		const char = pattern.charAt(index);
		if (char === '\\') {
			const escape = readEscape(pattern, index, inClass);
			if (!escape.ok) return escape;
			source += escape.source;
			index = escape.next;
		} else if (inClass) {
			if (char === '-' && pattern.charAt(index + 1) === '[') return refused('class subtraction [a-z-[...]]');
			if (char === ']') inClass = false;
			// Beside \\w, \\d, \\s a hyphen is a literal in .NET and an error in `u` mode.
			const besideClass = char === '-' && (source.endsWith('}') || /^\\[wdsp]/.test(pattern.slice(index + 1)));
			source += char === '[' || besideClass ? `\\${char}` : char;
			index += 1;
		} else if (char === '[') {
			inClass = true;
			source += char;
			index += 1;
			if (pattern.charAt(index) === '^') {
				source += '^';
				index += 1;
			}
			// A ] right after the opening bracket is a literal in .NET.
			if (pattern.charAt(index) === ']') {
				source += '\\]';
				index += 1;
			}
		} else if (char === '(' && pattern.charAt(index + 1) === '?') {
			const group = readGroup(pattern, index);
			if (!group.ok) return group;
			source += group.source;
			index = group.next;
		} else if (char === '{') {
			// A brace that opens no quantifier is a literal in .NET and an error in `u` mode.
			const quantifier = /^\{\d+(?:,\d*)?\}/.exec(pattern.slice(index))?.[0];
			source += quantifier ?? '\\{';
			index += quantifier?.length ?? 1;
		} else if (char === '}' || char === ']') {
			source += `\\${char}`;
			index += 1;
		} else if (char === '$') {
			// .NET's $ also matches before a final line feed; subjects are unfolded and hold none.
			source += '$';
			index += 1;
		} else {
			source += char;
			index += 1;
		}
	}
	return { ok: true, source };
}

type Step =
	| { readonly ok: true; readonly source: string; readonly next: number }
	| { readonly ok: false; readonly construct: string };

function refused(construct: string): { readonly ok: false; readonly construct: string } {
	return { ok: false, construct };
}

function readEscape(pattern: string, index: number, inClass: boolean): Step {
	const char = pattern.charAt(index + 1);
	const next = index + 2;
	const asciiClass = classes[char];
	if (asciiClass !== undefined) return { ok: true, source: inClass ? asciiClass : `[${asciiClass}]`, next };
	const negated = classes[char.toLowerCase()];
	if (negated !== undefined && char !== char.toLowerCase()) {
		// A negated class inside a class has no translation without the `v` flag.
		if (inClass) return refused(`\\${char} inside a character class`);
		return { ok: true, source: `[^${negated}]`, next };
	}
	if (char === 'p' || char === 'P') {
		const name = /^\{([^}]*)\}/.exec(pattern.slice(next))?.[1];
		if (name === undefined || name.startsWith('Is')) return refused(`\\${char}{${name ?? ''}}`);
		return { ok: true, source: `\\${char}{${name}}`, next: next + name.length + 2 };
	}
	if ('AZzG'.includes(char) && !inClass) return refused(`\\${char}`);
	if (char === 'b' && !inClass) return { ok: true, source: wordBoundary(), next };
	if (char === 'B' && !inClass) return refused('\\B');
	if (char === 'b') return { ok: true, source: '\\x08', next };
	if (char === 'a') return { ok: true, source: '\\x07', next };
	if (char === 'e') return { ok: true, source: '\\x1b', next };
	if (/[tnrfv]/.test(char)) return { ok: true, source: `\\${char}`, next };
	if (char === 'x' || char === 'u') {
		const hex = (char === 'x' ? /^[\da-fA-F]{2}/ : /^[\da-fA-F]{4}/).exec(pattern.slice(next))?.[0];
		if (hex === undefined) return refused(`\\${char}`);
		return { ok: true, source: `\\${char}${hex}`, next: next + hex.length };
	}
	if (char === 'k') {
		const name = /^(?:<(\w+)>|'(\w+)')/.exec(pattern.slice(next));
		if (!name) return refused('\\k');
		return { ok: true, source: `\\k<${name[1] ?? name[2]}>`, next: next + name[0].length };
	}
	if (/[1-9]/.test(char) && !inClass) return { ok: true, source: `\\${char}`, next };
	if (char === '0' || (inClass && /\d/.test(char))) return refused(`\\${char}`);
	if (/[a-zA-Z]/.test(char) || char === '') return refused(`\\${char}`);
	if (syntaxCharacters.includes(char) || (inClass && char === '-')) return { ok: true, source: `\\${char}`, next };
	return { ok: true, source: char === '-' ? '\\x2d' : char, next };
}

/** \b of .NET: between a word character and none, with .NET's idea of a word character. */
function wordBoundary(): string {
	return `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
}

function readGroup(pattern: string, index: number): Step {
	const rest = pattern.slice(index);
	for (const plain of ['(?:', '(?=', '(?!', '(?<=', '(?<!']) {
		if (rest.startsWith(plain)) return { ok: true, source: plain, next: index + plain.length };
	}
	const named = /^\(\?<([A-Za-z_]\w*)>/.exec(rest);
	if (named) return { ok: true, source: named[0], next: index + named[0].length };
	if (rest.startsWith('(?>')) return refused('atomic group (?>...)');
	if (rest.startsWith('(?#')) return refused('comment (?#...)');
	if (rest.startsWith('(?(')) return refused('conditional (?(...)...)');
	if (/^\(\?<[^>]*-/.test(rest) || /^\(\?'[^']*-/.test(rest)) return refused('balancing group (?<a-b>...)');
	if (rest.startsWith("(?'")) return refused("named group (?'name'...)");
	const options = /^\(\?[imnsx-]+[:)]/.exec(rest)?.[0];
	return refused(options === undefined ? rest.slice(0, 3) : `inline options ${options}`);
}

/**
 * A value pasted from a rendered page: with Markdown escapes (`^\[\\s\]\*`) or with every backslash lost (`^[s]*([w]+`).
 * Both compile and strip nothing. Returns the value that was meant, or null.
 */
export function repairPastedPattern(pattern: string): string | null {
	if (/\\\[\\\\[swd]|\\\]\\\*|\(\\\[/.test(pattern)) {
		const repaired = pattern.replace(/\\([\\[\]*|_(){}^+.#!-])/g, '$1');
		return repaired === pattern ? null : repaired;
	}
	if (!pattern.includes('\\') && /\[s\]\*|\[w\]\+|s\?:/.test(pattern)) {
		return pattern
			.replace(/\[s\]/g, '[\\s]')
			.replace(/\[w\]/g, '[\\w]')
			.replace(/([)\]+*])s\?/g, '$1\\s?');
	}
	return null;
}
