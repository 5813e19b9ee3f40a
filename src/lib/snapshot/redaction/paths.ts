/** File paths and folders, segment by segment, so that placements and tracked folders find what they found. */
import type { Placement } from '../../domain/environment';
import { globPattern } from '../../engine/scope/glob';
import { lettersOf, type HmacOf } from './keys';

/** Endings of file names that tell nothing. */
const ending = /\.(?:eml|msg|txt|mail|json|xml|csv)$/i;
/** Names that mail programs give folders; rules know some of them. */
const knownFolders = new Set([
	...['', 'inbox', 'sent items', 'sentitems', 'sent', 'drafts', 'deleted items', 'trash', 'archive', 'outbox'],
	...['junk email', 'junk e-mail', 'junk', 'spam']
]);

/** Folders compare without letter case. */
export function keyedFolder(folder: string, hmacOf: HmacOf): string {
	return folder
		.split('/')
		.map((segment) =>
			knownFolders.has(segment.toLowerCase()) ? segment : lettersOf(hmacOf('path', segment.toLowerCase()), 0)
		)
		.join('/');
}

export class PathRedaction {
	readonly #hmacOf: HmacOf;
	readonly #placements: readonly { readonly files: string; readonly pattern: RegExp }[];
	/** A wildcard within a name (`in*`) says more than its token could match; paths then go by placement instead. */
	readonly #byPlacement: boolean;

	constructor(placements: readonly Placement[], hmacOf: HmacOf) {
		this.#hmacOf = hmacOf;
		this.#placements = placements.map(({ files }) => ({ files, pattern: globPattern(files) }));
		this.#byPlacement = placements.some(({ files }) => !files.split('/').every(isPlainSegment));
	}

	/** `source.path`; the first placement that matches stays the first one. */
	path(path: string): string {
		if (!this.#byPlacement) return this.#segments(path);
		const index = this.#placements.findIndex(({ pattern }) => pattern.test(path));
		return `${index < 0 ? 'none' : placed(index)}/${this.#segments(path)}`;
	}

	/** `files` of the placement with this index. */
	glob(index: number): string {
		return this.#byPlacement ? `${placed(index)}/**` : this.#segments(this.#placements[index]?.files ?? '');
	}

	#segments(path: string): string {
		return path
			.split('/')
			.map((segment) => this.#segment(segment))
			.join('/');
	}

	#segment(segment: string): string {
		const end = ending.exec(segment)?.[0] ?? '';
		const name = segment.slice(0, segment.length - end.length);
		return (/^\**$/.test(name) ? name : lettersOf(this.#hmacOf('path', name), 0)) + end;
	}
}

/** `**`, `*`, `*.eml`, or a name. */
function isPlainSegment(segment: string): boolean {
	return !segment.includes('*') || segment === '**' || segment === '*' || /^\*\.(?:eml|msg|txt|mail)$/i.test(segment);
}

function placed(index: number): string {
	return `placement-${index + 1}`;
}
