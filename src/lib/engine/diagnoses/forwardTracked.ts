import { subjectPrefix } from '../correlation/subjectPrefix';
import { KA_22827, ORG_DB_ORG_SETTINGS_PAGE, OUTLOOK_APP_FAQ } from '../sources';
import { matchedAttempt, type Diagnosis } from './diagnosis';

/** A forward carries In-Reply-To and the thread's index like a reply, so it is linked, and so are the answers to it. */
export const forwardTracked: Diagnosis<'forward-tracked'> = {
	id: 'forward-tracked',
	number: 19,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [OUTLOOK_APP_FAQ, KA_22827, ORG_DB_ORG_SETTINGS_PAGE],
	applies: [
		{
			shows: 'A tracked email is forwarded to a colleague.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'FW: Pump leaks' }
		}
	],
	doesNotApply: [
		{
			shows: 'A reply.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'RE: Pump leaks' }
		},
		{
			shows: 'A forward that is linked to nothing.',
			email: { subject: 'FW: Pump leaks' }
		},
		{
			shows: 'The setting keeps forwards out.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { inReplyTo: ['<q1@contoso.com>'], subject: 'FW: Pump leaks' },
			environment: { orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true } }
		}
	],
	find(input) {
		const matched = matchedAttempt(input);
		if (!input.tracked || (matched?.method !== 'InReplyTo' && matched?.method !== 'ConversationIndex')) return null;
		const prefix = subjectPrefix(input.facts.subject, input.environment.modelOptions.forwardPrefixes);
		return prefix === null
			? null
			: {
					evidence: { prefix, method: matched.method, activityId: matched.correlatedActivityId },
					from: [{ field: 'Subject', occurrence: 0 }, ...matched.evidence.from]
				};
	}
};
