/** Folders of the dropped files that are named as Outlook and others name theirs, in several languages. */
import { folded } from './localParts';

export interface FolderUse {
	/** Path of the folder, without a slash at its end. */
	readonly path: string;
	/** Names of the folders above the Inbox or Sent Items, outermost first. */
	readonly above: readonly string[];
	readonly kind: 'inbox' | 'sent';
	/** As a mailbox would name it: `Inbox`, `Inbox/VIP`, `Sent Items`. */
	readonly folder: string;
	/** Positions of the messages directly in it. */
	readonly positions: readonly number[];
}

const names = {
	inbox: [
		'inbox',
		'posteingang',
		'boite de reception',
		'bandeja de entrada',
		'posta in arrivo',
		'caixa de entrada',
		'postvak in',
		'indbakke',
		'innboks',
		'inkorgen',
		'inkorg',
		'saapuneet',
		'skrzynka odbiorcza',
		'dorucena posta',
		'beerkezett uzenetek',
		'gelen kutusu'
	],
	sent: [
		'sent items',
		'sentitems',
		'sent',
		'sent mail',
		'sent messages',
		'gesendet',
		'gesendete elemente',
		'gesendete objekte',
		'elements envoyes',
		'envoyes',
		'elementos enviados',
		'enviados',
		'itens enviados',
		'posta inviata',
		'verzonden items',
		'verzonden',
		'sendt post',
		'sendte elementer',
		'skickat',
		'lahetetyt',
		'elementy wyslane',
		'odeslana posta',
		'elkuldott elemek',
		'gonderilmis ogeler'
	]
} as const;
const kinds = new Map<string, FolderUse['kind']>(
	(['inbox', 'sent'] as const).flatMap((kind) => names[kind].map((name) => [name, kind]))
);
const folderNames = { inbox: 'Inbox', sent: 'Sent Items' } as const;

/** More folders than these are left out. */
const maxFolders = 500;

/** `pathsOf` by position. The innermost folder of a known name counts. */
export function readFolders(messages: number, pathsOf: (position: number) => readonly string[]): readonly FolderUse[] {
	const folders = new Map<string, { readonly use: FolderUse; readonly positions: number[] } | null>();
	for (let position = 0; position < messages; position++) {
		for (const path of pathsOf(position)) {
			const end = path.lastIndexOf('/');
			if (end < 0) continue;
			const folder = path.slice(0, end);
			let known = folders.get(folder);
			if (known === undefined && folders.size < maxFolders) {
				known = folderOf(folder);
				folders.set(folder, known);
			}
			if (known && known.positions.at(-1) !== position) known.positions.push(position);
		}
	}
	return [...folders.values()].flatMap((known) => (known === null ? [] : [known.use]));
}

function folderOf(path: string): { readonly use: FolderUse; readonly positions: number[] } | null {
	const segments = path.split('/');
	const at = segments.findLastIndex((segment) => kinds.has(nameOf(segment)));
	const kind = kinds.get(nameOf(segments[at] ?? ''));
	if (kind === undefined) return null;
	const positions: number[] = [];
	const folder = [folderNames[kind], ...segments.slice(at + 1)].join('/');
	return { use: { path, above: segments.slice(0, at), kind, folder, positions }, positions };
}

/** Dots and underscores stand for blanks in exported folders. */
function nameOf(segment: string): string {
	return folded(segment).replace(/[._]+/g, ' ').trim();
}
