/** The catalogue of diagnoses with counts over all emails: every email is looked at once, in between other calls. */
import { diagnosisCounts, type DiagnosisCount } from '../engine/diagnoses/counts';
import { diagnosesOf } from '../engine/explain';
import type { Library } from './library';

/** Other calls wait at most about this long for their turn. */
const pauseEveryMs = 20;

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

	async #count(): Promise<readonly DiagnosisCount[]> {
		// Decisions made meanwhile are new objects or longer ones; this counts those of now.
		const { decisions } = this.#library;
		const { length, stored } = decisions;
		const counting = diagnosisCounts({ length, stored }, (position) => diagnosesOf(decisions, position));
		let pausedAtMs = performance.now();
		for (;;) {
			const step = counting.next();
			if (step.done) return step.value;
			if (performance.now() - pausedAtMs < pauseEveryMs) continue;
			await new Promise((resolve) => setTimeout(resolve, 0));
			pausedAtMs = performance.now();
		}
	}
}
