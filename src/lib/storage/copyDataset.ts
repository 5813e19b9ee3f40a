import type { Table } from 'dexie';
import type { TracklensDatabase } from './db';
import { copyRecorded } from './recordedStore';

/**
 * A copy of all mail and its report, in a dataset that no case shows yet. Copied pack by pack, so that a large case is
 * never held in memory whole.
 */
export async function copyDataset(db: TracklensDatabase, fromId: number): Promise<number> {
	const { factsPacks, headerPacks, rawPacks, imports, importPacks, removals } = db;
	const from = await db.datasets.get(fromId);
	if (!from) throw new Error('A case has no dataset.');
	const { createdAtUtcMs, extraJson, emails } = from;
	const datasetId = await db.datasets.add({ createdAtUtcMs, extraJson, emails, revision: 0 });

	for (const packId of await keysOf(factsPacks)) {
		await db.transaction('rw', factsPacks, headerPacks, rawPacks, async () => {
			const [facts, headers, raw] = await Promise.all([
				factsPacks.get(packId),
				headerPacks.get(packId),
				rawPacks.get(packId)
			]);
			if (!facts) return;
			const id = await factsPacks.add({ datasetId, json: facts.json });
			if (headers) await headerPacks.add({ ...headers, id, datasetId });
			if (raw) await rawPacks.add({ ...raw, id, datasetId });
		});
	}
	const importIds = new Map<number, number>();
	for (const { id, ...row } of await imports.where('datasetId').equals(fromId).toArray()) {
		importIds.set(Number(id), await imports.add({ ...row, datasetId }));
	}
	/** Old and new ids of packs, ascending. */
	const packIds: (readonly [number, number])[] = [];
	for (const packId of await keysOf(importPacks)) {
		const pack = await importPacks.get(packId);
		if (!pack) continue;
		const importId = importIds.get(pack.importId) ?? 0;
		packIds.push([packId, await importPacks.add({ datasetId, importId, json: pack.json })]);
	}
	for (const { importId, sha256s, throughImportPackId, final } of await removalsOf()) {
		const through = packIds.findLast(([old]) => old <= throughImportPackId)?.[1] ?? 0;
		const copiedImportId = importId === null ? null : (importIds.get(importId) ?? 0);
		await removals.add({ datasetId, importId: copiedImportId, sha256s, throughImportPackId: through, final });
	}
	await copyRecorded(db, fromId, datasetId);
	return datasetId;

	function keysOf<Row>(table: Table<Row, number>): Promise<number[]> {
		return table.where('datasetId').equals(fromId).primaryKeys();
	}

	function removalsOf() {
		return removals.where('datasetId').equals(fromId).toArray();
	}
}
