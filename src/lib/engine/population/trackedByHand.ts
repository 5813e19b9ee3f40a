import type { MessageFacts } from '../../domain/message';
import type { Evaluated } from '../evaluate';
import { isSentItems } from '../scope/folder';
import { mailboxState } from '../scope/mailboxState';
import type { Scope } from '../scope/scope';
import { regardingOf, trackedStays } from '../scope/trackedFolders';

/** What an email that is marked as tracked by hand takes from where it lies: its direction, a tracked folder's Regarding. */
export function trackedByHand(message: MessageFacts, scope: Scope): Pick<Evaluated, 'outgoing' | 'folderRegarding'> {
	const { holdings } = scope.holdingsOf(message);
	const [first] = holdings;
	const outgoing = first !== undefined && isSentItems(first.folder);
	for (const holding of holdings) {
		if (mailboxState(holding).outcome === 'failed') continue;
		const { mailbox } = holding;
		const stays = trackedStays(holding, message.receivedAtUtcMs, scope.receivers.isQueueMailbox(mailbox));
		const folderRegarding = regardingOf(mailbox, stays);
		if (folderRegarding) return { outgoing, folderRegarding };
	}
	return { outgoing, folderRegarding: null };
}
