/** Sentences with structure: text, and the places in it that a renderer can make into links and marks. */
import type { ActivityId } from '../domain/columns';
import type { HeaderRef } from '../domain/message';

export interface EmailPart {
	readonly email: ActivityId;
	readonly text: string;
}
export interface HeaderPart {
	readonly header: HeaderRef;
	readonly text: string;
}
/** The name of a setting, as Dataverse or OrgDBOrgSettings spells it. */
export interface SettingPart {
	readonly setting: string;
}
/** Something to be read letter by letter: an id, a token, a header value. */
export interface CodePart {
	readonly code: string;
}
/** A point in time, shown in the time zone the reader chose. */
export interface InstantPart {
	readonly instantUtcMs: number;
}
/** A row by its name; the id is there for who asks. */
export interface NamePart {
	readonly name: string;
	readonly id: string;
}
/** A place of the Environment page, by JSON pointer. */
export interface PlacePart {
	readonly place: string;
	readonly text: string;
}
export type SentencePart =
	string | EmailPart | HeaderPart | SettingPart | CodePart | InstantPart | NamePart | PlacePart;
export type Sentence = readonly SentencePart[];

/** Template tag: literal text stays text, parts and whole sentences are put in place, numbers have no digit grouping. */
export function say(
	literals: TemplateStringsArray,
	...values: readonly (SentencePart | Sentence | number)[]
): Sentence {
	const parts: SentencePart[] = [];
	literals.forEach((literal, index) => {
		append(parts, literal);
		const value = values[index];
		if (value === undefined) return;
		if (typeof value === 'number') append(parts, String(value));
		else if (isSentence(value)) for (const part of value) append(parts, part);
		else append(parts, value);
	});
	return parts;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly (SentencePart | Sentence)[], conjunction = 'and'): Sentence {
	const parts: SentencePart[] = [];
	items.forEach((item, index) => {
		if (index > 0) append(parts, index === items.length - 1 ? ` ${conjunction} ` : ', ');
		for (const part of isSentence(item) ? item : [item]) append(parts, part);
	});
	return parts;
}

/** The sentence as it is read out. */
export function plainText(sentence: Sentence): string {
	return sentence
		.map((part) => {
			if (typeof part === 'string') return part;
			if ('setting' in part) return part.setting;
			if ('instantUtcMs' in part) return instantText(part.instantUtcMs);
			if ('name' in part) return part.name;
			return 'code' in part ? part.code : part.text;
		})
		.join('');
}

/** `2026-03-02 10:01:00 UTC` */
function instantText(utcMs: number): string {
	const date = new Date(utcMs);
	return Number.isNaN(date.getTime()) ? 'an unknown time' : `${date.toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}

/** The clause as the start of a sentence: with a capital letter. */
export function sentenceStart(clause: Sentence): Sentence {
	const [first, ...rest] = clause;
	return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : clause;
}

function append(parts: SentencePart[], part: SentencePart): void {
	if (part === '') return;
	const last = parts.at(-1);
	if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
	else parts.push(part);
}

function isSentence(value: SentencePart | Sentence): value is Sentence {
	return Array.isArray(value);
}
