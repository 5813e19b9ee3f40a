/** What the screen says of the fields of users, queues, records, mailboxes, places of files and marks. */
import type { RecordReference } from '../../domain/columns';
import type { Mailbox, Mark, Placement, Queue, RecordRow, TrackedFolder, User } from '../../domain/environment';
import { maxTrackedFolders } from '../../domain/limits';
import { rowFieldWords, type RowFieldWords } from './words';

/** Keys of a row in the environment file; instants lose the unit that they have once read. */
type Column<Row> = Exclude<WithoutUnit<keyof Row>, 'id'>;
type WithoutUnit<Key> = Key extends `${infer Name}UtcMs` ? Name : Key extends string ? Key : never;
type WordsOf<Row> = Readonly<Record<Column<Row>, RowFieldWords>>;

const CASE_IGNORED = 'Letter case does not count: an assumption. Aliases are addresses of their own.';

const NOT_DESCRIBED = 'Not described, it stops nothing: an assumption.';

const ONE_NAME_NEEDED = 'one of the two is needed.';

const USER_WORDS: WordsOf<User> = {
	fullname: rowFieldWords(
		'Names the user wherever the user is mentioned here.',
		'Without it the id stands for the name.',
		'documented',
		['userTable'],
		{ effect: 'shown' }
	),
	trackingtokenid: rowFieldWords(
		'The user’s number in tracking tokens. Tokens with it, the base added, are read as this user’s.',
		'Without it no token is read as this user’s.',
		'documented',
		['filteringAndCorrelation', 'userSettingsTable'],
		{ effect: 'shown', note: 'Tokens link emails by their text as it was stored, whatever the number in them.' }
	),
	emailaddresses: rowFieldWords(
		'Email to one of these is addressed to the user, email from one comes from the user.',
		'Without any the user sends and receives no email.',
		'documented',
		['associateAddress', 'noRecipientMatch'],
		{ note: CASE_IGNORED }
	),
	active: rowFieldWords(
		'No address leads to an inactive user, so that user’s filter is not asked.',
		'Left out, the user counts as active.',
		'documented',
		['associateAddress']
	),
	incomingemailfilteringmethod: rowFieldWords(
		'The filter for email to this user. All users and queues in To and Cc are asked, and one that accepts the email is enough.',
		'Left out, only replies to tracked email are accepted, as Dynamics 365 does by default.',
		'documented',
		['filteringAndCorrelation', 'unexpectedData'],
		{
			note: 'SSSForceFilteringMethodForUserMailboxes goes before it. UseFilteringMethodOfSyncingMailboxOnlyForCorrelation asks the owner of the mailbox alone.'
		}
	)
};

const QUEUE_WORDS: WordsOf<Queue> = {
	name: rowFieldWords(
		'Names the queue wherever it is mentioned here.',
		'Without it the id stands for the name.',
		'documented',
		['queueTable'],
		{ effect: 'shown' }
	),
	ownerid: rowFieldWords(
		'The queue’s owner can become the owner of email to the queue. Of several rows with the sender’s address one that this user owns goes first.',
		'Without it the owner of email to the queue may stay unknown.',
		'documented',
		['emailRecordOwner', 'associateAddress', 'tokenReuse'],
		{ note: 'Tracking tokens of email from the queue have the owner’s number and use the owner’s counter.' }
	),
	emailaddresses: rowFieldWords(
		'Email to one of these is addressed to the queue, email from one comes from the queue.',
		'Without any the queue sends and receives no email.',
		'documented',
		['associateAddress', 'noRecipientMatch'],
		{ note: CASE_IGNORED }
	),
	active: rowFieldWords(
		'An inactive queue is not found as recipient, so its filter is not asked, unless ResolveForInactiveEntities is on.',
		'Left out, the queue counts as active.',
		'inferred',
		['settingsCatalogue', 'outlookTrackingQuestions']
	),
	incomingemailfilteringmethod: rowFieldWords(
		'The filter for email to this queue. All users and queues in To and Cc are asked, and one that accepts the email is enough.',
		'Left out, only replies to tracked email are accepted.',
		'documented',
		['filteringAndCorrelation', 'queueTable'],
		{
			note: 'Replies only is the documented default of users; that it is the queues’, too, is an assumption. UseFilteringMethodOfSyncingMailboxOnlyForCorrelation asks the owner of the mailbox alone.'
		}
	)
};

const RECORD_NAME_WORDS = rowFieldWords(
	'Names the record wherever it is mentioned here.',
	'Without it the id stands for the name.',
	'assumed',
	['environmentFile'],
	{ effect: 'shown' }
);

const RECORD_WORDS: WordsOf<RecordRow> = {
	name: RECORD_NAME_WORDS,
	table: rowFieldWords(
		'Decides which filters its email passes: one is for leads, contacts and accounts, another for rows of any table. Of several rows with the sender’s address a contact goes before an account, that before a lead, and others come last.',
		'Left out, the row counts as one of a custom table.',
		'documented',
		['filteringAndCorrelation', 'associateAddress']
	),
	emailaddresses: rowFieldWords(
		'Email from one of these comes from this record, which the filters for senders ask for.',
		'Without any, no email comes from this record.',
		'documented',
		['associateAddress', 'filteringAndCorrelation'],
		{ note: CASE_IGNORED }
	),
	ownerid: rowFieldWords(
		'Of several rows with the sender’s address one that the receiving user or the queue’s owner owns goes first. A recipient who owns the sender’s contact, account or lead goes first as owner of the email.',
		'Without it the owner of email from this record may stay unknown.',
		'documented',
		['associateAddress', 'emailRecordOwner']
	),
	active: rowFieldWords(
		'Of several rows with an address active ones count only. A sender’s only row counts whatever its state.',
		'Left out, the record counts as active.',
		'documented',
		['associateAddress'],
		{ note: 'With ResolveForInactiveEntities on, inactive rows count, too.' }
	),
	createdon: rowFieldWords(
		'Of several rows of one table with the sender’s address the one created first goes first.',
		'Without it the record comes after those with a date: an assumption.',
		'documented',
		['associateAddress', 'outlookTrackingQuestions']
	)
};

const MAILBOX_WORDS: WordsOf<Mailbox> = {
	ownerid: rowFieldWords(
		'Whose mailbox it is: the filter of this user or queue is asked for email in it.',
		'Without it nobody can tell what the filters do with email in this mailbox.',
		'documented',
		['filteringAndCorrelation', 'mailboxTable'],
		{
			note: 'In Dataverse this is the mailbox’s Regarding, not the owner of its row. An email lies in the mailbox’s Inbox where the owner’s address is in To, Cc, Bcc or Delivered-To: an assumption, for files that “Where files lay” does not name.'
		}
	),
	incomingemaildeliverymethod: rowFieldWords(
		'Only a mailbox with Server-Side Synchronization is looked at. None turns automatic tracking off for its owner.',
		'Left out, it counts as Server-Side Synchronization: an assumption.',
		'documented',
		['filteringAndCorrelation', 'notTracked', 'mailboxTable']
	),
	enabledforincomingemail: rowFieldWords(
		'Email in a mailbox that is not enabled is not looked at. Test & Enable Mailbox enables it.',
		'Left out, the mailbox counts as enabled: an assumption.',
		'documented',
		['notTracked', 'mailboxTable']
	),
	emailrouteraccessapproval: rowFieldWords(
		'Email in a mailbox whose address is not approved is not looked at.',
		NOT_DESCRIBED,
		'documented',
		['notTracked', 'mailboxTable']
	),
	incomingemailstatus: rowFieldWords(
		'How the last Test & Enable Mailbox ended. Only after a success is email in the mailbox looked at.',
		NOT_DESCRIBED,
		'documented',
		['notTracked', 'mailboxTable']
	),
	testedandenabledon: rowFieldWords(
		'When Test & Enable Mailbox was selected: what lies in the Inbox then is looked at, also if it was passed over before, from Process Emails From on.',
		'Without it nothing that was passed over gets a second look.',
		'inferred',
		['filteringAndCorrelation']
	),
	processemailreceivedafter: rowFieldWords(
		'Email received earlier is not looked at, in the Inbox and in Sent Items.',
		'Without it no email is too old, unless the server profile has a date.',
		'documented',
		['filteringAndCorrelation', 'notTracked'],
		{ note: 'Email received at this very time is looked at, and tracked folders have no such date: assumptions.' }
	),
	profileprocessemailsreceivedafter: rowFieldWords(
		'The same date on the email server profile. The later one of the two applies.',
		'Without it the mailbox’s own date applies.',
		'documented',
		['notTracked']
	),
	trackedfolders: rowFieldWords(
		'Email in these folders is tracked whatever the filter says.',
		'Without any, only the Inbox is looked at, and Sent Items where AutoTrackSentFolderItems is on.',
		'documented',
		['folderTracking', 'filteringAndCorrelation'],
		{
			note: `Only folders below the Inbox count, at most ${maxTrackedFolders} of them, and none in the mailbox of a queue.`
		}
	),
	syncs: rowFieldWords(
		'When the mailbox was synchronized. Each time it looks at email that lies in the Inbox and was received after the last email it processed, so what was elsewhere at that time stays unseen.',
		'Without any, email is seen as it arrives: an assumption.',
		'documented',
		['filteringAndCorrelation']
	)
};

const PLACEMENT_WORDS: WordsOf<Placement> = {
	files: rowFieldWords(
		'Which of the dropped files lay there, by path. Of several rows the first that fits a path counts.',
		'Left out, every file lay there.',
		'assumed',
		['environmentFile']
	),
	mailboxid: rowFieldWords(
		'The mailbox that held these files. Each mailbox looks for itself at the email that it holds.',
		'Without it nobody can tell whether these files are tracked.',
		'documented',
		['filteringAndCorrelation']
	),
	folder: rowFieldWords(
		'Where the email arrived. The Inbox is looked at, Sent Items where AutoTrackSentFolderItems is on, and tracked folders; no other folder is.',
		'Left out, it arrived in the Inbox.',
		'documented',
		['filteringAndCorrelation', 'trackSentItems', 'folderTracking']
	),
	category: rowFieldWords(
		'“Tracked to Dynamics 365” tracks an email in any folder whatever the filter says. Other categories do nothing.',
		'Without it no category tracks the email.',
		'documented',
		['categoryTracking', 'filteringAndCorrelation'],
		{ note: 'Only while TrackCategorizedItems is on.' }
	),
	moves: rowFieldWords(
		'When the email was moved, and where to. What a rule took out of the Inbox before a sync stays unseen, even when it is moved back.',
		'Without any it stayed where it arrived.',
		'documented',
		['filteringAndCorrelation'],
		{ note: 'Email that is moved into a tracked folder is tracked there: an assumption.' }
	)
};

const MARK_WORDS: WordsOf<Mark> = {
	messageid: rowFieldWords(
		'Names the marked email. What is sent or tracked by hand is the first email with this Message-ID; Untracked and a Regarding alone apply to all with it.',
		`Without it the SHA-256 names the email; ${ONE_NAME_NEEDED}`,
		'assumed',
		['environmentFile']
	),
	sha256: rowFieldWords(
		'Names one exact email by the content of its file, and goes before a Message-ID.',
		`Without it the Message-ID names the email; ${ONE_NAME_NEEDED}`,
		'assumed',
		['environmentFile']
	),
	tracked: rowFieldWords(
		'What is sent from Dynamics 365 or tracked by hand is stored whatever its mailbox, folder, date or filter. Untracked keeps the email out, so nothing is linked to it.',
		'Left out, the filters decide.',
		'documented',
		['filteringAndCorrelation', 'categoryTracking', 'outlookTrackingQuestions'],
		{ note: 'That an untracked email is not stored is an assumption.' }
	),
	regarding: rowFieldWords(
		'The record that the email was set to by hand, or none. Email that is linked to it takes that over.',
		'Left out, Regarding is taken over from the email it is linked to.',
		'documented',
		['filteringAndCorrelation', 'folderTracking'],
		{ effect: 'shown', note: 'The Regarding of a tracked folder goes before it.' }
	)
};

export const ROW_FIELD_WORDS = {
	users: USER_WORDS,
	queues: QUEUE_WORDS,
	records: RECORD_WORDS,
	mailboxes: MAILBOX_WORDS,
	placements: PLACEMENT_WORDS,
	marks: MARK_WORDS
};

/** Of what can be set for a single tracked folder. */
export const TRACKED_FOLDER_WORDS: Readonly<Record<Exclude<keyof TrackedFolder, 'path'>, RowFieldWords>> = {
	regarding: rowFieldWords(
		'The record that email in the folder is set to, over what was set by hand.',
		'Left out, the folder leaves Regarding as it is.',
		'documented',
		['folderTracking'],
		{ effect: 'shown' }
	)
};

/** Of the record that a Regarding names. */
export const REGARDING_RECORD_WORDS: Readonly<Record<keyof RecordReference, RowFieldWords>> = {
	table: rowFieldWords(
		'The table that the record is in, such as incident for cases.',
		'Left out, the record is shown without its table.',
		'documented',
		['emailTable'],
		{ effect: 'shown' }
	),
	id: rowFieldWords('Which record it is. It is what regardingobjectid holds.', null, 'documented', ['emailTable'], {
		effect: 'shown'
	}),
	name: RECORD_NAME_WORDS
};
