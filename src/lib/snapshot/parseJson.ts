import type { FileIssue } from '../domain/fileIssue';

export type ParsedJson =
	{ readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly issues: readonly FileIssue[] };

export function parseJson(text: string): ParsedJson {
	try {
		// A byte order mark is no JSON (RFC 8259 section 8.1), yet editors add one.
		return { ok: true, json: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
	} catch (error) {
		if (error instanceof RangeError) return { ok: false, issues: [{ path: '', code: 'too-deep' }] };
		return { ok: false, issues: [{ path: '', code: 'json-syntax', ...placeIn(error, text) }] };
	}
}

/** Where the engine says that reading ended: in lines, or as a position; some say nothing. */
function placeIn(error: unknown, text: string): Pick<FileIssue, 'received'> {
	const message = error instanceof Error ? error.message : '';
	const [, line, column] = /line (\d{1,9}) column (\d{1,9})/.exec(message) ?? [];
	if (line !== undefined && column !== undefined) return { received: `line ${line}, character ${column}` };
	const position = Number(/position (\d{1,9})/.exec(message)?.[1] ?? NaN);
	if (Number.isNaN(position)) return {};
	const before = text.slice(0, position).split('\n');
	return { received: `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}` };
}
