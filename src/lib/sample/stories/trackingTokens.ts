/** Mails that only a tracking token relates: well, under an old prefix, and wrongly after the counter ran over. */
import type { Letter } from '../compose';
import { ELENA, JONAS, NOOR, SUPPORT } from '../people';

export const trackingTokens: readonly Letter[] = [
	{
		path: 'tracking tokens/2026-09-02 1 training dates.eml',
		sent: '2026-09-02T09:00:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [ELENA],
		subject: 'Training dates CRM:0001017',
		messageId: '<training@contoso.com>',
		text: ['Hello Elena,', '', 'we can offer 22 or 29 September for the operators.', '', 'Mara, Contoso Support']
	},
	{
		path: 'tracking tokens/2026-09-02 2 service plan.eml',
		sent: '2026-09-02T11:30:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [NOOR],
		subject: 'Service plan renewal CTS:0001311',
		messageId: '<service-plan@contoso.com>',
		text: ['Hello Noor,', '', 'your plan ends in October. Shall we go on as before?', '', 'Mara, Contoso Support']
	},
	{
		path: 'tracking tokens/2026-09-03 3 quote.eml',
		sent: '2026-09-03T10:15:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [ELENA],
		subject: 'Quote for spare seals CRM:0001008',
		messageId: '<quote@contoso.com>',
		text: ['Hello Elena,', '', '20 seals at 14.50 each, from stock.', '', 'Mara, Contoso Support']
	},
	{
		path: 'tracking tokens/2026-09-03 4 token alone.eml',
		sent: '2026-09-03T16:48:00+01:00',
		from: ELENA,
		to: [SUPPORT],
		subject: 'Price for 40? Re: Quote for spare seals CRM:0001008',
		messageId: '<token-alone@adventure-works.com>',
		fields: [['X-Mailer', 'Plant Portal']],
		text: ['What would 40 cost?', '', 'Elena']
	},
	{
		path: 'tracking tokens/2026-09-10 5 former prefix.eml',
		sent: '2026-09-10T09:22:00+01:00',
		from: NOOR,
		to: [SUPPORT],
		subject: 'Yes, please: Service plan renewal CTS:0001311',
		messageId: '<former-prefix@adventure-works.com>',
		fields: [['X-Mailer', 'Plant Portal']],
		text: ['As before, with one visit more in spring.', '', 'Noor']
	},
	{
		path: 'tracking tokens/2026-09-16 6 same token again.eml',
		sent: '2026-09-16T14:00:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [JONAS],
		subject: 'Gasket recall notice CRM:0001017',
		messageId: '<recall@contoso.com>',
		text: ['Hello Jonas,', '', 'gaskets of lot 88 should be exchanged. Do you have any?', '', 'Mara, Contoso Support']
	},
	{
		path: 'tracking tokens/2026-09-18 7 reply goes astray.eml',
		sent: '2026-09-18T10:05:00+01:00',
		from: ELENA,
		to: [SUPPORT],
		subject: 'The 29th suits us. Training dates CRM:0001017',
		messageId: '<astray@adventure-works.com>',
		fields: [['X-Mailer', 'Plant Portal']],
		text: ['Eight people, two of them new. Is there parking?', '', 'Elena']
	}
];
