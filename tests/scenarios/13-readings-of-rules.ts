import { LUISA, OFFER, OFFER_SENT, QUESTION, REPLY, but, mailbox, placement, queue, record, user } from './people';
import type { Scenario } from './scenario';

const ALL = { incomingemailfilteringmethod: 0 };
const ANN = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const SMART = { ...LUISA, organization: { enablesmartmatching: true } };
const EVERYTHING_OFF = { emailcorrelationenabled: false, usetrackingtokens: false, enablesmartmatching: false };
/** The GUID of the offer’s Thread-Index under another time. */
const SAME_GUID = 'Thread-Index: AddyY+a08VX8xfobTsy61v9NHPZ7QA==';
const subjects = (stored: string, incoming: string) => ({
	'offer.eml': but(OFFER, `Subject: ${stored}`),
	'reply.eml': but(ANN, `Subject: ${incoming}`)
});
const MATCHED = `
	file      | tracked | SmartMatching
	reply.eml | yes     | matched`;
const NOT_MATCHED = `
	file      | tracked | SmartMatching
	reply.eml | no      | noMatch`;

export const READINGS_OF_RULES: readonly Scenario[] = [
	{
		title: 'A1: every method is off, so correlation was skipped',
		places: ['A1'],
		given: 'Luisa tracks everything; correlation, tokens and smart matching are off.',
		when: 'Ann answers.',
		then: 'correlationmethod is 1.',
		environment: { ...LUISA, users: [user('luisa', ALL)], organization: EVERYTHING_OFF },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | correlationmethod | correlatedactivityid
			reply.eml | yes     | 1                 | -`
	},
	{
		title: 'A1: one method is on and finds nothing, so the method is none',
		places: ['A1'],
		given: 'The same, with tokens on.',
		when: 'Ann answers without a token.',
		then: 'correlationmethod is 0.',
		environment: { ...LUISA, users: [user('luisa', ALL)], organization: { emailcorrelationenabled: false } },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | correlationmethod
			reply.eml | yes     | 0`
	},
	{
		title: 'A2: forcing the users’ method does not stop queues from being asked',
		places: ['A2', 'C2', '3.4'],
		given: 'SSSForceFilteringMethodForUserMailboxes is 4; the queue Sales tracks everything.',
		when: 'Ann writes to Luisa and Sales, in Luisa’s mailbox.',
		then: 'Sales accepts.',
		environment: {
			users: [user('luisa', ALL)],
			queues: [queue('sales', ALL)],
			mailboxes: [mailbox('luisa')],
			orgDbOrgSettings: { SSSForceFilteringMethodForUserMailboxes: 4 }
		},
		mail: { 'question.eml': but(QUESTION, 'Cc: sales@contoso.com') },
		expected: `
			file         | tracked | acceptingentityid | receivingmailboxid
			question.eml | yes     | sales             | m-luisa`
	},
	{
		title: 'A3: correlation off, a token is shown but makes no answer',
		places: ['A3', 'emailcorrelationenabled'],
		given: 'Luisa tracks replies only; correlation is off, tokens on.',
		when: 'Ann’s answer has the token.',
		then: 'The token matches, the filter refuses all the same.',
		environment: { ...LUISA, organization: { emailcorrelationenabled: false } },
		mail: subjects('Offer CRM:0001005', 'RE: Offer CRM:0001005'),
		expected: `
			file      | tracked | reason             | TrackingToken | diagnoses
			reply.eml | no      | NoCorrelationMatch | matched       | correlation-switched-off`
	},
	{
		title: 'A3: by the other reading correlation off stops tokens, too',
		places: ['A3'],
		given: 'Luisa tracks everything; the model option says that correlation off stops all.',
		when: 'Ann’s answer has the token.',
		then: 'All four methods are disabled: skipped.',
		environment: {
			...LUISA,
			users: [user('luisa', ALL)],
			organization: { emailcorrelationenabled: false, enablesmartmatching: true },
			modelOptions: { correlationOffStops: 'all' }
		},
		mail: subjects('Offer CRM:0001005', 'RE: Offer CRM:0001005'),
		expected: `
			file      | tracked | correlationmethod | TrackingToken | SmartMatching
			reply.eml | yes     | 1                 | disabled      | disabled`
	},
	{
		title: 'A4: the same GUID under another time is another conversation',
		places: ['A4', '2.14'],
		given: 'Luisa tracks replies only; the first 22 bytes are compared.',
		when: 'Ann’s mail has the GUID of the offer’s Thread-Index, but another time.',
		then: 'No match.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, SAME_GUID) },
		expected: `
			file      | tracked | ConversationIndex
			reply.eml | no      | noMatch`
	},
	{
		title: 'A4: by the other reading the GUID alone decides',
		places: ['A4'],
		given: 'The model option compares the GUID only.',
		when: 'The same mail is evaluated.',
		then: 'It is linked.',
		environment: { ...LUISA, modelOptions: { conversationIndexKey: 'guid' } },
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, SAME_GUID) },
		expected: `
			file      | tracked | correlationmethod | correlatedactivityid
			reply.eml | yes     | 5                 | offer.eml`
	},
	{
		title: 'A5: of a conversation the most recent mail',
		places: ['A5', '2.14'],
		given: 'Luisa tracks replies only.',
		when: 'Three mails of Ann carry the Thread-Index of the offer and nothing else.',
		then: 'Each is linked to the one before it.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'one.eml': but(ANN, 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA'),
			'two.eml': but(ANN, 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbAAAXP5fw='),
			'three.eml': but(ANN, 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbAAAXP5fwAABGXGw==')
		},
		expected: `
			file      | correlatedactivityid
			one.eml   | offer.eml
			two.eml   | one.eml
			three.eml | two.eml`
	},
	{
		title: 'A6: as many words, but other ones',
		places: ['A6', 'C9', '10.5'],
		given: 'Smart matching is on.',
		when: 'Luisa sent “Offer for two pumps”, Ann writes “Leak in hall seven”: four words each.',
		then: 'Taken literally the counts agree; no match, since the words must.',
		environment: SMART,
		mail: subjects('Offer for two pumps', 'Leak in hall seven'),
		expected: NOT_MATCHED
	},
	{
		title: 'A7: a comma belongs to the word',
		places: ['A7'],
		given: 'Smart matching is on; words are split at white space.',
		when: 'Luisa sent “Pumps, seals”, Ann writes “Pumps seals”.',
		then: 'No match.',
		environment: SMART,
		mail: subjects('Pumps, seals', 'Pumps seals'),
		expected: NOT_MATCHED
	},
	{
		title: 'A7: by the other reading punctuation splits, too',
		places: ['A7'],
		given: 'The model option splits at punctuation.',
		when: 'The same two subjects.',
		then: 'Matched.',
		environment: { ...SMART, modelOptions: { tokeniser: 'punctuation' } },
		mail: subjects('Pumps, seals', 'Pumps seals'),
		expected: MATCHED
	},
	{
		title: 'A7: a word twice counts once',
		places: ['A7'],
		given: 'Smart matching is on.',
		when: 'Luisa sent “Pump pump seals”, Ann writes “seals PUMP”.',
		then: 'Two words each; matched.',
		environment: SMART,
		mail: subjects('Pump pump seals', 'seals PUMP'),
		expected: MATCHED
	},
	{
		title: 'A8: a French prefix is a word with a colon in .NET',
		places: ['A8', '11.2'],
		given: 'Smart matching is on, HashFilterKeywords as delivered.',
		when: 'Luisa sent “Test”, Ann writes “Réf: Test”.',
		then: 'The accented letter is a word character; matched.',
		environment: SMART,
		mail: subjects('Test', '=?utf-8?Q?R=C3=A9f=3A_Test?='),
		expected: MATCHED
	},
	{
		title: 'A8: every match of the pattern is taken out, not only the first',
		places: ['A8', '11.1'],
		given: 'HashFilterKeywords is a dash.',
		when: 'Luisa sent “Offer for pumps”, Ann writes “Offer - for - pumps”.',
		then: 'Both dashes go; matched.',
		environment: { ...LUISA, organization: { enablesmartmatching: true, hashfilterkeywords: '-' } },
		mail: subjects('Offer for pumps', 'Offer - for - pumps'),
		expected: MATCHED
	},
	{
		title: 'A8: a pattern that cannot be carried over is not guessed at',
		places: ['A8'],
		given: 'Luisa tracks replies only; HashFilterKeywords has an inline option of .NET.',
		when: 'Ann’s answer has nothing but its subject.',
		then: 'Smart matching cannot be told, and so neither can the verdict.',
		environment: { ...LUISA, organization: { enablesmartmatching: true, hashfilterkeywords: '(?i)re:' } },
		mail: { 'offer.eml': OFFER, 'reply.eml': ANN },
		expected: `
			file      | tracked | needs              | SmartMatching
			reply.eml | unknown | hashfilterkeywords | indeterminate`
	},
	{
		title: 'A9: in Bcc, the owner of the mailbox accepts with All email messages',
		places: ['A9', 'C4'],
		given: 'Luisa tracks everything.',
		when: 'Ann writes to Ben; Luisa has it by Bcc, which only Delivered-To shows.',
		then: 'It is tracked, accepted by Luisa.',
		environment: { ...LUISA, users: [user('luisa', ALL)] },
		mail: { 'question.eml': but(QUESTION, 'To: ben@example.net', 'Delivered-To: luisa@contoso.com') },
		expected: `
			file         | tracked | reason    | acceptingentityid
			question.eml | yes     | AcceptAll | luisa`
	},
	{
		title: 'A9: in Bcc with replies only, even an answer is refused',
		places: ['A9', 'C4'],
		given: 'Luisa tracks replies only.',
		when: 'Ann answers the offer to Ben, with Luisa in Bcc.',
		then: 'Nobody among the recipients is a user or queue.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, 'To: ben@example.net', 'Delivered-To: luisa@contoso.com') },
		expected: `
			file      | tracked | reason           | InReplyTo | diagnoses
			reply.eml | no      | NoRecipientMatch | matched   | received-by-bcc`
	},
	{
		title: 'A10: the only row of a sender counts though it is inactive',
		places: ['A10'],
		given: 'Luisa tracks mail of leads, contacts, accounts; the contact Ann is inactive.',
		when: 'Ann writes.',
		then: 'It is tracked.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 2 })],
			mailboxes: [mailbox('luisa')],
			records: [record('ann', 'contact', { active: false })]
		},
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | resolution/sender row
			question.eml | yes     | ann`
	},
	...[false, true].map((on): Scenario => ({
		title: `A10: an inactive user never resolves, ResolveForInactiveEntities ${on ? 'on' : 'off'}`,
		places: ['A10', 'ResolveForInactiveEntities'],
		given: `Luisa’s user is inactive and set to track everything; the setting is ${on ? 'on' : 'off'}.`,
		when: 'Ann writes to her.',
		then: 'No recipient resolves.',
		environment: {
			users: [user('luisa', { ...ALL, active: false })],
			mailboxes: [mailbox('luisa')],
			orgDbOrgSettings: { ResolveForInactiveEntities: on }
		},
		mail: { 'question.eml': QUESTION },
		expected: `
				file         | tracked | reason
				question.eml | no      | NoRecipientMatch`
	})),
	...[false, true].map((on): Scenario => ({
		title: `A10: an inactive queue resolves and accepts only by ResolveForInactiveEntities, ${on ? 'on' : 'off'}`,
		places: ['A10', 'ResolveForInactiveEntities'],
		given: `Luisa tracks no email; the queue Sales tracks everything and is inactive; the setting is ${on ? 'on' : 'off'}.`,
		when: 'Ann writes to Luisa, and to Sales in Cc.',
		then: on ? 'Sales accepts, as other inactive rows resolve.' : 'Sales does not count; nobody accepts.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 4 })],
			queues: [queue('sales', { ...ALL, active: false })],
			mailboxes: [mailbox('luisa')],
			orgDbOrgSettings: { ResolveForInactiveEntities: on }
		},
		mail: { 'question.eml': but(QUESTION, 'Cc: sales@contoso.com') },
		expected: on
			? `
				file         | tracked | reason    | acceptingentityid
				question.eml | yes     | AcceptAll | sales`
			: `
				file         | tracked | reason             | acceptingentityid
				question.eml | no      | NoCorrelationMatch | -`
	})),
	...[false, true].map((on): Scenario => ({
		title: `A10: in its own mailbox, too, an inactive queue counts only by the setting, ${on ? 'on' : 'off'}`,
		places: ['A10', 'ResolveForInactiveEntities'],
		given: `The queue Sales tracks everything and is inactive; the setting is ${on ? 'on' : 'off'}.`,
		when: 'A mail comes to it by a distribution list.',
		then: on ? 'The owner of the mailbox accepts it.' : 'The owner of the mailbox is not asked.',
		environment: {
			queues: [queue('sales', { ...ALL, active: false })],
			mailboxes: [mailbox('sales')],
			placements: [placement('sales', 'Inbox')],
			orgDbOrgSettings: { ResolveForInactiveEntities: on }
		},
		mail: { 'sales/question.eml': but(QUESTION, 'To: all@contoso.com') },
		expected: `
				file               | tracked | reason
				sales/question.eml | ${on ? 'yes | AcceptAll' : 'no | NoRecipientMatch'}`
	})),
	{
		title: 'A11: a German forward is one by its prefix; RE: FW: is an answer',
		places: ['A11', 'DoNotCorrelateForwardedEmailsAsReplies'],
		given: 'DoNotCorrelateForwardedEmailsAsReplies is on.',
		when: 'Ann sends “WG: Offer”, and “RE: FW: Offer”.',
		then: 'The first is a forward and refused, the second an answer.',
		environment: { ...LUISA, orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true } },
		mail: {
			'offer.eml': OFFER,
			'forward.eml': but(REPLY, 'Subject: WG: Offer for two pumps'),
			'reply.eml': but(REPLY, 'Subject: RE: FW: Offer for two pumps')
		},
		expected: `
			file        | tracked | InReplyTo | InReplyTo refusedForwardPrefix
			forward.eml | no      | noMatch   | WG
			reply.eml   | yes     | matched   | -`
	},
	{
		title: 'A11: a forward can still be linked by its conversation index',
		places: ['A11'],
		given: 'DoNotCorrelateForwardedEmailsAsReplies is on.',
		when: 'Ann’s forward carries the Thread-Index, too.',
		then: 'Method 5 links it.',
		environment: { ...LUISA, orgDbOrgSettings: { DoNotCorrelateForwardedEmailsAsReplies: true } },
		mail: {
			'offer.eml': OFFER,
			'forward.eml': but(REPLY, 'Subject: FW: Offer', 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA')
		},
		expected: `
			file        | tracked | correlationmethod | parentactivityid
			forward.eml | yes     | 5                 | offer.eml`
	},
	{
		title: 'A13: of several that accept, To goes before Cc',
		places: ['A13', 'A23'],
		given: 'Luisa tracks nothing; the queues Sales and Service track everything.',
		when: 'Ann writes to Service, with Sales and Luisa in Cc; Luisa’s Inbox holds it.',
		then: 'Service is named.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 4 })],
			queues: [queue('sales', ALL), queue('service', ALL)],
			mailboxes: [mailbox('luisa')],
			placements: [placement('luisa', 'Inbox')],
			marks: [OFFER_SENT]
		},
		mail: {
			'luisa/question.eml': but(QUESTION, 'To: service@contoso.com', 'Cc: sales@contoso.com, luisa@contoso.com')
		},
		expected: `
			file               | tracked | acceptingentityid
			luisa/question.eml | yes     | service`
	}
];
