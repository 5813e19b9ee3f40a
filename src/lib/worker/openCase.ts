/** The case of this tab in memory, kept in step with what this and other tabs have committed. */
import { repairPastedPattern } from '../engine/correlation/dotNetPattern';
import { decisionChanges, type DecisionChanges } from '../engine/decisionChanges';
import type { StoredCase } from '../storage/caseStore';
import { activeOf } from '../storage/environmentStates';
import { RemovedEntries } from '../storage/removedEntries';
import type { Store } from '../storage/store';
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
import { Timelines } from './timeline';

/** Taken over as a whole, so that nobody sees the mail of one case under the environment of another. */
interface Loaded {
	readonly stored: StoredCase;
	readonly active: ActiveEnvironment;
	readonly library: Library;
	readonly activities: Activities;
	readonly diagnoses: Diagnoses;
	readonly report: Report;
	readonly timelines: Timelines;
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
	#lastLibrary: Library | null = null;

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
	get timelines(): Timelines {
		return this.#loaded.timelines;
	}

	/** Reads a case and decides it: the one asked for, or another where it is gone. */
	async load(caseId: number | null): Promise<void> {
		await this.#load(await this.#store.cases.open(caseId));
	}

	/**
	 * Takes in what was committed since the last time, undecided; reads everything anew where another tab has deleted,
	 * replaced or removed something. True in that case. When the case itself is gone, goes to another.
	 */
	async follow(): Promise<boolean> {
		const before = this.stored;
		const now = await this.#store.cases.open(before.id);
		if (isSameMail(now, before) && activeIdOf(now) === activeIdOf(before)) {
			const active = { ...this.active, canUndo: canUndo(now) };
			this.#loaded = { ...this.#loaded, stored: now, active };
			await this.#catchUp(this.library);
			return false;
		}
		const isGone = now.id !== before.id;
		await (isGone && before.readOnly ? this.load(before.besideCaseId) : this.#load(now));
		if (isGone) this.#notice({ code: 'case-gone', name: before.name, now: this.stored.name });
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

	/** The case has another environment than before: decides everything under it. Resolves with what that has changed. */
	async reconsider(): Promise<DecisionChanges> {
		const stored = await this.#store.cases.open(this.stored.id);
		const active = await this.#activeEnvironment(stored);
		const { refused, ...compiled } = compilePatterns(active.environment);
		for (const refusal of refused) this.#notice({ code: 'pattern-refused', ...refusal });
		const before = this.library.decisions;
		await this.#decideAll(this.library, compiled);
		// Only now: queries come in while patterns are tried, and after a failure `follow` still sees a difference.
		this.#loaded = { ...this.#loaded, stored, active };
		const pattern = active.environment.organization.hashfilterkeywords;
		const repaired = repairPastedPattern(pattern);
		if (repaired !== null) this.#notice({ code: 'pattern-looks-escaped', pattern, repaired });
		return decisionChanges(before, this.library.decisions);
	}

	async #load(stored: StoredCase): Promise<void> {
		const active = await this.#activeEnvironment(stored);
		const compiled = compilePatterns(active.environment);
		const removed = new RemovedEntries(stored.removals);
		const library = new Library(stored.datasetId, compiled.environment, compiled.hashFilter, removed);
		// To the page the same number is the same state of the data.
		library.revision = (this.#lastLibrary?.revision ?? 0) + 1;
		this.#lastLibrary = library;
		await this.#catchUp(library);
		await this.#decideAll(library, compiled);
		this.#loaded = {
			stored,
			active,
			library,
			activities: new Activities(library),
			diagnoses: new Diagnoses(library),
			report: new Report(this.#store, stored.datasetId, removed),
			timelines: new Timelines(library)
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
		for await (const { packId, importId, entries } of this.#store.importEntriesAfter(library.datasetId, after)) {
			library.addEntries(packId, importId, entries);
		}
	}

	async #activeEnvironment(stored: StoredCase): Promise<ActiveEnvironment> {
		const id = activeIdOf(stored);
		const json = id === null ? null : await this.#store.cases.environmentFile(id);
		return activeEnvironment(json, canUndo(stored));
	}
}

function activeIdOf({ environments }: StoredCase): number | null {
	return activeOf(environments)?.environmentId ?? null;
}

function canUndo({ environmentUndos, readOnly }: StoredCase): boolean {
	return environmentUndos > 0 && !readOnly;
}

/** Ids start again at 1 when the browser has cleared the site's data, so the time counts, too. */
function isSameMail(a: StoredCase, b: StoredCase): boolean {
	return (
		a.id === b.id &&
		a.datasetId === b.datasetId &&
		a.datasetCreatedAtUtcMs === b.datasetCreatedAtUtcMs &&
		a.datasetRevision === b.datasetRevision
	);
}
