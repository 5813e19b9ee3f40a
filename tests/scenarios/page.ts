/**
 * Every paragraph, list item and table row of the source page (Learn, "Email message filtering and correlation"), in
 * our own words and numbered within its heading; after it the option sets, settings and readings that the page leaves
 * to other pages. `otherwise` says where the product shows what no decision can show, or why there is nothing to show.
 */
export interface Place {
	readonly at: string;
	readonly says: string;
	readonly otherwise?: string;
}
export interface Section {
	readonly heading: string;
	readonly places: readonly Place[];
}

export const PAGE = [
	{
		heading: 'Which messages are tracked',
		places: [
			{
				at: '1.0',
				says: 'The page needs a sign-in.',
				otherwise: 'About the web site. Tracklens needs no sign-in and works offline.'
			},
			{ at: '1.1', says: 'Received messages become email activities by themselves, or by App for Outlook.' },
			{ at: '1.2', says: 'Only the Inbox itself is looked at for automatic tracking.' },
			{ at: '1.3', says: 'A subfolder counts only when folder-level tracking is set up for it.' },
			{ at: '1.4', says: 'A message that was in a subfolder at a sync is not picked up after it is moved back.' },
			{ at: '1.5', says: 'A sync looks only at mail received after the last mail of the sync before.' },
			{ at: '1.6', says: 'Way out: track by hand, with the category or App for Outlook.' },
			{ at: '1.7', says: 'Way out: set Process Emails From to an earlier date.' },
			{
				at: '1.8',
				says: 'That field has to be added to the mailbox form first.',
				otherwise: 'Advice on a form of Dynamics 365. The field is in the form of a mailbox on the page Environment.'
			},
			{ at: '1.9', says: 'Way out: Test & Enable Mailbox.' },
			{ at: '1.10', says: 'Each user chooses a filter.' },
			{ at: '1.11', says: 'All email messages: everything is tracked.' },
			{ at: '1.12', says: 'In response to email: only answers to tracked mail are; this is the default.' },
			{ at: '1.13', says: 'The answer is correlated after the filter; an administrator can turn correlation off.' },
			{ at: '1.14', says: 'From leads, contacts, and accounts: the sender must resolve to one of these.' },
			{ at: '1.15', says: 'From email enabled records: any row counts, custom tables included.' },
			{ at: '1.16', says: 'No email messages: nothing is tracked by itself.' },
			{ at: '1.17', says: 'The filters can be set to work on sent items, too.' },
			{ at: '1.18', says: 'The filters work for queues and their mailboxes, too.' },
			{ at: '1.19', says: 'Mail tracked by hand is synchronized whatever the filter says.' },
			{ at: '1.20', says: 'Incoming Email set to None on the mailbox ends tracking for that user.' }
		]
	},
	{
		heading: 'Use conversations to track emails',
		places: [
			{ at: '2.1', says: 'Five pieces of information of a message decide whether it belongs to a tracked one.' },
			{ at: '2.2', says: 'MessageId names a message.' },
			{ at: '2.3', says: 'InReplyTo holds the MessageId that is answered.' },
			{ at: '2.4', says: 'A program may drop InReplyTo when the subject is changed; then it cannot correlate.' },
			{ at: '2.5', says: 'Desktop Outlook keeps InReplyTo when the subject is changed.' },
			{ at: '2.6', says: 'ConversationIndex names the thread.' },
			{ at: '2.7', says: 'A tracking token stands in the subject.' },
			{ at: '2.8', says: 'Subject words and recipients serve smart matching, as configured.' },
			{ at: '2.9', says: 'The four methods are tried in a fixed order.' },
			{ at: '2.10', says: 'First InReplyTo: equal to the MessageId of an email already there.' },
			{ at: '2.11', says: 'InReplyTo is on by default, exact, and has no false positives.' },
			{ at: '2.12', says: 'Then the tracking token: equal to the token of an email already there; on by default.' },
			{ at: '2.13', says: 'A person can see and change a token, which can link falsely.' },
			{ at: '2.14', says: 'Then ConversationIndex: equal to that of an email already there.' },
			{ at: '2.15', says: 'Last smart matching: similar recipients and enough subject words in common.' },
			{ at: '2.16', says: 'Smart matching is not recommended, for its false positives; it can link across threads.' }
		]
	},
	{
		heading: 'How to determine if and why an email was automatically tracked',
		places: [
			{ at: '3.1', says: 'Organization-wide settings and those of users and queues decide together.' },
			{
				at: '3.2',
				says: 'Columns of the email table tell if and why; add them to a view.',
				otherwise: 'The grid Activities and the table of columns of each email hold them by their logical names.'
			},
			{ at: '3.3', says: 'Accepting Entity: the user or queue that was set to track what it received.' },
			{ at: '3.4', says: 'Receiving Mailbox: the mailbox being processed when such a recipient was found.' },
			{ at: '3.5', says: 'The two can differ: Luisa’s mailbox is processed first, the queue Sales accepts.' },
			{ at: '3.6', says: 'Correlated Activity ID: the tracked email that this one belongs to.' },
			{ at: '3.7', says: 'Correlation Method: an integer, 3 for InReplyTo, read through the Web API.' },
			{
				at: '3.8',
				says: 'Address of the Web API call, and where to find the id of an email.',
				otherwise: 'Not a decision. The columns of each email show correlationmethod as the integer with its name.'
			},
			{ at: '3.9', says: 'Parent Activity ID: filled for InReplyTo and ConversationIndex only.' }
		]
	},
	{
		heading: 'Identify automatic replies',
		places: [
			{ at: '4.1', says: 'Out-of-office answers and the like are tracked as any other mail.' },
			{ at: '4.2', says: 'InternetMessageHeaders is filled for incoming mail with Auto-Submitted or Reply-To.' },
			{ at: '4.3', says: 'The values are kept as JSON.' },
			{ at: '4.4', says: 'Auto-Submitted in it says that the mail was made by a machine.' },
			{ at: '4.5', says: 'Row Auto-Submitted: values differ by provider, auto-replied or auto-generated.' },
			{ at: '4.6', says: 'Row Reply-To: the address to answer to, in differing forms.' }
		]
	},
	{
		heading: 'Automatic population of Regarding column',
		places: [
			{ at: '5.1', says: 'Regarding links an email to another row; it can be set by hand.' },
			{ at: '5.2', says: 'Correlated mail takes the Regarding of the email it was correlated with.' }
		]
	},
	{
		heading: 'How customer engagement apps use tracking tokens',
		places: [
			{
				at: '6.1',
				says: 'A token is put at the end of the subject; it matches activities with messages; on by default.'
			}
		]
	},
	{
		heading: 'Tracking token structure',
		places: [
			{ at: '7.1', says: 'Four characters of prefix and seven digits by default.' },
			{
				at: '7.2',
				says: 'Row prefix: 1 to 20 characters, CRM by default, best unique to each environment.',
				otherwise: 'Its limits are those of an environment file: `limits.test.ts`.'
			},
			{ at: '7.3', says: 'Row prefix: former prefixes are kept and keep correlating.' },
			{ at: '7.4', says: 'Row designator: one digit for online or offline.' },
			{
				at: '7.5',
				says: 'Row base number: 0 to 2,147,483,647, 0 by default, added to the user’s number; base 500 makes the first user 501.',
				otherwise: 'Its limits are those of an environment file: `limits.test.ts`.'
			},
			{
				at: '7.6',
				says: 'Row user digits: 1 to 10, three by default.',
				otherwise: 'Its limits are those of an environment file: `limits.test.ts`.'
			},
			{
				at: '7.7',
				says: 'Row counter digits: 1 to 9, three by default; counts activities, not messages.',
				otherwise: 'Its limits are those of an environment file: `limits.test.ts`.'
			},
			{ at: '7.8', says: 'After 999 the counter starts again at 000; more digits make double tokens rarer.' }
		]
	},
	{
		heading: 'Set up or turn tracking tokens on or off',
		places: [{ at: '8.1', says: 'Tokens are turned on or off and shaped in System Settings, tab Email.' }]
	},
	{
		heading: 'Smart matching',
		places: [
			{ at: '9.1', says: 'Subject, sender and recipients are taken from an incoming mail and compared.' },
			{ at: '9.2', says: 'Subjects: prefixes such as RE: and letter case are ignored.' },
			{ at: '9.3', says: 'Addresses: exact ones in common are counted.' },
			{ at: '9.4', says: 'Then owner and object of the email are chosen.' },
			{ at: '9.5', says: 'Off by default; turned on and tuned in System Settings.' }
		]
	},
	{
		heading: 'How smart matching works',
		places: [
			{ at: '10.1', says: 'Only similarity counts: subject, sender, and recipients with Cc and Bcc.' },
			{ at: '10.2', says: 'Hashes are kept for mail sent from Dynamics 365 and for tracked mail.' },
			{ at: '10.3', says: 'Subject hashes: noise words go, the rest is split into words; a token is a word.' },
			{ at: '10.4', says: 'Recipient hashes: each address counts once.' },
			{ at: '10.5', says: 'Two mails belong together with equally many subject hashes and two addresses in common.' },
			{ at: '10.6', says: 'Under load only the last 90 days are searched.' }
		]
	},
	{
		heading: 'Smart matching advanced settings',
		places: [
			{ at: '11.1', says: 'HashFilterKeywords: what the pattern matches is taken out of the subject.' },
			{ at: '11.2', says: 'By default any words with a colon at the start; sample 1, Test.' },
			{ at: '11.3', says: 'Sample 2, RE: Test.' },
			{ at: '11.4', says: 'Sample 3, FW: RE: Test.' },
			{ at: '11.5', says: 'Out of office: stays by default.' },
			{ at: '11.6', says: 'A changed pattern takes it out; the page prints it with escapes.' },
			{ at: '11.7', says: 'HashMaxCount: at most 20 words are hashed.' },
			{ at: '11.8', says: 'HashDeltaSubjectCount: by how many the word counts may differ, 0.' },
			{ at: '11.9', says: 'HashMinAddressCount: how many addresses must agree, 2.' }
		]
	},
	{
		heading: 'See also',
		places: [
			{ at: '12.1', says: 'Forward mailbox or individual mailboxes.' },
			{ at: '12.2', says: 'An email address and its row.' }
		]
	},
	{
		heading: 'Option sets',
		places: [
			{ at: 'incomingemailfilteringmethod of a user', says: '0 to 4.' },
			{ at: 'incomingemailfilteringmethod of a queue', says: '0 to 4.' },
			{
				at: 'incomingemailfilteringmethod for sent items',
				says: '0 to 4, with the recipients in the place of the sender.'
			},
			{
				at: 'incomingemaildeliverymethod',
				says: '0 None, 1 Dynamics 365 for Outlook, 2 server-side synchronization, 3 forward mailbox.'
			},
			{ at: 'emailrouteraccessapproval', says: '0 Empty, 1 Approved, 2 Pending, 3 Rejected.' },
			{ at: 'incomingemailstatus', says: '0 Not run, 1 Success, 2 Failure.' },
			{ at: 'enabledforincomingemail', says: 'Yes or no.' },
			{ at: 'reason codes', says: 'The names of CheckIncomingEmail and the three of Tracklens.' }
		]
	},
	{
		heading: 'OrgDBOrgSettings',
		places: [
			{ at: 'IgnoreConversationIndexAndInReplyToForCorrelation', says: 'Leaves tokens and smart matching.' },
			{ at: 'DoNotCorrelateForwardedEmailsAsReplies', says: 'A forward is no reply.' },
			{ at: 'DisableSmartMatching', says: 'Smart matching off.' },
			{ at: 'DisableSmartMatchingEmailHashCreation', says: 'No hashes, so no smart matching.' },
			{ at: 'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation', says: 'Only the owner of the mailbox is asked.' },
			{ at: 'SSSForceFilteringMethodForUserMailboxes', says: '-1, or one filtering method for all users.' },
			{ at: 'AutoTrackSentFolderItems', says: 'Sent Items are looked at.' },
			{ at: 'TrackCategorizedItems', says: 'The category tracks.' },
			{ at: 'DoNotIgnoreInternalEmailToQueues', says: 'Mail of a user to a queue passes.' },
			{ at: 'IgnoreInternalEmailFromQueues', says: 'Mail of a queue is refused when its sent copy is there.' },
			{ at: 'IgnoreInternalEmailDetectionEnhancement', says: 'Refuse only when the other copy is there.' },
			{ at: 'ResolveForInactiveEntities', says: 'Inactive rows resolve, too.' },
			{ at: 'UnresolveSenderInCaseOfMultipleMatch', says: 'A sender with several rows stays unresolved.' },
			{ at: 'RestrictIRMEmailItems', says: 'Protected mail is not synchronized.' },
			{
				at: 'DoNotAutoTrackEmail, HideTrackAllOption, HideEmailAutoTrackOptions',
				says: 'Which options a user sees.',
				otherwise: 'Options of a form; they change no verdict. Kept in the environment file.'
			},
			{
				at: 'Other settings of the catalogue',
				says: 'Queue items, contacts made on the way, lengths, monitoring, the legacy Outlook client.',
				otherwise: 'They change no verdict. The page Environment lists each with what it does.'
			}
		]
	},
	{
		heading: 'Organization columns',
		places: [
			{ at: 'emailcorrelationenabled', says: 'Use correlation to track email conversations.' },
			{ at: 'usetrackingtokens', says: 'Use tracking tokens.' },
			{ at: 'trackingprefix, trackingprefixhistory', says: 'Prefix of tokens, and the former ones.' },
			{ at: 'trackingtokenidbase, -iddigits, -counterdigits', says: 'Shape of tokens.' },
			{ at: 'enablesmartmatching', says: 'Use smart matching.' },
			{ at: 'hashfilterkeywords', says: 'Noise in subjects.' },
			{ at: 'hashmaxcount', says: 'Words hashed.' },
			{ at: 'hashdeltasubjectcount', says: 'Difference allowed.' },
			{ at: 'hashminaddresscount', says: 'Addresses needed.' },
			{ at: 'ignoreinternalemail', says: 'Mail between users as one activity.' },
			{ at: 'unresolveemailaddressifmultiplematch', says: 'A recipient with several rows stays unresolved.' }
		]
	},
	{
		heading: 'Readings of what is not documented',
		places: [
			{ at: 'A1', says: 'Skipped when every method is off, None otherwise.' },
			{ at: 'A2', says: 'UseFilteringMethodOfSyncingMailboxOnlyForCorrelation stops asking other recipients.' },
			{ at: 'A3', says: 'Correlation off: no replies for the filter; tokens and smart matching still link.' },
			{ at: 'A4', says: 'The base of a conversation index is its first 22 bytes; or its GUID only.' },
			{ at: 'A5', says: 'Of several matches the most recent earlier one.' },
			{ at: 'A6', says: 'Subject words must be the same, not only equally many.' },
			{ at: 'A7', says: 'Words are split at white space, letter case ignored, each counted once.' },
			{ at: 'A8', says: 'HashFilterKeywords in .NET’s meaning, every match replaced.' },
			{ at: 'A9', says: 'With Bcc the owner of the mailbox accepts with All email messages only.' },
			{ at: 'A10', says: 'Inactive rows resolve by setting, inactive users never.' },
			{ at: 'A11', says: 'A forward is told by its subject prefix.' },
			{ at: 'A12', says: 'internetmessageheaders is a JSON object.' },
			{ at: 'A13', says: 'To, then Cc, the owner of the mailbox first.' },
			{
				at: 'A14',
				says: 'An email that was not sent counts only with a Message-ID.',
				otherwise: 'A file is a message that was sent or received; see A21 for one without Message-ID.'
			},
			{ at: 'A15', says: 'No subject words, no smart match.' },
			{ at: 'A16', says: 'correlatedsubjectchanged: without leading re:, letter case counts, a token is text.' },
			{ at: 'A17', says: 'Former prefixes are separated by semicolon, comma or line.' },
			{ at: 'A18', says: 'A stored email carries the last token of its subject.' },
			{ at: 'A19', says: 'A Thread-Index of odd length is read by its first 22 bytes.' },
			{ at: 'A20', says: 'In-Reply-To without angle brackets, with prose, with several ids.' },
			{ at: 'A21', says: 'Without Message-ID tracked, but not to be answered; the same id again is a duplicate.' },
			{ at: 'A22', says: 'The reason is that of the filter that accepted.' },
			{ at: 'A23', says: 'Mailboxes in order; the first that tracks makes the row.' },
			{ at: 'A24', says: 'What is not in the dropped set is not in Dataverse.' },
			{ at: 'A25', says: 'Of repeated fields the first counts; address fields are joined.' },
			{ at: 'A26', says: 'Received time: the topmost Received, else Date.' },
			{ at: 'A27', says: 'One class of automatic reply for each mail.' },
			{ at: 'A28', says: 'Refused by all mailboxes: the reason of the last.' }
		]
	},
	{
		heading: 'Contradictions in the documentation',
		places: [
			{ at: 'C1', says: 'Which Outlook drops In-Reply-To: read the header.' },
			{ at: 'C2', says: 'SSSForce... on and off, or a number: both settings exist.' },
			{ at: 'C3', says: 'The counter restarts at 000 or 001: both are read.' },
			{ at: 'C4', says: 'All email messages and Bcc: tracked.' },
			{ at: 'C5', says: 'ResolveForInactiveEntities true: inactive rows, too.' },
			{
				at: 'C6',
				says: 'DoNotAutoTrackEmail.',
				otherwise: 'An option of a form, see OrgDBOrgSettings; it changes no verdict.'
			},
			{ at: 'C7', says: 'Forwards are kept out by either of two settings.' },
			{ at: 'C8', says: 'Sender: contact before account.' },
			{ at: 'C9', says: 'Equally many words, or the same ones: the same ones.' },
			{ at: 'C10', says: 'Auto-Submitted: no is a person by RFC 3834, a machine by presence.' },
			{ at: 'C11', says: 'messageid is there in both directions.' }
		]
	}
] as const satisfies readonly Section[];

export type PlaceId = (typeof PAGE)[number]['places'][number]['at'];
