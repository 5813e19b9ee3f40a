/** A JSON file that is no snapshot: an environment, or a Web API response. */
import type { FileIssue } from '../domain/fileIssue';
import type { RejectionCode } from '../domain/report';
import type { ImportedFile } from './dataverse/importedFile';
import { readWebApi } from './dataverse/readWebApi';
import { decodeEnvironmentFile, type DecodedEnvironmentFile } from './environmentFile';
import { environmentFormat } from './environmentSchema';
import { parseJson } from './parseJson';
import { isPlainObject } from './plainData';

export type DecodedFile =
	| { readonly kind: 'environment'; readonly decoded: Extract<DecodedEnvironmentFile, { readonly ok: true }> }
	| { readonly kind: 'imported'; readonly imported: ImportedFile }
	| { readonly kind: 'rejected'; readonly code: RejectionCode; readonly issues: readonly FileIssue[] };

export function decodeFile(text: string): DecodedFile {
	// A byte order mark is no JSON (RFC 8259 section 8.1), yet editors add one.
	const parsed = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
	if (!parsed.ok) return { kind: 'rejected', code: 'json-invalid', issues: [parsed.issue] };
	const { json } = parsed;
	const format = isPlainObject(json) ? json.format : undefined;
	if (format === environmentFormat) {
		const decoded = decodeEnvironmentFile(json);
		return decoded.ok
			? { kind: 'environment', decoded }
			: { kind: 'rejected', code: 'environment-invalid', issues: decoded.issues };
	}
	const imported = readWebApi(json);
	return imported === null ? { kind: 'rejected', code: 'json-unknown', issues: [] } : { kind: 'imported', imported };
}
