import { unlinked, type Diagnosis } from './diagnosis';

/** An automatic answer became an activity of the conversation: the service does not look at auto-reply status. */
export const autoReplyTracked: Diagnosis = {
	id: 'auto-reply-tracked',
	find(input) {
		const automatic =
			input.class === 'out-of-office' || input.class === 'auto-reply' || input.class === 'delivery-report';
		if (!input.tracked || !automatic || unlinked(input)) return null;
		return { evidence: { class: input.class }, from: [{ field: 'Auto-Submitted', occurrence: 0 }] };
	}
};
