import type { MessageFacts } from '../../domain/message';
import { bareSubject } from '../correlation/bareSubject';
import { conversationKey } from '../correlation/conversationKey';
import type { StoredEmails } from '../correlation/storedEmails';

interface Conversation {
	/** Lower case. */
	readonly messageIds: Set<string>;
	readonly key: string | null;
	readonly subject: string;
}

/**
 * How many conversations the emails at these ascending positions make, counted up to `atMost`. Two emails are of one
 * conversation when there is a reply chain between them, or the same Thread-Index base (where both have one), or the
 * same subject, with words in front at most (where not).
 */
export function countConversations(positions: readonly number[], stored: StoredEmails, atMost: number): number {
	const conversations: Conversation[] = [];
	for (const position of positions) {
		if (conversations.length === atMost) break;
		const message = stored.message(position);
		const key = conversationKey(message.threadIndex, 'header');
		const subject = bareSubject(message.subject, stored.tokens);
		let home = conversations.find((conversation) => belongs(message, key, subject, conversation));
		if (!home) conversations.push((home = { messageIds: new Set(), key, subject }));
		if (message.messageId !== null) home.messageIds.add(message.messageId.toLowerCase());
	}
	return conversations.length;
}

function belongs(message: MessageFacts, key: string | null, subject: string, conversation: Conversation): boolean {
	const { messageIds } = conversation;
	if ([...message.inReplyTo, ...message.references].some((id) => messageIds.has(id.toLowerCase()))) return true;
	if (key !== null && conversation.key !== null) return key === conversation.key;
	return (
		subject === conversation.subject || (conversation.subject !== '' && subject.endsWith(` ${conversation.subject}`))
	);
}
