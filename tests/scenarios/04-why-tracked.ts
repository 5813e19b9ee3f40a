import { LUISA, OFFER, OFFER_SENT, QUESTION, REPLY, but, mailbox, placement, queue, user } from './people';
import type { Scenario } from './scenario';

const SALES = queue('sales', { incomingemailfilteringmethod: 0 });
const BOTH = but(QUESTION, 'Cc: Sales <sales@contoso.com>');

export const WHY_TRACKED: readonly Scenario[] = [
	{
		title: 'Tracked by hand in Sent Items: outgoing',
		places: ['1.19'],
		given: 'Luisa’s offer lies in her Sent Items; sent items are not tracked by themselves.',
		when: 'She tracks it in App for Outlook, or by the category.',
		then: 'Either way it is an outgoing email of hers.',
		environment: {
			users: [user('luisa')],
			mailboxes: [mailbox('luisa')],
			placements: [
				placement('luisa', 'Sent Items', { files: 'app/**' }),
				placement('luisa', 'Sent Items', { files: 'category/**', category: 'Tracked to Dynamics 365' })
			],
			marks: [{ messageid: '<offer@contoso.com>', tracked: 'manual' }]
		},
		mail: { 'app/offer.eml': OFFER, 'category/offer2.eml': OFFER },
		expected: `
			file                | tracked | reason | directioncode | statuscode | ownerid | sendermailboxid
			app/offer.eml       | yes     | Manual | true          | 3          | luisa   | m-luisa
			category/offer2.eml | yes     | Manual | true          | 3          | luisa   | m-luisa`
	},
	{
		title: 'The organization and the person decide together',
		places: ['3.1'],
		given: 'Luisa tracks replies only; the organization ignores In-Reply-To and conversation index.',
		when: 'Ann answers the offer.',
		then: 'Her filter would want it, the organization finds no link: not tracked.',
		environment: { ...LUISA, orgDbOrgSettings: { IgnoreConversationIndexAndInReplyToForCorrelation: true } },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason             | InReplyTo | InReplyTo setting
			reply.eml | no      | NoCorrelationMatch | disabled  | IgnoreConversationIndexAndInReplyToForCorrelation`
	},
	{
		title: 'Accepting Entity: the queue Sales, set to track all email',
		places: ['3.3'],
		given: 'The queue Sales tracks everything.',
		when: 'Sales receives a mail.',
		then: 'Sales is the accepting entity, and its mailbox the receiving one.',
		environment: { queues: [SALES], mailboxes: [mailbox('sales')] },
		mail: { 'question.eml': but(QUESTION, 'To: Sales <sales@contoso.com>') },
		expected: `
			file         | tracked | reason    | acceptingentityid | receivingmailboxid | diagnoses
			question.eml | yes     | AcceptAll | sales             | m-sales            | not accepted-by-another-recipient, not all-email-accepted`
	},
	{
		title: 'Luisa’s mailbox is processed first, and the queue Sales accepts',
		places: ['3.4', '3.5', '1.18'],
		given: 'Luisa tracks replies, Sales everything; the setting that confines acceptance is off.',
		when: 'Both receive one mail, and Luisa’s mailbox is processed first.',
		then: 'Accepting entity is Sales, receiving mailbox is Luisa’s; in the mailbox of Sales it is a duplicate.',
		environment: {
			users: [user('luisa')],
			queues: [SALES],
			mailboxes: [mailbox('luisa'), mailbox('sales')],
			orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: -1 }
		},
		mail: { 'question.eml': BOTH },
		expected: `
			file         | tracked | reason    | acceptingentityid | receivingmailboxid | diagnoses
			question.eml | yes     | AcceptAll | sales             | m-luisa            | accepted-by-another-recipient`
	},
	{
		title: 'The same mail when the mailbox of Sales is processed first',
		places: ['3.4', '3.5', 'A23'],
		given: 'The same people, the mailbox of Sales first in order.',
		when: 'Both receive one mail.',
		then: 'Accepting entity and receiving mailbox are both of Sales.',
		environment: { users: [user('luisa')], queues: [SALES], mailboxes: [mailbox('sales'), mailbox('luisa')] },
		mail: { 'question.eml': BOTH },
		expected: `
			file         | tracked | acceptingentityid | receivingmailboxid | diagnoses
			question.eml | yes     | sales             | m-sales            | not accepted-by-another-recipient`
	},
	{
		title: 'Sales has no mailbox of its own, and still accepts in Luisa’s',
		places: ['3.4', '3.5'],
		given: 'Luisa tracks replies; the queue Sales tracks everything, without a mailbox.',
		when: 'Both receive one mail.',
		then: 'It is tracked through Luisa’s mailbox.',
		environment: { users: [user('luisa')], queues: [SALES], mailboxes: [mailbox('luisa')] },
		mail: { 'question.eml': BOTH },
		expected: `
			file         | tracked | acceptingentityid | receivingmailboxid
			question.eml | yes     | sales             | m-luisa`
	},
	{
		title: 'Luisa herself accepts an answer before Sales is asked',
		places: ['3.5', 'A13', 'A23'],
		given: 'Luisa tracks replies, Sales everything.',
		when: 'Ann answers the offer to Sales and Luisa.',
		then: 'In Luisa’s mailbox she is asked first and says yes: the reason is the answer.',
		environment: { ...LUISA, queues: [SALES] },
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, 'To: sales@contoso.com, luisa@contoso.com') },
		expected: `
			file      | tracked | reason           | acceptingentityid | receivingmailboxid | correlationmethod
			reply.eml | yes     | CorrelationMatch | luisa             | m-luisa            | 3`
	},
	{
		title: 'Correlated Activity ID of an answer is the mail sent from Dynamics 365',
		places: ['3.6', '3.7', 'C11'],
		given: 'Luisa sent the offer from Dynamics 365.',
		when: 'Ann’s answer is tracked by itself.',
		then: 'It refers to the offer, method 3.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | correlatedactivityid | correlationmethod | inreplyto           | messageid
			offer.eml | -                    | 0                 | -                   | <offer@contoso.com>
			reply.eml | offer.eml            | 3                 | <offer@contoso.com> | <reply@fabrikam.com>`
	},
	{
		title: 'Each mail of a conversation refers to the one it answers',
		places: ['3.6', '5.2'],
		given: 'Luisa tracks replies only.',
		when: 'Ann answers the offer, Luisa answers from Dynamics 365, Ann answers that.',
		then: 'A chain of three links, all about the case.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<second@contoso.com>', tracked: 'sent' }] },
		mail: {
			'offer.eml': OFFER,
			'reply.eml': REPLY,
			'second.eml': but(OFFER, 'Subject: RE: Offer for two pumps', 'In-Reply-To: <reply@fabrikam.com>'),
			'third.eml': but(REPLY, 'In-Reply-To: <second@contoso.com>')
		},
		expected: `
			file       | correlatedactivityid | regardingobjectid | directioncode
			reply.eml  | offer.eml            | CAS-1             | false
			second.eml | reply.eml            | CAS-1             | true
			third.eml  | second.eml           | CAS-1             | false`
	},
	{
		title: 'Parent Activity ID for In-Reply-To',
		places: ['3.9'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer carries In-Reply-To.',
		then: 'The parent is filled, and nothing is said about an empty one.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | correlationmethod | parentactivityid | diagnoses
			reply.eml | 3                 | offer.eml        | not parent-empty-by-design`
	},
	{
		title: 'Parent Activity ID for the tracking token stays empty',
		places: ['3.9'],
		given: 'The offer carries a token.',
		when: 'Ann’s answer has the token alone.',
		then: 'It is correlated, the parent is empty by design.',
		environment: LUISA,
		mail: {
			'offer.eml': but(OFFER, 'Subject: Offer CRM:0001005'),
			'reply.eml': but(REPLY, 'Subject: RE: Offer CRM:0001005', 'In-Reply-To: (none)')
		},
		expected: `
			file      | correlationmethod | correlatedactivityid | parentactivityid | diagnoses
			reply.eml | 4                 | offer.eml            | -                | parent-empty-by-design`
	},
	{
		title: 'Tracked by a filter without any link: both ids are empty',
		places: ['3.6', '3.9'],
		given: 'Luisa tracks everything.',
		when: 'Ann writes for the first time.',
		then: 'Method 0, nothing correlated; that is no diagnosis of an empty parent.',
		environment: { users: [user('luisa', { incomingemailfilteringmethod: 0 })], mailboxes: [mailbox('luisa')] },
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | correlationmethod | correlatedactivityid | parentactivityid | diagnoses
			question.eml | 0                 | -                    | -                | not parent-empty-by-design`
	},
	{
		title: 'What else the rows of a sent and of a received mail hold',
		places: ['3.2', '2.6'],
		given: 'Luisa tracks replies only.',
		when: 'Ann answers the offer.',
		then: 'Sent is completed and outgoing, received is completed and incoming; addresses and index stand as in the mail.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA') },
		expected: `
			file      | statecode | statuscode | directioncode | sender           | torecipients      | sendermailboxid | conversationindex
			offer.eml | 1         | 3          | true          |                  |                   | m-luisa         | AcdyY+a08VX8xfobTsy61v9NHPZ7QA==
			reply.eml | 1         | 4          | false         | ann@fabrikam.com |                   | -               | AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA`
	},
	{
		title: 'Luisa and the queue Sales share one address',
		places: ['3.5', '12.2'],
		given: 'Luisa tracks replies, Sales everything; both rows hold luisa@contoso.com.',
		when: 'Ann writes there.',
		then: 'The address is both of them, so Sales accepts in Luisa’s mailbox.',
		environment: {
			users: [user('luisa')],
			queues: [queue('sales', { incomingemailfilteringmethod: 0, emailaddresses: ['luisa@contoso.com'] })],
			mailboxes: [mailbox('luisa')]
		},
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | acceptingentityid | diagnoses
			question.eml | yes     | sales             | user-and-queue-share-address, not accepted-by-another-recipient`
	},
	{
		title: 'A colleague is an email enabled record, and neither lead, contact nor account',
		places: ['1.14', '1.15'],
		given: 'Luisa tracks mail of email enabled records, the queue Sales that of leads, contacts and accounts.',
		when: 'Max, a user, writes to Luisa, and to Sales.',
		then: 'Luisa’s is tracked, that to Sales is not.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 3 }), user('max')],
			queues: [queue('sales', { incomingemailfilteringmethod: 2 })],
			mailboxes: [mailbox('luisa'), mailbox('sales')]
		},
		mail: {
			'luisa.eml': but(QUESTION, 'From: max@contoso.com'),
			'sales.eml': but(QUESTION, 'From: max@contoso.com', 'To: sales@contoso.com')
		},
		expected: `
			file      | tracked | reason             | resolution/sender row
			luisa.eml | yes     | SenderMatch        | max
			sales.eml | no      | NoCorrelationMatch | max`
	},
	{
		title: 'The copy that Exchange keeps of a mail sent from Dynamics 365 is a duplicate',
		places: ['2.2', '1.17'],
		given: 'Sent items are tracked; Luisa sent the offer from Dynamics 365.',
		when: 'Its copy, with another trace, lies in her Sent Items.',
		then: 'One row of outgoing mail.',
		environment: {
			...LUISA,
			orgDbOrgSettings: { AutoTrackSentFolderItems: true },
			placements: [placement('luisa', 'Sent Items')]
		},
		mail: { 'offer.eml': OFFER, 'luisa/copy.eml': but(OFFER, 'Message-ID: <offer@contoso.com>') },
		expected: `
			file           | tracked | reason    | scope/duplicate first
			luisa/copy.eml | no      | Duplicate | offer.eml`
	},
	{
		title: 'Tracked by hand twice under one Message-ID makes one row',
		places: ['1.19', '2.2'],
		given: 'Luisa tracks replies only; a Message-ID is marked as tracked by hand.',
		when: 'Two files carry it.',
		then: 'The mark is for the first, the second is a duplicate.',
		environment: { ...LUISA, marks: [{ messageid: '<question@fabrikam.com>', tracked: 'manual' }] },
		mail: { 'question.eml': QUESTION, 'copy.eml': but(QUESTION, 'Message-ID: <question@fabrikam.com>') },
		expected: `
			file         | tracked | reason
			question.eml | yes     | Manual
			copy.eml     | no      | Duplicate`
	},
	{
		title: 'A mailbox whose owner nobody described',
		places: ['A24'],
		given: 'The mailbox m-max belongs to max, who is not among users and queues.',
		when: 'Ann’s question lies there.',
		then: 'It cannot be told who is asked; the missing row is named.',
		environment: { users: [user('luisa')], mailboxes: [mailbox('max')], placements: [placement('max', 'Inbox')] },
		mail: { 'max/question.eml': QUESTION },
		expected: `
			file             | tracked | needs
			max/question.eml | unknown | users or queues/max`
	},
	{
		title: 'An answer to a mail of which nobody can tell whether it was tracked',
		places: ['A24', '1.12'],
		given: 'Luisa tracks replies only; the question lies in a mailbox that is not described.',
		when: 'Ann answers her own question to Luisa.',
		then: 'Whether its parent is there is unknown, so this is, too.',
		environment: { users: [user('luisa')], mailboxes: [mailbox('luisa')], placements: [placement('max', 'Inbox')] },
		mail: { 'max/question.eml': QUESTION, 'again.eml': but(QUESTION, 'In-Reply-To: <question@fabrikam.com>') },
		expected: `
			file             | tracked
			max/question.eml | unknown
			again.eml        | unknown`
	},
	{
		title: 'A mailbox that the files name and nobody described',
		places: ['A24'],
		given: 'The files are said to lie in the mailbox m-max, which is not described.',
		when: 'Ann’s question lies there.',
		then: 'Nothing is guessed: what is missing is named.',
		environment: { users: [user('luisa')], mailboxes: [mailbox('luisa')], placements: [placement('max', 'Inbox')] },
		mail: { 'max/question.eml': QUESTION },
		expected: `
			file             | tracked | reason  | needs
			max/question.eml | unknown | Unknown | mailboxes/m-max`
	}
];
