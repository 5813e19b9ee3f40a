import type { MessageFacts } from '../../domain/message';
import { EMAIL_TABLE, RFC_5322 } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/**
 * Another email has the same Message-ID, but is another email: its subject, sender or Date differs. Copies of one email
 * from two mailboxes differ in their trace fields only.
 */
export const messageIdConflict: Diagnosis<'message-id-conflict'> = {
	id: 'message-id-conflict',
	number: null,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [RFC_5322, EMAIL_TABLE],
	applies: [
		{
			shows: 'Two emails with one Message-ID: the second counts as a duplicate and is lost.',
			before: [{ messageId: '<q1@fabrikam.com>', subject: 'Pump leaks' }],
			email: { messageId: '<q1@fabrikam.com>', subject: 'Invoice 4711' }
		},
		{
			shows: 'The first of them is told, too.',
			email: { messageId: '<q1@fabrikam.com>', subject: 'Pump leaks' },
			after: [{ messageId: '<q1@fabrikam.com>', subject: 'Invoice 4711' }]
		}
	],
	doesNotApply: [
		{ shows: 'One email.', email: { messageId: '<q1@fabrikam.com>' } },
		{
			shows: 'Another Message-ID.',
			before: [{ messageId: '<q2@fabrikam.com>', subject: 'Pump leaks' }],
			email: { messageId: '<q1@fabrikam.com>', subject: 'Invoice 4711' }
		}
	],
	find(input) {
		const copies = checkOf(input, 'scope/duplicate')?.evidence.sameMessageId ?? [];
		const others = copies.filter((activityId) => {
			const other = input.message(activityId);
			return other !== null && isAnother(input.facts, other);
		});
		return others.length === 0
			? null
			: {
					evidence: { messageId: input.facts.messageId, activityIds: others },
					from: [{ field: 'Message-ID', occurrence: 0 }]
				};
	}
};

function isAnother(a: MessageFacts, b: MessageFacts): boolean {
	return (
		a.subject !== b.subject ||
		a.dateUtcMs !== b.dateUtcMs ||
		a.from?.address.toLowerCase() !== b.from?.address.toLowerCase()
	);
}
