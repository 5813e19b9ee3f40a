import type { Decisions } from './decide';
import { messageIdKey } from './correlation/storedEmails';

/**
 * The last msg-id of References that is in the set, for an email that no Dynamics method links. References is not among
 * the signals of server-side synchronization; other mail systems would link the two. An id that In-Reply-To names too
 * is left out: that is a matter of method InReplyTo. Returns the position and the id, or null.
 */
export function linkedOnlyByReferences(
	decisions: Decisions,
	position: number
): { readonly messageId: string; readonly position: number } | null {
	const message = decisions.stored.message(position);
	if ((decisions.correlated[position] as number) >= 0 || message.references.length === 0) return null;
	const answered = new Set(message.inReplyTo.map(messageIdKey));
	for (const messageId of message.references.toReversed()) {
		const key = messageIdKey(messageId);
		if (answered.has(key)) continue;
		const other = decisions.stored.seenByMessageId.all(key).findLast((candidate) => candidate !== position);
		if (other !== undefined) return { messageId, position: other };
	}
	return null;
}
