/** The catalogue of diagnoses with counts over all emails: every email is looked at once, in between other calls. */
import { diagnosisCounts, type DiagnosisCount } from '../engine/diagnoses/counts';
import { diagnosesOf } from '../engine/explain';
import type { Library } from './library';
import { untilDone } from './pauses';

export class Diagnoses {
	readonly #library: Library;
	#counted: { readonly revision: number; readonly counts: Promise<readonly DiagnosisCount[]> } | null = null;

	constructor(library: Library) {
		this.#library = library;
	}

	/** Counted anew after a change; asked for again before, the same counts. */
	counts(): Promise<readonly DiagnosisCount[]> {
		const { revision } = this.#library;
		if (this.#counted?.revision !== revision) this.#counted = { revision, counts: this.#count() };
		return this.#counted.counts;
	}

	#count(): Promise<readonly DiagnosisCount[]> {
		// Decisions made meanwhile are new objects or longer ones; this counts those of now.
		const { decisions } = this.#library;
		const { length, stored } = decisions;
		return untilDone(diagnosisCounts({ length, stored }, (position) => diagnosesOf(decisions, position)));
	}
}
