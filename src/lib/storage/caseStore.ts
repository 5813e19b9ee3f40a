/** Cases and their environments in the database. */
import type { TracklensDatabase } from './db';
import { copyDataset } from './copyDataset';
import { FRESH_STATE, opened, pushed } from './environmentStates';
import type { CaseRow, EnvironmentState, RemovalRow } from './rows';

export interface StoredCase {
	readonly id: number;
	readonly name: string;
	readonly readOnly: boolean;
	readonly besideCaseId: number | null;
	readonly datasetId: number;
	readonly datasetCreatedAtUtcMs: number;
	readonly datasetRevision: number;
	/** In force. */
	readonly environments: EnvironmentState;
	/** States that Undo can go back through. */
	readonly environmentUndos: number;
	/** Oldest first; what is final counts, too, as long as it is not erased. */
	readonly removals: readonly RemovalRow[];
}

export interface ListedCase {
	readonly id: number;
	readonly name: string;
	readonly readOnly: boolean;
	readonly emails: number;
	readonly environments: number;
}

const firstCaseName = 'My case';

export class CaseStore {
	readonly #db: TracklensDatabase;

	constructor(db: TracklensDatabase) {
		this.#db = db;
	}

	/** The case asked for, else the one used last, else any own one; the first is made on the first visit. */
	async open(caseId: number | null): Promise<StoredCase> {
		const { meta, cases, datasets, removals } = this.#db;
		const tables = [meta, cases, datasets, removals];
		const found = await this.#db.transaction('r', tables, () => this.#find(caseId));
		if (found !== null) return found;
		return this.#db.transaction('rw', tables, async () => {
			const made = await this.#find(caseId);
			if (made !== null) return made;
			const id = await this.#add(firstCaseName);
			await meta.put({ key: 'activeCaseId', value: id });
			const first = await this.#read(id);
			if (first === null) throw new Error('A case that was just made is not there.');
			return first;
		});
	}

	async #find(caseId: number | null): Promise<StoredCase | null> {
		const asked = caseId === null ? null : await this.#read(caseId);
		if (asked !== null) return asked;
		const lastUsed = await this.#db.meta.get('activeCaseId');
		const last = lastUsed ? await this.#read(lastUsed.value) : null;
		if (last !== null && !last.readOnly) return last;
		const own = await this.#db.cases.filter((row) => !row.readOnly).first();
		return own ? this.#read(Number(own.id)) : null;
	}

	async #read(id: number): Promise<StoredCase | null> {
		const row = await this.#db.cases.get(id);
		const dataset = row && (await this.#db.datasets.get(row.datasetId));
		if (!row || !dataset) return null;
		const { name, readOnly, besideCaseId, datasetId, history } = row;
		return {
			id,
			name,
			readOnly,
			besideCaseId,
			datasetId,
			datasetCreatedAtUtcMs: dataset.createdAtUtcMs,
			datasetRevision: dataset.revision,
			environments: stateOf(row),
			environmentUndos: history.length - 1,
			removals: await this.#db.removals.where('datasetId').equals(datasetId).toArray()
		};
	}

	/** In the order of their making. */
	async list(): Promise<ListedCase[]> {
		const { cases, datasets } = this.#db;
		return this.#db.transaction('r', cases, datasets, async () => {
			const rows = await cases.toArray();
			const kept = await datasets.bulkGet(rows.map(({ datasetId }) => datasetId));
			return rows.map((row, index) => ({
				id: Number(row.id),
				name: row.name,
				readOnly: row.readOnly,
				emails: kept[index]?.emails ?? 0,
				environments: stateOf(row).environments.length
			}));
		});
	}

	/** New tabs begin there. */
	async setLastUsed(caseId: number): Promise<void> {
		await this.#db.meta.put({ key: 'activeCaseId', value: caseId });
	}

	async create(name: string): Promise<number | 'name-taken'> {
		return this.#db.transaction('rw', this.#db.cases, this.#db.datasets, async () =>
			(await this.#isTaken(name, null)) ? 'name-taken' : this.#add(name)
		);
	}

	async #add(name: string): Promise<number> {
		const datasetId = await this.#db.datasets.add({
			createdAtUtcMs: Date.now(),
			extraJson: '{}',
			emails: 0,
			revision: 0
		});
		return this.#db.cases.add({ name, datasetId, history: [FRESH_STATE], readOnly: false, besideCaseId: null });
	}

	async rename(caseId: number, name: string): Promise<'renamed' | 'name-taken'> {
		return this.#db.transaction('rw', this.#db.cases, async () => {
			if (await this.#isTaken(name, caseId)) return 'name-taken';
			await this.#db.cases.update(caseId, { name });
			return 'renamed';
		});
	}

	async #isTaken(name: string, byOtherThan: number | null): Promise<boolean> {
		const other = await this.#db.cases.filter((row) => row.name === name && row.id !== byOtherThan).first();
		return other !== undefined;
	}

	/**
	 * Copies mail, report and environments; the copy is seen when it is whole. When the disk runs full, what was copied
	 * is an orphan that `Store.dropOrphans` removes. Needs the writer's lock.
	 */
	async duplicate(caseId: number, name: string): Promise<'duplicated' | 'name-taken' | 'case-gone'> {
		const row = await this.#db.cases.get(caseId);
		if (!row) return 'case-gone';
		if (await this.#isTaken(name, null)) return 'name-taken';
		const datasetId = await copyDataset(this.#db, row.datasetId);
		// Rows of environments never change, so both cases may refer to the same ones.
		await this.#db.cases.add({ name, datasetId, history: row.history, readOnly: false, besideCaseId: null });
		return 'duplicated';
	}

	/** Its mail is an orphan from then on. */
	async delete(caseId: number): Promise<void> {
		await this.#db.transaction('rw', this.#db.cases, this.#db.environments, async () => {
			await this.#db.cases.delete(caseId);
			await this.#dropUnusedEnvironments();
		});
	}

	/** The whole environment file as JSON text; null when it is gone. */
	async environmentFile(environmentId: number): Promise<string | null> {
		return (await this.#db.environments.get(environmentId))?.json ?? null;
	}

	/**
	 * Puts another state of the environments in force.
	 * @param json a new environment's file; `next` gets its row
	 * @param next null: nothing changes
	 */
	async changeEnvironments(
		caseId: number,
		json: string | null,
		next: (state: EnvironmentState, environmentId: number) => EnvironmentState | null
	): Promise<void> {
		const { cases, environments } = this.#db;
		await this.#db.transaction('rw', cases, environments, async () => {
			const row = await cases.get(caseId);
			if (!row) return;
			const environmentId = json === null ? 0 : await environments.add({ json });
			const state = next(stateOf(row), environmentId);
			if (state !== null) await cases.update(caseId, { history: pushed(row.history, state) });
			await this.#dropUnusedEnvironments();
		});
	}

	/** False when there is nothing to go back to. */
	async undoEnvironments(caseId: number): Promise<boolean> {
		const { cases, environments } = this.#db;
		return this.#db.transaction('rw', cases, environments, async () => {
			const row = await cases.get(caseId);
			if (!row || row.history.length < 2) return false;
			await cases.update(caseId, { history: row.history.slice(0, -1) });
			await this.#dropUnusedEnvironments();
			return true;
		});
	}

	/** The case shows the staged mail and environment from now on: one pointer, one transaction. What it showed is an orphan. */
	async swapDataset(caseId: number, datasetId: number, name: string, json: string): Promise<void> {
		const { cases, environments } = this.#db;
		await this.#db.transaction('rw', cases, environments, async () => {
			const row = await cases.get(caseId);
			if (!row) return;
			const state = opened(stateOf(row), { name, environmentId: await environments.add({ json }) });
			await cases.update(caseId, { datasetId, history: pushed(row.history, state) });
			await this.#dropUnusedEnvironments();
		});
	}

	/** A read-only case beside the others. Resolves with its id. */
	async openBeside(
		besideCaseId: number,
		name: string,
		datasetId: number,
		environmentName: string,
		json: string
	): Promise<number> {
		const { cases, environments } = this.#db;
		return this.#db.transaction('rw', cases, environments, async () => {
			const environmentId = await environments.add({ json });
			const state = opened(FRESH_STATE, { name: environmentName, environmentId });
			return cases.add({ name, datasetId, history: [state], readOnly: true, besideCaseId });
		});
	}

	/** Removes a snapshot that was opened beside a case; its mail is an orphan from then on. */
	async closeReadOnly(caseId: number): Promise<void> {
		await this.#deleteReadOnly((row) => row.id === caseId);
	}

	/** Removes the snapshots of tabs that are gone: all but the one given. */
	async closeReadOnlyBut(caseId: number): Promise<void> {
		await this.#deleteReadOnly((row) => row.id !== caseId);
	}

	async #deleteReadOnly(which: (row: CaseRow) => boolean): Promise<void> {
		const { cases, environments } = this.#db;
		await this.#db.transaction('rw', cases, environments, async () => {
			await cases.filter((row) => row.readOnly && which(row)).delete();
			await this.#dropUnusedEnvironments();
		});
	}

	/** Of no state of any case. */
	async #dropUnusedEnvironments(): Promise<void> {
		const used = new Set<number>();
		await this.#db.cases.each(({ history }) => {
			for (const { environments } of history) for (const { environmentId } of environments) used.add(environmentId);
		});
		const ids = await this.#db.environments.toCollection().primaryKeys();
		await this.#db.environments.bulkDelete(ids.filter((id) => !used.has(id)));
	}
}

function stateOf({ history }: CaseRow): EnvironmentState {
	return history.at(-1) ?? FRESH_STATE;
}
