import { OUTLOOK_APP_FAQ, SOURCE_PAGE } from '../sources';
import { absentParent } from './absentParent';
import type { Diagnosis } from './diagnosis';

/** The parent is there, earlier, but was not tracked. */
export const parentNotTracked: Diagnosis<'parent-not-tracked'> = {
	id: 'parent-not-tracked',
	number: 2,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, OUTLOOK_APP_FAQ],
	applies: [
		{
			shows: 'The email it answers was untracked.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'untracked' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	doesNotApply: [
		{
			shows: 'The email it answers is tracked.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		},
		{ shows: 'The email it answers is not here at all.', email: { inReplyTo: ['<q1@contoso.com>'] } }
	],
	find: (input) => absentParent(input, 'notTracked')
};
