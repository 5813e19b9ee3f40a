/** HashFilterKeywords: the .NET regular expression that strips noise from subjects, and the words that remain. */
import { maxPatternLength, maxPatternSubjectLength } from '../../domain/limits';
import type { KeyedFacts } from '../../domain/message';
import { translateDotNetPattern } from './dotNetPattern';

export type HashFilter =
	| { readonly ok: true; readonly regex: RegExp }
	| {
			readonly ok: false;
			readonly code: 'too-long' | 'unsupported' | 'syntax' | 'timed-out';
			readonly construct: string | null;
	  };

/** Compiles a pattern; whether it is quick enough over real subjects is tested outside the engine, where it can be ended. */
export function compileHashFilter(pattern: string): HashFilter {
	if (pattern.length > maxPatternLength) return { ok: false, code: 'too-long', construct: null };
	const translated = translateDotNetPattern(pattern);
	if (!translated.ok) return { ok: false, code: 'unsupported', construct: translated.construct };
	try {
		return { ok: true, regex: new RegExp(translated.source, 'gu') };
	} catch {
		return { ok: false, code: 'syntax', construct: null };
	}
}

export interface SubjectWordsFound {
	/** Distinct, lower case, in the order of the subject, at most HashMaxCount. */
	readonly words: readonly string[];
	readonly leftOut: number;
}
/** A part of the subject, in UTF-16 code units, that HashFilterKeywords removes. */
export interface StrippedPart {
	readonly start: number;
	readonly end: number;
}

/** White space as .NET's \s has it. */
const whiteSpace = /[\f\n\r\t\v\x85\p{Z}]+/u;
const whiteSpaceOrPunctuation = /[\f\n\r\t\v\x85\p{Z}\p{P}]+/u;

export class SubjectWords {
	readonly #regex: RegExp;
	readonly #separator: RegExp;
	readonly #hashMaxCount: number;

	constructor(regex: RegExp, tokeniser: 'whitespace' | 'punctuation', hashMaxCount: number) {
		this.#regex = regex;
		this.#separator = tokeniser === 'whitespace' ? whiteSpace : whiteSpaceOrPunctuation;
		this.#hashMaxCount = hashMaxCount;
	}

	/** A conversation has one subject but for its prefixes. */
	readonly #byRest = new Map<string, SubjectWordsFound>();
	#lastSubject: string | null = null;
	#last: SubjectWordsFound | null = null;

	/**
	 * Subject after replacing every match with nothing, split and folded (readings A6 to A8); of a pseudonymised one the
	 * words that it came with.
	 */
	of(subject: string | null, keyed?: KeyedFacts | null): SubjectWordsFound {
		if (keyed) return this.#wordsIn(keyed.subjectWords.join(' '));
		// A message is asked about several times in a row: is there a word, what matches, store it.
		if (this.#last === null || subject !== this.#lastSubject) {
			this.#last = this.#read(subject);
			this.#lastSubject = subject;
		}
		return this.#last;
	}

	#read(subject: string | null): SubjectWordsFound {
		return this.#wordsIn(readable(subject).replace(this.#regex, ''));
	}

	#wordsIn(rest: string): SubjectWordsFound {
		let found = this.#byRest.get(rest);
		if (!found) this.#byRest.set(rest, (found = this.#split(rest)));
		return found;
	}

	#split(rest: string): SubjectWordsFound {
		const distinct = new Set(rest.toLowerCase().split(this.#separator));
		distinct.delete('');
		const all = [...distinct];
		const words = all.length > this.#hashMaxCount ? all.slice(0, this.#hashMaxCount) : all;
		return { words, leftOut: all.length - words.length };
	}

	/** What is left of the subject, lower case, split at white space alone: every word as often as it stands there. */
	leftOf(subject: string | null): readonly string[] {
		const rest = readable(subject).replace(this.#regex, '').toLowerCase();
		return rest.split(whiteSpace).filter((word) => word !== '');
	}

	/** What `of` takes away before it reads words. */
	strippedFrom(subject: string | null): StrippedPart[] {
		const stripped: StrippedPart[] = [];
		for (const match of readable(subject).matchAll(this.#regex)) {
			const [{ length }] = match;
			if (length > 0) stripped.push({ start: match.index, end: match.index + length });
		}
		return stripped;
	}
}

function readable(subject: string | null): string {
	return (subject ?? '').slice(0, maxPatternSubjectLength);
}
