/** The row has not what was expected: numbers 28 to 32, 34 and 35 of the catalogue. */
import { email, field } from '../parts';
import { ownerClause } from '../checks/owner';
import { checkOf } from '../checks/words';
import { listOf, say, sentenceStart } from '../sentence';
import { codeOf, nameOf, numberOf, otherEmail, textsOf, type DiagnosisEntries } from './entry';

const maxNamedEmails = 3;

export const ROW_CONTENT = {
	'regarding-empty': {
		title: 'Linked, but Regarding is empty',
		tone: 'info',
		cause:
			'Regarding is taken over from the email that this one is linked to. That one had none when this one came in; setting it there later changes nothing here.',
		fix: 'Set Regarding on both by hand: the next reply takes over that of the email it answers. A rule for creating records can set it for email without one.',
		seen: (found, explanation) => say`It is linked to ${otherEmail(found, explanation)}, which has no Regarding.`
	},
	'parent-empty-by-design': {
		title: 'Parent Activity Id is empty by design',
		tone: 'info',
		cause:
			'Only InReplyTo and ConversationIndex fill Parent Activity Id. An email that TrackingToken or SmartMatching linked has Correlated Activity Id alone.',
		fix: 'Nothing is wrong. Use Correlated Activity Id in views, flows and reports instead of Parent Activity Id.',
		seen: (found, explanation) =>
			say`${codeOf(found, 'method', 'The method')} linked it to ${otherEmail(found, explanation)}.`
	},
	'sender-matches-several-rows': {
		title: 'Several rows have the sender’s address',
		tone: 'info',
		cause:
			'From holds one row. Of several with the address one owned by the receiver goes first, then the first active one by type: user, contact, account, lead and so on; within a type the first created. With UnresolveSenderInCaseOfMultipleMatch none is taken.',
		fix: 'Merge the duplicates, or take the address off the rows that should not have it. Custom email columns count as well.',
		seen: (found) => {
			const rows = numberOf(found, 'rows');
			return say`${rows === null ? 'Several' : String(rows)} rows have ${codeOf(found, 'address', 'the sender’s address')}; taken: ${nameOf(found, 'chosen', 'none')}.`;
		}
	},
	'recipient-matches-several-rows': {
		title: 'Several rows have a recipient’s address',
		tone: 'info',
		cause: 'A recipient’s address resolves to every row that has it, so one address makes several parties in To or Cc.',
		fix: 'Take the address off the rows that should not have it. “Set To, cc, bcc fields as unresolved values if multiple matches are found in Incoming Emails” leaves such an address unresolved, but users and queues then vanish with the others.',
		seen: (found) =>
			say`${codeOf(found, 'address', 'A recipient’s address')} belongs to ${textsOf(found, 'rows').slice(0, 5).join(', ') || 'several rows'}.`
	},
	'sent-and-received-copy': {
		title: 'Two activities: sent and received',
		tone: 'info',
		cause:
			'The sent and the received copy of one email are two rows with one Message-ID, one for each direction. Dynamics 365 makes both when both are tracked, with email from and to queues in particular.',
		fix: 'Switch “Track emails sent between Dynamics 365 users as two activities” off in System Settings > Email (ignoreinternalemail = true). DoNotIgnoreInternalEmailToQueues and IgnoreInternalEmailFromQueues decide about queues.',
		seen: (found, explanation) =>
			say`${otherEmail(found, explanation)} has the same ${field(found.from, 'Message-ID')} and is tracked as ${found.evidence.outgoing === true ? 'received' : 'sent'} email.`
	},
	'message-id-conflict': {
		title: 'Two emails, one Message-ID',
		tone: 'warn',
		cause:
			'A Message-ID names one email in the whole world (RFC 5322). Software that gives it out twice makes two emails look like one: the second counts as a duplicate, becomes no activity, and replies to either are linked to the first.',
		fix: 'Find out which software writes the Message-ID, often a scanner, a robot or a mail merge, and have it corrected. Until then track the second email by hand.',
		seen: (found, explanation) =>
			say`The same ${field(found.from, 'Message-ID')} stands in ${listOf(
				textsOf(found, 'activityIds')
					.slice(0, maxNamedEmails)
					.map((id) => email(explanation, id))
			)}, with another subject, sender or Date.`
	},
	'owner-unexpected': {
		title: 'The row has an unexpected owner',
		tone: 'info',
		cause:
			'The owner is looked for in To, then Cc, then Bcc: in the first of these with an owner who may be one, a recipient who owns the correlated email goes first, then one who owns the sender’s contact, account or lead, then the first who is eligible.',
		fix: 'Compare the owners of the correlated email and of the sender’s row in the check “Owner”. For email to a queue the owner is the queue’s. Assign the row by hand or with a flow where another owner is wanted; privileges are not described here.',
		seen: (found, explanation) => {
			const owner = checkOf(explanation, 'population/owner')?.evidence;
			return owner
				? say`${sentenceStart(ownerClause(owner, explanation))}; it was accepted by ${nameOf(found, 'accepting', 'somebody else')}.`
				: say`It was accepted by ${nameOf(found, 'accepting', 'somebody')} and belongs to ${nameOf(found, 'owner', 'somebody else')}.`;
		}
	},
	'folder-sets-regarding': {
		title: 'The tracked folder sets Regarding',
		tone: 'info',
		cause:
			'Regarding comes from the folder. A change made by hand is overwritten by the folder’s Regarding at the next synchronization.',
		fix: 'Move the email to another folder before changing its Regarding, or take the Regarding off the tracked folder.',
		seen: (found) =>
			say`It lay in ${codeOf(found, 'folder', 'a tracked folder')}, whose Regarding is ${nameOf(found, 'regarding', 'set')}.`
	},
	'queue-item-for-each-queue': {
		title: 'Queue items of several queues, or none for one',
		tone: 'info',
		cause:
			'By default each queue that a recipient address resolves to gets a queue item of the one email, and a rule for creating records may make a case for each. A queue that meets the email later gets none.',
		fix: 'Check the OrgDBOrgSettings CreateQueueItemsForAcceptingQueueRecipients (one for each resolved queue), CreateQueueItemForSynchronizingMailbox (one for the queue whose mailbox is processed, also when it is in Bcc or a list) and SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail (one for a queue that meets it later).',
		seen: (found) => {
			const listed = (key: string) => textsOf(found, key).slice(0, 5).join(', ');
			const [made, without] = [listed('queues'), listed('without')];
			if (without === '') return say`Queue items are made for ${made || 'several queues'}.`;
			return made === ''
				? say`No queue item is made for ${without}.`
				: say`A queue item is made for ${made}, and none for ${without}.`;
		}
	}
} satisfies DiagnosisEntries;
