/** Comma-separated values (RFC 4180), with the delimiters that spreadsheets use instead of the comma, too. */

export type CsvText =
	| { readonly ok: true; readonly rows: readonly (readonly string[])[] }
	/** A quoted cell that never ends begins in this line. */
	| { readonly ok: false; readonly line: number };

const delimiters = [',', ';', '\t'] as const;

/** The first line as a spreadsheet may write it, naming the delimiter. */
const separatorLine = /^sep=([,;\t])\r?\n/i;

/**
 * Rows of cells; empty lines are left out.
 * @param maxRows rows after this many are not read
 */
export function readCsv(text: string, maxRows = Number.POSITIVE_INFINITY): CsvText {
	const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
	const named = separatorLine.exec(plain);
	const delimiter = named?.[1] ?? delimiterOf(plain);
	const rows: string[][] = [];
	let row: string[] = [];
	let at = named?.[0].length ?? 0;
	let line = named ? 2 : 1;
	while (at < plain.length) {
		let cell: string;
		if (plain[at] === '"') {
			const end = closingQuote(plain, at);
			if (end === -1) return { ok: false, line };
			const inner = plain.slice(at + 1, end);
			cell = inner.replaceAll('""', '"');
			for (let lf = inner.indexOf('\n'); lf !== -1; lf = inner.indexOf('\n', lf + 1)) line++;
			at = end + 1;
			// What stands between the closing quote and the delimiter belongs to the cell.
			const next = cellEnd(plain, at, delimiter);
			cell += plain.slice(at, next).trimEnd();
			at = next;
		} else {
			const next = cellEnd(plain, at, delimiter);
			cell = plain.slice(at, next);
			at = next;
		}
		row.push(cell);
		if (plain[at] === delimiter) {
			at++;
			// A delimiter at the very end: one more cell, which is empty.
			if (at === plain.length) row.push('');
			else continue;
		}
		if (row.some((value) => value !== '')) rows.push(row);
		if (rows.length >= maxRows) break;
		row = [];
		if (plain[at] === '\r' && plain[at + 1] === '\n') at++;
		at++;
		line++;
	}
	return { ok: true, rows };
}

/** The one that the first line holds most often outside quotes. */
function delimiterOf(text: string): string {
	const counts = new Map<string, number>();
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') quoted = !quoted;
		else if (!quoted && (character === '\n' || character === '\r')) break;
		else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
	}
	let best: string = delimiters[0];
	for (const delimiter of delimiters) if ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0)) best = delimiter;
	return best;
}

/** Place of the quote that ends the cell; a doubled quote stands for one. */
function closingQuote(text: string, start: number): number {
	for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) {
		if (text[at + 1] !== '"') return at;
	}
	return -1;
}

function cellEnd(text: string, start: number, delimiter: string): number {
	let at = start;
	while (at < text.length) {
		const character = text[at];
		if (character === delimiter || character === '\n' || character === '\r') return at;
		at++;
	}
	return at;
}
