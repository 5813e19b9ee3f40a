/** A scenario: a story in words with its mail, its environment file and the decisions that the documentation asks for. */
import type { PlaceId } from './page';

export interface Scenario {
	readonly title: string;
	/** Places of the page or rows of the other lists that it shows; see `page.ts`. */
	readonly places: readonly [PlaceId, ...PlaceId[]];
	readonly given: string;
	readonly when: string;
	readonly then: string;
	/** Content of an environment file but for its header. */
	readonly environment?: Readonly<Record<string, unknown>>;
	/** Mail as text by file path, see `letter`. */
	readonly mail: Readonly<Record<string, string>>;
	/** A table, see `expectedRows`. */
	readonly expected: string;
}

const firstMailUtcMs = Date.UTC(2026, 8, 1, 8, 0, 0);
const msPerHour = 3_600_000;
const underWayMs = 9_000;

/**
 * The message as it would lie in a file. The scenario writes the fields that matter, one per line, and after an empty
 * line the body; what it leaves out is filled in: Date (an hour after the mail before), Received (9 seconds after
 * Date), Message-ID (`<file name@domain of From>`), MIME fields, a body. A field written as `(none)` is left out.
 */
export function letter(path: string, text: string, index: number): string {
	// Tabs are the indentation of the source; a folded line starts with a space.
	const bare = text
		.replace(/^\n/, '')
		.split('\n')
		.map((line) => line.replace(/^\t+/, ''));
	const end = bare.findIndex((line) => line.trim() === '');
	const written = bare.slice(0, end < 0 ? undefined : end);
	const body = end < 0 ? [] : bare.slice(end + 1);
	const valueOf = (name: string) =>
		written.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))?.slice(name.length + 1);
	const date = valueOf('Date')?.trim() ?? rfc5322Date(firstMailUtcMs + index * msPerHour);
	const domain = /@([\w.-]+)/.exec(valueOf('From') ?? '')?.[1] ?? 'example.org';
	const name = path.replace(/^.*\//, '').replace(/\.eml$/, '');
	const arrived = Number.isNaN(Date.parse(date)) ? firstMailUtcMs + index * msPerHour : Date.parse(date) + underWayMs;
	const filledIn: readonly (readonly [string, string])[] = [
		['Received', `from mail.${domain} ([203.0.113.25]) by mx.contoso.com with ESMTPS;\r\n\t${rfc5322Date(arrived)}`],
		['Date', date],
		['Message-ID', `<${name}@${domain}>`],
		['MIME-Version', '1.0'],
		['Content-Type', 'text/plain; charset=utf-8']
	];
	const added = filledIn
		.filter(([field]) => valueOf(field) === undefined)
		.map(([field, value]) => `${field}: ${value}`);
	const kept = written.filter((line) => !/^[\w-]+:\s*\(none\)\s*$/.test(line));
	return [...added, ...kept, '', ...(body.length === 0 ? ['Please see above.'] : body), ''].join('\r\n');
}

function rfc5322Date(utcMs: number): string {
	return new Date(utcMs).toUTCString().replace('GMT', '+0000');
}

export interface ExpectedRow {
	readonly file: string;
	/** By column; only the cells that are written. */
	readonly cells: Readonly<Record<string, string>>;
}

/**
 * A line of column names, then a line for each file, cells between `|`. An empty cell expects nothing, `-` is null.
 * Columns: `tracked`, `reason`, a column of the email table (ids of emails as file paths, Regarding as the row's id), a
 * correlation method's id (its outcome), `class`, `flag`, `paths`, `decidedBy`, `needs`, `warnings`, `diagnoses` (`a, b, not c`), or a
 * check or method and a field of it or of its evidence, e.g. `scope/folder why`, `TrackingToken tokens.0.decoded`.
 */
export function expectedRows(table: string): readonly ExpectedRow[] {
	const [head, ...rows] = table
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => line.split('|').map((cell) => cell.trim()));
	if (head?.[0] !== 'file' || rows.length === 0) throw new Error('A table starts with the column "file" and has rows.');
	return rows.map(([file = '', ...cells]) => {
		if (cells.length >= head.length) throw new Error(`More cells than columns: ${file}`);
		const named = cells.map((cell, index) => [head[index + 1] as string, cell] as const);
		return { file, cells: Object.fromEntries(named.filter(([, cell]) => cell !== '')) };
	});
}
