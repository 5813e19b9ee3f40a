/** Emails and imports taken out of a case: first marked, so that it can be undone, later erased. */
import { activityIdOf } from '../domain/activityId';
import type { ImportEntry } from '../domain/report';
import type { TracklensDatabase } from './db';
import { packFacts, unpackFacts } from './factsPack';
import { bringsEmail, RemovedEntries } from './removedEntries';
import type { RawPackRow, RemovalRow } from './rows';

export class RemovalStore {
	readonly #db: TracklensDatabase;

	constructor(db: TracklensDatabase) {
		this.#db = db;
	}

	async add(datasetId: number, what: Pick<RemovalRow, 'importId' | 'sha256s'>): Promise<void> {
		const { datasets, importPacks, removals } = this.#db;
		await this.#db.transaction('rw', datasets, importPacks, removals, async () => {
			const packIds = await importPacks.where('datasetId').equals(datasetId).primaryKeys();
			await removals.add({ datasetId, ...what, throughImportPackId: packIds.at(-1) ?? 0, final: false });
			await this.#touch(datasetId);
		});
	}

	/** Brings back what was removed last; false when there is nothing that can be. */
	async undoLatest(datasetId: number): Promise<boolean> {
		const { datasets, removals } = this.#db;
		return this.#db.transaction('rw', datasets, removals, async () => {
			const latest = (await removals.where('datasetId').equals(datasetId).toArray()).at(-1);
			if (latest?.id === undefined || latest.final) return false;
			await removals.delete(latest.id);
			await this.#touch(datasetId);
			return true;
		});
	}

	async isEmpty(): Promise<boolean> {
		return (await this.#db.removals.count()) === 0;
	}

	/**
	 * Erases everything removed. None of it can be undone from the first moment; what is cut off goes on the next time.
	 * Needs the writer's lock.
	 */
	async makeFinal(): Promise<void> {
		const { datasets, removals } = this.#db;
		const rows = await this.#db.transaction('rw', datasets, removals, async () => {
			const found = await removals.toArray();
			for (const row of found) if (!row.final) await removals.put({ ...row, final: true });
			for (const datasetId of new Set(found.map((row) => row.datasetId))) await this.#touch(datasetId);
			return found;
		});
		const failures: unknown[] = [];
		for (const datasetId of new Set(rows.map((row) => row.datasetId))) {
			const ofDataset = rows.filter((row) => row.datasetId === datasetId);
			// One bad pack does not keep the mail of other cases.
			await this.#erase(datasetId, ofDataset).catch((error: unknown) => failures.push(error));
		}
		if (failures.length > 0) throw failures[0];
	}

	async #touch(datasetId: number): Promise<void> {
		const dataset = await this.#db.datasets.get(datasetId);
		if (dataset) await this.#db.datasets.update(datasetId, { revision: dataset.revision + 1 });
	}

	async #erase(datasetId: number, rows: readonly RemovalRow[]): Promise<void> {
		const removed = new RemovedEntries(rows);
		const gone = await this.#goneEmails(datasetId, rows, removed);
		let emails = 0;
		for (const packId of await this.#keys('factsPacks', datasetId)) emails += await this.#erasePack(packId, gone);
		const { datasets, imports, importPacks, removals } = this.#db;
		await this.#db.transaction('rw', datasets, async () => {
			const extraJson = withoutExtra((await datasets.get(datasetId))?.extraJson ?? '{}', gone);
			await datasets.update(datasetId, { emails, extraJson });
		});
		// Last: when this is cut off, only entries say what else there was to erase.
		for (const packId of await this.#keys('importPacks', datasetId)) await this.#eraseEntries(packId, removed);
		await this.#db.transaction('rw', datasets, imports, importPacks, removals, async () => {
			for (const { importId } of rows) {
				if (importId === null || (await importPacks.where('importId').equals(importId).count()) > 0) continue;
				await imports.delete(importId);
			}
			await removals.bulkDelete(rows.map(({ id }) => Number(id)));
			await this.#touch(datasetId);
		});
	}

	/** Hashes of messages that were removed, and no entry that is left speaks of. */
	async #goneEmails(datasetId: number, rows: readonly RemovalRow[], removed: RemovedEntries): Promise<Set<string>> {
		// A snapshot may have brought an email without an entry.
		const gone = new Set(rows.flatMap(({ sha256s }) => sha256s));
		const left = new Set<string>();
		for (const packId of await this.#keys('importPacks', datasetId)) {
			const pack = await this.#db.importPacks.get(packId);
			if (!pack) continue;
			for (const entry of JSON.parse(pack.json) as ImportEntry[]) {
				if (entry.sha256 === null || !bringsEmail(entry)) continue;
				(removed.has(packId, pack.importId, entry) ? gone : left).add(entry.sha256);
			}
		}
		for (const sha256 of left) gone.delete(sha256);
		return gone;
	}

	/** Returns how many messages of the pack are left. Places do not shift. */
	async #erasePack(packId: number, gone: ReadonlySet<string>): Promise<number> {
		const { factsPacks, headerPacks, rawPacks } = this.#db;
		const row = await factsPacks.get(packId);
		if (!row) return 0;
		const before = unpackFacts(row.json);
		const facts = before.map((message) => (message !== null && gone.has(message.sha256) ? null : message));
		const left = facts.filter((message) => message !== null).length;
		if (left === before.filter((message) => message !== null).length) return left;
		const [headers, raw] = [await headerPacks.get(packId), await rawPacks.get(packId)];
		const kept = raw && (await withoutErased(raw, facts));
		await this.#db.transaction('rw', factsPacks, headerPacks, rawPacks, async () => {
			if (left === 0) {
				for (const table of [factsPacks, headerPacks, rawPacks]) await table.delete(packId);
				return;
			}
			await factsPacks.put({ ...row, json: packFacts(facts) });
			if (headers) {
				const headerBlocks = headers.headerBlocks.map((block, place) => (facts[place] ? block : null));
				await headerPacks.put({ ...headers, headerBlocks });
			}
			if (kept) await rawPacks.put(kept);
		});
		return left;
	}

	async #eraseEntries(packId: number, removed: RemovedEntries): Promise<void> {
		const row = await this.#db.importPacks.get(packId);
		if (!row) return;
		const entries = JSON.parse(row.json) as ImportEntry[];
		const left = entries.filter((entry) => !removed.has(packId, row.importId, entry));
		if (left.length === entries.length) return;
		if (left.length === 0) await this.#db.importPacks.delete(packId);
		else await this.#db.importPacks.put({ ...row, json: JSON.stringify(left) });
	}

	#keys(table: 'factsPacks' | 'importPacks', datasetId: number): Promise<number[]> {
		return this.#db[table].where('datasetId').equals(datasetId).primaryKeys();
	}
}

/** What a snapshot said of the emails beyond what this version knows, by activityid; see `Extra` in `snapshots.ts`. */
function withoutExtra(extraJson: string, gone: ReadonlySet<string>): string {
	const extra = JSON.parse(extraJson) as { readonly emails?: Readonly<Record<string, unknown>> };
	if (extra.emails === undefined) return extraJson;
	const goneIds = new Set(Array.from(gone, activityIdOf));
	const emails = Object.fromEntries(Object.entries(extra.emails).filter(([id]) => !goneIds.has(id)));
	return JSON.stringify({ ...extra, emails });
}

/** The bytes of the messages that are left, each at its place; the places of others are empty. */
async function withoutErased(raw: RawPackRow, facts: readonly unknown[]): Promise<RawPackRow> {
	const parts: (ArrayBuffer | Blob)[] = [];
	const offsets = [0];
	let total = 0;
	for (const [place, message] of facts.entries()) {
		const [start, end] = [raw.offsets[place] ?? 0, raw.offsets[place + 1] ?? 0];
		if (message && end > start) {
			parts.push(raw.bytes.slice(start, end));
			total += end - start;
		}
		offsets.push(total);
	}
	const joined = new Blob(parts);
	// Bytes of its own: a Blob of slices would keep the erased ones on the disk, too.
	const bytes = await joined.arrayBuffer();
	return { ...raw, offsets, bytes: raw.bytes instanceof Blob ? new Blob([bytes]) : bytes };
}
