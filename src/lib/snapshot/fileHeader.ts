/** What a JSON file says it is, wherever among its keys it says so. */
import { JsonPieces } from './jsonPieces';

/** Unchecked; undefined: the file does not say, or is no object. */
export interface FileHeader {
	readonly format: unknown;
	readonly formatVersion: unknown;
}

/** Keeps no list in memory, whatever they are called in files of others: `value` in those of the Web API. */
const LISTS: ReadonlySet<string> = new Set(['emails', 'ghosts', 'imports', 'value']);

/** Reads no further than it needs to: our own files begin with it. */
export async function fileHeader(text: AsyncIterable<string>): Promise<FileHeader> {
	const pieces = new JsonPieces(LISTS);
	const found: { format?: unknown; formatVersion?: unknown } = {};
	for await (const chunk of text) {
		for (const { key, json } of pieces.add(chunk)) {
			if (key === 'format' || key === 'formatVersion') found[key] = json;
		}
		if (pieces.issue !== null || ('format' in found && 'formatVersion' in found)) break;
	}
	return { format: found.format, formatVersion: found.formatVersion };
}
