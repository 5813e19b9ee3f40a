import type { EmailColumns } from '../../domain/columns';
import { setsParent } from '../correlation/correlate';
import type { Decisions } from '../decide';
import { internetMessageHeaders } from './internetMessageHeaders';
import { ownerOf } from './ownerCheck';
import { partiesAt } from './partiesAt';

/** The columns of the email row that the decision creates; null when it creates none. */
export function emailColumns(decisions: Decisions, position: number): EmailColumns | null {
	if (!decisions.isTracked(position)) return null;
	const message = decisions.stored.message(position);
	const correlationmethod = decisions.method[position] as EmailColumns['correlationmethod'];
	const correlated = decisions.correlated[position] as number;
	const correlatedactivityid = correlated < 0 ? null : decisions.stored.activityId(correlated);
	const outgoing = decisions.isOutgoing(position);
	const sender = partiesAt(decisions, position)?.sender;
	return {
		correlationmethod,
		correlatedactivityid,
		parentactivityid: setsParent(correlationmethod) ? correlatedactivityid : null,
		// Manual tracking leaves it empty (Learn, "Incoming emails are unexpectedly synchronized or have missing data").
		acceptingentityid: decisions.acceptingEntityId[position] ?? null,
		receivingmailboxid: decisions.receivingMailboxId[position] ?? null,
		regardingobjectid: decisions.regarding[position] ?? null,
		trackingtoken: decisions.stored.tokens.lastIn(message.subject),
		correlatedsubjectchanged: decisions.subjectChanged(position),
		internetmessageheaders: internetMessageHeaders(message, outgoing),
		directioncode: outgoing,
		messageid: message.messageId,
		inreplyto: message.inReplyTo[0] ?? null,
		emailsender: sender?.row ? { table: sender.row.table, id: sender.row.id, name: sender.row.name } : null,
		isduplicatesenderunresolved: sender?.check.evidence.why === 'unresolvedBySetting',
		ownerid: ownerOf(decisions, position)?.ownerId ?? null,
		sender: message.from?.address ?? null,
		torecipients: message.to.length === 0 ? null : message.to.map(({ address }) => address).join(';'),
		sendermailboxid: outgoing && sender?.row ? (decisions.scope?.receivers.mailboxOf(sender.row.id) ?? null) : null,
		conversationindex: message.threadIndex,
		statecode: 1,
		statuscode: outgoing ? 3 : 4
	};
}
