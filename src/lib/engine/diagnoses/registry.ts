import type { DiagnosisFound } from '../explanation';
import { parentNotInSet, parentNotTracked, replyReceivedBeforeParent } from './absentParent';
import { autoReplyTracked } from './autoReplyTracked';
import type { Diagnosis, DiagnosisInput } from './diagnosis';
import { linkedOnlyByReferencesDiagnosis } from './linkedOnlyByReferences';
import { replyWithoutInReplyTo } from './replyWithoutInReplyTo';
import { smartMatchingOnly } from './smartMatchingOnly';
import { subjectChangedDiagnosis } from './subjectChanged';
import { tokenReused } from './tokenReused';

/** Every diagnosis, in the order shown. */
export const DIAGNOSES: readonly Diagnosis[] = [
	replyWithoutInReplyTo,
	parentNotInSet,
	replyReceivedBeforeParent,
	parentNotTracked,
	linkedOnlyByReferencesDiagnosis,
	subjectChangedDiagnosis,
	tokenReused,
	smartMatchingOnly,
	autoReplyTracked
];

export function diagnose(input: DiagnosisInput): DiagnosisFound[] {
	return DIAGNOSES.flatMap(({ id, find }) => {
		const found = find(input);
		return found === null ? [] : [{ id, ...found }];
	});
}
