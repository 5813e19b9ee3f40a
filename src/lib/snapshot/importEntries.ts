/** The import report as a snapshot holds it. */
import { REJECTION_CODES, type ImportEntry, type ImportOutcome } from '../domain/report';
import { compareText, otherKeys, type PlainObject, type PlainValue } from './plainData';
import type { ImportInFile } from './snapshotSchema';

const outcomes = ['parsed', 'parsedWithWarnings', 'rejected'] as const satisfies readonly ImportOutcome[];
const kinds = [
	'eml',
	'environment',
	'snapshot',
	'web-api',
	'org-settings',
	'csv',
	'other'
] as const satisfies readonly ImportEntry['kind'][];
const keys = ['path', 'sha256', 'bytes', 'kind', 'outcome', 'code', 'detail', 'warnings', 'alreadyThere'];

/** Null for an entry that a later version wrote with words this one does not know. */
export function decodeImport(item: ImportInFile): ImportEntry | null {
	const outcome = one(outcomes, item.outcome ?? defaultOutcome(item));
	const kind = one(kinds, item.kind ?? 'other');
	const code = item.code === null ? null : one(REJECTION_CODES, item.code);
	if (outcome === null || kind === null || (code === null && item.code !== null)) return null;
	const { path, bytes, detail, warnings } = item;
	const sha256 = item.sha256 === null ? null : item.sha256.toLowerCase();
	return { ...otherKeys(item, keys), path, bytes, sha256, kind, outcome, code, detail, warnings, alreadyThere: false };
}

function defaultOutcome({ code, warnings }: ImportInFile): ImportOutcome {
	if (code !== null) return 'rejected';
	return warnings.length > 0 ? 'parsedWithWarnings' : 'parsed';
}

function one<Word extends string>(words: readonly Word[], text: string): Word | null {
	return words.find((word) => word === text) ?? null;
}

/**
 * JSON lines by path, then sha256, each file and outcome once. `alreadyThere` stays out: it depends on the order in
 * which the files were dropped.
 * @param others entries kept for a later version
 */
export function importLines(entries: readonly ImportEntry[], others: readonly PlainValue[]): readonly string[] {
	const lines = [...entries.map(lineOf), ...others.map((other) => lineOf(other as unknown as ImportEntry))];
	lines.sort((a, b) => compareText(a.key, b.key) || compareText(a.json, b.json));
	return lines.filter((line, index) => line.key !== lines[index - 1]?.key).map(({ json }) => json);
}

function lineOf(entry: ImportEntry): { readonly key: string; readonly json: string } {
	const { path, sha256, bytes, kind, outcome, code, detail, warnings } = entry;
	const known = { path, sha256, bytes, kind, outcome, code, detail, warnings };
	return {
		// NUL sorts before whatever may follow in a longer path.
		key: `${path}\0${sha256 ?? ''}\0${outcome}`,
		json: JSON.stringify({ ...known, ...otherKeys(entry as unknown as PlainObject, keys) })
	};
}
