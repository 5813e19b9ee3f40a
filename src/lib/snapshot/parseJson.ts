import type { FileIssue } from '../domain/fileIssue';

export type ParsedJson =
	{ readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly issue: FileIssue };

/** A place in a file; both count from 1. */
export interface TextPlace {
	readonly line: number;
	readonly character: number;
}

/** @param start where the text begins, if it is part of a file */
export function parseJson(text: string, start?: TextPlace): ParsedJson {
	try {
		return { ok: true, json: JSON.parse(text) };
	} catch (error) {
		if (error instanceof RangeError) return { ok: false, issue: { path: '', code: 'too-deep' } };
		return { ok: false, issue: { path: '', code: 'json-syntax', ...placeIn(error, text, start) } };
	}
}

/** Where the engine says that reading ended: in lines, or as a position; some say nothing. */
function placeIn(error: unknown, text: string, part: TextPlace | undefined): Pick<FileIssue, 'received'> {
	const start = part ?? { line: 1, character: 1 };
	const message = error instanceof Error ? error.message : '';
	const [, line, column] = /line (\d{1,9}) column (\d{1,9})/.exec(message) ?? [];
	if (line !== undefined && column !== undefined) return placeFrom(start, Number(line), Number(column));
	const position = Number(/position (\d{1,9})/.exec(message)?.[1] ?? NaN);
	if (Number.isNaN(position)) return part === undefined ? {} : placeFrom(part, 1, 1);
	const before = text.slice(0, position).split('\n');
	return placeFrom(start, before.length, (before.at(-1)?.length ?? 0) + 1);
}

function placeFrom(start: TextPlace, line: number, character: number): Pick<FileIssue, 'received'> {
	const inFile = line === 1 ? start.character + character - 1 : character;
	return { received: `line ${start.line + line - 1}, character ${inFile}` };
}
