import type { RecordReference } from '../../domain/columns';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { sameFolder } from '../scope/folder';
import { folderCheck } from '../scope/folderCheck';
import { mailboxState } from '../scope/mailboxState';
import type { Scope } from '../scope/scope';

/** Regarding of the tracked folder in which an email lies that was tracked by hand; null where it lies in none. */
export function folderRegardingOf(
	message: MessageFacts,
	scope: Scope,
	{ orgDbOrgSettings }: Environment
): RecordReference | null {
	for (const holding of scope.holdingsOf(message).holdings) {
		const { mailbox, folder } = holding;
		if (mailboxState(holding).outcome === 'failed') continue;
		const ownerIsQueue = mailbox.ownerid !== null && scope.receivers.isQueue(mailbox.ownerid);
		const inFolder = folderCheck({ holding, sighting: null, orgDbOrgSettings, ownerIsQueue });
		if (inFolder.outcome !== 'trackedFolder') continue;
		const regarding = mailbox.trackedfolders.find(({ path }) => sameFolder(path, folder))?.regarding;
		if (regarding) return regarding;
	}
	return null;
}
