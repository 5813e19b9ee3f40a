/** How well a way of correlating does on the trials. */
import type { Trials } from './trials';

/** What it finds for one trial. */
export const FINDINGS = ['parent', 'sameChain', 'wrong', 'nothing', 'linked', 'notLinked'] as const;
/**
 * For a reply: `parent`, the email that In-Reply-To names; `sameChain`, another email of the same reply chain, whose
 * Regarding is as good; `wrong`, an email of another chain; `nothing`. For an email that answers nothing: `linked` with
 * an email of another chain, or `notLinked`.
 */
export type Finding = (typeof FINDINGS)[number];

export type Score = Readonly<Record<Finding, number>>;

/** Right links among the links; null without any link. Emails that answer nothing have no truth, and do not count. */
export function precisionOf({ parent, sameChain, wrong }: Score): number | null {
	const found = parent + sameChain + wrong;
	return found === 0 ? null : (parent + sameChain) / found;
}

/** Right links among the replies; null without any reply. */
export function recallOf({ parent, sameChain, wrong, nothing }: Score): number | null {
	const replies = parent + sameChain + wrong + nothing;
	return replies === 0 ? null : (parent + sameChain) / replies;
}

/** What one way of correlating finds for every trial. */
export class Findings {
	readonly #trials: Trials;
	/** By index into `trials.positions`: the position found, or a negative number. */
	readonly #found: Int32Array;
	readonly #counts = Object.fromEntries(FINDINGS.map((finding) => [finding, 0])) as Record<Finding, number>;

	constructor(trials: Trials) {
		this.#trials = trials;
		this.#found = new Int32Array(trials.positions.length).fill(-1);
	}

	/** @param found position, or a negative number */
	set(index: number, found: number): void {
		this.#found[index] = found;
		this.#counts[this.of(index)]++;
	}

	of(index: number): Finding {
		const found = this.found(index);
		const { trials, parents, positions, sameChain } = this.#trials;
		if (index >= trials) {
			return found >= 0 && !sameChain(found, positions[index] as number) ? 'linked' : 'notLinked';
		}
		if (found < 0) return 'nothing';
		const parent = parents[index] as number;
		return found === parent ? 'parent' : sameChain(found, parent) ? 'sameChain' : 'wrong';
	}

	found(index: number): number {
		return this.#found[index] as number;
	}

	get score(): Score {
		return { ...this.#counts };
	}
}
