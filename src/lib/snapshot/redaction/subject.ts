/** A subject as it leaves: prefixes, tracking tokens and the phrases of automatic mail stay, words become tokens. */
import type { Environment } from '../../domain/environment';
import { TokenReader, type RecognisedToken } from '../../engine/correlation/tokenReader';
import { keyedDigits, type HmacOf } from './keys';
import { folded, keyedRun, keyedWord, wordsIn } from './text';

/** Of replies and forwards in many languages; they tell a reader nothing about the sender. */
const knownPrefixes = [
	...[
		're',
		'aw',
		'sv',
		'ant',
		'antw',
		'ref',
		'réf',
		'rép',
		'odp',
		'r',
		'ynt',
		'vl',
		'vá',
		'bls',
		'回复',
		'答复',
		'回覆'
	],
	...['fw', 'fwd', 'wg', 'tr', 'rv', 'vs', 'vb', 'i', 'enc', 'pd', '转发', '轉寄']
];
/** Tags that mail systems put before subjects of mail from outside. */
const knownTags = new Set([
	'external',
	'ext',
	'extern',
	'externe',
	'external email',
	'extern e-post',
	'caution',
	'spam'
]);

const tag = /^(\s*(?:\[|\*{2,5}))([^\]*]{1,30})(\]|\*{2,5})/u;
const prefix = /^(\s*)([^\s:：[\]]{1,20})(\s*(?:\[\d{1,3}\])?\s*[:：])/u;
const run = /[0-9]+|(?:(?![0-9])[\p{L}\p{M}\p{N}])+/gu;

export class SubjectRedaction {
	readonly #tokens: TokenReader;
	readonly #prefixes: ReadonlySet<string>;
	readonly #trackingPrefix: RegExp;
	readonly #userDigits: number;
	readonly #width: number;
	readonly #hmacOf: HmacOf;

	constructor({ organization, modelOptions }: Environment, hmacOf: HmacOf) {
		this.#hmacOf = hmacOf;
		this.#tokens = new TokenReader(organization);
		this.#prefixes = new Set([...knownPrefixes, ...modelOptions.forwardPrefixes].map(folded));
		const tracking = [organization.trackingprefix, ...organization.trackingprefixhistory]
			.filter((text) => text !== '')
			.sort((a, b) => b.length - a.length);
		const loose = tracking.map((text) => Array.from(text, looseCharacter).join(''));
		this.#trackingPrefix = new RegExp(`(?:${loose.join('|')})(?=\\s{0,3}[0-9])`, 'giu');
		this.#userDigits = organization.trackingtokeniddigits;
		this.#width = 1 + organization.trackingtokeniddigits + organization.trackingtokencounterdigits;
	}

	/** @param phrases what the rules of automatic mail recognise in it, lower case */
	keyed(subject: string, phrases: readonly string[]): string {
		const front = this.#front(subject);
		return front.keyed + this.#rest(subject.slice(front.length), subject.length - front.length, subject, phrases);
	}

	/** Tags and prefixes, as long as they are known. */
	#front(subject: string): { readonly keyed: string; readonly length: number } {
		let keyed = '';
		let length = 0;
		for (;;) {
			const rest = subject.slice(length);
			const tagged = tag.exec(rest);
			const prefixed = prefix.exec(rest);
			if (tagged) {
				const [, open = '', text = '', close = ''] = tagged;
				// As one word: a tag stays short enough to be one.
				keyed += open + (knownTags.has(folded(text).trim()) ? text : keyedWord(text, this.#hmacOf)) + close;
				length += tagged[0].length;
			} else if (prefixed && this.#prefixes.has(folded(prefixed[2] ?? ''))) {
				keyed += prefixed[0];
				length += prefixed[0].length;
			} else return { keyed, length };
		}
	}

	#rest(text: string, length: number, subject: string, phrases: readonly string[]): string {
		const offset = subject.length - length;
		const pieces: { readonly start: number; readonly end: number; readonly keyed: string }[] = [];
		for (const token of this.#tokens.all(subject)) {
			const start = token.start - offset;
			if (start >= 0) pieces.push({ start, end: token.end - offset, keyed: this.trackingToken(token) });
		}
		for (const match of text.matchAll(this.#trackingPrefix)) {
			const { index } = match;
			const end = index + match[0].length;
			if (!pieces.some((piece) => index < piece.end && end > piece.start))
				pieces.push({ start: index, end, keyed: match[0] });
		}
		pieces.sort((a, b) => a.start - b.start);
		const kept = new Set(phrases.flatMap(wordsIn));
		const starts = phrases.flatMap((phrase) => wordsIn(phrase).slice(-1)).filter((word) => word.length > 1);
		let keyed = '';
		let at = 0;
		for (const piece of pieces) {
			keyed += this.#words(text.slice(at, piece.start), kept, starts) + piece.keyed;
			at = piece.end;
		}
		return keyed + this.#words(text.slice(at), kept, starts);
	}

	#words(text: string, kept: ReadonlySet<string>, starts: readonly string[]): string {
		return text.replace(run, (word) => {
			const plain = folded(word);
			if (kept.has(plain)) return word;
			// Abwesenheit also begins Abwesenheitsnotiz.
			const start = starts.find((one) => plain.startsWith(one));
			if (start === undefined) return keyedRun(word, this.#hmacOf);
			return word.normalize('NFC').slice(0, start.length) + keyedRun(plain.slice(start.length), this.#hmacOf);
		});
	}

	/** Prefix and first digit stay; user number and counter are keyed each for itself, so that users stay users. */
	trackingToken({ token, prefix }: Pick<RecognisedToken, 'token' | 'prefix'>): string {
		const digits = token.slice(prefix.length);
		const rest = digits.slice(1);
		const keyed =
			digits.length === this.#width
				? this.userNumber(rest.slice(0, this.#userDigits)) + keyedDigits(rest.slice(this.#userDigits), this.#hmacOf)
				: keyedDigits(rest, this.#hmacOf);
		return token.slice(0, prefix.length) + digits.charAt(0) + keyed;
	}

	userNumber(digits: string): string {
		return keyedDigits(digits, this.#hmacOf);
	}

	/** usersettings.trackingtokenid; one that does not fit into its digits is in no token of that width. */
	trackingTokenId(id: number): number {
		const digits = String(id).padStart(this.#userDigits, '0');
		return digits.length > this.#userDigits ? id : Number(this.userNumber(digits));
	}
}

/** The fullwidth colon makes a near miss, which stays one. */
function looseCharacter(character: string): string {
	if (character === ':') return '[:：]';
	if (/[\p{L}\p{N}]/u.test(character)) return character;
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
