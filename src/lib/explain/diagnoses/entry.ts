/** What the words of one diagnosis are, and how they read its evidence. */
import type { DiagnosisFound, DiagnosisId, Explanation } from '../../engine/explanation';
import type { Tone } from '../labels';
import { code, email, type SettingValue } from '../parts';
import { listOf, say, type Sentence, type SentencePart } from '../sentence';

export interface DiagnosisEntry {
	readonly title: string;
	readonly tone: Extract<Tone, 'warn' | 'info'>;
	readonly cause: string;
	/** Where nothing can be seen in mail: what to check by hand. */
	readonly fix: string;
	/** What shows it in this email. */
	seen(found: DiagnosisFound, explanation: Explanation): Sentence;
}
export type DiagnosisEntries = Readonly<Partial<Record<DiagnosisId, DiagnosisEntry>>>;

/** A text of the evidence as code; `otherwise` where it is missing. */
export function codeOf({ evidence }: DiagnosisFound, key: string, otherwise: string): SentencePart {
	const value = evidence[key];
	return typeof value === 'string' && value !== '' ? code(value) : otherwise;
}

export function numberOf({ evidence }: DiagnosisFound, key: string): number | null {
	const value: SettingValue | undefined = evidence[key];
	return typeof value === 'number' ? value : null;
}

export function textsOf({ evidence }: DiagnosisFound, key: string): readonly string[] {
	const value = evidence[key];
	return typeof value === 'object' && value !== null ? value : [];
}

/** A name in quotation marks. */
export function nameOf({ evidence }: DiagnosisFound, key: string, otherwise: string): string {
	const value = evidence[key];
	return typeof value === 'string' && value !== '' ? `“${value}”` : otherwise;
}

const maxListed = 5;

export function codesOf(found: DiagnosisFound, key: string, otherwise: string): Sentence {
	const texts = textsOf(found, key);
	const more = texts.length - maxListed;
	const listed = texts.slice(0, maxListed).map(code);
	return texts.length === 0 ? say`${otherwise}` : listOf(more > 0 ? [...listed, `${more} more`] : listed);
}

/** The email that `activityId` of the evidence names. */
export function otherEmail({ evidence }: DiagnosisFound, explanation: Explanation): SentencePart {
	const { activityId } = evidence;
	return typeof activityId === 'string' ? email(explanation, activityId) : 'an email of this case';
}
