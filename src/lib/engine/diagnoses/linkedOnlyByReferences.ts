import { SOURCE_PAGE } from '../sources';
import type { Diagnosis } from './diagnosis';

/** Other mail systems would link this email by References; no Dynamics method reads it. */
export const linkedOnlyByReferencesDiagnosis: Diagnosis<'linked-only-by-references'> = {
	id: 'linked-only-by-references',
	number: 1,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'Only References names an email that is here.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { references: ['<q1@contoso.com>'] }
		}
	],
	doesNotApply: [
		{
			shows: 'In-Reply-To names it as well.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { references: ['<q1@contoso.com>'], inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	find({ referencesOnly }) {
		return referencesOnly === null
			? null
			: { evidence: { ...referencesOnly }, from: [{ field: 'References', occurrence: 0 }] };
	}
};
