import { LUISA, OFFER, QUESTION, REPLY, but } from './people';
import type { Scenario } from './scenario';

export const AUTOMATIC_REPLIES: readonly Scenario[] = [
	{
		title: 'An out-of-office answer of Outlook is tracked like any answer',
		places: ['4.1', '4.5', 'A27'],
		given: 'Luisa tracks replies only.',
		when: 'Ann is away; Exchange answers with Auto-Submitted: auto-generated and In-Reply-To.',
		then: 'It is tracked and linked; that a machine wrote it is shown, and does not count.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'away.eml': but(
				REPLY,
				'Subject: Automatic reply: Offer for two pumps',
				'Auto-Submitted: auto-generated',
				'X-Auto-Response-Suppress: All'
			)
		},
		expected: `
			file     | tracked | reason           | correlationmethod | class         | flag | regardingobjectid | diagnoses
			away.eml | yes     | CorrelationMatch | 3                 | out-of-office | true | CAS-1             | auto-reply-tracked`
	},
	{
		title: 'An automatic answer of Gmail',
		places: ['4.1', '4.5', '4.3'],
		given: 'Luisa tracks replies only.',
		when: 'Gmail answers with Auto-Submitted: auto-replied.',
		then: 'It is tracked; the column holds the value as JSON.',
		environment: LUISA,
		mail: { 'offer.eml': OFFER, 'away.eml': but(REPLY, 'Auto-Submitted: auto-replied') },
		expected: `
			file     | tracked | class      | flag | internetmessageheaders
			away.eml | yes     | auto-reply | true | {"Auto-Submitted":"auto-replied"}`
	},
	{
		title: 'An automatic answer to nothing tracked is refused as any other mail',
		places: ['4.1'],
		given: 'Luisa tracks replies only.',
		when: 'A machine answers a mail that is not in Dynamics 365.',
		then: 'It is refused for want of a link, not for being automatic.',
		environment: LUISA,
		mail: { 'away.eml': but(REPLY, 'In-Reply-To: <other@contoso.com>', 'Auto-Submitted: auto-replied') },
		expected: `
			file     | tracked | reason             | class      | flag | diagnoses
			away.eml | no      | NoCorrelationMatch | auto-reply | true | parent-not-in-set, not auto-reply-tracked`
	},
	{
		title: 'Neither field: the column stays empty',
		places: ['4.2'],
		given: 'Nothing is described.',
		when: 'Ann writes an ordinary mail.',
		then: 'InternetMessageHeaders is null.',
		mail: { 'question.eml': QUESTION },
		expected: `
			file         | tracked | class | flag  | internetmessageheaders
			question.eml | yes     | human | false | -`
	},
	{
		title: 'Both fields: Auto-Submitted and Reply-To in one JSON',
		places: ['4.2', '4.3', '4.4', 'A12'],
		given: 'Nothing is described.',
		when: 'A shop’s machine confirms an order and wants answers elsewhere.',
		then: 'The JSON holds both, as they stand in the mail.',
		mail: {
			'confirmation.eml': but(
				QUESTION,
				'Subject: Your order',
				'Auto-Submitted: auto-generated',
				'Reply-To: "Test email" <example@contoso.com>'
			)
		},
		expected: `
			file             | class        | flag | internetmessageheaders
			confirmation.eml | notification | true | {"Auto-Submitted":"auto-generated","Reply-To":"\\"Test email\\" <example@contoso.com>"}`
	},
	{
		title: 'The column is not filled on outgoing mail',
		places: ['4.2'],
		given: 'Luisa sent the offer from Dynamics 365.',
		when: 'The offer itself carries a Reply-To.',
		then: 'It is outgoing: null.',
		environment: LUISA,
		mail: { 'offer.eml': but(OFFER, 'Reply-To: sales@contoso.com') },
		expected: `
			file      | tracked | directioncode | internetmessageheaders
			offer.eml | yes     | true          | -`
	},
	{
		title: 'Auto-Submitted: no is a person who says so',
		places: ['4.4', 'C10'],
		given: 'Nothing is described.',
		when: 'A program writes Auto-Submitted: no.',
		then: 'By the page the field is there, so automatic; by RFC 3834 a person. Both are shown.',
		mail: { 'question.eml': but(QUESTION, 'Auto-Submitted: no') },
		expected: `
			file         | class | flag | internetmessageheaders
			question.eml | human | true | {"Auto-Submitted":"no"}`
	},
	{
		title: 'Reply-To alone says nothing about machines',
		places: ['4.6', '4.2'],
		given: 'Nothing is described.',
		when: 'Ann wants answers at another address, written with a display name.',
		then: 'The column is filled, the mail is a person’s.',
		mail: { 'question.eml': but(QUESTION, 'Reply-To: "Test email" <example@contoso.com>') },
		expected: `
			file         | class | flag  | internetmessageheaders
			question.eml | human | false | {"Reply-To":"\\"Test email\\" <example@contoso.com>"}`
	},
	{
		title: 'Reply-To in its bare form',
		places: ['4.6'],
		given: 'Nothing is described.',
		when: 'Reply-To holds an address in angle brackets only.',
		then: 'It is kept as written.',
		mail: { 'question.eml': but(QUESTION, 'Reply-To: <example@contoso.com>') },
		expected: `
			file         | internetmessageheaders
			question.eml | {"Reply-To":"<example@contoso.com>"}`
	},
	{
		title: 'A bounce of the offer is linked to it',
		places: ['4.1', 'A27'],
		given: 'Luisa tracks replies only.',
		when: 'The mail server cannot deliver and says so, with In-Reply-To.',
		then: 'It is tracked as an answer; it is a delivery report.',
		environment: LUISA,
		mail: {
			'offer.eml': OFFER,
			'bounce.eml': but(
				REPLY,
				'From: Mail Delivery System <MAILER-DAEMON@fabrikam.com>',
				'Subject: Undeliverable: Offer for two pumps',
				'Content-Type: multipart/report; report-type=delivery-status; boundary=x'
			)
		},
		expected: `
			file       | tracked | correlationmethod | class           | flag  | diagnoses
			bounce.eml | yes     | 3                 | delivery-report | false | auto-reply-tracked`
	},
	{
		title: 'A newsletter is a list, not an automatic answer',
		places: ['4.1', 'A27'],
		given: 'Nothing is described.',
		when: 'A newsletter with List-Id and X-Auto-Response-Suppress comes in.',
		then: 'The class is list; the flag of Dynamics 365 is not set.',
		mail: {
			'news.eml': but(QUESTION, 'List-Id: <news.fabrikam.com>', 'X-Auto-Response-Suppress: All', 'Precedence: bulk')
		},
		expected: `
			file     | class | flag
			news.eml | list  | false`
	}
];
