/** Snapshots into the store: read once from the file, never whole in memory. */
import { activityIdOf } from '../domain/activityId';
import type { ActivityId } from '../domain/columns';
import type { ImportEntry } from '../domain/report';
import type { DecidedBefore, DecodedEmail, SnapshotHead, SnapshotPart } from '../snapshot/decodeSnapshot';
import type { PackMember, Store } from '../storage/store';
import type { Library } from './library';
import { batchEntries, batchMessages, parsedAs } from './mailImport';
import type { SnapshotTextRead } from './textFiles';

/** What a snapshot's maker saw, of the emails that it says it of. */
export type SeenBefore = ReadonlyMap<ActivityId, DecidedBefore>;

export interface StagedSnapshot {
	readonly kind: 'staged';
	readonly head: SnapshotHead;
	readonly datasetId: number;
	readonly emails: number;
	readonly seenBefore: SeenBefore;
}

/**
 * Writes a snapshot's mail to a dataset that nothing shows yet. When that fails, or the snapshot turns out to be none,
 * what was written is dropped again: a full disk does not become fuller. Needs the writer's lock until it is shown.
 * @param read reads the snapshot to its end
 */
export async function stageSnapshot(
	store: Store,
	read: (take: (part: SnapshotPart) => void | Promise<void>) => Promise<SnapshotTextRead>
): Promise<StagedSnapshot | Exclude<SnapshotTextRead, { readonly kind: 'read' }>> {
	const datasetId = await store.stageDataset(Date.now());
	try {
		const stage = new Stage(store, datasetId, await store.beginImport(datasetId, Date.now()));
		const result = await read((part) => stage.take(part));
		if (result.kind === 'read') return await stage.finish(result.head);
		await store.dropDataset(datasetId);
		return result;
	} catch (error) {
		await store.dropDataset(datasetId).catch(() => undefined);
		throw error;
	}
}

class Stage {
	readonly #store: Store;
	readonly #datasetId: number;
	readonly #importId: number;
	#members: PackMember[] = [];
	#entries: ImportEntry[] = [];
	/** By hash, what the report says of an email: entries say which file is which email. */
	readonly #reported = new Map<string, Pick<DecodedEmail, 'paths'> & Omit<ImportEntry, 'path'>>();
	readonly #reportedPaths = new Set<string>();
	readonly #extra: Record<ActivityId, DecodedEmail['extra']> = {};
	readonly #seenBefore = new Map<ActivityId, DecidedBefore>();

	constructor(store: Store, datasetId: number, importId: number) {
		this.#store = store;
		this.#datasetId = datasetId;
		this.#importId = importId;
	}

	take(part: SnapshotPart): void | Promise<void> {
		if (part.kind === 'email') this.#takeEmail(part.email);
		else this.#takeEntry(part.entry);
		if (this.#members.length >= batchMessages || this.#entries.length >= batchEntries) return this.#flush();
	}

	#takeEmail({ facts, paths, headerBlock, extra, decided }: DecodedEmail): void {
		const { sha256, bytes, warnings } = facts;
		this.#members.push({ facts, headerBlock, raw: null });
		this.#reported.set(sha256, { paths, bytes, sha256, ...parsedAs(warnings), alreadyThere: false });
		const id = activityIdOf(sha256);
		if (Object.keys(extra).length > 0) this.#extra[id] = extra;
		if (decided.tracked !== null) this.#seenBefore.set(id, decided);
	}

	#takeEntry(entry: ImportEntry): void {
		this.#entries.push(entry);
		this.#reportedPaths.add(`${entry.sha256}\n${entry.path}`);
	}

	async #flush(): Promise<void> {
		await this.#store.addBatch(this.#datasetId, this.#importId, this.#members, this.#entries);
		this.#members = [];
		this.#entries = [];
	}

	async finish(head: SnapshotHead): Promise<StagedSnapshot> {
		for (const { paths, ...reported } of this.#reported.values()) {
			for (const path of paths) {
				if (this.#reportedPaths.has(`${reported.sha256}\n${path}`)) continue;
				this.#entries.push({ path, ...reported });
				if (this.#entries.length >= batchEntries) await this.#flush();
			}
		}
		await this.#flush();
		await this.#store.finishImport(this.#importId, 0);
		await this.#store.keepExtra(this.#datasetId, JSON.stringify({ file: head.extra, emails: this.#extra }));
		return {
			kind: 'staged',
			head,
			datasetId: this.#datasetId,
			emails: this.#reported.size,
			seenBefore: this.#seenBefore
		};
	}
}

/** How many emails are decided otherwise here than where the snapshot was made. */
export function differencesFrom(seenBefore: SeenBefore, library: Library): number {
	const { decisions } = library;
	let differences = 0;
	for (const [activityId, decided] of seenBefore) {
		const position = library.positionOf(activityId);
		if (position === null) continue;
		const tracked = decisions.tracked(position);
		const method = tracked === 'yes' ? decisions.method[position] : null;
		if (tracked !== decided.tracked || method !== decided.correlationmethod) differences++;
	}
	return differences;
}
