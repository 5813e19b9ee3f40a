import { NOT_TRACKED, SOURCE_PAGE } from '../sources';
import { absentParent } from './absentParent';
import type { Diagnosis } from './diagnosis';

/** The parent was never dropped in: not stored, deleted, or a gateway rewrote its Message-ID on the way out. */
export const parentNotInSet: Diagnosis<'parent-not-in-set'> = {
	id: 'parent-not-in-set',
	number: 2,
	needs: 'mail',
	sight: 'hint',
	basis: 'inferred',
	sources: [SOURCE_PAGE, NOT_TRACKED],
	applies: [
		{ shows: 'Nothing here has the id that In-Reply-To names.', email: { inReplyTo: ['<elsewhere@contoso.com>'] } }
	],
	doesNotApply: [
		{
			shows: 'The email it answers is here.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	find: (input) => absentParent(input, 'notInSet')
};
