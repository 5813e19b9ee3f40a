/** Subjects and prefixes beyond English, as encoded-words, and an absence note from Gmail. */
import type { Letter } from '../compose';
import { HELENE, JUERGEN, LI, NOOR, SUPPORT } from '../people';

export const languages: readonly Letter[] = [
	{
		path: 'languages/2026-09-03 1 Wartungsvertrag.eml',
		sent: '2026-09-03T13:30:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [JUERGEN],
		subject: 'Wartungsvertrag verlängern',
		messageId: '<wartung-1@contoso.com>',
		text: ['Guten Tag Herr Weiß,', '', 'möchten Sie den Vertrag um ein Jahr verlängern?', '', 'Contoso Support']
	},
	{
		path: 'languages/2026-09-04 2 AW.eml',
		sent: '2026-09-04T09:10:00+02:00',
		from: JUERGEN,
		to: [SUPPORT],
		subject: 'AW: Wartungsvertrag verlängern',
		messageId: '<wartung-2@example.org>',
		inReplyTo: '<wartung-1@contoso.com>',
		references: ['<wartung-1@contoso.com>'],
		text: ['Gern, aber bitte mit zwei Besuchen im Jahr.', '', 'Jürgen Weiß']
	},
	{
		path: 'languages/2026-09-09 3 livraison.eml',
		sent: '2026-09-09T10:25:00+02:00',
		from: HELENE,
		to: [SUPPORT],
		subject: 'Livraison des joints',
		messageId: '<joints-1@example.net>',
		text: ['Bonjour,', '', 'les joints ne sont pas encore arrivés.', '', 'Hélène Girard']
	},
	{
		path: 'languages/2026-09-11 4 Réf.eml',
		sent: '2026-09-11T15:40:00+02:00',
		from: HELENE,
		to: [SUPPORT],
		subject: 'Réf : Livraison des joints',
		messageId: '<joints-2@example.net>',
		text: ['Ils sont là, merci !', '', 'Hélène Girard']
	},
	{
		path: 'languages/2026-09-14 5 quotation.eml',
		sent: '2026-09-14T08:50:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [LI],
		subject: '泵 P-310 报价',
		messageId: '<p310-1@contoso.com>',
		text: ['李女士您好，', '', 'P-310 的报价为 3,200 欧元，四周交货。', '', 'Contoso Support']
	},
	{
		path: 'languages/2026-09-15 6 回复.eml',
		sent: '2026-09-15T10:02:00+08:00',
		from: LI,
		to: [SUPPORT],
		subject: '回复: 泵 P-310 报价',
		messageId: '<p310-2@example.com>',
		inReplyTo: '<p310-1@contoso.com>',
		references: ['<p310-1@contoso.com>'],
		text: ['谢谢，请发正式合同。', '', '李文']
	},
	{
		path: 'languages/2026-09-16 7 question to Noor.eml',
		sent: '2026-09-16T09:30:00+02:00',
		underWaySeconds: null,
		from: SUPPORT,
		to: [NOOR],
		subject: 'Parking for the training CRM:0001018',
		messageId: '<parking@contoso.com>',
		text: ['Hello Noor,', '', 'is there room for two vans on the 29th?', '', 'Mara, Contoso Support']
	},
	{
		path: 'languages/2026-09-16 8 vacation reply (Gmail).eml',
		sent: '2026-09-16T08:30:12+01:00',
		from: NOOR,
		to: [SUPPORT],
		subject: 'Away until 21 September Re: Parking for the training CRM:0001018',
		messageId: '<vacation@adventure-works.com>',
		inReplyTo: '<parking@contoso.com>',
		references: ['<parking@contoso.com>'],
		fields: [
			['Auto-Submitted', 'auto-replied'],
			['Precedence', 'bulk'],
			['X-Autoreply', 'yes']
		],
		text: ['Walking in the hills without a phone. Elena knows everything.', '', 'Noor']
	}
];
