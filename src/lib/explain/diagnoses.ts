/** Named faults: what was seen in this email, what causes it, what to do. */
import type { Basis, Source } from '../domain/decision';
import { DIAGNOSIS_BY_ID } from '../engine/diagnoses/registry';
import { DIAGNOSIS_IDS, type DiagnosisFound, type DiagnosisId, type Explanation } from '../engine/explanation';
import { ANSWERS } from './diagnoses/answers';
import type { DiagnosisEntry } from './diagnoses/entry';
import { NOT_LOOKED_AT } from './diagnoses/notLookedAt';
import { REFUSALS } from './diagnoses/refusals';
import { ROW_CONTENT } from './diagnoses/rowContent';
import { TRACKED_ANYWAY } from './diagnoses/trackedAnyway';
import { WRONG_LINK } from './diagnoses/wrongLink';
import type { Tone } from './labels';
import type { Sentence } from './sentence';

/** What holds for every email that shows the fault. */
export interface DiagnosisText {
	readonly title: string;
	readonly tone: Tone;
	readonly cause: string;
	readonly fix: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
	/** How much of it mail and environment show. */
	readonly sight: 'seen' | 'hint' | 'notVisible';
}
export interface DiagnosisWords extends DiagnosisText {
	readonly seen: Sentence;
}

/** A diagnosis without words does not compile. */
const ENTRIES: Readonly<Record<DiagnosisId, DiagnosisEntry>> = {
	...ANSWERS,
	...REFUSALS,
	...NOT_LOOKED_AT,
	...TRACKED_ANYWAY,
	...WRONG_LINK,
	...ROW_CONTENT
};

function textOf(id: DiagnosisId): DiagnosisText {
	const { title, tone, cause, fix } = ENTRIES[id];
	const { basis, sources, sight } = DIAGNOSIS_BY_ID[id];
	return { title, tone, cause, fix, basis, sources, sight };
}

export const DIAGNOSIS_TEXTS = Object.fromEntries(DIAGNOSIS_IDS.map((id) => [id, textOf(id)])) as Readonly<
	Record<DiagnosisId, DiagnosisText>
>;

/** What "hint" and "not visible" mean to the reader; null where the cause is seen as it is. */
export const SIGHT_WORDS: Readonly<Record<DiagnosisText['sight'], string | null>> = {
	seen: null,
	hint: 'A hint: the same can have another cause.',
	notVisible: 'Never shown for an email: neither mail nor environment tells.'
};

export function diagnosisWords(diagnosis: DiagnosisFound, explanation: Explanation): DiagnosisWords {
	return { ...DIAGNOSIS_TEXTS[diagnosis.id], seen: ENTRIES[diagnosis.id].seen(diagnosis, explanation) };
}
