import type { FileIssue } from '../domain/fileIssue';

export type ParsedJson =
	{ readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly issues: readonly FileIssue[] };

export function parseJson(text: string): ParsedJson {
	try {
		// A byte order mark is no JSON (RFC 8259 section 8.1), yet editors add one.
		return { ok: true, json: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
	} catch (error) {
		return { ok: false, issues: [{ path: '', code: error instanceof RangeError ? 'too-deep' : 'json-syntax' }] };
	}
}
