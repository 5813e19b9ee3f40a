/** Looked at and refused, or likely to be: numbers 3 to 9, 15 and 16 of the catalogue, and some beside it. */
import { NO_RECIPIENT_MATCH_ERROR } from '../labels';
import { code, field, setting } from '../parts';
import { say } from '../sentence';
import { codeOf, codesOf, nameOf, otherEmail, textsOf, type DiagnosisEntries } from './entry';

const emailSearch =
	"If the address is on the record and still does not resolve, its row in EmailSearch may be missing: ask the Web API for emailsearches?$filter=emailaddress eq '<address>'; changing the address on the record, saving, and changing it back makes the row again.";

const noRecipientMatch = `NoRecipientMatch, which is also shown as error ${NO_RECIPIENT_MATCH_ERROR}`;

export const REFUSALS = {
	'first-email-in-response-filter': {
		title: 'A first email, and all recipients take replies only',
		tone: 'warn',
		cause:
			'“Email messages in response to Dynamics 365 email” accepts an email only when a correlation method links it to a tracked one. A customer’s first email answers nothing. It is the filter that every user starts with.',
		fix: 'For a queue that is meant to get new matters set “Convert Incoming Email To Activities” to “All email messages”. For a user set Personal Options > Email to “Email messages from Dynamics 365 Leads, Contacts and Accounts” and have the sender as a contact, or track this email by hand.',
		seen: (found) => {
			const asked = textsOf(found, 'asked');
			return asked.length > 0
				? say`Asked: ${asked.slice(0, 5).join(', ')}. The email names no earlier one.`
				: say`The email names no earlier one, and every recipient takes replies only.`;
		}
	},
	'correlation-switched-off': {
		title: 'Correlation is switched off',
		tone: 'warn',
		cause:
			'With “Use correlation to track email conversations” off, replies are not linked by In-Reply-To or Thread-Index, and a filter that takes replies only has nothing to go by: the reason is NoCorrelationMatch. What another filter lets in is tracked, but linked to nothing.',
		fix: 'Switch on System Settings > Email > “Use correlation to track email conversations” (emailcorrelationenabled). It acts on email received from then on; track this one by hand if it is not tracked, and set its Regarding.',
		seen: (found, explanation) =>
			say`${setting('emailcorrelationenabled')} is ${code('false')}; with it on this email would count as an answer to ${otherEmail(found, explanation)}, by ${codeOf(found, 'method', 'InReplyTo')}.`
	},
	'reply-methods-ignored': {
		title: 'InReplyTo and ConversationIndex are ignored',
		tone: 'warn',
		cause:
			'With the OrgDBOrgSetting IgnoreConversationIndexAndInReplyToForCorrelation on, replies are linked by tracking tokens and smart matching only. A filter that takes replies refuses a reply without either: the reason is NoCorrelationMatch. What another filter lets in is tracked, but linked to nothing.',
		fix: 'Set the OrgDBOrgSetting IgnoreConversationIndexAndInReplyToForCorrelation to false, or use tracking tokens. If emailcorrelationenabled is off as well, switch on System Settings > Email > “Use correlation to track email conversations”, too. Either acts on email received from then on; track this one by hand if it is not tracked, and set its Regarding.',
		seen: (found, explanation) => {
			const off =
				found.evidence.correlationOff === true
					? say`, and ${setting('emailcorrelationenabled')} is ${code('false')}`
					: say``;
			return say`${setting('IgnoreConversationIndexAndInReplyToForCorrelation')} is ${code('true')}${off}; otherwise this email would be linked to ${otherEmail(found, explanation)} by ${codeOf(found, 'method', 'InReplyTo')}.`;
		}
	},
	'forward-not-a-reply': {
		title: 'A forward, which does not count as a reply',
		tone: 'info',
		cause:
			'With the OrgDBOrgSetting DoNotCorrelateForwardedEmailsAsReplies on, InReplyTo does not link a forward, although its In-Reply-To names a tracked email. A filter that takes replies refuses it: the reason is NoCorrelationMatch. What another filter lets in is tracked, but linked to nothing.',
		fix: 'Nothing is wrong if forwards are meant to be kept out; track this one by hand if it is wanted. To have forwards linked set DoNotCorrelateForwardedEmailsAsReplies to false. How Dynamics 365 tells a forward is not documented: if this prefix is that of a reply in your language, take it out of forwardPrefixes here.',
		seen: (found, explanation) =>
			say`${field(found.from, 'Subject')} starts with ${codeOf(found, 'prefix', 'the prefix of a forward')}, and ${setting('DoNotCorrelateForwardedEmailsAsReplies')} is ${code('true')}; In-Reply-To names ${otherEmail(found, explanation)}.`
	},
	'sender-is-no-record': {
		title: 'The filter goes by the sender, who is no such record',
		tone: 'warn',
		cause:
			'“Email messages from Dynamics 365 Leads, Contacts, and Accounts” accepts email whose sender is a lead, contact or account; “Email messages from Dynamics 365 records that are email enabled” counts every row with an email address, those of custom tables, too. An address that no such row has is refused, and whether it answers anything does not count. The reason is NoCorrelationMatch.',
		fix: 'Have a contact, lead or account with the sender’s address in one of its email columns. If the sender is a row of another table, set the filter to “Email messages from Dynamics 365 records that are email enabled”. The filter is in Personal Options > Email of the user, or “Convert Incoming Email To Activities” of the queue; SSSForceFilteringMethodForUserMailboxes goes before that of users. It acts on email received from then on; track this one by hand.',
		seen: (found) => {
			const asked = textsOf(found, 'asked').slice(0, 5).join(', ') || 'A recipient';
			const address = codeOf(found, 'address', 'The sender’s address');
			return typeof found.evidence.table === 'string'
				? say`${address} belongs to ${nameOf(found, 'name', 'a row')} of the table ${codeOf(found, 'table', 'of another kind')}, which the filter does not count. Asked: ${asked}.`
				: say`${address} belongs to no row that the filter counts. Asked: ${asked}.`;
		}
	},
	'sent-to-distribution-list': {
		title: 'It came by a distribution list',
		tone: 'warn',
		cause: `To and Cc name the list. Server-side synchronization looks only at those addresses and does not look up who is on a list: the mailbox’s owner is not among the recipients, and only “All email messages” takes such email. The reason is ${noRecipientMatch}.`,
		fix: `Have a queue with the list’s address and a mailbox of its own, or set the owner’s filter to “All email messages”. A distribution list itself cannot be synchronized. If the address is the owner’s own after all, add it to the record. ${emailSearch}`,
		seen: (found) =>
			textsOf(found, 'addresses').length > 0
				? say`${codesOf(found, 'addresses', 'The address')} in To or Cc is no user’s and no queue’s address; the email lay in the mailbox of ${nameOf(found, 'owner', 'a user')} all the same.`
				: say`${field(found.from, 'List-Id')} is ${codeOf(found, 'listId', 'set')}; no recipient is a user or a queue.`
	},
	'received-by-bcc': {
		title: 'It came by Bcc',
		tone: 'warn',
		cause: `Received email does not say who was in Bcc. The mailbox’s owner is not among the recipients, and only “All email messages” takes such email. The reason is ${noRecipientMatch}.`,
		fix: 'Ask senders to put the address into To or Cc, set the owner’s filter to “All email messages”, or track this email by hand.',
		seen: (found) =>
			say`No address of the domain of ${nameOf(found, 'owner', 'the mailbox’s owner')} is in To or Cc; the email lay in that mailbox all the same.`
	},
	'alias-not-on-record': {
		title: 'Sent to an alias that is not on the record',
		tone: 'warn',
		cause: `Addresses are compared as they are. An alias, a second address or one with a +tag leads to the same mailbox, but is another address to Dynamics 365. The reason is ${noRecipientMatch}.`,
		fix: `Add the alias to another column of the format Email on the user or queue; custom columns count. ${emailSearch}`,
		seen: (found) =>
			say`${codesOf(found, 'addresses', 'An address')} looks like an address of ${nameOf(found, 'owner', 'the mailbox’s owner')}, but no record has it.`
	},
	'shared-address-unresolved': {
		title: 'Several rows have the recipient’s address',
		tone: 'warn',
		cause: `With “Set To, cc, bcc fields as unresolved values if multiple matches are found in Incoming Emails” on, an address that several rows have resolves to none of them, not even to the user or queue that it belongs to. The reason is ${noRecipientMatch}, when no other recipient remains.`,
		fix: 'Give each row an address of its own: take it off the contact, account or user that has it as well. Or switch the setting off in System Settings > Email (unresolveemailaddressifmultiplematch).',
		seen: (found) =>
			say`${codeOf(found, 'address', 'A recipient’s address')} belongs to ${textsOf(found, 'rows').slice(0, 5).join(', ') || 'several rows'}.`
	},
	'email-search-row-missing': {
		title: 'The address is missing in EmailSearch',
		tone: 'info',
		cause: `Addresses are looked up in the table EmailSearch, which has a row for every email column of every record. When a row is missing there, the address resolves to nothing although the record has it, and the reason is ${noRecipientMatch}.`,
		fix: "Not visible in the files. Where an email was refused with NoRecipientMatch and is tracked here, ask the Web API for emailsearches?$filter=emailaddress eq '<address>'. If nothing comes back, change the address on the record, save, change it back and save again.",
		seen: () => say`Nothing in the files shows this.`
	},
	'internal-email-rejected': {
		title: 'Email between users is tracked once only',
		tone: 'info',
		cause:
			'“Track emails sent between Dynamics 365 users as two activities” is off: of email from one user to another the received copy is not tracked when the sent one is stored, or never with detection enhancement off.',
		fix: 'Switch the option on in System Settings > Email (ignoreinternalemail = false), or leave it: the sent copy is the activity. DoNotIgnoreInternalEmailToQueues lets email from users to queues in.',
		seen: (found) =>
			say`${codeOf(found, 'sender', 'The sender')} in ${field(found.from, 'From')} is a user or a queue, and ${codeOf(found, 'setting', 'a setting')} rejects it.`
	},
	'sender-malformed': {
		title: 'The sender is not an address',
		tone: 'warn',
		cause:
			'From is missing or cannot be read as an email address. The reason is InvalidSender. Scanners, scripts and old devices write such fields.',
		fix: 'Correct the sender on the device or in the program that wrote the email. Server-side synchronization tries such email again up to five times and then gives it the category “Tracked to Dynamics 365 (Undeliverable)”.',
		seen: (found) =>
			say`${field(found.from, 'From')} has ${codeOf(found, 'address', 'no address')}, where an address was expected.`
	},
	'recipient-malformed': {
		title: 'A recipient is not an address',
		tone: 'info',
		cause:
			'To holds something that cannot be read as an email address. InvalidSender is documented of a malformed From or To; what one such recipient beside good ones does is not, so it is left out here and decides nothing.',
		fix: 'If Dataverse shows InvalidSender for this email, correct the recipient in the program that wrote it. Server-side synchronization tries such email again up to five times and then gives it the category “Tracked to Dynamics 365 (Undeliverable)”.',
		seen: (found) =>
			say`${field(found.from, 'To')} has ${codesOf(found, 'addresses', 'something')}, where an address was expected.`
	}
} satisfies DiagnosisEntries;
