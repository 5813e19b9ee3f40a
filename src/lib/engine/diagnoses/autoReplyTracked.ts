import { SOURCES as AUTO_REPLY_SOURCES } from '../autoreply/rule';
import { SOURCE_PAGE } from '../sources';
import { unlinked, type Diagnosis } from './diagnosis';

/** An automatic answer became an activity of the conversation: the service does not look at auto-reply status. */
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
		}
	],
	doesNotApply: [
		{
			shows: 'A person answers.',
			before: [{ messageId: '<q1@contoso.com>' }],
			email: { inReplyTo: ['<q1@contoso.com>'] }
		}
	],
	find(input) {
		const { class: found, evidence } = input.autoReply;
		const answers = found === 'out-of-office' || found === 'auto-reply' || found === 'delivery-report';
		if (!input.tracked || !answers || unlinked(input)) return null;
		return { evidence: { class: found }, from: evidence.flatMap(({ from }) => from ?? []) };
	}
};
