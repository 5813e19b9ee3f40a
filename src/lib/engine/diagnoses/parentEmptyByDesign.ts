import { EMAIL_TABLE, SOURCE_PAGE } from '../sources';
import { matchedAttempt, type Diagnosis } from './diagnosis';

/** Parent Activity Id is filled by InReplyTo and ConversationIndex only. */
export const parentEmptyByDesign: Diagnosis<'parent-empty-by-design'> = {
	id: 'parent-empty-by-design',
	number: 29,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, EMAIL_TABLE],
	applies: [
		{
			shows: 'Linked by its token.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'RE: Pump leaks CRM:0001005' }
		}
	],
	doesNotApply: [
		{
			shows: 'Linked by In-Reply-To.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		},
		{ shows: 'Linked to nothing.', email: {} }
	],
	find(input) {
		const matched = matchedAttempt(input);
		return input.columns !== null && input.columns.parentactivityid === null && matched !== null
			? { evidence: { method: matched.method, activityId: matched.correlatedActivityId }, from: matched.evidence.from }
			: null;
	}
};
