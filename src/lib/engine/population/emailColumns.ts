import type { EmailColumns } from '../../domain/columns';
import { setsParent } from '../correlation/correlate';
import type { Decisions } from '../decide';
import { internetMessageHeaders } from './internetMessageHeaders';

/** The columns of the email row that the decision creates; null when it creates none. */
export function emailColumns(decisions: Decisions, position: number): EmailColumns | null {
	if (!decisions.isTracked(position)) return null;
	const message = decisions.stored.message(position);
	const correlationmethod = decisions.method[position] as EmailColumns['correlationmethod'];
	const correlated = decisions.correlated[position] as number;
	const correlatedactivityid = correlated < 0 ? null : decisions.stored.activityId(correlated);
	const outgoing = decisions.isOutgoing(position);
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
		inreplyto: message.inReplyTo[0] ?? null
	};
}
