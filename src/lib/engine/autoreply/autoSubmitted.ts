/** Auto-Submitted split as RFC 3834 section 5 writes it: `keyword (comment); parameter=value`. */
export interface AutoSubmitted {
	/** Lower case; '' when the field holds none. */
	readonly keyword: string;
	/** Texts of comments before the first parameter, joined by a space. */
	readonly comment: string;
}

/** Reads the value of an Auto-Submitted field. Comments may nest and quote; an unclosed one ends with the value. */
export function parseAutoSubmitted(value: string): AutoSubmitted {
	let keyword = '';
	let comment = '';
	let depth = 0;
	for (let at = 0; at < value.length; at++) {
		const character = value.charAt(at);
		if (depth > 0) {
			if (character === ')') depth--;
			else if (character === '(') depth++;
			else comment += character === '\\' ? value.charAt(++at) : character;
			if (depth === 0) comment += ' ';
		} else if (character === '(') {
			depth = 1;
		} else if (character === ';') {
			break;
		} else if (!/\s/.test(character) || keyword !== '') {
			keyword += character;
		}
	}
	return { keyword: keyword.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '', comment: comment.trim() };
}

/** `no` means a person wrote the message; every other keyword, known or not, means that nobody did. */
export function isAutomatic(keyword: string): boolean {
	return keyword !== '' && keyword !== 'no';
}
