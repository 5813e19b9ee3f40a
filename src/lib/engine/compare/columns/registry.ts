import type { RecordedColumn } from '../../../domain/dataverse/recordedEmails';
import type { Compare } from '../compared';
import { conversationIndex } from './conversationIndex';
import { internetMessageHeaders } from './internetMessageHeaders';
import { otherEmail } from './otherEmail';
import { otherRow, owner, regarding, sender } from './otherRow';
import { exact, messageId, text } from './plain';
import { toRecipients } from './toRecipients';

/** A column without a comparator does not compile. */
export const COMPARATORS: Readonly<Record<RecordedColumn, Compare>> = {
	correlationmethod: exact('correlationmethod'),
	correlatedactivityid: otherEmail('correlatedactivityid'),
	parentactivityid: otherEmail('parentactivityid'),
	acceptingentityid: otherRow('acceptingentityid'),
	receivingmailboxid: otherRow('receivingmailboxid'),
	regardingobjectid: regarding,
	trackingtoken: text('trackingtoken'),
	correlatedsubjectchanged: exact('correlatedsubjectchanged'),
	internetmessageheaders: internetMessageHeaders,
	directioncode: exact('directioncode'),
	messageid: messageId('messageid'),
	inreplyto: messageId('inreplyto'),
	emailsender: sender,
	isduplicatesenderunresolved: exact('isduplicatesenderunresolved'),
	ownerid: owner,
	sender: text('sender'),
	torecipients: toRecipients,
	sendermailboxid: otherRow('sendermailboxid'),
	conversationindex: conversationIndex,
	statecode: exact('statecode'),
	statuscode: exact('statuscode')
};
