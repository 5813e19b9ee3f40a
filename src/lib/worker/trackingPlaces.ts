/** Where emails lie, changed for many of them at once so that they are tracked: by category, or with their folder. Pure. */
import type { Environment, Mailbox, Placement } from '../domain/environment';
import { maxTrackedFolders } from '../domain/limits';
import type { PlaceChange, PlaceRefusal, PlaceRefused } from '../domain/markChange';
import { isBelowInbox, isInboxRoot, sameFolder } from '../engine/scope/folder';
import { isTrackingCategory, TRACKING_CATEGORY } from '../engine/scope/folderCheck';
import { globPattern } from '../engine/scope/glob';
import type { Holding } from '../engine/scope/holdings';
import { staysOf, wasSeen } from '../engine/scope/stays';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import type { PlainObject } from '../snapshot/plainData';

/** Each file becomes a placement, and every email is matched against every placement. */
const maxFilesByCategory = 200;

export interface PlacedEmail {
	/** Under which it was dropped. */
	readonly paths: readonly string[];
	/** Empty on a fresh install. */
	readonly holdings: readonly Holding[];
	readonly receivedAtUtcMs: number | null;
}

export interface PlacesChanged {
	/** The very file given where nothing changes. */
	readonly file: EnvironmentFile;
	/** Emails that lie in a place tracked now and not before. */
	readonly changed: number;
	readonly refused: readonly PlaceRefused[];
}

/** @param file the file that `environment` was read from */
export function trackByPlace(
	file: EnvironmentFile,
	environment: Environment,
	emails: readonly PlacedEmail[],
	{ kind }: PlaceChange
): PlacesChanged {
	const change = kind === 'category' ? new Categories(file, environment, emails) : new Folders(file, environment);
	const refused = new Map<PlaceRefusal, number>();
	let changed = 0;
	for (const email of emails) {
		const outcome = change.track(email);
		if (outcome === 'tracked') changed++;
		else if (outcome !== 'already') refused.set(outcome, (refused.get(outcome) ?? 0) + 1);
	}
	return {
		file: changed === 0 ? file : change.file(),
		changed,
		refused: Array.from(refused, ([code, emails]) => ({ code, emails }))
	};
}

type Outcome = 'tracked' | 'already' | PlaceRefusal;

/** The first of several that counts: what was done, then why not. */
function together(outcomes: readonly Outcome[]): Outcome {
	if (outcomes.includes('tracked')) return 'tracked';
	return outcomes.includes('already') ? 'already' : (outcomes[0] ?? 'noMailbox');
}

/** A category is on one file: each gets a placement of its own, before those that hold it so far. */
class Categories {
	readonly #file: EnvironmentFile;
	readonly #environment: Environment;
	readonly #placements: readonly { readonly pattern: RegExp; readonly placement: Placement; readonly index: number }[];
	readonly #rows: PlainObject[];
	readonly #added = new Map<string, PlainObject>();
	readonly #refusal: PlaceRefusal | null;

	constructor(file: EnvironmentFile, environment: Environment, emails: readonly PlacedEmail[]) {
		this.#file = file;
		this.#environment = environment;
		this.#placements = environment.placements.map((placement, index) => ({
			pattern: globPattern(placement.files),
			placement,
			index
		}));
		this.#rows = rowsOf(file.placements);
		const files = emails.reduce((sum, { paths }) => sum + paths.length, 0);
		this.#refusal = !environment.orgDbOrgSettings.TrackCategorizedItems
			? 'categoryTrackingOff'
			: files > maxFilesByCategory
				? 'tooManyFiles'
				: null;
	}

	track({ paths, holdings }: PlacedEmail): Outcome {
		if (holdings.length === 0) return 'noMailbox';
		return this.#refusal ?? together(paths.map((path) => this.#trackPath(path, holdings)));
	}

	file(): EnvironmentFile {
		return { ...this.#file, placements: [...this.#added.values(), ...this.#rows] };
	}

	#trackPath(path: string, holdings: readonly Holding[]): Outcome {
		const match = this.#placements.find(({ pattern }) => pattern.test(path));
		if (!match) {
			const byAddress = holdings.filter(({ placement }) => placement === null);
			const [only] = byAddress;
			if (!only) return 'noMailbox';
			if (byAddress.length > 1) return 'severalMailboxes';
			this.#added.set(path, {
				files: path,
				mailboxid: only.mailbox.id,
				folder: only.folder,
				category: TRACKING_CATEGORY
			});
			return 'tracked';
		}
		const { placement, index } = match;
		if (isTrackingCategory(placement.category)) return 'already';
		if (!this.#environment.mailboxes.some(({ id }) => id === placement.mailboxid)) return 'noMailbox';
		const row = { ...this.#rows[index], files: path, category: TRACKING_CATEGORY };
		if (placement.files === path) this.#rows[index] = row;
		else this.#added.set(path, row);
		return 'tracked';
	}
}

/**
 * Folder-level tracking (Learn): folders below the Inbox of users’ mailboxes, 25 per user. An email that was moved is
 * tracked by the last of them in which its mailbox came upon it.
 */
class Folders {
	readonly #file: EnvironmentFile;
	readonly #queueIds: ReadonlySet<string>;
	readonly #folders: Map<string, readonly { readonly path: string }[]>;
	readonly #added = new Map<string, string[]>();

	constructor(file: EnvironmentFile, { queues, mailboxes }: Environment) {
		this.#file = file;
		this.#queueIds = new Set(queues.map(({ id }) => id));
		this.#folders = new Map(mailboxes.map(({ id, trackedfolders }) => [id, trackedfolders]));
	}

	track({ holdings, receivedAtUtcMs }: PlacedEmail): Outcome {
		return together(
			holdings.map((holding) => {
				const stays = staysOf(holding, receivedAtUtcMs, isBelowInbox);
				const last = stays.findLast(wasSeen);
				if (last) return this.#trackFolder(holding.mailbox, last.folder);
				return stays.length > 0 ? 'notThereAtSync' : isInboxRoot(holding.folder) ? 'inboxItself' : 'notBelowInbox';
			})
		);
	}

	file(): EnvironmentFile {
		const mailboxes = rowsOf(this.#file.mailboxes).map((row) => {
			const added = this.#added.get(String(row.id)) ?? [];
			const folders = added.map((path) => ({ path, regarding: null }));
			return added.length === 0 ? row : { ...row, trackedfolders: [...rowsOf(row.trackedfolders), ...folders] };
		});
		return { ...this.#file, mailboxes };
	}

	#trackFolder({ id, ownerid }: Mailbox, folder: string): Outcome {
		if (ownerid !== null && this.#queueIds.has(ownerid)) return 'queueMailbox';
		const before = this.#folders.get(id) ?? [];
		if (before.some(({ path }) => sameFolder(path, folder))) return 'already';
		const added = this.#added.get(id) ?? [];
		if (added.some((path) => sameFolder(path, folder))) return 'tracked';
		if (before.length + added.length >= maxTrackedFolders) return 'tooManyFolders';
		this.#added.set(id, [...added, folder]);
		return 'tracked';
	}
}

/** Lists of a valid file hold objects. */
function rowsOf(list: EnvironmentFile[string] | undefined): PlainObject[] {
	return Array.isArray(list) ? [...(list as readonly PlainObject[])] : [];
}
