import { unlinked, type Diagnosis } from './diagnosis';

/** An automatic answer became an activity of the conversation: the service does not look at auto-reply status. */
export const autoReplyTracked: Diagnosis = {
	id: 'auto-reply-tracked',
	find(input) {
		const { class: found, evidence } = input.autoReply;
		const answers = found === 'out-of-office' || found === 'auto-reply' || found === 'delivery-report';
		if (!input.tracked || !answers || unlinked(input)) return null;
		return { evidence: { class: found }, from: evidence.flatMap(({ from }) => from ?? []) };
	}
};
