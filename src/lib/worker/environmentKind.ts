/** What a file that is no mail may be for the environment, told by its bytes. */
import { sniff } from '../mail/sniff';
import { environmentTextKind, type EnvironmentText } from '../snapshot/dataverse/sniff';

/** Enough of a file that is too large for mail. */
export const sniffBytes = 1_024;
/** XML may begin with long comments; no more is read of OrgDBOrgSettings. */
const sniffMarkupBytes = 1_000_000;

const lessThan = '<'.charCodeAt(0);
const ampersand = '&'.charCodeAt(0);
const bracket = '['.charCodeAt(0);
/** Space, tab, LF, CR: the white space of JSON and XML. */
const blanks: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Null for none of it. Blanks are passed over, however many.
 * @param original the file's bytes, or the first of them
 */
export function environmentKind(original: Uint8Array, path: string): EnvironmentText | null {
	const { kind, bytes } = sniff(original);
	if (kind === 'json') return 'json';
	const start = firstNotBlank(bytes, 0);
	const head = (from: number, length: number) => new TextDecoder().decode(bytes.subarray(from, from + length));
	switch (bytes[start]) {
		case lessThan:
		case ampersand:
			return environmentTextKind(head(start, sniffMarkupBytes), path);
		case bracket:
			return environmentTextKind(`[${head(firstNotBlank(bytes, start + 1), 1)}`, path);
		default:
			return environmentTextKind(head(start, sniffBytes), path);
	}
}

function firstNotBlank(bytes: Uint8Array, start: number): number {
	let at = start;
	while (blanks.has(bytes[at])) at++;
	return at;
}
