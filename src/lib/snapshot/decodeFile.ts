/** A JSON file, whichever it is: one of our own, or a Web API response; parsed once. */
import type { FileIssue } from '../domain/fileIssue';
import type { RejectionCode } from '../domain/report';
import type { ImportedFile } from './dataverse/importedFile';
import { readWebApi } from './dataverse/readWebApi';
import { decodeSnapshotJson, type DecodedSnapshot } from './decodeSnapshot';
import { decodeEnvironmentFile, type DecodedEnvironmentFile } from './environmentFile';
import { environmentFormat } from './environmentSchema';
import { parseJson } from './parseJson';
import { isPlainObject } from './plainData';
import { snapshotFormat } from './snapshotSchema';

export type DecodedFile =
	| { readonly kind: 'environment'; readonly decoded: Extract<DecodedEnvironmentFile, { readonly ok: true }> }
	| { readonly kind: 'snapshot'; readonly snapshot: DecodedSnapshot }
	| { readonly kind: 'imported'; readonly imported: ImportedFile }
	| { readonly kind: 'rejected'; readonly code: RejectionCode; readonly issues: readonly FileIssue[] };

export function decodeFile(text: string): DecodedFile {
	const parsed = parseJson(text);
	if (!parsed.ok) return { kind: 'rejected', code: 'json-invalid', issues: parsed.issues };
	const { json } = parsed;
	const format = isPlainObject(json) ? json.format : undefined;
	if (format === environmentFormat) {
		const decoded = decodeEnvironmentFile(json);
		return decoded.ok
			? { kind: 'environment', decoded }
			: { kind: 'rejected', code: 'environment-invalid', issues: decoded.issues };
	}
	if (format === snapshotFormat) {
		const decoded = decodeSnapshotJson(json);
		return decoded.ok
			? { kind: 'snapshot', snapshot: decoded.snapshot }
			: { kind: 'rejected', code: decoded.code, issues: decoded.issues };
	}
	const imported = readWebApi(json);
	return imported === null ? { kind: 'rejected', code: 'json-unknown', issues: [] } : { kind: 'imported', imported };
}
