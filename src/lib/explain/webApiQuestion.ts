/** What to ask Dataverse, to see the columns that it recorded for an email beside the modelled ones. */
import type { EmailColumns } from '../domain/columns';

type Asked = { readonly [Name in keyof EmailColumns]: string };

/** Names as a query of the Web API has them: a look-up stands as `_<name>_value`. */
const ASKED: Asked = {
	correlationmethod: 'correlationmethod',
	correlatedactivityid: '_correlatedactivityid_value',
	parentactivityid: '_parentactivityid_value',
	acceptingentityid: '_acceptingentityid_value',
	receivingmailboxid: '_receivingmailboxid_value',
	regardingobjectid: '_regardingobjectid_value',
	trackingtoken: 'trackingtoken',
	correlatedsubjectchanged: 'correlatedsubjectchanged',
	internetmessageheaders: 'internetmessageheaders',
	directioncode: 'directioncode',
	messageid: 'messageid',
	inreplyto: 'inreplyto',
	emailsender: '_emailsender_value',
	isduplicatesenderunresolved: 'isduplicatesenderunresolved',
	ownerid: '_ownerid_value',
	sender: 'sender',
	torecipients: 'torecipients',
	sendermailboxid: '_sendermailboxid_value',
	conversationindex: 'conversationindex',
	statecode: 'statecode',
	statuscode: 'statuscode'
};

/**
 * Path and query below the organization's address; null for an email without a Message-ID. Sent and received copies are
 * two rows of one Message-ID, so the answer may hold two (Learn, "Query data using the Web API").
 */
export function webApiQuestion(messageId: string | null): string | null {
	if (messageId === null) return null;
	const columns = Object.values(ASKED);
	// A quote in a string is doubled (OData 4.01, ABNF "SQUOTE-in-string").
	const literal = encodeURIComponent(messageId.replaceAll("'", "''")).replaceAll("'", '%27');
	return `/api/data/v9.2/emails?$select=activityid,subject,${columns.join(',')}&$filter=messageid eq '${literal}'`.replaceAll(
		' ',
		'%20'
	);
}
