import type { MessageFacts } from '../../domain/message';
import type { AutoReplyDecision } from '../../domain/decision';
import type { CorrelationAttempt } from '../correlation/evidence';
import type { DiagnosisFound, DiagnosisId } from '../explanation';

/** What a diagnosis may look at: facts and the finished decision of one email. */
export interface DiagnosisInput {
	readonly facts: MessageFacts;
	readonly tracked: boolean;
	readonly outgoing: boolean;
	readonly correlation: readonly CorrelationAttempt[];
	readonly autoReply: AutoReplyDecision;
	readonly subjectChanged: boolean;
	readonly referencesOnly: { readonly messageId: string; readonly activityId: string } | null;
}

export interface Diagnosis {
	readonly id: DiagnosisId;
	/** Null when it does not apply. */
	find(input: DiagnosisInput): Omit<DiagnosisFound, 'id'> | null;
}

/** The attempt of one method, narrowed to its evidence. */
export function attemptOf<M extends CorrelationAttempt['method']>(
	input: DiagnosisInput,
	method: M
): Extract<CorrelationAttempt, { method: M }> {
	return input.correlation.find((attempt) => attempt.method === method) as Extract<CorrelationAttempt, { method: M }>;
}

/** The email is linked to nothing by any method. */
export function unlinked(input: DiagnosisInput): boolean {
	return !input.correlation.some(({ outcome }) => outcome === 'matched');
}
