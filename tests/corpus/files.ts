/** The mail below files/: real messages of public test suites. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface CorpusFile {
	/** Below files/, with forward slashes. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

const folder = fileURLToPath(new URL('files', import.meta.url));

/** In a fixed order; the licence notes are left out. */
export function corpusFiles(): CorpusFile[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== 'LICENSE.note')
		.map((entry) => `${entry.parentPath}/${entry.name}`)
		.sort()
		.map((file) => ({
			path: file.slice(folder.length + 1).replaceAll('\\', '/'),
			bytes: new Uint8Array(readFileSync(file))
		}));
}
