/** How a value of the environment is entered. Values are JSON; `undefined` leaves the key out. */
export type Control =
	/** `inverted`: the label says the opposite of the column. */
	| { readonly kind: 'switch'; readonly inverted?: boolean }
	| {
			readonly kind: 'number';
			readonly least: number;
			readonly most: number;
			/** What an emptied box stands for. */
			readonly ifEmpty: number | null | undefined;
	  }
	| {
			readonly kind: 'text';
			readonly monospace?: boolean;
			readonly suggestions?: readonly string[];
			/** An emptied box leaves the key out. */
			readonly optional?: boolean;
	  }
	/** A list, one item a line. */
	| { readonly kind: 'lines'; readonly placeholder: string; readonly items: LineItems }
	| { readonly kind: 'choice'; readonly options: readonly Option[] }
	/** An instant, entered in UTC. */
	| { readonly kind: 'instant' };

export interface Option {
	readonly value: unknown;
	readonly label: string;
	/** Where several values are this option. */
	is?(value: unknown): boolean;
}

/** Items of a list as lines of text. */
export interface LineItems {
	lineOf(item: unknown): string;
	/** `before`: the items so far, whose further keys stay. `edited`: the one that stood on this line, if none came or went. */
	itemOf(line: string, before: readonly unknown[], edited: unknown): unknown;
}

export const textItems: LineItems = { lineOf: String, itemOf: (line) => line };

export function textOf(items: unknown, { lineOf }: LineItems): string {
	return Array.isArray(items) ? items.map(lineOf).join('\n') : '';
}

/** White space around lines and empty lines do not count. */
export function itemsOf(text: string, { itemOf }: LineItems, before: unknown): readonly unknown[] {
	const known: readonly unknown[] = Array.isArray(before) ? before : [];
	const lines = text
		.split(/\r\n|\r|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	return lines.map((line, at) => itemOf(line, known, lines.length === known.length ? known[at] : undefined));
}

export function isChosen({ value, is }: Option, now: unknown): boolean {
	return is ? is(now) : value === now;
}

/** As `datetime-local` wants it: `2026-01-05T09:00`, in UTC; '' for what is no instant. */
export function utcInputValue(instant: unknown): string {
	if (typeof instant !== 'string') return '';
	const date = new Date(instant);
	if (Number.isNaN(date.getTime())) return '';
	return date.toISOString().replace(/(:00)?\.000Z$|Z$/, '');
}

/** The instant of a `datetime-local` value; null for an empty one. */
export function instantOfUtcInput(value: string): string | null {
	if (value === '') return null;
	return `${/T\d\d:\d\d$/.test(value) ? `${value}:00` : value}Z`;
}

/** Id of the element in which the value at this JSON pointer is edited. */
export function fieldId(pointer: string): string {
	return `field${pointer}`;
}
