import type { AutoReplyClass } from '../../domain/decision';
import { SOURCES as AUTO_REPLY_SOURCES } from '../autoreply/rule';
import { SOURCE_PAGE } from '../sources';
import { matchedAttempt, type Diagnosis } from './diagnosis';

const ANSWERS: readonly AutoReplyClass[] = ['out-of-office', 'auto-reply', 'delivery-report', 'read-receipt'];

/**
 * An automatic answer became an activity, linked to what it answers or a new one of which a rule may make a case: the
 * service does not look at auto-reply status.
 */
export const autoReplyTracked: Diagnosis<'auto-reply-tracked'> = {
	id: 'auto-reply-tracked',
	number: 22,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, AUTO_REPLY_SOURCES.rfc3834],
	applies: [
		{
			shows: 'An out-of-office reply to a tracked email.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: {
				inReplyTo: ['<q1@contoso.com>'],
				subject: 'Automatic reply: Pump leaks',
				autoSubmitted: 'auto-replied',
				otherFields: [{ name: 'Auto-Submitted', occurrence: 0, value: 'auto-replied' }]
			}
		},
		{
			shows: 'An automatic reply that names nothing: a queue that takes all email makes a new activity of it.',
			email: {
				to: ['sales@contoso.com'],
				subject: 'Automatic reply: Offer',
				autoSubmitted: 'auto-replied',
				otherFields: [{ name: 'Auto-Submitted', occurrence: 0, value: 'auto-replied' }]
			},
			environment: {
				queues: [{ id: 'sales', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'sales' }]
			}
		},
		{
			shows: 'A read receipt of a tracked email.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'], contentType: 'multipart/report; report-type=disposition-notification' }
		}
	],
	doesNotApply: [
		{
			shows: 'Refused: nothing is made of it.',
			email: {
				to: ['luisa@contoso.com'],
				autoSubmitted: 'auto-replied',
				otherFields: [{ name: 'Auto-Submitted', occurrence: 0, value: 'auto-replied' }]
			},
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'A person answers.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	find(input) {
		const { class: found, evidence } = input.autoReply;
		if (!input.tracked || !ANSWERS.includes(found)) return null;
		const activityId = matchedAttempt(input)?.correlatedActivityId ?? null;
		return { evidence: { class: found, activityId }, from: evidence.flatMap(({ from }) => from ?? []) };
	}
};
