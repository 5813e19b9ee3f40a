/** Orders and visits: a smart match that is right, and mails that other machines delayed, copied or left incomplete. */
import type { Letter } from '../compose';
import { ELENA, JONAS, LENA, NOOR, SCANNER, SUPPORT } from '../people';

export const orders: readonly Letter[] = [
	{
		path: 'orders/2026-09-08 1 delivery date.eml',
		sent: '2026-09-08T09:40:00+01:00',
		from: ELENA,
		to: [SUPPORT],
		subject: 'Delivery date for order 4711',
		messageId: '<order-1@adventure-works.com>',
		text: ['When will the seals be here? We stop line 2 on the 15th.', '', 'Elena']
	},
	{
		path: 'orders/2026-09-08 2 answer.eml',
		sent: '2026-09-08T11:05:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [ELENA],
		subject: 'RE: Delivery date for order 4711 CRM:0001012',
		messageId: '<order-2@contoso.com>',
		inReplyTo: '<order-1@adventure-works.com>',
		references: ['<order-1@adventure-works.com>'],
		text: ['Hello Elena,', '', 'on the 14th before noon.', '', 'Mara, Contoso Support']
	},
	{
		path: 'orders/2026-09-11 3 smart match that is right.eml',
		sent: '2026-09-11T08:12:00+01:00',
		from: ELENA,
		to: [SUPPORT],
		subject: 'Re: Delivery date for order 4711',
		messageId: '<order-3@adventure-works.com>',
		fields: [['X-Mailer', 'Plant Portal']],
		text: ['The 14th is good. Gate 3, please.', '', 'Elena']
	},
	{
		path: 'orders/2026-09-12 4 reply before its parent.eml',
		sent: '2026-09-12T14:18:00+01:00',
		from: ELENA,
		to: [NOOR],
		cc: [SUPPORT],
		subject: 'Re: Access to the plant on Saturday, badge numbers',
		messageId: '<access-2@adventure-works.com>',
		inReplyTo: '<access-1@adventure-works.com>',
		references: ['<access-1@adventure-works.com>'],
		text: ['Badges 118 and 119, valid from six.', '', 'Elena']
	},
	{
		path: 'orders/2026-09-12 5 parent, delayed by greylisting.eml',
		sent: '2026-09-12T14:02:00+01:00',
		underWaySeconds: 1_740,
		from: NOOR,
		to: [SUPPORT, ELENA],
		subject: 'Access to the plant on Saturday',
		messageId: '<access-1@adventure-works.com>',
		text: ['Two fitters of Contoso need badges. Elena, can you arrange that?', '', 'Noor']
	},
	{
		path: 'orders/2026-09-14 6 delivered.eml',
		sent: '2026-09-14T12:30:00+01:00',
		from: NOOR,
		to: [SUPPORT],
		subject: 'Seals arrived',
		messageId: '<arrived@adventure-works.com>',
		text: ['40 pieces, one box dented, contents fine.', '', 'Noor']
	},
	{
		path: 'orders/2026-09-14 7 the same Message-ID through a gateway.eml',
		sent: '2026-09-14T12:30:00+01:00',
		underWaySeconds: 75,
		from: NOOR,
		to: [SUPPORT],
		subject: 'Seals arrived',
		messageId: '<arrived@adventure-works.com>',
		text: [
			'40 pieces, one box dented, contents fine.',
			'',
			'Noor',
			'',
			'This message was checked by the gateway of Adventure Works.'
		]
	},
	{
		path: 'orders/2026-09-15 8 without Message-ID.eml',
		sent: '2026-09-15T07:45:00+02:00',
		from: SCANNER,
		to: [SUPPORT],
		subject: 'Scanned delivery note',
		messageId: null,
		text: ['1 page, 200 dpi.']
	},
	{
		path: 'orders/2026-09-15 9 answer to a mail nobody has.eml',
		sent: '2026-09-15T17:20:00+02:00',
		from: LENA,
		to: [SUPPORT],
		cc: [JONAS],
		subject: 'Re: Spare impeller',
		messageId: '<impeller-2@fabrikam.com>',
		inReplyTo: '<impeller-1@contoso.com>',
		references: ['<impeller-1@contoso.com>'],
		text: ['Yes, please send the bronze one.', '', 'Lena']
	}
];
