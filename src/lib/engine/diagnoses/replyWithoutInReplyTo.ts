import { unlinked, type Diagnosis } from './diagnosis';

/** 22 bytes are 32 base64 characters with padding; more means at least one response block: an answer or a forward. */
const headerOnlyLength = 32;

/** A reply, by References or by Thread-Index, that names no parent: the client dropped In-Reply-To. */
export const replyWithoutInReplyTo: Diagnosis = {
	id: 'reply-without-in-reply-to',
	find(input) {
		const { facts } = input;
		if (facts.inReplyTo.length > 0 || !unlinked(input)) return null;
		if (facts.references.length > 0) {
			return {
				evidence: { shownBy: 'References', references: facts.references.length },
				from: [{ field: 'References', occurrence: 0 }]
			};
		}
		if (facts.threadIndex !== null && facts.threadIndex.length > headerOnlyLength) {
			return { evidence: { shownBy: 'Thread-Index' }, from: [{ field: 'Thread-Index', occurrence: 0 }] };
		}
		return null;
	}
};
