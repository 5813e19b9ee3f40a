import type { Decisions } from '../decide';
import { partiesOf, type Parties } from '../resolution/parties';

/** Columns, owner, queue items and contact of one email are asked for one after the other, and all need its parties. */
const latest = new WeakMap<Decisions, { readonly position: number; readonly parties: Parties }>();

/** Sender and recipients of an email, as the mailbox that made its row sees them; null on a fresh install. */
export function partiesAt(decisions: Decisions, position: number): Parties | null {
	const { environment, scope } = decisions;
	if (scope === null) return null;
	const known = latest.get(decisions);
	if (known?.position === position) return known.parties;
	const mailbox = decisions.receivingMailboxId[position] ?? null;
	const ownerId = mailbox === null ? null : scope.receivers.ownerOfMailbox(mailbox);
	const parties = partiesOf(decisions.stored.message(position), environment, scope.receivers, ownerId);
	latest.set(decisions, { position, parties });
	return parties;
}
