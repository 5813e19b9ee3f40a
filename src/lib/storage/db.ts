import Dexie, { type Table } from 'dexie';
import type {
	CaseRow,
	DatasetRow,
	EnvironmentRow,
	FactsPackRow,
	HeaderPackRow,
	ImportPackRow,
	ImportRow,
	MetaRow,
	RawPackRow,
	RecordedRow,
	RemovalRow
} from './rows';
import { upgradeFromVersion1 } from './upgradeFromVersion1';

/**
 * The database. Few indexes on purpose: look-ups happen in memory, IndexedDB keeps packs of some hundred messages
 * (38,000 records a second packed against 680 with one transaction a message).
 */
export class TracklensDatabase extends Dexie {
	readonly meta!: Table<MetaRow, string>;
	readonly cases!: Table<CaseRow, number>;
	readonly datasets!: Table<DatasetRow, number>;
	readonly environments!: Table<EnvironmentRow, number>;
	readonly factsPacks!: Table<FactsPackRow, number>;
	readonly headerPacks!: Table<HeaderPackRow, number>;
	readonly rawPacks!: Table<RawPackRow, number>;
	readonly imports!: Table<ImportRow, number>;
	readonly importPacks!: Table<ImportPackRow, number>;
	readonly removals!: Table<RemovalRow, number>;
	readonly recorded!: Table<RecordedRow, [number, string]>;

	constructor(name = 'tracklens') {
		super(name);
		this.version(1).stores({
			meta: 'key',
			cases: '++id',
			datasets: '++id',
			environments: '++id',
			factsPacks: '++id, datasetId',
			headerPacks: 'id, datasetId',
			rawPacks: 'id, datasetId',
			imports: '++id, datasetId',
			importPacks: '++id, datasetId, importId'
		});
		this.version(2).stores({ removals: '++id, datasetId' }).upgrade(upgradeFromVersion1);
		this.version(3).stores({ recorded: '[datasetId+activityid], datasetId' });
	}

	/** All that belongs to a dataset. */
	get mailTables(): Table[] {
		const { factsPacks, headerPacks, rawPacks, imports, importPacks, removals, recorded } = this;
		return [factsPacks, headerPacks, rawPacks, imports, importPacks, removals, recorded];
	}
}
