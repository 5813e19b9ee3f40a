/** Comments, quoted strings and white space of structured fields (RFC 5322 section 3.2). Each function is one pass. */

export function isSpace(character: string): boolean {
	return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}

/** Something on both sides of an `@`. */
export function isAddressLike(word: string): boolean {
	const at = word.indexOf('@');
	return at > 0 && at < word.length - 1;
}

/** Offset of the `"` that ends the quoted string begun at `start`; the length when none does. */
export function endOfQuoted(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\\') at++;
		else if (character === '"') return at;
	}
	return text.length;
}

/** Offset of the `)` that ends the comment begun at `start`; the length when none does. */
export function endOfComment(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\\') at++;
		else if (character === '(') depth++;
		else if (character === ')' && --depth === 0) return at;
	}
	return text.length;
}

/** A space in place of each comment; one that never closes runs to the end. */
export function withoutComments(text: string): string {
	if (!text.includes('(')) return text;
	let kept = '';
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\\') at++;
		else if (character === '(') depth++;
		else if (character === ')' && depth > 0) {
			depth--;
			kept += ' ';
		} else if (depth === 0) kept += character;
	}
	return kept;
}

/** Of a msg-id or addr-spec. Parentheses and quotes that do not pair are part of it. */
export function withoutCommentsAndSpace(text: string): string {
	if (!/[\s("]/.test(text)) return text;
	let kept = '';
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '\\' && at + 1 < text.length) {
			if (depth === 0) kept += character + text.charAt(at + 1);
			at++;
		} else if (character === '"' && depth === 0) {
			quoted = !quoted;
			kept += character;
		} else if (quoted) {
			kept += character;
		} else if (character === '(') {
			depth++;
		} else if (character === ')' && depth > 0) {
			depth--;
		} else if (depth === 0 && !isSpace(character)) {
			kept += character;
		}
	}
	return depth === 0 && !quoted ? kept : text.replace(/\s/g, '');
}
