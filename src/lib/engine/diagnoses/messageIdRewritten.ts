import { NOT_TRACKED, SOURCE_PAGE } from '../sources';
import { attemptOf, type Diagnosis } from './diagnosis';
import { wentToSenderOf } from './reply';

/**
 * In-Reply-To names nothing that is here, while References ends in an email of the set that went to this reply's sender:
 * a relay may have given the email it answers another Message-ID on the way out, unless one between the two is missing.
 */
export const messageIdRewritten: Diagnosis<'message-id-rewritten'> = {
	id: 'message-id-rewritten',
	number: 2,
	needs: 'mail',
	sight: 'hint',
	basis: 'inferred',
	sources: [SOURCE_PAGE, NOT_TRACKED],
	applies: [
		{
			shows: 'The customer answers an id that the relay made; an older client reference still has the first one.',
			before: [{ messageId: '<q1@contoso.com>', from: 'support@contoso.com', to: ['ann@fabrikam.com'] }],
			email: { inReplyTo: ['<x9@relay.contoso.com>'], references: ['<q1@contoso.com>', '<x9@relay.contoso.com>'] }
		}
	],
	doesNotApply: [
		{
			shows: 'The known email of References was not sent to this reply’s sender: some email between is missing.',
			before: [{ messageId: '<q1@fabrikam.com>', from: 'ann@fabrikam.com', to: ['support@contoso.com'] }],
			email: { inReplyTo: ['<a2@contoso.com>'], references: ['<q1@fabrikam.com>', '<a2@contoso.com>'] }
		},
		{
			shows: 'References names nothing known, either.',
			email: { inReplyTo: ['<x9@relay.contoso.com>'], references: ['<q1@contoso.com>'] }
		}
	],
	find(input) {
		const { facts, referencesOnly } = input;
		const inReplyTo = attemptOf(input, 'InReplyTo');
		if (referencesOnly === null || inReplyTo.outcome !== 'noMatch') return null;
		if (!inReplyTo.evidence.attempts.every(({ absence }) => absence === 'notInSet')) return null;
		const known = input.message(referencesOnly.activityId);
		return known !== null && wentToSenderOf(facts, known)
			? {
					evidence: {
						inReplyTo: facts.inReplyTo[0] ?? null,
						messageId: referencesOnly.messageId,
						activityId: referencesOnly.activityId
					},
					from: [
						{ field: 'In-Reply-To', occurrence: 0 },
						{ field: 'References', occurrence: 0 }
					]
				}
			: null;
	}
};
