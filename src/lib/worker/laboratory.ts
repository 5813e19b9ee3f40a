/**
 * How well smart matching, tokens and Thread-Index find what In-Reply-To names: tried on every reply of the case, under
 * many settings, in between other calls.
 */
import { smartMatching } from '../engine/correlation/smartMatching';
import { CORRELATION_METHODS } from '../engine/correlation/registry';
import type { HashFilter } from '../engine/correlation/hashFilter';
import type { Decisions } from '../engine/decide';
import { emailMention } from '../engine/emailMention';
import { comparedBySmartMatching } from '../engine/laboratory/compared';
import {
	measureMethod,
	measureOrder,
	measureSmartMatching,
	smartMatchingSettingsOf,
	storedUnder,
	TRIED_METHODS,
	withSmartMatching,
	type SmartMatchingSettings
} from '../engine/laboratory/measure';
import type { Findings } from '../engine/laboratory/score';
import { trialsOf, type Trials } from '../engine/laboratory/trials';
import type {
	LaboratoryMethod,
	LaboratoryPage,
	LaboratoryProgress,
	LaboratoryQuery,
	LaboratoryQuestion,
	LaboratoryRow
} from './api';
import { BoundedRunner } from './bounded';
import { compilePatterns, tryPatterns } from './environments';
import { changesOfKeyedSubjects } from './keyedMail';
import type { Library } from './library';
import { untilDone, whileGoingOn } from './pauses';

const tellEveryMs = 100;
/** Rows of one answer. */
const maxRows = 200;
const maxFilters = 7;
const maxValues = 11;

export class Laboratory {
	readonly #library: () => Library;
	readonly #tell: (progress: LaboratoryProgress) => void;
	readonly #patterns = new BoundedRunner();
	/** The last one stays to be looked at. */
	#run: Run | null = null;

	constructor(library: () => Library, tell: (progress: LaboratoryProgress) => void) {
		this.#library = library;
		this.#tell = tell;
	}

	/** Resolves when it is over; one that is under way is cancelled. */
	async measure(question: LaboratoryQuestion): Promise<LaboratoryProgress> {
		this.cancel();
		const run = new Run(question, this.#library(), this.#library, this.#tell);
		this.#run = run;
		run.tell();
		await untilDone(run.prepare());
		for (const filter of run.filters) {
			const hashFilter = await this.#usable(run, filter);
			if (!run.goesOn()) break;
			if (hashFilter) await untilDone(run.measure(filter, hashFilter));
		}
		return run.finish();
	}

	/** What was measured until then stays. */
	cancel(): void {
		this.#run?.cancel();
		this.#patterns.giveUp();
	}

	/** Null when nothing of that kind was measured over the case as it is now. */
	page(query: LaboratoryQuery): LaboratoryPage | null {
		const run = this.#run;
		return run?.isOfNow() === true ? run.page(query) : null;
	}

	/** Null for a filter that cannot be used over the subjects at hand, and is then told as refused. */
	async #usable(run: Run, hashfilterkeywords: string): Promise<HashFilter | null> {
		const { decisions } = run.library;
		const settings = { ...smartMatchingSettingsOf(decisions.environment), hashfilterkeywords };
		const environment = withSmartMatching(decisions.environment, settings);
		const [change] = changesOfKeyedSubjects(decisions.stored.messages, decisions.environment, environment);
		if (change) {
			run.refuse({ hashfilterkeywords, why: change.code, construct: null });
			return null;
		}
		const compiled = compilePatterns(environment);
		const tried = await tryPatterns(compiled, run.library.subjects(), this.#patterns);
		if (tried.hashFilter.ok) return tried.hashFilter;
		const { code, construct } = tried.hashFilter;
		run.refuse({ hashfilterkeywords, why: code, construct });
		return null;
	}
}

/** One round over the case as it was when it began. */
class Run {
	readonly #revision: number;
	readonly #decisions: Decisions;
	readonly #deltas: readonly number[];
	readonly #addresses: readonly number[];
	readonly filters: readonly string[];
	#phase: LaboratoryProgress['phase'] = 'preparing';
	#toldAtMs = -Infinity;
	#tried = 0;
	#trials: Trials | null = null;
	readonly #methods: { readonly method: LaboratoryMethod; readonly findings: Findings }[] = [];
	readonly #smartMatching: {
		readonly settings: SmartMatchingSettings;
		readonly hashFilter: HashFilter;
		readonly findings: Findings;
	}[] = [];
	readonly #refused: LaboratoryProgress['refused'][number][] = [];

	constructor(
		question: LaboratoryQuestion,
		readonly library: Library,
		private readonly libraryNow: () => Library,
		private readonly emit: (progress: LaboratoryProgress) => void
	) {
		this.#revision = library.revision;
		this.#decisions = library.decisions;
		const active = smartMatchingSettingsOf(library.decisions.environment);
		this.filters = distinct(active.hashfilterkeywords, question.hashfilterkeywords).slice(0, maxFilters);
		this.#deltas = ascending(active.hashdeltasubjectcount, question.hashdeltasubjectcount);
		this.#addresses = ascending(active.hashminaddresscount, question.hashminaddresscount);
	}

	*prepare(): Generator<void, void> {
		this.#trials = yield* this.#whileGoingOn(trialsOf(this.#decisions));
		if (this.#trials === null) return;
		const order = yield* this.#whileGoingOn(measureOrder(this.#trials, this.#decisions));
		if (order) this.#methods.push({ method: 'order', findings: order });
		for (const method of TRIED_METHODS) {
			const findings = yield* this.#whileGoingOn(measureMethod(method, this.#trials, this.#decisions));
			if (findings) this.#methods.push({ method, findings });
		}
		if (!this.goesOn()) return;
		this.#phase = 'measuring';
		this.tell();
	}

	/** Every choice of the other settings, with one filter. */
	*measure(hashfilterkeywords: string, hashFilter: HashFilter): Generator<void, void> {
		if (this.#trials === null) return;
		for (const hashdeltasubjectcount of this.#deltas) {
			for (const hashminaddresscount of this.#addresses) {
				const settings = { hashfilterkeywords, hashdeltasubjectcount, hashminaddresscount };
				const stored = yield* this.#whileGoingOn(storedUnder(settings, hashFilter, this.#decisions));
				if (stored === null) return;
				const findings = yield* this.#whileGoingOn(measureSmartMatching(this.#trials, stored));
				if (findings === null) return;
				this.#smartMatching.push({ settings, hashFilter, findings });
				this.#tried++;
				if (performance.now() - this.#toldAtMs >= tellEveryMs) this.tell();
			}
		}
	}

	refuse(refusal: LaboratoryProgress['refused'][number]): void {
		this.#refused.push(refusal);
		this.#tried += this.#deltas.length * this.#addresses.length;
	}

	finish(): LaboratoryProgress {
		if (this.goesOn()) this.#phase = 'finished';
		return this.#progress();
	}

	cancel(): void {
		if (this.#phase !== 'finished') this.#phase = 'cancelled';
	}

	isOfNow(): boolean {
		return this.libraryNow() === this.library && this.library.revision === this.#revision;
	}

	/** False once it is cancelled or the case has changed. */
	goesOn(): boolean {
		if (!this.isOfNow()) this.cancel();
		return this.#phase !== 'cancelled';
	}

	tell(): void {
		this.#toldAtMs = performance.now();
		this.emit(this.#progress());
	}

	page({ of, finding, first, count }: LaboratoryQuery): LaboratoryPage | null {
		const measured =
			typeof of === 'number' ? this.#smartMatching[of] : this.#methods.find(({ method }) => method === of);
		const trials = this.#trials;
		if (measured === undefined || trials === null) return null;
		const { findings } = measured;
		const indices = [...trials.positions.keys()].filter((index) => findings.of(index) === finding);
		const start = Math.max(0, first);
		const shown = indices.slice(start, start + Math.max(0, Math.min(count, maxRows)));
		const row = this.#rows(trials, findings, 'settings' in measured ? measured : null);
		return { total: indices.length, first: start, rows: shown.map(row) };
	}

	#rows(
		trials: Trials,
		findings: Findings,
		smart: { readonly settings: SmartMatchingSettings; readonly hashFilter: HashFilter } | null
	): (index: number) => LaboratoryRow {
		const decisions = this.#decisions;
		const compare = smart && comparedBySmartMatching(smart.settings, smart.hashFilter, decisions);
		return (index) => {
			const position = trials.positions[index] as number;
			const found = findings.found(index);
			const parent = index < trials.trials ? (trials.parents[index] as number) : -1;
			const other = found >= 0 ? found : parent;
			return {
				email: emailMention(decisions, position),
				found: found < 0 ? null : emailMention(decisions, found),
				parent: parent < 0 ? null : emailMention(decisions, parent),
				compared: compare === null || other < 0 ? null : compare(position, other)
			};
		};
	}

	#progress(): LaboratoryProgress {
		const { environment } = this.#decisions;
		const active = smartMatchingSettingsOf(environment);
		const trials = this.#trials;
		return {
			revision: this.#revision,
			phase: this.#phase,
			tried: this.#tried,
			choices: this.filters.length * this.#deltas.length * this.#addresses.length,
			trials: trials && {
				replies: trials.replies,
				leftOut: trials.leftOut,
				trials: trials.trials,
				answerNothing: trials.positions.length - trials.trials
			},
			smartMatchingOffBy: smartMatching.switchedOffBy(environment),
			methods: this.#methods.map(({ method, findings }) => ({
				method,
				switchedOffBy: CORRELATION_METHODS.find(({ id }) => id === method)?.switchedOffBy(environment) ?? null,
				score: findings.score
			})),
			smartMatching: this.#smartMatching.map(({ settings, findings }) => ({
				...settings,
				active: isSame(settings, active),
				score: findings.score
			})),
			refused: [...this.#refused]
		};
	}

	#whileGoingOn<Result>(work: Generator<void, Result>): Generator<void, Result | null> {
		return whileGoingOn(work, () => this.goesOn());
	}
}

function isSame(a: SmartMatchingSettings, b: SmartMatchingSettings): boolean {
	return (
		a.hashfilterkeywords === b.hashfilterkeywords &&
		a.hashdeltasubjectcount === b.hashdeltasubjectcount &&
		a.hashminaddresscount === b.hashminaddresscount
	);
}

function distinct<T>(active: T, others: readonly T[]): T[] {
	return [...new Set([active, ...others])];
}

function ascending(active: number, others: readonly number[]): number[] {
	const valid = others.filter((value) => Number.isInteger(value) && value >= 0);
	return distinct(active, valid)
		.slice(0, maxValues)
		.sort((a, b) => a - b);
}
