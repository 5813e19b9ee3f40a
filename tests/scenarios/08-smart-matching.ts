import { LUISA, OFFER, OFFER_SENT, REPLY, but, mailbox, placement, record, user } from './people';
import type { Scenario } from './scenario';

const ANN = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const ON = { ...LUISA, organization: { enablesmartmatching: true } };
const subjects = (stored: string, incoming: string) => ({
	'offer.eml': but(OFFER, `Subject: ${stored}`),
	'reply.eml': but(ANN, `Subject: ${incoming}`)
});
const MATCHED = `
	file      | tracked | reason           | correlationmethod | correlatedactivityid | parentactivityid
	reply.eml | yes     | CorrelationMatch | 6                 | offer.eml            | -`;
const NOT_MATCHED = `
	file      | tracked | reason             | SmartMatching
	reply.eml | no      | NoCorrelationMatch | noMatch`;

export const SMART_MATCHING: readonly Scenario[] = [
	{
		title: 'Re: hello and Hello are the same subject',
		places: ['9.1', '9.2', '10.3'],
		given: 'Smart matching is on; Luisa sent “Hello” to Ann.',
		when: 'Ann writes “Re: hello” in a mail without any header of threads.',
		then: 'Prefix and letter case are ignored; it is linked.',
		environment: ON,
		mail: subjects('Hello', 'Re: hello'),
		expected: MATCHED
	},
	{
		title: 'Another subject is another matter',
		places: ['9.1', '9.2'],
		given: 'Smart matching is on; Luisa sent “Hello” to Ann.',
		when: 'Ann writes “Goodbye”.',
		then: 'No match.',
		environment: ON,
		mail: subjects('Hello', 'Goodbye'),
		expected: NOT_MATCHED
	},
	{
		title: 'Addresses count only when they are exactly the same',
		places: ['9.3'],
		given: 'Smart matching is on; the offer went to ann@fabrikam.com.',
		when: 'The answer comes from ann.lee@fabrikam.com.',
		then: 'One address in common is not enough.',
		environment: ON,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, 'From: Ann Lee <ann.lee@fabrikam.com>') },
		expected: NOT_MATCHED
	},
	{
		title: 'Letter case of an address does not matter',
		places: ['9.3'],
		given: 'Smart matching is on.',
		when: 'Ann’s program writes ANN@Fabrikam.com.',
		then: 'It is linked.',
		environment: ON,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, 'From: Ann Lee <ANN@Fabrikam.com>', 'Message-ID: <r@x>') },
		expected: MATCHED
	},
	{
		title: 'Who accepts and what it is about are chosen afterwards',
		places: ['9.4', '5.2'],
		given: 'Smart matching is on; the offer is about a case.',
		when: 'Ann’s answer is linked by it.',
		then: 'Luisa accepts it, and it is about the case.',
		environment: ON,
		mail: { 'offer.eml': OFFER, 'reply.eml': ANN },
		expected: `
			file      | correlationmethod | acceptingentityid | regardingobjectid | population/regarding
			reply.eml | 6                 | luisa             | CAS-1             | inherited`
	},
	{
		title: 'Owner: of the recipients in To the one who owns the correlated mail',
		places: ['9.4'],
		given: 'Smart matching is on; Max sent the offer from Dynamics 365, so it is his.',
		when: 'Ann’s answer goes to Luisa and Max, Luisa first.',
		then: 'Max owns the answer.',
		environment: {
			organization: { enablesmartmatching: true },
			users: [user('luisa'), user('max')],
			mailboxes: [mailbox('luisa'), mailbox('max')],
			marks: [OFFER_SENT]
		},
		mail: {
			'offer.eml': but(OFFER, 'From: Max Berg <max@contoso.com>', 'Message-ID: <offer@contoso.com>'),
			'reply.eml': but(ANN, 'To: luisa@contoso.com, max@contoso.com')
		},
		expected: `
			file      | correlationmethod | correlatedactivityid | acceptingentityid | ownerid
			offer.eml | 0                 | -                    | -                 | max
			reply.eml | 6                 | offer.eml            | luisa             | max`
	},
	{
		title: 'Owner: else the one who owns the sender’s contact, else the first',
		places: ['9.4'],
		given: 'Luisa and Max track everything; the contact Ann is Max’s, Ben is nobody’s.',
		when: 'Ann writes to both, and Ben does.',
		then: 'Ann’s mail is Max’s, Ben’s is Luisa’s.',
		environment: {
			users: [user('luisa', { incomingemailfilteringmethod: 0 }), user('max', { incomingemailfilteringmethod: 0 })],
			mailboxes: [mailbox('luisa'), mailbox('max')],
			records: [record('ann', 'contact', { ownerid: 'max' })]
		},
		mail: {
			'ann.eml': but(ANN, 'To: luisa@contoso.com, max@contoso.com'),
			'ben.eml': but(ANN, 'From: ben@example.net', 'To: luisa@contoso.com, max@contoso.com', 'Subject: Visit')
		},
		expected: `
			file    | ownerid | emailsender
			ann.eml | max     | ann
			ben.eml | luisa   | -`
	},
	{
		title: 'Off by default',
		places: ['9.5', 'enablesmartmatching'],
		given: 'Nobody has turned smart matching on.',
		when: 'Ann’s answer has nothing but its subject.',
		then: 'The method is disabled; the setting is named.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': ANN },
		expected: `
			file      | tracked | SmartMatching | SmartMatching setting
			reply.eml | no      | disabled      | enablesmartmatching`
	},
	{
		title: 'Turned on in System Settings',
		places: ['9.5', 'enablesmartmatching'],
		given: 'Smart matching is turned on.',
		when: 'The same answer is evaluated.',
		then: 'It is linked.',
		environment: ON,
		mail: { 'offer.eml': OFFER, 'reply.eml': ANN },
		expected: MATCHED
	},
	{
		title: 'Cc counts among the recipients',
		places: ['10.1'],
		given: 'Smart matching is on; the offer went to Ann with Ben in Cc.',
		when: 'Ben writes to Luisa under the same subject.',
		then: 'Ben and Luisa are two addresses in common.',
		environment: ON,
		mail: {
			'offer.eml': but(OFFER, 'Cc: Ben <ben@fabrikam.com>'),
			'reply.eml': but(ANN, 'From: Ben <ben@fabrikam.com>')
		},
		expected: MATCHED
	},
	{
		title: 'Bcc counts where the file has it',
		places: ['10.1'],
		given: 'Smart matching is on; the copy of the offer sent shows Ben in Bcc.',
		when: 'Ben writes to Luisa under the same subject.',
		then: 'It is linked.',
		environment: ON,
		mail: {
			'offer.eml': but(OFFER, 'Bcc: ben@fabrikam.com'),
			'reply.eml': but(ANN, 'From: Ben <ben@fabrikam.com>')
		},
		expected: MATCHED
	},
	{
		title: 'Mail that was tracked on the way in is found, too',
		places: ['10.2'],
		given: 'Smart matching is on; Luisa tracks everything.',
		when: 'Ann writes “Leak in hall 2” twice, a day apart.',
		then: 'The second mail is linked to the first.',
		environment: { ...ON, users: [user('luisa', { incomingemailfilteringmethod: 0 })] },
		mail: {
			'first.eml': but(ANN, 'Subject: Leak in hall 2'),
			'reply.eml': but(ANN, 'Subject: Leak in hall 2', 'Date: Wed, 2 Sep 2026 08:00:00 +0000')
		},
		expected: `
			file      | tracked | reason    | correlationmethod | correlatedactivityid
			reply.eml | yes     | AcceptAll | 6                 | first.eml`
	},
	{
		title: 'Mail that was not tracked leaves no hashes',
		places: ['10.2'],
		given: 'Smart matching is on; Luisa tracks replies only.',
		when: 'Ann writes “Leak in hall 2” twice.',
		then: 'Neither is tracked: the first is nothing to be similar to.',
		environment: ON,
		mail: { 'first.eml': but(ANN, 'Subject: Leak in hall 2'), 'reply.eml': but(ANN, 'Subject: Leak in hall 2') },
		expected: NOT_MATCHED
	},
	{
		title: 'A token in the stored subject is one word more',
		places: ['10.3'],
		given: 'Smart matching is on; the offer went out with a token at the end of its subject.',
		when: 'Ann’s answer has lost the token.',
		then: 'Four words and five words do not agree.',
		environment: ON,
		mail: subjects('Offer for two pumps CRM:0001005', 'RE: Offer for two pumps'),
		expected: NOT_MATCHED
	},
	{
		title: 'An address in several fields counts once',
		places: ['10.4'],
		given: 'Smart matching is on.',
		when: 'A stranger names Luisa in To and in Cc, under the subject of the offer.',
		then: 'That is one address in common, not two.',
		environment: ON,
		mail: {
			'offer.eml': OFFER,
			'reply.eml': but(ANN, 'From: Best Offers <ads@example.net>', 'Cc: Luisa Alves <LUISA@contoso.com>')
		},
		expected: NOT_MATCHED
	},
	{
		title: 'The order of the words is of no account',
		places: ['10.5'],
		given: 'Smart matching is on; the offer was called “Offer for two pumps”.',
		when: 'Ann writes “Two pumps: for offer”, the same words in another order.',
		then: 'Hashes are compared, not the text. But “pumps:” with its colon is another word.',
		environment: ON,
		mail: {
			'offer.eml': OFFER,
			'turned.eml': but(ANN, 'Subject: two pumps for Offer'),
			'reply.eml': but(ANN, 'Subject: two pumps: for Offer')
		},
		expected: `
			file       | tracked | SmartMatching | correlatedactivityid
			turned.eml | yes     | matched       | offer.eml
			reply.eml  | no      | noMatch       | -`
	},
	{
		title: 'Longer ago than 90 days: found, unless the service is under load',
		places: ['10.6'],
		given: 'Smart matching is on; the offer is four months old.',
		when: 'Ann answers with nothing but the subject.',
		then: 'It is found.',
		environment: ON,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, 'Date: Fri, 1 Jan 2027 08:00:00 +0000') },
		expected: MATCHED
	},
	{
		title: 'Longer ago than 90 days: not found under load',
		places: ['10.6'],
		given: 'The same, with the model option that looks back 90 days only.',
		when: 'Ann answers after four months, and Ben, who was in Cc, on the 89th day.',
		then: 'Ben’s mail is linked, Ann’s is not.',
		environment: { ...ON, modelOptions: { smartMatchingWindowDays: 90 } },
		mail: {
			'offer.eml': but(OFFER, 'Cc: Ben <ben@fabrikam.com>'),
			'ben.eml': but(ANN, 'From: ben@fabrikam.com', 'Date: Sun, 29 Nov 2026 07:00:00 +0000'),
			'reply.eml': but(ANN, 'Date: Tue, 2 Mar 2027 08:00:00 +0000')
		},
		expected: `
			file      | tracked | SmartMatching
			ben.eml   | yes     | matched
			reply.eml | no      | noMatch`
	},
	{
		title: 'A forward mailbox is not synchronized by itself',
		places: ['12.1'],
		given: 'Luisa’s mail is forwarded to a central mailbox: delivery method 3.',
		when: 'Ann’s answer lies in Luisa’s own mailbox.',
		then: 'It is not evaluated there.',
		environment: { ...LUISA, mailboxes: [mailbox('luisa', { incomingemaildeliverymethod: 3 })] },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason       | scope/mailbox-state column  | diagnoses
			reply.eml | no      | NotEvaluated | incomingemaildeliverymethod | mailbox-not-processed`
	},
	{
		title: 'An alias that is not on the user’s row leads to nobody',
		places: ['12.2'],
		given: 'Luisa’s row holds luisa@contoso.com only.',
		when: 'Ann’s answer to her alias luisa.alves@contoso.com lies in her Inbox.',
		then: 'No recipient resolves to a user or queue; the alias is named.',
		environment: { ...LUISA, placements: [placement('luisa', 'Inbox')] },
		mail: { 'offer.eml': OFFER, 'luisa/reply.eml': but(REPLY, 'To: luisa.alves@contoso.com') },
		expected: `
			file            | tracked | reason           | resolution/recipients | diagnoses
			luisa/reply.eml | no      | NoRecipientMatch | noUserOrQueue         | alias-not-on-record`
	},
	{
		title: 'The alias entered as a second address of the row',
		places: ['12.2'],
		given: 'Luisa’s row holds the alias, too.',
		when: 'The same answer is evaluated.',
		then: 'It is tracked.',
		environment: {
			...LUISA,
			users: [user('luisa', { emailaddresses: ['luisa@contoso.com', 'luisa.alves@contoso.com'] })],
			placements: [placement('luisa', 'Inbox')],
			marks: [OFFER_SENT]
		},
		mail: { 'offer.eml': OFFER, 'luisa/reply.eml': but(REPLY, 'To: luisa.alves@contoso.com') },
		expected: `
			file            | tracked | reason           | acceptingentityid | diagnoses
			luisa/reply.eml | yes     | CorrelationMatch | luisa             | not alias-not-on-record`
	}
];
