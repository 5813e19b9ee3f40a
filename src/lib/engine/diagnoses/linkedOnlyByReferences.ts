import type { Diagnosis } from './diagnosis';

/** Other mail systems would link this email by References; no Dynamics method reads it. */
export const linkedOnlyByReferencesDiagnosis: Diagnosis = {
	id: 'linked-only-by-references',
	find({ referencesOnly }) {
		return referencesOnly === null
			? null
			: { evidence: { ...referencesOnly }, from: [{ field: 'References', occurrence: 0 }] };
	}
};
