/** Which earlier emails can influence what becomes of an email, whatever the settings, as long as smart matching is off. */
import { conversationKey } from '../correlation/conversationKey';
import { messageIdKey, type StoredEmails } from '../correlation/storedEmails';
import { PositionLists } from '../positions';

/** Every tracking token, of any prefix, ends in such a run; equal tokens have equal ones. */
const digitRuns = /\d{3,}/g;

/**
 * Positions in processing order, the email itself last. An email looks up its own Message-ID (is it a duplicate, does a
 * mark apply), those of In-Reply-To, its tokens and the base of its Thread-Index among earlier emails, and what becomes
 * of those depends on the same of theirs. What is found under some setting is found by one of these keys.
 */
export function dependenciesOf(stored: StoredEmails, position: number): readonly number[] {
	const byConversation = new PositionLists();
	const byDigits = new PositionLists();
	for (let earlier = 0; earlier < position; earlier++) {
		const { threadIndex, subject } = stored.message(earlier);
		// Equal headers have equal GUIDs.
		const key = conversationKey(threadIndex, 'guid');
		if (key !== null) byConversation.add(key, earlier);
		for (const run of runsIn(subject)) byDigits.add(run, earlier);
	}
	const found = new Set([position]);
	const followed = new Set<string>();
	// A set is walked through with what is added to it meanwhile.
	for (const at of found) {
		const { messageId, inReplyTo, threadIndex, subject } = stored.message(at);
		for (const id of messageId === null ? inReplyTo : [messageId, ...inReplyTo]) {
			follow(stored.seenByMessageId, messageIdKey(id), 'id');
		}
		const key = conversationKey(threadIndex, 'guid');
		if (key !== null) follow(byConversation, key, 'conversation');
		for (const run of runsIn(subject)) follow(byDigits, run, 'digits');
	}
	return [...found].sort((a, b) => a - b);

	function follow(lists: PositionLists, key: string, of: string): void {
		const name = `${of} ${key}`;
		if (followed.has(name)) return;
		followed.add(name);
		for (const earlier of lists.allBefore(key, position)) found.add(earlier);
	}
}

function runsIn(subject: string | null): ReadonlySet<string> {
	return new Set(subject?.match(digitRuns) ?? []);
}
