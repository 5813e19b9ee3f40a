import { EMAIL_TRACKING_SETTINGS, OUTLOOK_APP_FAQ, UNEXPECTED_DATA } from '../sources';
import type { Diagnosis } from './diagnosis';

/** Both the sent and the received copy of one email are tracked: two activities with one Message-ID. */
export const sentAndReceivedCopy: Diagnosis<'sent-and-received-copy'> = {
	id: 'sent-and-received-copy',
	number: 31,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [UNEXPECTED_DATA, OUTLOOK_APP_FAQ, EMAIL_TRACKING_SETTINGS],
	applies: [
		{
			shows: 'Sent from Dynamics 365, and received by a colleague.',
			before: [{ messageId: '<q1@contoso.com>', tracked: 'sent' }],
			email: { messageId: '<q1@contoso.com>' }
		}
	],
	doesNotApply: [
		{
			shows: 'Two received copies are one activity and a duplicate.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { messageId: '<q1@contoso.com>' }
		},
		{ shows: 'One copy.', email: { messageId: '<q1@contoso.com>', tracked: 'sent' } }
	],
	find(input) {
		const other = input.tracked ? input.otherCopy() : null;
		return other === null
			? null
			: {
					evidence: { messageId: input.facts.messageId, activityId: other, outgoing: input.outgoing },
					from: [{ field: 'Message-ID', occurrence: 0 }]
				};
	}
};
