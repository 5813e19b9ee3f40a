import { LUISA, OFFER, OFFER_SENT, REPLY, but } from './people';
import type { Scenario } from './scenario';

/** A Thread-Index of the offer with one response block, and of another conversation. */
const ANSWERED_INDEX = 'Thread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA';
const OTHER_INDEX = 'Thread-Index: AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf';
const NO_REPLY_FIELDS = ['In-Reply-To: (none)', 'References: (none)'] as const;
const TOKEN_OFFER = but(OFFER, 'Subject: Offer for two pumps CRM:0001005');

export const CONVERSATIONS: readonly Scenario[] = [
	{
		title: 'An answer that carries all five signals',
		places: ['2.1', '2.9'],
		given: 'The offer carries a token; smart matching is on.',
		when: 'Ann’s answer has In-Reply-To, Thread-Index, the token, and the same subject and addresses.',
		then: 'InReplyTo decides; the other three are shown as what they would have found.',
		environment: { ...LUISA, organization: { enablesmartmatching: true } },
		mail: {
			'offer.eml': TOKEN_OFFER,
			'reply.eml': but(REPLY, 'Subject: RE: Offer for two pumps CRM:0001005', ANSWERED_INDEX)
		},
		expected: `
			file      | correlationmethod | InReplyTo | TrackingToken wouldMatch | ConversationIndex wouldMatch | SmartMatching wouldMatch
			reply.eml | 3                 | matched   | offer.eml                | offer.eml                    | offer.eml`
	},
	{
		title: 'An answer that carries none of them',
		places: ['2.1'],
		given: 'Smart matching is on.',
		when: 'Ann writes about the offer in a new mail, with a subject of her own.',
		then: 'No method links it: none applies, and smart matching finds nothing.',
		environment: { ...LUISA, organization: { enablesmartmatching: true } },
		mail: { 'offer.eml': OFFER, 'new.eml': but(REPLY, 'Subject: Your prices', ...NO_REPLY_FIELDS) },
		expected: `
			file    | tracked | reason             | InReplyTo     | TrackingToken | ConversationIndex | SmartMatching
			new.eml | no      | NoCorrelationMatch | notApplicable | notApplicable | notApplicable     | noMatch`
	},
	{
		title: 'A Message-ID names one message: its second copy is a duplicate',
		places: ['2.2', 'A21', 'reason codes'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer comes twice, the second time with another trace.',
		then: 'The first makes the row, the second is a Duplicate.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': REPLY, 'copy.eml': but(REPLY, 'Message-ID: <reply@fabrikam.com>') },
		expected: `
			file      | tracked | reason           | decidedBy                       | scope/duplicate first
			reply.eml | yes     | CorrelationMatch | acceptance/filtering, InReplyTo | -
			copy.eml  | no      | Duplicate        | scope/duplicate                 | reply.eml`
	},
	{
		title: 'The same bytes under two paths are one email',
		places: ['2.2'],
		given: 'Nothing is described.',
		when: 'One file is dropped from two folders.',
		then: 'There is one activity.',
		mail: {
			'a/offer.eml': but(OFFER, 'Date: Tue, 1 Sep 2026 08:00:00 +0000'),
			'b/offer.eml': but(OFFER, 'Date: Tue, 1 Sep 2026 08:00:00 +0000')
		},
		expected: `
			file        | tracked | reason    | scope/duplicate | paths
			a/offer.eml | yes     | AcceptAll | passed          | a/offer.eml, b/offer.eml`
	},
	{
		title: 'In-Reply-To is what is compared, References is not',
		places: ['2.3'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s program writes References only.',
		then: 'No method of Dynamics 365 links it, and the diagnosis says what others would see.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, 'In-Reply-To: (none)') },
		expected: `
			file      | tracked | reason             | InReplyTo     | InReplyTo missing | diagnoses
			reply.eml | no      | NoCorrelationMatch | notApplicable | inReplyTo         | reply-without-in-reply-to, linked-only-by-references`
	},
	{
		title: 'A program drops In-Reply-To with the subject changed',
		places: ['2.4'],
		given: 'Luisa tracks replies only.',
		when: 'Ann answers with the subject “Order”; her program drops In-Reply-To and keeps References.',
		then: 'It is not tracked; the lost header is the diagnosis.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'order.eml': but(REPLY, 'Subject: Order', 'In-Reply-To: (none)') },
		expected: `
			file      | tracked | reason             | InReplyTo     | TrackingToken | diagnoses
			order.eml | no      | NoCorrelationMatch | notApplicable | notApplicable | reply-without-in-reply-to, not parent-not-in-set, not first-email-in-response-filter`
	},
	{
		title: 'Desktop Outlook keeps In-Reply-To with the subject changed',
		places: ['2.5', 'C1'],
		given: 'Luisa tracks replies only.',
		when: 'Ann answers from Outlook with the subject “Order”; In-Reply-To is there.',
		then: 'It is tracked and linked; that the subject changed is recorded.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'order.eml': but(REPLY, 'Subject: Order', 'X-Mailer: Microsoft Outlook 16.0')
		},
		expected: `
			file      | tracked | correlationmethod | parentactivityid | correlatedsubjectchanged | diagnoses
			order.eml | yes     | 3                 | offer.eml        | true                     | subject-changed`
	},
	{
		title: 'Thread-Index names the conversation when In-Reply-To is lost',
		places: ['2.6', '2.14'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer has lost In-Reply-To, but its Thread-Index goes on from that of the offer.',
		then: 'ConversationIndex links it, parent included.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, ...NO_REPLY_FIELDS, ANSWERED_INDEX) },
		expected: `
			file      | tracked | reason           | InReplyTo     | TrackingToken | correlationmethod | correlatedactivityid | parentactivityid
			reply.eml | yes     | CorrelationMatch | notApplicable | notApplicable | 5                 | offer.eml            | offer.eml`
	},
	{
		title: 'A Thread-Index of another conversation does not link',
		places: ['2.6', '2.14'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s mail carries a Thread-Index of another thread.',
		then: 'No method matches.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'other.eml': but(REPLY, ...NO_REPLY_FIELDS, OTHER_INDEX) },
		expected: `
			file      | tracked | reason             | ConversationIndex
			other.eml | no      | NoCorrelationMatch | noMatch`
	},
	{
		title: 'A tracking token in the subject links without any header',
		places: ['2.7', '2.12', '6.1'],
		given: 'The offer went out with CRM:0001005 at the end of its subject.',
		when: 'Ann answers with a program that drops all headers of threads.',
		then: 'The token links it; the parent stays empty.',
		environment: LUISA,
		mail: {
			'offer.eml': TOKEN_OFFER,
			'reply.eml': but(REPLY, 'Subject: RE: Offer for two pumps CRM:0001005', ...NO_REPLY_FIELDS)
		},
		expected: `
			file      | tracked | reason           | correlationmethod | correlatedactivityid | parentactivityid | trackingtoken | diagnoses
			reply.eml | yes     | CorrelationMatch | 4                 | offer.eml            | -                | CRM:0001005   | parent-empty-by-design`
	},
	{
		title: 'Subject words and recipients link when smart matching is on',
		places: ['2.8', '2.15'],
		given: 'Smart matching is on.',
		when: 'Ann’s answer has lost all headers and has no token.',
		then: 'The same words and two addresses in common link it; the parent stays empty.',
		environment: { ...LUISA, organization: { enablesmartmatching: true } },
		mail: { 'offer.eml': OFFER, 'reply.eml': but(REPLY, ...NO_REPLY_FIELDS) },
		expected: `
			file      | tracked | correlationmethod | correlatedactivityid | parentactivityid | diagnoses
			reply.eml | yes     | 6                 | offer.eml            | -                | smart-matching-only`
	},
	{
		title: 'Order, first step: InReplyTo goes before a token of another mail',
		places: ['2.9', '2.10', '2.11'],
		given: 'An offer and an invoice, each with a token of its own.',
		when: 'Ann answers the offer, with the token of the invoice in the subject.',
		then: 'InReplyTo decides for the offer; the token would have chosen the invoice.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<invoice@contoso.com>', tracked: 'sent' }] },
		mail: {
			'offer.eml': TOKEN_OFFER,
			'invoice.eml': but(OFFER, 'Subject: Invoice CRM:0001006', OTHER_INDEX),
			'reply.eml': but(REPLY, 'Subject: RE: Invoice CRM:0001006')
		},
		expected: `
			file      | correlationmethod | correlatedactivityid | TrackingToken | TrackingToken wouldMatch
			reply.eml | 3                 | offer.eml            | notReached    | invoice.eml`
	},
	{
		title: 'Order, second step: the token goes before the conversation index',
		places: ['2.9', '2.12'],
		given: 'An offer, and an invoice with a token.',
		when: 'Ann’s mail continues the thread of the offer, has the token of the invoice, and no In-Reply-To.',
		then: 'The token decides for the invoice.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<invoice@contoso.com>', tracked: 'sent' }] },
		mail: {
			'offer.eml': OFFER,
			'invoice.eml': but(OFFER, 'Subject: Invoice CRM:0001006', OTHER_INDEX),
			'reply.eml': but(REPLY, 'Subject: RE: Invoice CRM:0001006', ...NO_REPLY_FIELDS, ANSWERED_INDEX)
		},
		expected: `
			file      | correlationmethod | correlatedactivityid | ConversationIndex | ConversationIndex wouldMatch
			reply.eml | 4                 | invoice.eml          | notReached        | offer.eml`
	},
	{
		title: 'Order, third step: the conversation index goes before smart matching',
		places: ['2.9', '2.14', '2.15'],
		given: 'Smart matching is on. An offer, and a price list to the same person.',
		when: 'Ann’s mail continues the thread of the offer under the subject of the price list.',
		then: 'ConversationIndex decides for the offer; smart matching would have chosen the price list.',
		environment: {
			...LUISA,
			organization: { enablesmartmatching: true },
			marks: [OFFER_SENT, { messageid: '<prices@contoso.com>', tracked: 'sent' }]
		},
		mail: {
			'offer.eml': OFFER,
			'prices.eml': but(OFFER, 'Subject: New price list', OTHER_INDEX),
			'reply.eml': but(REPLY, 'Subject: RE: New price list', ...NO_REPLY_FIELDS, ANSWERED_INDEX)
		},
		expected: `
			file      | correlationmethod | correlatedactivityid | SmartMatching | SmartMatching wouldMatch
			reply.eml | 5                 | offer.eml            | notReached    | prices.eml`
	},
	{
		title: 'InReplyTo is on by default and looks at nothing but the id',
		places: ['2.11'],
		given: 'No setting is touched.',
		when: 'Somebody else, from another address, answers the offer under another subject.',
		then: 'The id is enough.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'colleague.eml': but(REPLY, 'From: Ben <ben@example.net>', 'Subject: I take over', 'References: (none)')
		},
		expected: `
			file          | tracked | correlationmethod | correlatedactivityid
			colleague.eml | yes     | 3                 | offer.eml`
	},
	{
		title: 'An id of a mail that nobody has is no match',
		places: ['2.10', 'A24'],
		given: 'Luisa tracks replies only.',
		when: 'Ann answers a mail that is not among the files.',
		then: 'It counts as not in Dynamics 365: a firm no, with the diagnosis.',
		environment: LUISA,
		mail: { 'reply.eml': REPLY },
		expected: `
			file      | tracked | reason             | InReplyTo | diagnoses
			reply.eml | no      | NoCorrelationMatch | noMatch   | parent-not-in-set, not parent-not-tracked`
	},
	{
		title: 'A relay gave the offer another Message-ID on its way out',
		places: ['2.2', '2.10'],
		given: 'Luisa tracks replies only.',
		when: 'Ann’s answer names the new id in In-Reply-To, and the offer’s own id only in References.',
		then: 'No match; the diagnosis is that the id was rewritten.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'reply.eml': but(
				REPLY,
				'In-Reply-To: <12345@relay.contoso.com>',
				'References: <offer@contoso.com> <12345@relay.contoso.com>'
			)
		},
		expected: `
			file      | tracked | reason             | InReplyTo | diagnoses
			reply.eml | no      | NoCorrelationMatch | noMatch   | message-id-rewritten, linked-only-by-references`
	},
	{
		title: 'A token that a person changed links to the wrong mail',
		places: ['2.13'],
		given: 'An offer with CRM:0001005 about a case, and an invoice with CRM:0001006.',
		when: 'Ann writes a new mail about the offer and types the last digit wrong.',
		then: 'It is linked to the invoice.',
		environment: { ...LUISA, marks: [OFFER_SENT, { messageid: '<invoice@contoso.com>', tracked: 'sent' }] },
		mail: {
			'offer.eml': TOKEN_OFFER,
			'invoice.eml': but(OFFER, 'Subject: Invoice CRM:0001006', OTHER_INDEX),
			'new.eml': but(REPLY, 'Subject: Offer for two pumps CRM:0001006', ...NO_REPLY_FIELDS)
		},
		expected: `
			file    | tracked | correlationmethod | correlatedactivityid | regardingobjectid | diagnoses
			new.eml | yes     | 4                 | invoice.eml          | -                 | token-copied`
	},
	{
		title: 'A token that a person damaged links to nothing',
		places: ['2.13'],
		given: 'An offer with CRM:0001005.',
		when: 'Ann’s subject has a space after the prefix.',
		then: 'It is not tracked; the near miss is shown.',
		environment: LUISA,
		mail: {
			'offer.eml': TOKEN_OFFER,
			'reply.eml': but(REPLY, 'Subject: RE: Offer for two pumps CRM: 0001005', ...NO_REPLY_FIELDS)
		},
		expected: `
			file      | tracked | reason             | TrackingToken | diagnoses
			reply.eml | no      | NoCorrelationMatch | notApplicable | token-edited`
	},
	{
		title: 'Smart matching glues two matters with one subject together',
		places: ['2.16'],
		given: 'Smart matching is on; last month’s invoice was sent.',
		when: 'Ann sends an invoice of her own, subject “Invoice”.',
		then: 'It is linked to Luisa’s invoice and its case, which is wrong.',
		environment: { ...LUISA, organization: { enablesmartmatching: true } },
		mail: {
			'offer.eml': but(OFFER, 'Subject: Invoice'),
			'invoice.eml': but(REPLY, 'Subject: Invoice', ...NO_REPLY_FIELDS)
		},
		expected: `
			file        | tracked | correlationmethod | correlatedactivityid | regardingobjectid | diagnoses
			invoice.eml | yes     | 6                 | offer.eml            | CAS-1             | generic-subject-matched`
	}
];
