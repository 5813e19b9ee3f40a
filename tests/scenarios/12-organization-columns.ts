import { LUISA, OFFER, OFFER_SENT, REPLY, but, mailbox, placement, queue, record, user } from './people';
import type { Scenario } from './scenario';

const ALL = { incomingemailfilteringmethod: 0 };
const TOKEN = {
	'offer.eml': but(OFFER, 'Subject: Offer CRM:0001005'),
	'reply.eml': but(REPLY, 'In-Reply-To: (none)', 'Subject: RE: Offer CRM:0001005')
};
const INTERNAL = `
	From: Max Berg <max@contoso.com>
	To: Luisa Alves <luisa@contoso.com>
	Subject: Lunch
	Message-ID: <lunch@contoso.com>`;
/** Max’s sent copy is tracked first, then Luisa’s mailbox comes upon the received one. */
const COPIES = { 'max/lunch.eml': but(INTERNAL, 'Received: (none)'), 'luisa/lunch.eml': INTERNAL };
const COLLEAGUES = {
	users: [user('luisa', ALL), user('max', ALL)],
	mailboxes: [mailbox('luisa'), mailbox('max')],
	placements: [placement('max', 'Sent Items'), placement('luisa', 'Inbox')],
	orgDbOrgSettings: { AutoTrackSentFolderItems: true }
};
const SHARED = {
	queues: [queue('sales', ALL)],
	records: [record('shop', 'contact', { emailaddresses: ['sales@contoso.com'] })],
	mailboxes: [mailbox('sales')],
	placements: [placement('sales', 'Inbox')]
};

export const ORGANIZATION_COLUMNS: readonly Scenario[] = [
	{
		title: 'emailcorrelationenabled on: a token makes an answer',
		places: ['emailcorrelationenabled'],
		given: 'Luisa tracks replies only; correlation is on.',
		when: 'Ann’s answer has the token only.',
		then: 'It is tracked.',
		environment: { ...LUISA, organization: { emailcorrelationenabled: true } },
		mail: TOKEN,
		expected: `
			file      | tracked | reason           | correlationmethod
			reply.eml | yes     | CorrelationMatch | 4`
	},
	{
		title: 'emailcorrelationenabled off: methods 3 and 5 are off, token and smart matching follow their own switch',
		places: ['emailcorrelationenabled', 'A3'],
		given: 'Luisa tracks everything; correlation is off, smart matching on.',
		when: 'Ann’s answer has all signals.',
		then: 'It is tracked, and the token links it.',
		environment: {
			...LUISA,
			users: [user('luisa', ALL)],
			organization: { emailcorrelationenabled: false, enablesmartmatching: true }
		},
		mail: {
			...TOKEN,
			'reply.eml': but(REPLY, 'Subject: RE: Offer CRM:0001005', 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA')
		},
		expected: `
			file      | tracked | correlationmethod | InReplyTo | TrackingToken | ConversationIndex | SmartMatching
			reply.eml | yes     | 4                 | disabled  | matched       | disabled          | notReached`
	},
	{
		title: 'usetrackingtokens on and off change the method that links',
		places: ['usetrackingtokens'],
		given: 'Tokens are off, smart matching is on.',
		when: 'Ann’s answer has the token at the end of the same subject.',
		then: 'The token is a word of the subject now; smart matching links.',
		environment: { ...LUISA, organization: { usetrackingtokens: false, enablesmartmatching: true } },
		mail: TOKEN,
		expected: `
			file      | tracked | correlationmethod | TrackingToken | SmartMatching
			reply.eml | yes     | 6                 | disabled      | matched`
	},
	{
		title: 'hashfilterkeywords emptied: RE: is a word',
		places: ['hashfilterkeywords', '11.1'],
		given: 'Smart matching is on, HashFilterKeywords matches nothing.',
		when: 'Ann’s answer has nothing but its subject with RE:.',
		then: 'No match.',
		environment: { ...LUISA, organization: { enablesmartmatching: true, hashfilterkeywords: 'nothing like it' } },
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, 'In-Reply-To: (none)') },
		expected: `
			file      | tracked | SmartMatching
			reply.eml | no      | noMatch`
	},
	{
		title: 'ignoreinternalemail off: mail between users makes two activities',
		places: ['ignoreinternalemail'],
		given: 'Luisa and Max track everything, sent items too; two activities, the default.',
		when: 'Max writes to Luisa; his sent copy and her received copy are both there.',
		then: 'Two rows of one Message-ID: outgoing and incoming.',
		environment: { ...COLLEAGUES, organization: { ignoreinternalemail: false } },
		mail: COPIES,
		expected: `
			file            | tracked | reason    | directioncode | diagnoses
			max/lunch.eml   | yes     | AcceptAll | true          |
			luisa/lunch.eml | yes     | AcceptAll | false         | sent-and-received-copy`
	},
	{
		title: 'ignoreinternalemail on: the received copy is refused',
		places: ['ignoreinternalemail', 'reason codes'],
		given: 'The same, as one activity.',
		when: 'Max writes to Luisa.',
		then: 'The sent copy makes the row, the received copy is refused.',
		environment: { ...COLLEAGUES, organization: { ignoreinternalemail: true } },
		mail: COPIES,
		expected: `
			file            | tracked | reason              | directioncode | diagnoses
			max/lunch.eml   | yes     | AcceptAll           | true          |
			luisa/lunch.eml | no      | InternalEmailReject | -             | internal-email-rejected`
	},
	{
		title: 'ignoreinternalemail on: mail from outside is not concerned',
		places: ['ignoreinternalemail'],
		given: 'Mail between users is one activity.',
		when: 'Ann answers the offer.',
		then: 'It is tracked as ever.',
		environment: { ...LUISA, organization: { ignoreinternalemail: true } },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason           | acceptance/internal-mail why
			reply.eml | yes     | CorrelationMatch | notInternal`
	},
	{
		title: 'unresolveemailaddressifmultiplematch off: all rows of an address are recipients',
		places: ['unresolveemailaddressifmultiplematch'],
		given: 'The queue Sales and a contact have the address sales@contoso.com.',
		when: 'Ann writes there.',
		then: 'Sales is among the recipients and accepts.',
		environment: { ...SHARED, organization: { unresolveemailaddressifmultiplematch: false } },
		mail: { 'sales/question.eml': but(REPLY, 'To: sales@contoso.com') },
		expected: `
			file               | tracked | reason    | acceptingentityid | diagnoses
			sales/question.eml | yes     | AcceptAll | sales             | recipient-matches-several-rows`
	},
	{
		title: 'unresolveemailaddressifmultiplematch on: the queue vanishes from the recipients',
		places: ['unresolveemailaddressifmultiplematch', 'reason codes'],
		given: 'The same address; Sales tracks replies only, and the offer was sent.',
		when: 'Ann answers the offer to sales@contoso.com.',
		then: 'No recipient resolves.',
		environment: {
			...SHARED,
			queues: [queue('sales')],
			marks: [OFFER_SENT],
			organization: { unresolveemailaddressifmultiplematch: true }
		},
		mail: { 'offer.eml': OFFER, 'sales/reply.eml': but(REPLY, 'To: sales@contoso.com') },
		expected: `
			file            | tracked | reason           | InReplyTo | diagnoses
			sales/reply.eml | no      | NoRecipientMatch | matched   | shared-address-unresolved`
	}
];
