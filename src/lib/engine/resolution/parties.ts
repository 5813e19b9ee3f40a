/** Whom an email is from and to, as rows. */
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { isReceiver, type Receivers } from '../acceptance/receivers';
import { senderCheck, type SenderChecked } from './checks';
import type { DirectoryRow } from './directory';
import { resolveRecipients, type RecipientResolved } from './recipients';

export interface Parties {
	readonly recipients: readonly RecipientResolved[];
	/** Users and queues of To and Cc: one in Bcc is not resolved to be asked (Learn, "Emails are not automatically tracked"). */
	readonly receiverRows: readonly DirectoryRow[];
	readonly sender: SenderChecked;
}

/** `mailboxOwnerId`: whose mailbox the email is seen in; null where it is seen in none. */
export function partiesOf(
	message: MessageFacts,
	environment: Environment,
	receivers: Receivers,
	mailboxOwnerId: string | null
): Parties {
	const recipients = resolveRecipients(message, receivers.directory, environment);
	const receiverRows: DirectoryRow[] = [];
	for (const { field, rows } of recipients) {
		if (field !== 'Bcc') for (const row of rows) if (isReceiver(row)) receiverRows.push(row);
	}
	const owners = () => {
		const concerned = [...(mailboxOwnerId === null ? [] : [mailboxOwnerId]), ...receiverRows.map(({ id }) => id)];
		return concerned.flatMap((id) => [id, receivers.ownerOf(id) ?? id]);
	};
	const sender = senderCheck(message, receivers.directory, owners, environment.orgDbOrgSettings);
	return { recipients, receiverRows, sender };
}
