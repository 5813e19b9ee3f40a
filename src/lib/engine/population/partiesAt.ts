import type { Decisions } from '../decide';
import { partiesOf, type Parties } from '../resolution/parties';

/** Sender and recipients of an email, as the mailbox that made its row sees them; null on a fresh install. */
export function partiesAt(decisions: Decisions, position: number): Parties | null {
	const { environment, scope } = decisions;
	if (scope === null) return null;
	const mailbox = decisions.receivingMailboxId[position] ?? null;
	const ownerId = mailbox === null ? null : scope.receivers.ownerOfMailbox(mailbox);
	return partiesOf(decisions.stored.message(position), environment, scope.receivers, ownerId);
}
