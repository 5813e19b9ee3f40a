/** Everything that is read from and written to the database. A promise that resolves means: committed. */
import type { MessageFacts } from '../domain/message';
import type { ImportEntry } from '../domain/report';
import { TracklensDatabase } from './db';
import { packFacts, unpackFacts } from './factsPack';
import type { CaseRow, RawPackRow } from './rows';

export interface StoredCase {
	readonly id: number;
	readonly name: string;
	readonly datasetId: number;
	readonly datasetCreatedAtUtcMs: number;
	readonly environmentIds: readonly number[];
	readonly readOnly: boolean;
}
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
	readonly facts: readonly MessageFacts[];
}
export interface LoadedEntries {
	readonly packId: number;
	readonly importId: number;
	readonly entries: readonly ImportEntry[];
}

const firstCaseName = 'My case';
/** Chromium refuses values of about 128 MB and more; the bytes of a Blob do not count. */
const maxInlineBytes = 32 * 1024 * 1024;

export class Store {
	readonly #db: TracklensDatabase;

	constructor(db = new TracklensDatabase()) {
		this.#db = db;
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

	/** The active case; the first one is made on the first visit. */
	async activeCase(): Promise<StoredCase> {
		const { meta, cases, datasets } = this.#db;
		const found = await this.#db.transaction('r', meta, cases, datasets, () => this.#readActiveCase());
		if (found !== null) return found;
		return this.#db.transaction('rw', meta, cases, datasets, async () => {
			const made = await this.#readActiveCase();
			if (made !== null) return made;
			const datasetCreatedAtUtcMs = Date.now();
			const datasetId = await datasets.add({ createdAtUtcMs: datasetCreatedAtUtcMs, extraJson: '{}' });
			const fresh: CaseRow = { name: firstCaseName, datasetId, environmentIds: [], readOnly: false };
			const id = await cases.add(fresh);
			await meta.put({ key: 'activeCaseId', value: id });
			return { ...fresh, id, datasetCreatedAtUtcMs };
		});
	}

	async #readActiveCase(): Promise<StoredCase | null> {
		const active = await this.#db.meta.get('activeCaseId');
		const row = active && (await this.#db.cases.get(active.value));
		const dataset = row && (await this.#db.datasets.get(row.datasetId));
		return dataset ? { ...row, id: active.value, datasetCreatedAtUtcMs: dataset.createdAtUtcMs } : null;
	}

	/** The whole environment file as JSON text; null when it is gone. */
	async environmentFile(environmentId: number): Promise<string | null> {
		return (await this.#db.environments.get(environmentId))?.json ?? null;
	}

	async addEnvironment(caseId: number, json: string): Promise<void> {
		const { cases, environments } = this.#db;
		await this.#db.transaction('rw', cases, environments, async () => {
			const id = await environments.add({ json });
			const row = await cases.get(caseId);
			if (row) await cases.update(caseId, { environmentIds: [...row.environmentIds, id] });
		});
	}

	async removeLatestEnvironment(caseId: number): Promise<void> {
		const { cases, environments } = this.#db;
		await this.#db.transaction('rw', cases, environments, async () => {
			const row = await cases.get(caseId);
			const latest = row?.environmentIds.at(-1);
			if (!row || latest === undefined) return;
			await environments.delete(latest);
			await cases.update(caseId, { environmentIds: row.environmentIds.slice(0, -1) });
		});
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

	/** Commits a batch: its messages and its report entries, all or nothing. Returns the ids of the packs. */
	async addBatch(
		datasetId: number,
		importId: number,
		members: readonly PackMember[],
		entries: readonly ImportEntry[]
	): Promise<{ readonly factsPackId: number | null; readonly importPackId: number }> {
		const { factsPacks, headerPacks, rawPacks, importPacks } = this.#db;
		const json = packFacts(members.map(({ facts }) => facts));
		const raw = packRaw(members);
		return this.#db.transaction('rw', factsPacks, headerPacks, rawPacks, importPacks, async () => {
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
			return { factsPackId, importPackId };
		});
	}

	/** A whole import at once: its row, its messages and its report entries, all or nothing. */
	async addImport(
		datasetId: number,
		startedAtUtcMs: number,
		batches: Iterable<{ readonly members: readonly PackMember[]; readonly entries: readonly ImportEntry[] }>
	): Promise<void> {
		const { factsPacks, headerPacks, rawPacks, imports, importPacks } = this.#db;
		await this.#db.transaction('rw', [factsPacks, headerPacks, rawPacks, imports, importPacks], async () => {
			const importId = await this.beginImport(datasetId, startedAtUtcMs);
			for (const { members, entries } of batches) await this.addBatch(datasetId, importId, members, entries);
			await this.finishImport(importId, 0);
		});
	}

	/** A place for mail that no case shows yet; see `swapDataset`. */
	async stageDataset(createdAtUtcMs: number, extraJson: string): Promise<number> {
		return this.#db.datasets.add({ createdAtUtcMs, extraJson });
	}

	async extraJson(datasetId: number): Promise<string> {
		return (await this.#db.datasets.get(datasetId))?.extraJson ?? '{}';
	}

	/** The case shows the staged mail and environment from now on: one pointer, one transaction. What it showed is an orphan. */
	async swapDataset(caseId: number, datasetId: number, environmentJson: string): Promise<void> {
		const { cases, environments } = this.#db;
		await this.#db.transaction('rw', cases, environments, async () => {
			const row = await cases.get(caseId);
			const environmentId = await environments.add({ json: environmentJson });
			await cases.update(caseId, { datasetId, environmentIds: [...(row?.environmentIds ?? []), environmentId] });
		});
	}

	/** A read-only case beside the others becomes the active one. */
	async openBeside(name: string, datasetId: number, environmentJson: string): Promise<void> {
		const { meta, cases, environments } = this.#db;
		await this.#db.transaction('rw', meta, cases, environments, async () => {
			const environmentId = await environments.add({ json: environmentJson });
			const id = await cases.add({ name, datasetId, environmentIds: [environmentId], readOnly: true });
			await meta.put({ key: 'activeCaseId', value: id });
		});
	}

	/** Removes every read-only case and goes back to the own one. */
	async closeReadOnly(): Promise<void> {
		const { meta, cases, environments } = this.#db;
		await this.#db.transaction('rw', meta, cases, environments, async () => {
			const readOnly = await cases.filter((row) => row.readOnly).toArray();
			for (const row of readOnly) {
				await environments.bulkDelete([...row.environmentIds]);
				await cases.delete(row.id as number);
			}
			const own = await cases.toCollection().first();
			if (own?.id !== undefined) await meta.put({ key: 'activeCaseId', value: own.id });
		});
		await this.dropOrphans();
	}

	async dropDataset(datasetId: number): Promise<void> {
		const { datasets, factsPacks, headerPacks, rawPacks, imports, importPacks } = this.#db;
		const tables = [factsPacks, headerPacks, rawPacks, imports, importPacks];
		await this.#db.transaction('rw', [datasets, ...tables], async () => {
			await datasets.delete(datasetId);
			for (const table of tables) await table.where('datasetId').equals(datasetId).delete();
		});
	}

	/** Mail that no case shows: replaced, or staged by a tab that was closed before it was shown. */
	async dropOrphans(): Promise<void> {
		const used = new Set((await this.#db.cases.toArray()).map(({ datasetId }) => datasetId));
		for (const datasetId of await this.#db.datasets.toCollection().primaryKeys()) {
			if (!used.has(datasetId)) await this.dropDataset(datasetId);
		}
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
