/** Tracked but should not be: numbers 17 to 22 of the catalogue. */
import { AUTO_REPLY_CLASS_LABELS } from '../labels';
import { code, field, header, instant, setting } from '../parts';
import { say } from '../sentence';
import { codeOf, nameOf, numberOf, otherEmail, type DiagnosisEntries } from './entry';

export const TRACKED_ANYWAY = {
	'accepted-by-another-recipient': {
		title: 'Another recipient accepted it',
		tone: 'info',
		cause:
			'Every user and queue among the recipients is asked with its own filter; one yes is enough. Accepting Entity says who accepted it, Receiving Mailbox in whose mailbox it was seen, and the two differ.',
		fix: 'Look at the filter of the Accepting Entity: a queue or colleague with “All email messages” tracks what is sent to both. Change that filter, or set the OrgDBOrgSetting UseFilteringMethodOfSyncingMailboxOnlyForCorrelation to true, so that only the owner of the mailbox is asked (the page on filtering and correlation ascribes this to SSSForceFilteringMethodForUserMailboxes).',
		seen: (found) =>
			say`It was seen in the mailbox of ${nameOf(found, 'owner', 'one recipient')} and accepted by ${nameOf(found, 'accepting', 'another')}.`
	},
	'all-email-accepted': {
		title: 'A user takes all email',
		tone: 'info',
		cause:
			'The user’s filter is “All email messages”, so private email, newsletters and email from Human Resources become activities that colleagues may read.',
		fix: 'Set Personal Options > Email of the user back to “Email messages in response to Dynamics 365 email”, or for everybody the OrgDBOrgSetting SSSForceFilteringMethodForUserMailboxes to 1. HideTrackAllOption takes the choice away.',
		seen: (found) =>
			found.evidence.forcedBy
				? say`${nameOf(found, 'accepting', 'A user')} accepted it, because ${setting(String(found.evidence.forcedBy))} forces “All email messages”; it answers nothing.`
				: say`${nameOf(found, 'accepting', 'A user')} accepted it; it answers nothing, and its sender is no contact, account or other record.`
	},
	'forward-tracked': {
		title: 'A forward is tracked like a reply',
		tone: 'info',
		cause:
			'A forward carries In-Reply-To and the thread’s index like a reply. It is linked to the conversation, and so are the answers of whoever got it. Untracking one email does not stop the later ones while the first is tracked.',
		fix: 'Set the OrgDBOrgSetting DoNotCorrelateForwardedEmailsAsReplies to true; it acts on InReplyTo, while Thread-Index may still link the forward. Or start a new email for internal questions.',
		seen: (found, explanation) =>
			say`${field(found.from, 'Subject')} starts with ${codeOf(found, 'prefix', 'the prefix of a forward')}, and it is linked to ${otherEmail(found, explanation)}.`
	},
	'user-and-queue-share-address': {
		title: 'A user and a queue share one address',
		tone: 'warn',
		cause:
			'An address resolves to every row that has it. The user and the queue are both recipients, and the queue’s filter accepts what the user’s refuses.',
		fix: 'Give the queue an address and a mailbox of its own, and take the shared address off one of the two.',
		seen: (found) =>
			say`${codeOf(found, 'address', 'A recipient’s address')} belongs to a user and to the queue ${nameOf(found, 'accepting', 'that accepted it')}.`
	},
	'historic-email-tracked': {
		title: 'Old email, tracked after Test & Enable Mailbox',
		tone: 'info',
		cause:
			'Test & Enable Mailbox sets the watermark back to Process Emails From. What lies in the Inbox since that date is looked at again, however old it is.',
		fix: 'Set Process Emails From of the email server profile and of the mailbox to a recent date before selecting Test & Enable Mailbox; the field must first be added to the mailbox form. Delete or untrack what was tracked by mistake.',
		seen: (found) => {
			const received = numberOf(found, 'receivedAtUtcMs');
			const tested = numberOf(found, 'testedAndEnabledUtcMs');
			return received === null || tested === null
				? say`It was seen when the mailbox was tested and enabled.`
				: say`It was received ${instant(received)} and seen when the mailbox was tested and enabled, ${instant(tested)}.`;
		}
	},
	'auto-reply-tracked': {
		title: 'An automatic email is tracked',
		tone: 'info',
		cause:
			'Server-side synchronization does not look at whether an email is automatic when it decides what to track. One that answers a tracked email joins its conversation; one that is linked to nothing is a new activity, of which a rule for creating records may make a case. With rules that make cases and send acknowledgements, two automatic systems can answer each other without end.',
		fix: 'Let a flow or a rule act on the InternetMessageHeaders column, or keep such email out of the mailbox with an Exchange rule.',
		seen: (found, explanation) => {
			const { autoReply } = explanation;
			const evidence = autoReply.evidence.find((candidate) => candidate.from);
			const shown = evidence?.from ? say` (${header(evidence.from)}: ${code(evidence.value)})` : say``;
			const made =
				typeof found.evidence.activityId === 'string'
					? say`linked to ${otherEmail(found, explanation)}`
					: say`a new activity, of which a rule may make a case`;
			return say`It is of the class “${AUTO_REPLY_CLASS_LABELS[autoReply.class]}”${shown}, and tracked all the same: ${made}.`;
		}
	}
} satisfies DiagnosisEntries;
