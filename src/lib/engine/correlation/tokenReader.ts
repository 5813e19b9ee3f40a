import type { TokenSettings } from '../tokens/structure';
import type { DecodedToken, TokenNearMiss } from './evidence';

export interface RecognisedToken {
	/** Spelled as in the subject. */
	readonly token: string;
	/** As configured. */
	readonly prefix: string;
	readonly currentPrefix: boolean;
	readonly start: number;
	readonly end: number;
}

/** Most digits a token can have: designator 1, user number 10, counter 9. */
const maxDigits = 20;
const minDigits = 3;
/** What can get between two digits on the way: white space from a folded line, an invisible space or hyphen. */
const gap = '[\\s\\u200b\\u00ad]{1,3}';
const none: readonly RecognisedToken[] = [];

/**
 * Recognises tracking tokens in subjects: current and former prefixes, longest first, any letter case, then 3 to 20
 * digits, neither preceded by a letter or digit nor followed by a digit. Widths are not used: mail sent under older
 * digit settings keeps correlating, so tokens are compared as they are spelled.
 */
export class TokenReader {
	readonly #current: string;
	readonly #prefixes: readonly string[];
	readonly #userDigits: number;
	readonly #counterDigits: number;
	readonly #token: RegExp;
	readonly #nearMiss: RegExp;
	/** Any character run that must be there for a token; a quick way out for the many subjects without one. */
	readonly #digits = /\d{3}/;

	constructor(organization: TokenSettings) {
		this.#current = organization.trackingprefix;
		this.#prefixes = [...new Set([organization.trackingprefix, ...organization.trackingprefixhistory])]
			.filter((prefix) => prefix !== '')
			.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
		this.#userDigits = organization.trackingtokeniddigits;
		this.#counterDigits = organization.trackingtokencounterdigits;
		const prefixes = this.#prefixes.map(escapeForRegExp).join('|');
		this.#token = new RegExp(`(?<![\\p{L}\\p{N}])(${prefixes})\\d{${minDigits},${maxDigits}}(?!\\d)`, 'giu');
		const loosePrefixes = this.#prefixes.map((prefix) => escapeForRegExp(prefix).replace(':', '[:：]')).join('|');
		this.#nearMiss = new RegExp(`([\\p{L}\\p{N}])?(${loosePrefixes})(\\s{0,3})(\\d{1,40})(${gap}(\\d{1,20}))?`, 'giu');
	}

	#lastSubject: string | null = null;
	#last: readonly RecognisedToken[] = none;

	/** Every token, in the order of the subject. */
	all(subject: string | null): readonly RecognisedToken[] {
		if (subject === null || !this.#digits.test(subject)) return none;
		// A message is asked about several times in a row: is there one, does it match, store it.
		if (subject !== this.#lastSubject) {
			this.#last = this.#read(subject);
			this.#lastSubject = subject;
		}
		return this.#last;
	}

	#read(subject: string): RecognisedToken[] {
		return Array.from(subject.matchAll(this.#token), (match) => {
			const spelled = (match[1] as string).toLowerCase();
			const prefix = this.#prefixes.find((known) => known.toLowerCase() === spelled) ?? (match[1] as string);
			return {
				token: match[0],
				prefix,
				currentPrefix: prefix.toLowerCase() === this.#current.toLowerCase(),
				start: match.index,
				end: match.index + match[0].length
			};
		});
	}

	/** What `trackingtoken` holds: the last token of the subject, as spelled (reading A18). */
	lastIn(subject: string | null): string | null {
		return this.all(subject).at(-1)?.token ?? null;
	}

	/** Digits of a token made under the present settings. */
	get #width(): number {
		return 1 + this.#userDigits + this.#counterDigits;
	}

	/** Null when the number of digits is not 1 + user digits + counter digits: made under other settings. */
	decode(token: RecognisedToken): DecodedToken | null {
		const digits = token.token.slice(token.prefix.length);
		if (digits.length !== this.#width) return null;
		return {
			designator: digits.slice(0, 1),
			userNumber: digits.slice(1, 1 + this.#userDigits),
			counter: digits.slice(1 + this.#userDigits)
		};
	}

	/** What looks like a token and is none. To explain, never to match. */
	nearMisses(subject: string | null): Omit<TokenNearMiss, 'resembles'>[] {
		if (subject === null) return [];
		const recognised = this.all(subject);
		const found: Omit<TokenNearMiss, 'resembles'>[] = [];
		for (const match of subject.matchAll(this.#nearMiss)) {
			const [all, letterBefore, prefix = '', space = '', digits = '', rest = '', restDigits = ''] = match;
			const whole = all.slice(0, all.length - rest.length);
			const text = whole.slice(letterBefore?.length ?? 0);
			// Digits that follow a gap belong to the token only where they complete it.
			if (
				letterBefore === undefined &&
				space === '' &&
				digits.length + restDigits.length === this.#width &&
				rest !== ''
			) {
				found.push({ kind: 'split', text: all });
				continue;
			}
			const end = match.index + whole.length;
			if (recognised.some((token) => token.end === end)) continue;
			if (prefix.includes('：')) found.push({ kind: 'fullwidth-colon', text });
			else if (space !== '') found.push({ kind: 'space-after-prefix', text });
			else if (digits.length < minDigits) found.push({ kind: 'too-few-digits', text });
			else if (digits.length > maxDigits) found.push({ kind: 'too-many-digits', text });
			else if (letterBefore !== undefined) found.push({ kind: 'letter-before-prefix', text: whole });
		}
		return found;
	}
}

function escapeForRegExp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\\-/g, '\\x2d');
}
