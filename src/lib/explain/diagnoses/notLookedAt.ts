/** Never looked at, or failed: numbers 10 to 14 of the catalogue, and some beside it. */
import { EARLIER_DATE_IN_MODEL } from '../checks/remedies';
import { mailbox } from '../checks/rows';
import { code, instant, setting } from '../parts';
import { say } from '../sentence';
import { codeOf, codesOf, nameOf, numberOf, type DiagnosisEntries } from './entry';

/** The three remedies of the page on filtering and correlation. */
const remedies =
	'One of three: track it by hand, with the Outlook category “Tracked to Dynamics 365” or in Dynamics 365 App for Outlook; or, unless Process Emails From on the mailbox record is earlier than the email already, set it to a date before the email was received, for which the field must first be added to the mailbox form, because the form does not show it; or select Test & Enable Mailbox on the mailbox record, with the email in the Inbox.';

/** Why What-if shows no change where the date alone is lowered. */
const dateInModel = `In What-if ${EARLIER_DATE_IN_MODEL}`;

const FOLDER_REASONS: Readonly<Record<string, string>> = {
	queueMailbox: 'folder-level tracking is not for queue mailboxes',
	notBelowInbox: 'only folders below the Inbox can be tracked',
	beyondLimit: 'only the first 25 tracked folders of a user count',
	movedIntoInbox: 'it was moved to the Inbox after it had arrived elsewhere',
	leftTrackedFolder: 'the folder is tracked, but the email had left it before the next synchronization'
};

export const NOT_LOOKED_AT = {
	'subfolder-not-looked-at': {
		title: 'It was not in the Inbox',
		tone: 'warn',
		cause:
			'Server-side synchronization looks at the Inbox root, and at subfolders with folder-level tracking. A rule that moves email away hides it. Moving it back does not help: by then the watermark, the received date of the last processed email, has passed it.',
		fix: `${remedies} For email to come track the folder and leave email in it until the next synchronization, or have the rule leave it in the Inbox. ${dateInModel}`,
		seen: (found) => {
			const { why } = found.evidence;
			if (why === 'notInInboxAtSync') {
				return say`It lay in ${codeOf(found, 'folder', 'another folder')} when the mailbox was synchronized, not in the Inbox.`;
			}
			const reason = typeof why === 'string' && Object.hasOwn(FOLDER_REASONS, why) ? FOLDER_REASONS[why] : undefined;
			return reason === undefined
				? say`It lay in ${codeOf(found, 'folder', 'a subfolder')}, which is not tracked.`
				: say`Its folder is ${codeOf(found, 'folder', 'a subfolder')}: ${reason}.`;
		}
	},
	'received-before-process-emails-from': {
		title: 'Older than Process Emails From',
		tone: 'warn',
		cause:
			'Email received before Process Emails From is not processed. The date stands on the mailbox and on its email server profile; the later of the two applies.',
		fix: 'Set Process Emails From on the mailbox record to an earlier date; the field must first be added to the mailbox form, because the form does not show it. Set “Process Emails From” of the email server profile back as well if it is the later one, then select Test & Enable Mailbox. Or track this email by hand.',
		seen: (found) => {
			const received = numberOf(found, 'receivedAtUtcMs');
			const from = numberOf(found, 'processEmailsFromUtcMs');
			return received === null || from === null
				? say`It was received before Process Emails From.`
				: say`It was received ${instant(received)}; Process Emails From is ${instant(from)}.`;
		}
	},
	'watermark-passed': {
		title: 'The watermark had passed it',
		tone: 'warn',
		cause:
			'A synchronization looks only at email received after the last one it processed. When this email was in the Inbox at last, one received later had been processed.',
		fix: `${remedies} ${dateInModel}`,
		seen: (found) => {
			const received = numberOf(found, 'receivedAtUtcMs');
			return received === null
				? say`An email received later had been processed before.`
				: say`It was received ${instant(received)}; an email received later had been processed before.`;
		}
	},
	'held-by-no-mailbox': {
		title: 'No described mailbox holds it',
		tone: 'warn',
		cause:
			'Only mailboxes that server-side synchronization processes are looked at. This email is addressed to nobody that the environment describes, or it was sent and lies in no Inbox, and nothing says where its file lay.',
		fix: 'If the recipient is a user or queue of Dynamics 365, describe it with this address and its mailbox on the Environment page. If the email came in by Bcc, a distribution list or a forwarding rule, or lay in Sent Items, say so under “Where files lay”. If it was sent from Dynamics 365, mark it as sent.',
		seen: (found) =>
			typeof found.evidence.sender === 'string'
				? say`It was sent by ${nameOf(found, 'sender', 'one of ours')} to ${codesOf(found, 'addresses', 'nobody')}, and nothing says in which folder it lay.`
				: say`It is addressed to ${codesOf(found, 'addresses', 'nobody')}; no user or queue that is described and has a mailbox has such an address.`
	},
	'sent-items-not-tracked': {
		title: 'Sent from Outlook, and Sent Items are not tracked',
		tone: 'warn',
		cause:
			'Sent Items are looked at only with AutoTrackSentFolderItems on, which it is not by default, and only in Exchange mailboxes: POP3 has no Sent Items. Replies to such an email find no tracked email to be linked to.',
		fix: 'Set the OrgDBOrgSetting AutoTrackSentFolderItems to true. Sent items are then judged by the owner’s own filter, where “from” reads as “to”. Or track in Dynamics 365 App for Outlook before sending, or send from Dynamics 365.',
		seen: (found) =>
			say`It lay in ${codeOf(found, 'folder', 'Sent Items')}, and ${setting('AutoTrackSentFolderItems')} is ${code('false')}.`
	},
	'mailbox-not-processed': {
		title: 'The mailbox is not processed',
		tone: 'warn',
		cause:
			'A mailbox is synchronized only when Incoming Email is “Server-Side Synchronization or Email Router”, it is enabled, its address is approved and the test succeeded. Missing licences and privileges make the test fail.',
		fix: 'On the mailbox record set Incoming Email, select Approve Email, then Test & Enable Mailbox, and read the Alerts section. The user needs a licence, read-write access and a security role with the mailbox privileges. To keep the email of one user out on purpose, Incoming Email = None is the right way.',
		seen: (found, explanation) => {
			const { value, mailboxId } = found.evidence;
			const shown = typeof value === 'number' || typeof value === 'boolean' ? code(String(value)) : 'what stops it';
			return say`${codeOf(found, 'column', 'A column')} of ${typeof mailboxId === 'string' ? mailbox(mailboxId, explanation) : 'the mailbox'} is ${shown}.`;
		}
	},
	'protected-email-kept-out': {
		title: 'Protected email is kept out',
		tone: 'info',
		cause:
			'With the OrgDBOrgSetting RestrictIRMEmailItems on, email protected by Information Rights Management is not synchronized.',
		fix: 'Nothing is wrong if protected email is meant to stay out. Otherwise set the OrgDBOrgSetting RestrictIRMEmailItems to false, or have the sender send it unprotected.',
		seen: () =>
			say`The email is protected by Information Rights Management, and ${setting('RestrictIRMEmailItems')} is ${code('true')}.`
	},
	'undeliverable-category': {
		title: 'Creating the row failed: Undeliverable',
		tone: 'warn',
		cause:
			'Exchange gave the email the category “Tracked to Dynamics 365 (Undeliverable)”: it was accepted, but the row could not be made in five attempts, about 15 minutes apart. A plug-in or workflow threw an exception or ran out of time, a privilege was missing, or the sender is invalid.',
		fix: 'Not visible in the files which: read the mailbox’s Alerts and the Server-Side Synchronization Item Monitoring dashboard (kept about three days) for the error, then the plug-in trace log of the messages DeliverIncomingEmail and Create of the email table. When it is mended, remove the category and track the email by hand.',
		seen: (found) => say`Its category is ${codeOf(found, 'category', 'Undeliverable')}.`
	}
} satisfies DiagnosisEntries;
