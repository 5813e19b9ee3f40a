/** Single changes that change what becomes of one email: found by deciding anew, in between other calls. */
import type { ActivityId } from '../domain/columns';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import type { HashFilter } from '../engine/correlation/hashFilter';
import { smartMatching } from '../engine/correlation/smartMatching';
import type { Decisions } from '../engine/decide';
import type { FlipChange } from '../engine/flips/change';
import { decideInSteps } from '../engine/flips/decideInSteps';
import { FlipSearch } from '../engine/flips/search';
import type { FlipsProgress } from './api';
import { BoundedRunner } from './bounded';
import { compilePatterns, tryPatterns } from './environments';
import type { Library } from './library';
import { untilDone } from './pauses';

const tellEveryMs = 100;
/** Finished searches that are kept while nothing changes. */
const maxKept = 50;

export class Flips {
	readonly #library: () => Library;
	readonly #tell: (progress: FlipsProgress) => void;
	readonly #patterns = new BoundedRunner();
	#running: Run | null = null;
	#kept: { readonly library: Library; readonly revision: number; readonly of: Map<ActivityId, FlipsProgress> } | null =
		null;

	constructor(library: () => Library, tell: (progress: FlipsProgress) => void) {
		this.#library = library;
		this.#tell = tell;
	}

	/** Resolves when the search is over; one that is under way is cancelled. */
	async find(activityId: ActivityId): Promise<void> {
		this.cancel();
		const library = this.#library();
		const kept = this.#keptOf(library).get(activityId);
		if (kept) return this.#tell(kept);
		const position = library.positionOf(activityId);
		if (position === null) return;
		const run = new Run(activityId, library, new FlipSearch(library.decisions, position), this.#library, this.#tell);
		this.#running = run;
		run.tell();
		const hashFilterUnder = await this.#hashFilters(run);
		await untilDone(steps(run, hashFilterUnder));
		run.tell();
		if (run.finished) this.#keep(run);
		if (this.#running === run) this.#running = null;
	}

	cancel(): void {
		this.#running?.cancel();
		this.#running = null;
		this.#patterns.giveUp();
	}

	/**
	 * HashFilterKeywords is compiled and tried already where smart matching is on. Where a change switches it on, the
	 * pattern is tried over all subjects first, once for all such changes.
	 */
	async #hashFilters({ library, search }: Run): Promise<(environment: Environment) => HashFilter> {
		const { decisions } = library;
		const isOn = (environment: Environment) => smartMatching.switchedOffBy(environment) === null;
		const switchedOn = search.candidates.map((change) => search.environmentUnder(change)).find(isOn);
		if (switchedOn === undefined || isOn(decisions.environment)) return () => decisions.hashFilter;
		const tried = await tryPatterns(compilePatterns(switchedOn), library.subjects(), this.#patterns);
		return (environment) => (isOn(environment) ? tried.hashFilter : decisions.hashFilter);
	}

	#keptOf(library: Library): Map<ActivityId, FlipsProgress> {
		if (this.#kept?.library !== library || this.#kept.revision !== library.revision) {
			this.#kept = { library, revision: library.revision, of: new Map() };
		}
		return this.#kept.of;
	}

	#keep(run: Run): void {
		const kept = this.#keptOf(run.library);
		if (kept.size >= maxKept) kept.clear();
		kept.set(run.activityId, run.progress());
	}
}

/** One search over the case as it was when it began. */
class Run {
	readonly #revision: number;
	#phase: FlipsProgress['phase'] = 'trying';
	#toldAtMs = -Infinity;
	tried = 0;

	constructor(
		readonly activityId: ActivityId,
		readonly library: Library,
		readonly search: FlipSearch,
		private readonly libraryNow: () => Library,
		private readonly emit: (progress: FlipsProgress) => void
	) {
		this.#revision = library.revision;
	}

	get finished(): boolean {
		return this.#phase === 'finished';
	}

	enter(phase: 'counting' | 'finished'): void {
		this.#phase = phase;
	}

	cancel(): void {
		this.#phase = 'cancelled';
	}

	/** False once it is cancelled or the case has changed. */
	goesOn(): boolean {
		if (this.libraryNow() !== this.library || this.library.revision !== this.#revision) this.cancel();
		return this.#phase !== 'cancelled';
	}

	progress(): FlipsProgress {
		const { candidates, before, found, mentions, rows, mailboxes } = this.search;
		return {
			activityId: this.activityId,
			revision: this.#revision,
			phase: this.#phase,
			tried: this.tried,
			candidates: candidates.length,
			before,
			found,
			mentions,
			rows,
			mailboxes
		};
	}

	tell(): void {
		this.#toldAtMs = performance.now();
		this.emit(this.progress());
	}

	tellSometimes(): void {
		if (performance.now() - this.#toldAtMs >= tellEveryMs) this.tell();
	}
}

/** Tries every candidate, then counts the other emails that change with what was found. */
function* steps(run: Run, hashFilterUnder: (environment: Environment) => HashFilter): Generator<void, void> {
	const { search } = run;
	const { candidates, allMessages } = search;
	for (const change of candidates) {
		const messages = search.messagesThatMatter(search.environmentUnder(change));
		const under = yield* decided(run, messages, change, hashFilterUnder);
		if (under === null) return;
		run.tried++;
		const found = search.take(change, under);
		if (found && messages.length === allMessages.length) search.count(change, under);
		if (found) run.tell();
		else run.tellSometimes();
		yield;
	}
	run.enter('counting');
	for (const { change, others } of search.found) {
		if (others !== null) continue;
		run.tellSometimes();
		const under = yield* decided(run, allMessages, change, hashFilterUnder);
		if (under === null) return;
		search.count(change, under);
		yield;
	}
	if (run.goesOn()) run.enter('finished');
}

/** Null when the search is over before. */
function* decided(
	run: Run,
	messages: readonly MessageFacts[],
	change: FlipChange,
	hashFilterUnder: (environment: Environment) => HashFilter
): Generator<void, Decisions | null> {
	const environment = run.search.environmentUnder(change);
	const pathsOf = (sha256: string) => run.library.paths(sha256);
	const before = run.library.decisions;
	const options = { hashFilter: hashFilterUnder(environment), pathsOf, before };
	const deciding = decideInSteps(messages, run.search.allMessages, environment, options);
	for (;;) {
		if (!run.goesOn()) return null;
		const step = deciding.next();
		if (step.done) return step.value;
		yield;
	}
}
