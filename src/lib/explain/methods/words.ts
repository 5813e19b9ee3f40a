/** What one attempt of a correlation method looks like in words; each method file makes its own. */
import type { ActivityId, MethodId } from '../../domain/columns';
import type { EvidenceOf } from '../../engine/correlation/evidence';
import type { Explanation } from '../../engine/explanation';
import type { Tone } from '../labels';
import type { Sentence } from '../sentence';
import type { RuleWords } from '../sources';

/** One rung of the ladder. */
export interface StepWords {
	readonly title: string;
	readonly outcome: string;
	readonly tone: Tone;
	readonly sentence: Sentence;
	/** Evidence, one row each. */
	readonly details: readonly Sentence[];
	readonly rules: readonly RuleWords[];
}

export interface Hit {
	readonly correlatedActivityId: ActivityId;
}
export interface Evident<M extends MethodId> {
	readonly evidence: EvidenceOf[M];
}

/** What a method says for itself; the outcomes that all methods share are worded in `attempts.ts`. */
export interface MethodWords<M extends MethodId> {
	/** What the method compares, for the ladder's "why". */
	readonly rules: readonly RuleWords[];
	/** Completes "..., linked to “X” because". */
	because(attempt: Evident<M> & Hit, explanation: Explanation): Sentence;
	matched(attempt: Evident<M> & Hit, explanation: Explanation): Sentence;
	noMatch(attempt: Evident<M>, explanation: Explanation): Sentence;
	/** `evidence` is what was looked at without finding what the method needs. */
	notApplicable(explanation: Explanation, evidence: EvidenceOf[M] | undefined): Sentence;
	/** Rows of evidence, for every outcome that carries some. */
	details(evidence: EvidenceOf[M], explanation: Explanation): readonly Sentence[];
	/** Rows for a method whose header is missing or led nowhere. */
	caveats(explanation: Explanation): readonly Sentence[];
}
