/** The import report: read from the store when its page is open, not kept in memory. */
import type { ImportEntry, ImportOutcome } from '../domain/report';
import type { RemovedEntries } from '../storage/removedEntries';
import type { Store } from '../storage/store';
import type { ImportCounts, ImportSummary, ReportPage, ReportQuery } from './api';

interface Loaded {
	readonly revision: number;
	readonly imports: readonly ImportSummary[];
	readonly entries: ReadonlyMap<number, readonly ImportEntry[]>;
}

export class Report {
	readonly #store: Store;
	readonly #datasetId: number;
	readonly #removed: RemovedEntries;
	#loaded: Loaded | null = null;

	constructor(store: Store, datasetId: number, removed: RemovedEntries) {
		this.#store = store;
		this.#datasetId = datasetId;
		this.#removed = removed;
	}

	async page({ importId, outcome, first, count }: ReportQuery, revision: number): Promise<ReportPage> {
		const { imports, entries } = await this.#load(revision);
		const chosen = importId === null ? [...entries.values()].toReversed().flat() : (entries.get(importId) ?? []);
		const counts: Record<ImportOutcome, number> = { parsed: 0, parsedWithWarnings: 0, rejected: 0 };
		for (const entry of chosen) counts[entry.outcome]++;
		const matching = outcome === 'all' ? chosen : chosen.filter((entry) => entry.outcome === outcome);
		return { imports, total: matching.length, counts, first, entries: matching.slice(first, first + count) };
	}

	async #load(revision: number): Promise<Loaded> {
		if (this.#loaded?.revision === revision) return this.#loaded;
		const entries = new Map<number, ImportEntry[]>();
		for await (const pack of this.#store.importEntriesAfter(this.#datasetId, 0)) {
			const { packId, importId } = pack;
			const left = pack.entries.filter((entry) => !this.#removed.has(packId, importId, entry));
			if (left.length === 0) continue;
			const list = entries.get(importId);
			if (list) list.push(...left);
			else entries.set(importId, left);
		}
		const imports = (await this.#store.imports(this.#datasetId))
			.filter(({ id }) => entries.has(id) || !this.#removed.hasImport(id))
			.map((row): ImportSummary => ({
				importId: row.id,
				startedAtUtcMs: row.startedAtUtcMs,
				counts: countsOf(entries.get(row.id) ?? [], row.ignored),
				finished: row.finished
			}))
			.toReversed();
		this.#loaded = { revision, imports, entries };
		return this.#loaded;
	}
}

function countsOf(entries: readonly ImportEntry[], ignored: number): ImportCounts {
	const counts = { parsed: 0, parsedWithWarnings: 0, rejected: 0, alreadyThere: 0, ignored, bytes: 0 };
	for (const entry of entries) {
		counts[entry.outcome]++;
		counts.bytes += entry.bytes;
		if (entry.alreadyThere) counts.alreadyThere++;
	}
	return counts;
}
