import { LUISA, OFFER, OFFER_SENT, QUESTION, REPLY, but, mailbox, placement, queue, record, user } from './people';
import type { Scenario } from './scenario';

/** Luisa with a filtering method, her mailbox, and a row for Ann. */
function luisa(incomingemailfilteringmethod: number, ...records: readonly object[]): Readonly<Record<string, unknown>> {
	return { ...LUISA, users: [user('luisa', { incomingemailfilteringmethod })], records };
}

export const FILTERS: readonly Scenario[] = [
	{
		title: 'Two users, two filters',
		places: ['1.10', '3.1'],
		given: 'Luisa tracks everything, Max nothing.',
		when: 'Ann writes a mail to each.',
		then: 'Luisa’s is tracked, Max’s is not.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 0 }), user('max', { incomingemailfilteringmethod: 4 })],
			mailboxes: [mailbox('luisa'), mailbox('max')]
		},
		mail: { 'to-luisa.eml': QUESTION, 'to-max.eml': but(QUESTION, 'To: Max Berg <max@contoso.com>') },
		expected: `
			file         | tracked | reason             | acceptingentityid | receivingmailboxid
			to-luisa.eml | yes     | AcceptAll          | luisa             | m-luisa
			to-max.eml   | no      | NoCorrelationMatch | -                 | -`
	},
	{
		title: 'All email messages: a stranger’s advertisement is tracked, too',
		places: ['1.11'],
		given: 'Luisa tracks all email messages.',
		when: 'An address that nobody knows sends an advertisement.',
		then: 'It is tracked, and the diagnosis names the filter as the cause.',
		environment: luisa(0),
		mail: { 'ad.eml': but(QUESTION, 'From: Best Offers <ads@example.net>', 'Subject: Only today') },
		expected: `
			file   | tracked | reason    | acceptingentityid | regardingobjectid | diagnoses
			ad.eml | yes     | AcceptAll | luisa             | -                 | all-email-accepted`
	},
	{
		title: 'All email messages: an answer is correlated none the less',
		places: ['1.11', '1.13'],
		given: 'Luisa tracks all email messages.',
		when: 'Ann answers the offer.',
		then: 'All email messages accepted it, InReplyTo linked it.',
		environment: luisa(0),
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason    | correlationmethod | correlatedactivityid | parentactivityid | regardingobjectid
			reply.eml | yes     | AcceptAll | 3                 | offer.eml            | offer.eml        | CAS-1`
	},
	{
		title: 'In response: an answer to a tracked mail is tracked',
		places: ['1.12', '1.13'],
		given: 'Luisa has never chosen a filter; replies only is the default.',
		when: 'Ann answers the offer that Luisa sent from Dynamics 365.',
		then: 'It is tracked because it correlates.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason           | correlationmethod | correlatedactivityid | acceptingentityid | receivingmailboxid | decidedBy
			offer.eml | yes     | Manual           | 0                 | -                    | -                 | -                  | scope/mark
			reply.eml | yes     | CorrelationMatch | 3                 | offer.eml            | luisa             | m-luisa            | acceptance/filtering, InReplyTo`
	},
	{
		title: 'In response: the first mail of a conversation is not tracked',
		places: ['1.12'],
		given: 'Luisa tracks replies only.',
		when: 'Ann writes about something new.',
		then: 'Nobody accepts it.',
		environment: LUISA,
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason             | correlationmethod | decidedBy            | diagnoses
			question.eml | no      | NoCorrelationMatch | -                 | acceptance/filtering | first-email-in-response-filter, not reply-without-in-reply-to`
	},
	{
		title: 'In response: an answer to a mail that was never tracked is not',
		places: ['1.12', '2.10'],
		given: 'Luisa tracks replies only; Ann’s first mail was refused.',
		when: 'Ann answers her own mail.',
		then: 'The parent is in the set, but not in Dynamics 365.',
		environment: LUISA,
		mail: {
			'question.eml': QUESTION,
			'again.eml': but(QUESTION, 'Subject: RE: The pump leaks', 'In-Reply-To: <question@fabrikam.com>')
		},
		expected: `
			file         | tracked | reason             | InReplyTo     | diagnoses
			question.eml | no      | NoCorrelationMatch | notApplicable | first-email-in-response-filter
			again.eml    | no      | NoCorrelationMatch | noMatch       | parent-not-tracked, not parent-not-in-set`
	},
	{
		title: 'An administrator turns correlation off: answers are no longer tracked',
		places: ['1.13', 'emailcorrelationenabled'],
		given: 'Luisa tracks replies only; “Use correlation” is off.',
		when: 'Ann answers the offer.',
		then: 'It is not tracked, and the setting is named.',
		environment: { ...LUISA, organization: { emailcorrelationenabled: false } },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason             | InReplyTo | InReplyTo setting       | diagnoses
			reply.eml | no      | NoCorrelationMatch | disabled  | emailcorrelationenabled | correlation-switched-off`
	},
	...(['lead', 'contact', 'account'] as const).map((table): Scenario => ({
		title: `From leads, contacts, and accounts: the sender is of the table ${table}`,
		places: ['1.14'],
		given: `Luisa tracks mail of leads, contacts and accounts; Ann is in the table ${table}.`,
		when: 'Ann writes for the first time.',
		then: 'It is tracked because of its sender; nothing is correlated.',
		environment: luisa(2, record('ann', table)),
		mail: { 'question.eml': QUESTION },
		expected: `
				file         | tracked | reason      | correlationmethod | acceptingentityid | resolution/sender row
				question.eml | yes     | SenderMatch | 0                 | luisa             | ann`
	})),
	{
		title: 'From leads, contacts, and accounts: a custom table does not count',
		places: ['1.14', '1.15'],
		given: 'Luisa tracks mail of leads, contacts and accounts; Ann is a row of the custom table new_supplier.',
		when: 'Ann writes.',
		then: 'It is not tracked.',
		environment: luisa(2, record('ann', 'new_supplier')),
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason             | resolution/sender row
			question.eml | no      | NoCorrelationMatch | ann`
	},
	{
		title: 'From leads, contacts, and accounts: an unknown sender does not count, not even in answer',
		places: ['1.14'],
		given: 'Luisa tracks mail of leads, contacts and accounts; nobody has Ann’s address.',
		when: 'Ann answers the offer.',
		then: 'It correlates, but her filter does not ask for that: not tracked.',
		environment: luisa(2),
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason             | InReplyTo | resolution/sender
			reply.eml | no      | NoCorrelationMatch | matched   | unresolved`
	},
	{
		title: 'From email enabled records: a row of a custom table counts',
		places: ['1.15'],
		given: 'Luisa tracks mail of email enabled records; Ann is a row of new_supplier.',
		when: 'Ann writes.',
		then: 'It is tracked because of its sender.',
		environment: luisa(3, record('ann', 'new_supplier')),
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason      | acceptingentityid
			question.eml | yes     | SenderMatch | luisa`
	},
	{
		title: 'From email enabled records: a sender without a row does not count',
		places: ['1.15'],
		given: 'Luisa tracks mail of email enabled records; nobody has Ann’s address.',
		when: 'Ann writes.',
		then: 'It is not tracked.',
		environment: luisa(3),
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | reason
			question.eml | no      | NoCorrelationMatch`
	},
	{
		title: 'No email messages: not even an answer from a contact',
		places: ['1.16'],
		given: 'Luisa tracks no email messages; Ann is a contact.',
		when: 'Ann answers the offer.',
		then: 'It is not tracked; the link it would have is shown.',
		environment: luisa(4, record('ann', 'contact')),
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason             | InReplyTo | correlatedactivityid
			reply.eml | no      | NoCorrelationMatch | matched   | -`
	},
	{
		title: 'Sent items: what Luisa sends from Outlook is tracked by her own filter',
		places: ['1.17', 'AutoTrackSentFolderItems'],
		given: 'Sent items are tracked; Luisa tracks everything.',
		when: 'Her answer to Ann lies in Sent Items.',
		then: 'It is an outgoing activity.',
		environment: {
			...luisa(0),
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			placements: [placement('luisa', 'Sent Items')]
		},
		mail: { 'luisa/answer.eml': OFFER },
		expected: `
			file             | tracked | reason    | directioncode | acceptingentityid | scope/folder
			luisa/answer.eml | yes     | AcceptAll | true          | luisa             | sentItems`
	},
	{
		title: 'Sent items stay untracked by default',
		places: ['1.17', 'AutoTrackSentFolderItems'],
		given: 'Nobody has turned sent items on; Luisa tracks everything.',
		when: 'Her answer to Ann lies in Sent Items.',
		then: 'It is not evaluated, and the setting is named.',
		environment: { ...luisa(0), marks: [], placements: [placement('luisa', 'Sent Items')] },
		mail: { 'luisa/answer.eml': OFFER },
		expected: `
			file             | tracked | reason       | scope/folder why | scope/folder setting     | diagnoses
			luisa/answer.eml | no      | NotEvaluated | sentItemsOff     | AutoTrackSentFolderItems | sent-items-not-tracked`
	},
	{
		title: 'Sent items: an answer is tracked with replies only',
		places: ['1.17', '1.12'],
		given: 'Sent items are tracked; Luisa tracks replies only; Ann’s question was tracked by hand about a case.',
		when: 'Luisa answers it from Outlook.',
		then: 'Her answer is outgoing, correlated, and about the case.',
		environment: {
			users: [user('luisa')],
			mailboxes: [mailbox('luisa')],
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			placements: [placement('luisa', 'Sent Items')],
			marks: [{ ...OFFER_SENT, messageid: '<question@fabrikam.com>', tracked: 'manual' }]
		},
		mail: {
			'question.eml': QUESTION,
			'luisa/answer.eml': but(OFFER, 'Subject: RE: The pump leaks', 'In-Reply-To: <question@fabrikam.com>')
		},
		expected: `
			file             | tracked | reason           | directioncode | correlationmethod | correlatedactivityid | regardingobjectid
			luisa/answer.eml | yes     | CorrelationMatch | true          | 3                 | question.eml         | CAS-1`
	},
	{
		title: 'Sent items: the recipient’s filter is not asked',
		places: ['1.17'],
		given: 'Sent items are tracked; Luisa tracks no email messages, the queue Sales everything.',
		when: 'Luisa writes to Sales from Outlook, and only her Sent Items hold the mail.',
		then: 'Her own filter refuses it.',
		environment: {
			...luisa(4),
			queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			placements: [placement('luisa', 'Sent Items')],
			marks: []
		},
		mail: { 'luisa/note.eml': but(OFFER, 'To: sales@contoso.com') },
		expected: `
			file           | tracked | reason             | acceptance/filtering outgoing
			luisa/note.eml | no      | NoCorrelationMatch | true`
	},
	{
		title: 'A queue has a filter of its own',
		places: ['1.18', '3.3'],
		given: 'The queue Sales tracks everything and has a mailbox.',
		when: 'Ann writes to Sales.',
		then: 'Sales accepts it in its own mailbox.',
		environment: { queues: [queue('sales', { incomingemailfilteringmethod: 0 })], mailboxes: [mailbox('sales')] },
		mail: { 'question.eml': but(QUESTION, 'To: sales@contoso.com') },
		expected: `
			file         | tracked | reason    | acceptingentityid | receivingmailboxid
			question.eml | yes     | AcceptAll | sales             | m-sales`
	},
	{
		title: 'A queue that tracks replies only refuses a first mail',
		places: ['1.18', '1.12'],
		given: 'The queue Sales tracks replies only.',
		when: 'Ann writes to Sales, and answers an offer of Sales.',
		then: 'The first is refused, the answer tracked.',
		environment: {
			queues: [queue('sales')],
			mailboxes: [mailbox('sales')],
			marks: [OFFER_SENT]
		},
		mail: {
			'question.eml': but(QUESTION, 'To: sales@contoso.com'),
			'offer.eml': but(OFFER, 'From: Sales <sales@contoso.com>'),
			'reply.eml': but(REPLY, 'To: sales@contoso.com')
		},
		expected: `
			file         | tracked | reason             | acceptingentityid | correlationmethod
			question.eml | no      | NoCorrelationMatch | -                 | -
			reply.eml    | yes     | CorrelationMatch   | sales             | 3`
	},
	{
		title: 'Folder-level tracking is not for queue mailboxes',
		places: ['1.3', '1.18'],
		given: 'The queue Sales has Inbox/VIP set up as a tracked folder.',
		when: 'Mail lies there.',
		then: 'It is not evaluated.',
		environment: {
			queues: [queue('sales', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('sales', { trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] })],
			placements: [placement('sales', 'Inbox/VIP')]
		},
		mail: { 'sales/question.eml': but(QUESTION, 'To: sales@contoso.com') },
		expected: `
			file               | tracked | reason       | scope/folder why
			sales/question.eml | no      | NotEvaluated | queueMailbox`
	},
	{
		title: 'A mail tracked by hand can be answered',
		places: ['1.19', '2.10'],
		given: 'Luisa tracks replies only; she tracked Ann’s question with App for Outlook.',
		when: 'Ann writes again, in answer to her own mail.',
		then: 'The second mail is tracked because the first is there.',
		environment: { ...LUISA, marks: [{ messageid: '<question@fabrikam.com>', tracked: 'manual' }] },
		mail: { 'question.eml': QUESTION, 'again.eml': but(QUESTION, 'In-Reply-To: <question@fabrikam.com>') },
		expected: `
			file         | tracked | reason           | correlationmethod | correlatedactivityid
			question.eml | yes     | Manual           | 0                 | -
			again.eml    | yes     | CorrelationMatch | 3                 | question.eml`
	},
	{
		title: 'A mail untracked by hand is not tracked, nor is the answer to it',
		places: ['1.19'],
		given: 'Luisa tracks replies only; she untracked Ann’s answer.',
		when: 'Ann answers her own answer.',
		then: 'The untracked mail is no row, so the next one finds no parent.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<reply@fabrikam.com>', tracked: 'untracked' }] },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY, 'again.eml': but(REPLY, 'In-Reply-To: <reply@fabrikam.com>') },
		expected: `
			file      | tracked | reason             | decidedBy            | InReplyTo
			reply.eml | no      | Untracked          | scope/mark           | matched
			again.eml | no      | NoCorrelationMatch | acceptance/filtering | noMatch`
	}
];
