/** Everything that is read from and written to the database. A promise that resolves means: committed. */
import type { MessageFacts } from '../domain/message';
import type { ImportEntry } from '../domain/report';
import { CaseStore } from './caseStore';
import { TracklensDatabase } from './db';
import { packFacts, unpackFacts, type FactsPack } from './factsPack';
import { RecordedStore } from './recordedStore';
import { RemovalStore } from './removalStore';
import type { RawPackRow } from './rows';

export interface StoredImport {
	readonly id: number;
	readonly startedAtUtcMs: number;
	readonly ignored: number;
	readonly finished: boolean;
}
/** One message on its way into a pack. `raw` is null when a snapshot brought the message. */
export interface PackMember {
	readonly facts: MessageFacts;
	readonly headerBlock: string | null;
	readonly raw: Uint8Array | null;
}
export interface LoadedPack {
	readonly packId: number;
	readonly facts: FactsPack;
}
export interface LoadedEntries {
	readonly packId: number;
	readonly importId: number;
	readonly entries: readonly ImportEntry[];
}

/** Chromium refuses values of about 128 MB and more; the bytes of a Blob do not count. */
const maxInlineBytes = 32 * 1024 * 1024;

export class Store {
	readonly cases: CaseStore;
	readonly removals: RemovalStore;
	readonly recorded: RecordedStore;
	readonly #db: TracklensDatabase;

	constructor(db = new TracklensDatabase()) {
		this.#db = db;
		this.cases = new CaseStore(db);
		this.removals = new RemovalStore(db);
		this.recorded = new RecordedStore(db);
	}

	/** Calls back when another tab upgrades or deletes the database; this one has finished its batch and is closed. */
	onClosedElsewhere(callback: () => void): void {
		this.#db.on('versionchange', () => {
			this.#db.close();
			callback();
		});
	}

	async open(): Promise<void> {
		await this.#db.open();
	}

	/** Packs committed after `packId`, in order. Read one after the other, so that a large case is never held twice. */
	async *factsPacksAfter(datasetId: number, packId: number): AsyncGenerator<LoadedPack> {
		const ids = await this.#db.factsPacks.where('datasetId').equals(datasetId).primaryKeys();
		for (const id of ids) {
			if (id <= packId) continue;
			const row = await this.#db.factsPacks.get(id);
			if (row) yield { packId: id, facts: unpackFacts(row.json) };
		}
	}

	async *importEntriesAfter(datasetId: number, packId: number): AsyncGenerator<LoadedEntries> {
		const ids = await this.#db.importPacks.where('datasetId').equals(datasetId).primaryKeys();
		for (const id of ids) {
			if (id <= packId) continue;
			const row = await this.#db.importPacks.get(id);
			if (row) yield { packId: id, importId: row.importId, entries: JSON.parse(row.json) as ImportEntry[] };
		}
	}

	async headerBlocks(packId: number): Promise<readonly (string | null)[]> {
		return (await this.#db.headerPacks.get(packId))?.headerBlocks ?? [];
	}

	async rawBytes(packId: number, place: number): Promise<Uint8Array | null> {
		const row = await this.#db.rawPacks.get(packId);
		const start = row?.offsets[place];
		const end = row?.offsets[place + 1];
		if (!row || start === undefined || end === undefined || end === start) return null;
		// Its own bytes: a view would take the whole pack along to another worker.
		const bytes = row.bytes.slice(start, end);
		return new Uint8Array(bytes instanceof Blob ? await bytes.arrayBuffer() : bytes);
	}

	async beginImport(datasetId: number, startedAtUtcMs: number): Promise<number> {
		return this.#db.imports.add({ datasetId, startedAtUtcMs, ignored: 0, finished: false });
	}

	async finishImport(importId: number, ignored: number): Promise<void> {
		await this.#db.imports.update(importId, { ignored, finished: true });
	}

	async imports(datasetId: number): Promise<StoredImport[]> {
		const rows = await this.#db.imports.where('datasetId').equals(datasetId).toArray();
		return rows.map((row) => ({ ...row, id: row.id as number }));
	}

	/**
	 * Commits a batch: its messages and its report entries, all or nothing. Returns the ids of the packs.
	 * @param newEmails those that the case has only now: of members, and of messages that were removed
	 */
	async addBatch(
		datasetId: number,
		importId: number,
		members: readonly PackMember[],
		entries: readonly ImportEntry[],
		newEmails = members.length
	): Promise<{ readonly factsPackId: number | null; readonly importPackId: number }> {
		const { datasets, factsPacks, headerPacks, rawPacks, importPacks } = this.#db;
		const json = packFacts(members.map(({ facts }) => facts));
		const raw = packRaw(members);
		return this.#db.transaction('rw', [datasets, factsPacks, headerPacks, rawPacks, importPacks], async () => {
			let factsPackId: number | null = null;
			if (members.length > 0) {
				factsPackId = await factsPacks.add({ datasetId, json });
				await headerPacks.add({
					id: factsPackId,
					datasetId,
					headerBlocks: members.map(({ headerBlock }) => headerBlock)
				});
				if (raw !== null) await rawPacks.add({ id: factsPackId, datasetId, ...raw });
			}
			const importPackId = await importPacks.add({ datasetId, importId, json: JSON.stringify(entries) });
			const dataset = newEmails > 0 ? await datasets.get(datasetId) : undefined;
			if (dataset) await datasets.update(datasetId, { emails: dataset.emails + newEmails });
			return { factsPackId, importPackId };
		});
	}

	/**
	 * Takes over what a staged dataset holds and this one does not, as an import of its own: all or nothing. The staged
	 * dataset is gone then.
	 * @param isKnown whether the message with this hash is in the dataset
	 */
	async mergeDataset(stagedId: number, datasetId: number, isKnown: (sha256: string) => boolean): Promise<void> {
		const { datasets, factsPacks, headerPacks, importPacks, mailTables } = this.#db;
		await this.#db.transaction('rw', [datasets, ...mailTables], async () => {
			const importId = await this.beginImport(datasetId, Date.now());
			const add = (members: readonly PackMember[], entries: readonly ImportEntry[]) =>
				this.addBatch(datasetId, importId, members, entries);
			for (const id of await factsPacks.where('datasetId').equals(stagedId).primaryKeys()) {
				const facts = unpackFacts((await factsPacks.get(id))?.json ?? '{}');
				const blocks = (await headerPacks.get(id))?.headerBlocks ?? [];
				const members = facts.flatMap((message, place): PackMember[] =>
					message === null || isKnown(message.sha256)
						? []
						: [{ facts: message, headerBlock: blocks[place] ?? null, raw: null }]
				);
				if (members.length > 0) await add(members, []);
			}
			for (const id of await importPacks.where('datasetId').equals(stagedId).primaryKeys()) {
				await add([], JSON.parse((await importPacks.get(id))?.json ?? '[]') as ImportEntry[]);
			}
			await this.finishImport(importId, 0);
			await this.dropDataset(stagedId);
		});
	}

	/** A place for mail that no case shows yet; see `CaseStore.swapDataset`. */
	async stageDataset(createdAtUtcMs: number): Promise<number> {
		return this.#db.datasets.add({ createdAtUtcMs, extraJson: '{}', emails: 0, revision: 0 });
	}

	/** @param json what a snapshot holds and this version does not know */
	async keepExtra(datasetId: number, json: string): Promise<void> {
		await this.#db.datasets.update(datasetId, { extraJson: json });
	}

	/** As counted by whoever has all of it in memory. */
	async setEmails(datasetId: number, emails: number): Promise<void> {
		await this.#db.datasets.update(datasetId, { emails });
	}

	async extraJson(datasetId: number): Promise<string> {
		return (await this.#db.datasets.get(datasetId))?.extraJson ?? '{}';
	}

	async dropDataset(datasetId: number): Promise<void> {
		const { datasets, mailTables } = this.#db;
		await this.#db.transaction('rw', [datasets, ...mailTables], async () => {
			await datasets.delete(datasetId);
			for (const table of mailTables) await table.where('datasetId').equals(datasetId).delete();
		});
	}

	/** Mail that no case shows: replaced, or staged by a tab that was closed before it was shown. */
	async dropOrphans(): Promise<void> {
		const { cases, datasets } = this.#db;
		// Read together: a first visit in another tab makes its case without the writer's lock.
		const orphans = await this.#db.transaction('r', cases, datasets, async () => {
			const used = new Set((await cases.toArray()).map(({ datasetId }) => datasetId));
			return (await datasets.toCollection().primaryKeys()).filter((id) => !used.has(id));
		});
		for (const datasetId of orphans) await this.dropDataset(datasetId);
	}

	async deleteEverything(): Promise<void> {
		await this.#db.transaction('rw', this.#db.tables, async () => {
			for (const table of this.#db.tables) await table.clear();
		});
	}
}

/** Null when a snapshot brought the messages. */
function packRaw(members: readonly PackMember[]): Pick<RawPackRow, 'bytes' | 'offsets'> | null {
	const offsets = [0];
	let total = 0;
	for (const { raw } of members) {
		total += raw?.byteLength ?? 0;
		offsets.push(total);
	}
	if (total === 0) return null;
	if (total > maxInlineBytes) {
		return { bytes: new Blob(members.flatMap(({ raw }) => (raw === null ? [] : [raw as BlobPart]))), offsets };
	}
	const packed = new Uint8Array(total);
	members.forEach(({ raw }, place) => raw && packed.set(raw, offsets[place]));
	return { bytes: packed.buffer, offsets };
}
