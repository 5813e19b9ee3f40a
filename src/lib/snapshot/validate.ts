/** Runs a valibot schema and turns what it finds into issues. */
import * as v from 'valibot';
import { FILE_ISSUE_CODES, type FileIssue, type FileIssueCode } from '../domain/fileIssue';
import { pointer } from './plainData';

/** More would not be read, and a hostile file can hold millions. */
export const maxIssues = 20;
/** Listing every issue of a file larger than this could take gigabytes: its first one is told. */
const maxNodesListedInFull = 20_000;
const maxReceivedLength = 100;

export type Validated<Output> =
	{ readonly ok: true; readonly value: Output } | { readonly ok: false; readonly issues: readonly FileIssue[] };

/**
 * @param nodes how many values the data holds
 * @param path JSON pointer of the data within its file
 */
export function validate<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
	nodes: number,
	path = ''
): Validated<v.InferOutput<Schema>> {
	const abortEarly = nodes > maxNodesListedInFull;
	const result = v.safeParse(schema, value, { abortEarly, abortPipeEarly: true });
	if (result.success) return { ok: true, value: result.output };
	return { ok: false, issues: result.issues.slice(0, maxIssues).map((issue) => fileIssue(issue, path)) };
}

function fileIssue(issue: v.BaseIssue<unknown>, base: string): FileIssue {
	let path = base;
	for (const step of issue.path ?? []) path = pointer(path, String(step.key));
	return {
		path,
		code: codeOf(issue),
		...(issue.expected === null ? {} : { expected: issue.expected }),
		received: issue.received.slice(0, maxReceivedLength)
	};
}

const codes: Readonly<Record<string, FileIssueCode>> = {
	picklist: 'not-one-of',
	literal: 'not-one-of',
	integer: 'not-an-integer',
	min_value: 'out-of-range',
	max_value: 'out-of-range',
	min_length: 'wrong-length',
	max_length: 'wrong-length'
};

function codeOf(issue: v.BaseIssue<unknown>): FileIssueCode {
	// Our own checks carry their code as message.
	const own = FILE_ISSUE_CODES.find((code) => code === issue.message);
	if (own !== undefined) return own;
	if (issue.kind === 'schema' && issue.received === 'undefined') return 'missing';
	return codes[issue.type] ?? 'wrong-type';
}
