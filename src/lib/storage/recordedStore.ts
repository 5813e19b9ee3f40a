/** What Dataverse recorded, beside the mail of a case: imported to be compared, replaced row by row, forgotten at once. */
import { maxRecordedEmails, type RecordedEmail } from '../domain/dataverse/recordedEmails';
import type { TracklensDatabase } from './db';

/** Rows that are copied at once. */
const copiedAtOnce = 2_000;

export class RecordedStore {
	readonly #db: TracklensDatabase;

	constructor(db: TracklensDatabase) {
		this.#db = db;
	}

	/** Another number means other rows. */
	async revision(datasetId: number): Promise<number> {
		return (await this.#db.datasets.get(datasetId))?.recordedRevision ?? 0;
	}

	async isEmpty(datasetId: number): Promise<boolean> {
		return (await this.#db.recorded.where('datasetId').equals(datasetId).limit(1).count()) === 0;
	}

	/** By `activityid`, ascending. */
	async all(datasetId: number): Promise<ReadonlyMap<string, RecordedEmail>> {
		const rows = await this.#db.recorded.where('datasetId').equals(datasetId).toArray();
		return new Map(rows.map(({ activityid, json }) => [activityid, JSON.parse(json) as RecordedEmail]));
	}

	/** All of them or, where the case would hold too many then, none. One that is there is replaced. */
	async keep(datasetId: number, emails: readonly RecordedEmail[]): Promise<'kept' | 'too-many-rows'> {
		const { recorded } = this.#db;
		return this.#change(datasetId, async () => {
			const known = new Set<unknown>(
				(await recorded.where('datasetId').equals(datasetId).primaryKeys()).map(([, activityid]) => activityid)
			);
			for (const { activityid } of emails) known.add(activityid);
			if (known.size > maxRecordedEmails) return 'too-many-rows';
			const rows = emails.map((email) => ({
				datasetId,
				activityid: email.activityid,
				json: JSON.stringify(email)
			}));
			await recorded.bulkPut(rows);
			return 'kept';
		});
	}

	async forget(datasetId: number): Promise<void> {
		await this.#change(datasetId, async () => {
			await this.#db.recorded.where('datasetId').equals(datasetId).delete();
		});
	}

	async #change<T>(datasetId: number, work: () => Promise<T>): Promise<T> {
		const { datasets, recorded } = this.#db;
		return this.#db.transaction('rw', datasets, recorded, async () => {
			const done = await work();
			const dataset = await datasets.get(datasetId);
			if (dataset) await datasets.update(datasetId, { recordedRevision: (dataset.recordedRevision ?? 0) + 1 });
			return done;
		});
	}
}

/** Slice by slice, so that a large case is never held in memory whole. */
export async function copyRecorded(db: TracklensDatabase, fromId: number, toId: number): Promise<void> {
	const keys = await db.recorded.where('datasetId').equals(fromId).primaryKeys();
	for (let at = 0; at < keys.length; at += copiedAtOnce) {
		const rows = await db.recorded.bulkGet(keys.slice(at, at + copiedAtOnce));
		await db.recorded.bulkAdd(rows.flatMap((row) => (row ? [{ ...row, datasetId: toId }] : [])));
	}
}
