/** The active case in memory, kept in step with what this and other tabs have committed. */
import { repairPastedPattern } from '../engine/correlation/dotNetPattern';
import type { Store, StoredCase } from '../storage/store';
import { Activities } from './activities';
import { Diagnoses } from './diagnoses';
import type { Notice } from './api';
import { BoundedRunner } from './bounded';
import {
	activeEnvironment,
	compilePatterns,
	tryPatterns,
	type ActiveEnvironment,
	type PatternsInUse
} from './environments';
import { Library } from './library';
import { Report } from './report';

/** Taken over as a whole, so that nobody sees the mail of one case under the environment of another. */
interface Loaded {
	readonly stored: StoredCase;
	readonly active: ActiveEnvironment;
	readonly library: Library;
	readonly activities: Activities;
	readonly diagnoses: Diagnoses;
	readonly report: Report;
}

/**
 * `load`, `follow`, `decide` and `reconsider` wait for patterns and for the database in between: whoever calls them
 * lets no other of them, and no batch, come in meanwhile. Else a subject that no pattern was tried over is decided.
 */
export class OpenCase {
	readonly #store: Store;
	readonly #notice: (notice: Notice) => void;
	readonly #patterns = new BoundedRunner();
	#loaded!: Loaded;

	constructor(store: Store, notice: (notice: Notice) => void) {
		this.#store = store;
		this.#notice = notice;
	}

	get stored(): StoredCase {
		return this.#loaded.stored;
	}
	get active(): ActiveEnvironment {
		return this.#loaded.active;
	}
	get library(): Library {
		return this.#loaded.library;
	}
	get activities(): Activities {
		return this.#loaded.activities;
	}
	get diagnoses(): Diagnoses {
		return this.#loaded.diagnoses;
	}
	get report(): Report {
		return this.#loaded.report;
	}

	/** Reads the active case and decides it. */
	async load(): Promise<void> {
		await this.#load(await this.#store.activeCase());
	}

	/**
	 * Takes in what was committed since the last time, undecided; reads everything anew where another tab has deleted,
	 * replaced or opened something. True in that case.
	 */
	async follow(): Promise<boolean> {
		const now = await this.#store.activeCase();
		if (isSame(now, this.stored)) {
			await this.#catchUp(this.library);
			return false;
		}
		await this.#load(now);
		return true;
	}

	/** Decides what is new; everything, where a pattern turns out unusable for a new subject. */
	async decide(): Promise<void> {
		const { library } = this;
		const { refused, ...inUse } = await tryPatterns(library.decisions, library.undecidedSubjects(), this.#patterns);
		if (refused.length === 0) library.decideNew();
		else library.decideUnder(inUse.environment, inUse.hashFilter);
		for (const refusal of refused) this.#notice({ code: 'pattern-refused', ...refusal });
	}

	/** The case has another environment than before: decides everything under it. */
	async reconsider(): Promise<void> {
		const stored = await this.#store.activeCase();
		const active = await this.#activeEnvironment(stored);
		this.#loaded = { ...this.#loaded, stored, active };
		const { refused, ...compiled } = compilePatterns(active.environment);
		for (const refusal of refused) this.#notice({ code: 'pattern-refused', ...refusal });
		await this.#decideAll(this.library, compiled);
		const pattern = active.environment.organization.hashfilterkeywords;
		const repaired = repairPastedPattern(pattern);
		if (repaired !== null) this.#notice({ code: 'pattern-looks-escaped', pattern, repaired });
	}

	async #load(stored: StoredCase): Promise<void> {
		const active = await this.#activeEnvironment(stored);
		const compiled = compilePatterns(active.environment);
		const library = new Library(stored.datasetId, compiled.environment, compiled.hashFilter);
		await this.#catchUp(library);
		await this.#decideAll(library, compiled);
		this.#loaded = {
			stored,
			active,
			library,
			activities: new Activities(library),
			diagnoses: new Diagnoses(library),
			report: new Report(this.#store, stored.datasetId)
		};
	}

	async #decideAll(library: Library, patterns: PatternsInUse): Promise<void> {
		const tried = await tryPatterns(patterns, library.subjects(), this.#patterns);
		library.decideUnder(tried.environment, tried.hashFilter);
		for (const refusal of tried.refused) this.#notice({ code: 'pattern-refused', ...refusal });
	}

	async #catchUp(library: Library): Promise<void> {
		for await (const { packId, facts } of this.#store.factsPacksAfter(library.datasetId, library.lastFactsPackId)) {
			library.addPack(packId, facts);
		}
		const after = library.lastImportPackId;
		for await (const { packId, entries } of this.#store.importEntriesAfter(library.datasetId, after)) {
			library.addEntries(packId, entries);
		}
	}

	async #activeEnvironment({ environmentIds, readOnly }: StoredCase): Promise<ActiveEnvironment> {
		const latest = environmentIds.at(-1);
		const json = latest === undefined ? null : await this.#store.environmentFile(latest);
		return activeEnvironment(json, environmentIds.length > 0 && !readOnly);
	}
}

/** Ids start again at 1 when the browser has cleared the site's data, so the time counts, too. */
function isSame(a: StoredCase, b: StoredCase): boolean {
	return (
		a.datasetId === b.datasetId &&
		a.datasetCreatedAtUtcMs === b.datasetCreatedAtUtcMs &&
		a.environmentIds.join() === b.environmentIds.join()
	);
}
