/** Words of subjects and names: letters become other letters, digits other digits, all between them stays. */
import { keyedDigits, lettersOf, type HmacOf } from './keys';

/** ASCII digits, or letters with their marks and the digits of other scripts. */
const runs = /[0-9]+|(?:(?![0-9])[\p{L}\p{M}\p{N}])+/gu;

/** Word by word; `kept` words (lower case, composed) stay. Two texts never give one. */
export function keyedText(text: string, hmacOf: HmacOf, kept: ReadonlySet<string> = nothing): string {
	return text.replace(runs, (run) => (kept.has(folded(run)) ? run : keyedRun(run, hmacOf)));
}

const nothing: ReadonlySet<string> = new Set();

/** One run of letters or of digits. */
export function keyedRun(run: string, hmacOf: HmacOf): string {
	return /^[0-9]+$/.test(run) ? keyedDigits(run, hmacOf) : keyedWord(run, hmacOf);
}

/** The same letters for any letter case, written in the case of the word: Word, WORD or word. */
export function keyedWord(word: string, hmacOf: HmacOf): string {
	const token = lettersOf(hmacOf('word', word.toLowerCase()), word.length);
	if (word === word.toLowerCase()) return token;
	return word.length > 1 && word === word.toUpperCase()
		? token.toUpperCase()
		: token.charAt(0).toUpperCase() + token.slice(1);
}

export function folded(text: string): string {
	return text.normalize('NFC').toLowerCase();
}

/** Runs of letters and of digits in a text, lower case. */
export function wordsIn(text: string): readonly string[] {
	return folded(text).match(runs) ?? [];
}
