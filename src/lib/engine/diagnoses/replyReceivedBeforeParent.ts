import { SOURCE_PAGE } from '../sources';
import { absentParent } from './absentParent';
import type { Diagnosis } from './diagnosis';

/** The parent is there but came in after its reply; the service looks only at what is stored by then. */
export const replyReceivedBeforeParent: Diagnosis<'reply-received-before-parent'> = {
	id: 'reply-received-before-parent',
	number: 2,
	needs: 'mail',
	sight: 'seen',
	basis: 'inferred',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'The email it answers came in later.',
			email: { inReplyTo: ['<q1@contoso.com>'] },
			after: [{ messageId: '<q1@contoso.com>' }]
		}
	],
	doesNotApply: [
		{
			shows: 'The email it answers came in before.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	find: (input) => absentParent(input, 'receivedLater')
};
