/** Whose Inbox or Sent Items a folder of files was: by its name, and by whom its mail is from or to. */
import type { AddressBook, AddressUse } from './addressBook';
import { displayName, isRobot } from './addressBook';
import type { Confidence } from './domains';
import type { FolderUse } from './folders';
import { folded, localPartOf } from './localParts';

export interface PlacementFound {
	/** Glob over paths. */
	readonly files: string;
	readonly folder: string;
	/** Of the mailbox's owner. */
	readonly address: string;
	readonly messages: number;
	/** Of these, how many are From the address (Sent Items) or to it (Inbox). */
	readonly agreeing: number;
	/** A folder above is named after the address. */
	readonly named: boolean;
	readonly confidence: Confidence;
	readonly preselected: boolean;
}

/** Where no folder is named after somebody, this share of the mail has to speak for one address. */
const leastShare = 0.6;
const maxPlacements = 100;

/** The innermost folders first, because the first match wins. */
export function suggestPlacements(
	folders: readonly FolderUse[],
	book: AddressBook,
	own: ReadonlySet<string>
): readonly PlacementFound[] {
	return folders
		.flatMap((folder) => placementOf(folder, book, own) ?? [])
		.sort((a, b) => depth(b) - depth(a) || (a.files < b.files ? -1 : 1))
		.slice(0, maxPlacements);
}

function placementOf(folder: FolderUse, { exchanges }: AddressBook, own: ReadonlySet<string>): PlacementFound | null {
	const { path, positions, kind, above } = folder;
	// An asterisk in a name cannot be told from one of the glob.
	if (path.includes('*') || positions.length === 0) return null;
	const counts = new Map<AddressUse, number>();
	for (const position of positions) {
		const exchange = exchanges[position];
		if (!exchange) continue;
		const uses = kind === 'sent' ? [exchange.sender] : exchange.recipients;
		for (const use of new Set(uses)) {
			if (use && own.has(use.domain) && !use.isList && !isRobot(use)) counts.set(use, (counts.get(use) ?? 0) + 1);
		}
	}
	const ranked = [...counts].sort(([a, many], [b, more]) => more - many || (a.address < b.address ? -1 : 1));
	const names = above.map(folded);
	const owner = ranked.find(([use]) => isNamedAfter(names, use));
	const [use, agreeing] = owner ?? ranked[0] ?? [null, 0];
	if (use === null || (!owner && agreeing < positions.length * leastShare)) return null;
	const confidence: Confidence = owner ? 'high' : agreeing === positions.length ? 'medium' : 'low';
	return {
		files: `${path}/**`,
		folder: folder.folder,
		address: use.address,
		messages: positions.length,
		agreeing,
		named: owner !== undefined,
		confidence,
		preselected: confidence !== 'low'
	};
}

/** `luisa@contoso.com`, `luisa` or `Luisa Alves`. */
function isNamedAfter(names: readonly string[], use: AddressUse): boolean {
	const known = [use.address, localPartOf(use.address), folded(displayName(use))].filter(Boolean);
	return names.some((name) => known.includes(name));
}

function depth({ files }: PlacementFound): number {
	return files.split('/').length;
}
