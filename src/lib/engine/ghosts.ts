import type { ActivityId } from '../domain/columns';
import { messageIdKey, type StoredEmails } from './correlation/storedEmails';
import type { MessageFacts } from '../domain/message';

/** A Message-ID that emails of the set refer to but that no email of the set has. */
export interface Ghost {
	/** Spelled as first found in processing order. */
	readonly messageId: string;
	/** In processing order. */
	readonly referredBy: readonly ActivityId[];
}

/** Every ghost, ordered by Message-ID. */
export function ghosts(stored: StoredEmails): Ghost[] {
	const found = new Map<string, { messageId: string; referredBy: ActivityId[] }>();
	stored.messages.forEach((message, position) => {
		for (const messageId of ghostsOf(message, stored)) {
			const key = messageIdKey(messageId);
			const ghost = found.get(key);
			if (ghost) ghost.referredBy.push(stored.activityId(position));
			else found.set(key, { messageId, referredBy: [stored.activityId(position)] });
		}
	});
	return [...found.values()].sort((a, b) => (a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : 0));
}

/** Message-IDs in In-Reply-To and References that are nowhere in the set, each once. */
export function ghostsOf(message: MessageFacts, stored: StoredEmails): string[] {
	if (message.inReplyTo.length === 0 && message.references.length === 0) return [];
	const distinct = new Map<string, string>();
	for (const messageId of [...message.inReplyTo, ...message.references]) {
		const key = messageIdKey(messageId);
		if (!distinct.has(key) && stored.seenByMessageId.all(key).length === 0) distinct.set(key, messageId);
	}
	return [...distinct.values()];
}
