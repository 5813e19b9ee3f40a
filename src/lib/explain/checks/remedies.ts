/** The source page's three ways to process an email that server-side synchronization did not see. */
import { say, type Sentence } from '../sentence';

export const TRACK_BY_HAND: Sentence = say`Track it by hand: with the Outlook category “Tracked to Dynamics 365”, or in Dynamics 365 App for Outlook.`;

export const EARLIER_DATE: Sentence = say`Or set Process Emails From on the mailbox record to a date before the email was received, unless it is earlier already. The field has to be added to the mailbox form first, because the form does not show it.`;

/** Completes "In What-if ...": the date is read as it stands, so an earlier one starts no cycle again. */
export const EARLIER_DATE_IN_MODEL =
	'an earlier date alone changes nothing for such email: the sync cycles are replayed with the date as it stands, as if it had never been another. Describe an instant in “Test & Enable on” of the mailbox instead, at which the email lay in the Inbox.';

export const REMEDIES: readonly Sentence[] = [
	TRACK_BY_HAND,
	EARLIER_DATE,
	say`Or select Test & Enable Mailbox on the mailbox record, with the email in the Inbox.`
];
