/** What the page and the worker say to each other about the smart-matching laboratory. Part of `api.ts`. */
import type { EmailMention } from '../engine/explanation';
import type { SmartMatchingSettings, TriedMethod } from '../engine/laboratory/measure';
import type { Finding, Score } from '../engine/laboratory/score';
import type { Trials } from '../engine/laboratory/trials';

export type { Finding, Score, SmartMatchingSettings, TriedMethod };

/** Every value of one list is tried with every value of the others; those of the active environment always are. */
export interface LaboratoryQuestion {
	/** At most 6 further ones. */
	readonly hashfilterkeywords: readonly string[];
	/** At most 10 each. */
	readonly hashdeltasubjectcount: readonly number[];
	readonly hashminaddresscount: readonly number[];
}

/** `order`: all methods that are switched on, in their order. */
export type LaboratoryMethod = TriedMethod | 'order';

export interface MethodScore {
	readonly method: LaboratoryMethod;
	/** The setting that switches it off; its score is as if it were on. */
	readonly switchedOffBy: string | null;
	readonly score: Score;
}
/** Smart matching under one choice of settings. */
export interface SmartMatchingScore extends SmartMatchingSettings {
	/** As the environment has it. */
	readonly active: boolean;
	readonly score: Score;
}

export interface LaboratoryProgress {
	readonly revision: number;
	readonly phase: 'preparing' | 'measuring' | 'finished' | 'cancelled';
	/** Of all choices of settings. */
	readonly tried: number;
	readonly choices: number;
	/** Null while they are looked for. */
	readonly trials: (Pick<Trials, 'replies' | 'leftOut' | 'trials'> & { readonly answerNothing: number }) | null;
	/** Why smart matching is off in the active environment; null where it is on. */
	readonly smartMatchingOffBy: string | null;
	readonly methods: readonly MethodScore[];
	/** In the order tried: by filter, then by words, then by addresses. */
	readonly smartMatching: readonly SmartMatchingScore[];
	/** Filters that were not tried. `subjects-pseudonymised`: the subjects that they would read are not here. */
	readonly refused: readonly {
		readonly hashfilterkeywords: string;
		readonly why: string;
		readonly construct: string | null;
	}[];
}

export interface LaboratoryQuery {
	/** A method, or an index into `smartMatching`. */
	readonly of: LaboratoryMethod | number;
	readonly finding: Finding;
	readonly first: number;
	/** At most 200. */
	readonly count: number;
}
export interface LaboratoryRow {
	readonly email: EmailMention;
	/** What was found; null where nothing was. */
	readonly found: EmailMention | null;
	/** What In-Reply-To names; null for an email that answers nothing. */
	readonly parent: EmailMention | null;
	/** The email beside what was found, else beside its parent; null but for smart matching. */
	readonly compared: {
		readonly sharedWords: readonly string[];
		/** In one of the two subjects alone. */
		readonly otherWords: readonly string[];
		readonly sharedAddresses: readonly string[];
	} | null;
}
export interface LaboratoryPage {
	readonly total: number;
	readonly first: number;
	readonly rows: readonly LaboratoryRow[];
}
