/**
 * Keyed tokens. The key stays outside: whoever redacts hands in a function that gives the HMAC of a text. Everything here
 * only gives the HMAC a shape.
 */
import type { TokenKind } from '../../domain/redaction';

/** HMAC of kind and text: 64 lower-case hex digits, the same for the same input. */
export type HmacOf = (kind: TokenKind, text: string) => string;

/** Without vowels no token is a word of any language that a rule looks for. */
const letters = 'bcdfghjklmnpqrstvwxz';
/** 20^10 tokens: among 50,000 words two that share one are rarer than once in 8,000 exports. */
export const leastLetters = 10;
const mostLetters = 32;

/** Lower-case letters from an HMAC; `length` is kept where it is neither too short to be unique nor telling. */
export function lettersOf(hmac: string, length: number): string {
	let text = '';
	for (let at = 0; at < Math.min(mostLetters, Math.max(leastLetters, length)); at++) {
		text += letters.charAt(byteAt(hmac, at) % letters.length);
	}
	return text;
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `length` base64 characters, at most 32. */
export function base64Of(hmac: string, length: number): string {
	let text = '';
	for (let at = 0; at < length; at++) text += base64.charAt(byteAt(hmac, at % 32) & 63);
	return text;
}

/** Longer numbers are cut into pieces of this length. */
const chainedDigits = 24;

/**
 * Digits for digits: the same number of them, and two numbers never give one. Each digit goes through a permutation that
 * the digits before it choose.
 */
export function keyedDigits(digits: string, hmacOf: HmacOf): string {
	let keyed = '';
	for (let start = 0; start < digits.length; start += chainedDigits) {
		const piece = digits.slice(start, start + chainedDigits);
		for (let at = 0; at < piece.length; at++) {
			const permutation = permutationOf(hmacOf('digits', `${digits.length}/${start}/${piece.slice(0, at)}`));
			keyed += permutation[Number(piece.charAt(at))] ?? 0;
		}
	}
	return keyed;
}

function permutationOf(hmac: string): readonly number[] {
	const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
	for (let last = digits.length - 1; last > 0; last--) {
		const other = byteAt(hmac, last) % (last + 1);
		[digits[last], digits[other]] = [digits[other] as number, digits[last] as number];
	}
	return digits;
}

function byteAt(hmac: string, at: number): number {
	return Number.parseInt(hmac.slice(at * 2, at * 2 + 2), 16) || 0;
}
