import { LUISA, OFFER, QUESTION, REPLY, but, mailbox, record, user } from './people';
import type { Scenario } from './scenario';

const ANN = but(REPLY, 'In-Reply-To: (none)', 'References: (none)');
const BY_SENDER = { users: [user('luisa', { incomingemailfilteringmethod: 2 })], mailboxes: [mailbox('luisa')] };

export const CONTRADICTIONS: readonly Scenario[] = [
	{
		title: 'C1: Outlook dropped In-Reply-To, whatever is said of it',
		places: ['C1', '2.4'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer comes from desktop Outlook under another subject, without In-Reply-To.',
		then: 'The header is not there, so nothing correlates.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(ANN, 'Subject: Order', 'X-Mailer: Microsoft Outlook 16.0') },
		expected: `
			file      | tracked | InReplyTo
			reply.eml | no      | notApplicable`
	},
	...['CRM:0001000', 'CRM:0001001'].map((token): Scenario => ({
		title: `C3: the counter restarts, ${token} is read`,
		places: ['C3', '7.8'],
		given: 'The counter has passed 999.',
		when: `The offer goes out with ${token}, and Ann’s answer brings it back.`,
		then: 'It links.',
		environment: LUISA,
		mail: {
			'offer.eml': but(OFFER, `Subject: Offer ${token}`),
			'reply.eml': but(ANN, `Subject: RE: Offer ${token}`)
		},
		expected: `
				file      | correlationmethod | trackingtoken
				reply.eml | 4 | ${token}`
	})),
	{
		title: 'C5: ResolveForInactiveEntities true lets an inactive recipient row in',
		places: ['C5', 'ResolveForInactiveEntities'],
		given: 'Sent items are tracked; Luisa tracks mail to contacts; Ann’s contact is inactive; the setting is true.',
		when: 'Luisa writes to Ann from Outlook.',
		then: 'The recipient resolves, so the sent item is tracked.',
		environment: {
			...BY_SENDER,
			records: [record('ann', 'contact', { active: false })],
			orgDbOrgSettings: { AutoTrackSentFolderItems: true, ResolveForInactiveEntities: true },
			placements: [{ files: '**', mailboxid: 'm-luisa', folder: 'Sent Items' }]
		},
		mail: { 'offer.eml': OFFER },
		expected: `
			file      | tracked | reason      | directioncode
			offer.eml | yes     | SenderMatch | true`
	},
	...['IgnoreConversationIndexAndInReplyToForCorrelation', 'DoNotCorrelateForwardedEmailsAsReplies'].map(
		(setting): Scenario => ({
			title: `C7: ${setting} keeps a forward out`,
			places: ['C7'],
			given: `Luisa tracks replies only; ${setting} is on.`,
			when: 'Ann forwards the offer.',
			then: 'It is not linked, and not tracked.',
			environment: { ...LUISA, orgDbOrgSettings: { [setting]: true } },
			mail: { 'offer.eml': OFFER, 'forward.eml': but(REPLY, 'Subject: FW: Offer for two pumps') },
			expected: `
				file        | tracked | reason             | diagnoses
				forward.eml | no      | NoCorrelationMatch | not forward-tracked`
		})
	),
	{
		title: 'C8: of contact and account the contact is the sender, older or not',
		places: ['C8', '12.2'],
		given: 'An account and a younger contact have Ann’s address.',
		when: 'Ann writes.',
		then: 'The contact is the sender.',
		environment: {
			...BY_SENDER,
			records: [
				record('fabrikam', 'account', { emailaddresses: ['ann@fabrikam.com'], createdon: '2020-01-01T00:00:00Z' }),
				record('ann', 'contact', { createdon: '2025-01-01T00:00:00Z' })
			]
		},
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | resolution/sender row | diagnoses
			question.eml | yes     | ann                   | sender-matches-several-rows`
	},
	{
		title: 'Of two contacts with one address the one created first, unless Luisa owns the other',
		places: ['12.2'],
		given: 'Two contacts have Ann’s address, and two others Ben’s, the younger of which Luisa owns.',
		when: 'Ann writes, and Ben.',
		then: 'For Ann the older contact, for Ben the one that is Luisa’s.',
		environment: {
			...BY_SENDER,
			records: [
				record('ann-new', 'contact', { emailaddresses: ['ann@fabrikam.com'], createdon: '2025-01-01T00:00:00Z' }),
				record('ann-old', 'contact', { emailaddresses: ['ann@fabrikam.com'], createdon: '2020-01-01T00:00:00Z' }),
				record('ben-old', 'contact', { emailaddresses: ['ben@fabrikam.com'], createdon: '2020-01-01T00:00:00Z' }),
				record('ben-own', 'contact', {
					emailaddresses: ['ben@fabrikam.com'],
					createdon: '2025-01-01T00:00:00Z',
					ownerid: 'luisa'
				})
			]
		},
		mail: { 'ann.eml': QUESTION, 'ben.eml': but(QUESTION, 'From: ben@fabrikam.com') },
		expected: `
			file    | resolution/sender row
			ann.eml | ann-old
			ben.eml | ben-own`
	},
	{
		title: 'C11: an answer to a mail that came in is found, as well as one to a mail sent',
		places: ['C11', '2.2'],
		given: 'Luisa tracks everything.',
		when: 'Ben answers Ann’s question, of which both have a copy.',
		then: 'The Message-ID of received mail is stored, too.',
		environment: { users: [user('luisa', { incomingemailfilteringmethod: 0 })], mailboxes: [mailbox('luisa')] },
		mail: {
			'question.eml': QUESTION,
			'ben.eml': but(QUESTION, 'From: ben@example.net', 'In-Reply-To: <question@fabrikam.com>')
		},
		expected: `
			file    | correlationmethod | correlatedactivityid
			ben.eml | 3                 | question.eml`
	}
];
