import { CASE, LUISA, OFFER, OFFER_SENT, ORDER, QUESTION, REPLY, but, mailbox, placement, user } from './people';
import type { Scenario } from './scenario';

const NO_CASE = { messageid: '<offer@contoso.com>', tracked: 'sent' };

export const REGARDING: readonly Scenario[] = [
	{
		title: 'Regarding set by hand, to a row of any table',
		places: ['5.1'],
		given: 'Luisa set the Regarding of the offer to an order, and that of another mail to a row of a custom table.',
		when: 'Both are looked at.',
		then: 'Each shows what was set.',
		environment: {
			...LUISA,
			marks: [
				{ ...NO_CASE, regarding: ORDER },
				{
					messageid: '<visit@contoso.com>',
					tracked: 'sent',
					regarding: { table: 'new_site', id: 'S-3', name: 'Site 3' }
				}
			]
		},
		mail: { 'offer.eml': OFFER, 'visit.eml': but(OFFER, 'Subject: Visit') },
		expected: `
			file      | regardingobjectid | population/regarding
			offer.eml | ORD-7             | setByMark
			visit.eml | S-3               | setByMark`
	},
	{
		title: 'An answer takes the Regarding of the mail it answers',
		places: ['5.2'],
		given: 'The offer is about a case.',
		when: 'Ann answers.',
		then: 'The answer is about the case, inherited from the offer.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | regardingobjectid | population/regarding | population/regarding inheritedFrom
			reply.eml | CAS-1             | inherited            | offer.eml`
	},
	{
		title: 'Every method hands the Regarding on, the token too',
		places: ['5.2'],
		given: 'The offer with a token is about a case.',
		when: 'Ann’s answer has the token only.',
		then: 'It is about the case.',
		environment: LUISA,
		mail: {
			'offer.eml': but(OFFER, 'Subject: Offer CRM:0001005'),
			'reply.eml': but(REPLY, 'Subject: RE: Offer CRM:0001005', 'In-Reply-To: (none)')
		},
		expected: `
			file      | correlationmethod | regardingobjectid
			reply.eml | 4                 | CAS-1`
	},
	{
		title: 'The correlated mail has no Regarding, so the answer has none',
		places: ['5.2'],
		given: 'The offer is about nothing; another mail is about a case.',
		when: 'Ann answers the offer.',
		then: 'It is tracked and linked, Regarding is empty, and that is diagnosed.',
		environment: {
			...LUISA,
			marks: [NO_CASE, { messageid: '<visit@contoso.com>', tracked: 'sent', regarding: CASE }]
		},
		mail: { 'offer.eml': OFFER, 'visit.eml': but(OFFER, 'Subject: Visit'), 'reply.eml': REPLY },
		expected: `
			file      | tracked | correlationmethod | regardingobjectid | diagnoses
			reply.eml | yes     | 3                 | -                 | regarding-empty`
	},
	{
		title: 'Regarding changed by hand on the answer goes on to the next',
		places: ['5.1', '5.2'],
		given: 'The offer is about a case; Luisa set Ann’s answer to the order.',
		when: 'Ann answers her own answer.',
		then: 'The answer is about the order, and so is the next mail.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<reply@fabrikam.com>', regarding: ORDER }] },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY, 'next.eml': but(REPLY, 'In-Reply-To: <reply@fabrikam.com>') },
		expected: `
			file      | reason           | regardingobjectid | population/regarding
			reply.eml | CorrelationMatch | ORD-7             | setByMark
			next.eml  | CorrelationMatch | ORD-7             | inherited`
	},
	{
		title: 'Accepted by a filter without a link: no Regarding',
		places: ['5.2'],
		given: 'Luisa tracks everything.',
		when: 'Ann writes for the first time.',
		then: 'Regarding is empty.',
		environment: { users: [user('luisa', { incomingemailfilteringmethod: 0 })], mailboxes: [mailbox('luisa')] },
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | regardingobjectid | population/regarding
			question.eml | yes     | -                 | empty`
	},
	{
		title: 'A tracked folder’s Regarding goes before one set by hand',
		places: ['5.1', '1.3'],
		given: 'Luisa’s folder Inbox/VIP sets the order as Regarding; she set the mail in it to the case by hand.',
		when: 'The folder is synchronized.',
		then: 'The folder’s Regarding is written over hers.',
		environment: {
			users: [user('luisa')],
			mailboxes: [mailbox('luisa', { trackedfolders: [{ path: 'Inbox/VIP', regarding: ORDER }] })],
			placements: [placement('luisa', 'Inbox/VIP')],
			marks: [{ messageid: '<question@fabrikam.com>', regarding: CASE }]
		},
		mail: { 'luisa/question.eml': QUESTION },
		expected: `
			file               | tracked | reason | regardingobjectid | population/regarding | diagnoses
			luisa/question.eml | yes     | Manual | ORD-7             | setByFolder          | folder-sets-regarding`
	},
	{
		title: 'Not tracked, no Regarding',
		places: ['5.2'],
		given: 'Luisa tracks no email messages.',
		when: 'Ann answers the offer.',
		then: 'There is no row, so nothing is inherited.',
		environment: { ...LUISA, users: [user('luisa', { incomingemailfilteringmethod: 4 })] },
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY },
		expected: `
			file      | tracked | regardingobjectid | population/regarding
			reply.eml | no      | -                 | notReached`
	}
];
