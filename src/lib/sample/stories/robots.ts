/** Machines that write: reports whose equal subjects smart matching glues together, a bounce, a newsletter. */
import type { Letter, Person } from '../compose';
import { ACCOUNTS, BACKUP, BILLING, JONAS, NEWSLETTER, OPERATIONS, SUPPORT } from '../people';

const GENERATED = ['Auto-Submitted', 'auto-generated'] as const;
const MAIL_SYSTEM: Person = { name: 'Mail Delivery System', address: 'MAILER-DAEMON@mx.contoso.com' };

const backup = (day: string, text: string): Letter => ({
	path: `robots/${day} backup report.eml`,
	sent: `${day}T03:30:00+00:00`,
	from: BACKUP,
	to: [OPERATIONS],
	subject: 'Backup report',
	messageId: `<backup-${day}@contoso.com>`,
	fields: [GENERATED],
	text: [text]
});

const invoice = (day: string, number: number, text: string): Letter => ({
	path: `robots/${day} invoice ${number}.eml`,
	sent: `${day}T06:00:00+00:00`,
	from: BILLING,
	to: [ACCOUNTS],
	subject: 'Invoice',
	messageId: `<invoice-${number}@adventure-works.com>`,
	text: [`Invoice ${number}`, text, 'Please pay within 30 days.']
});

export const robots: readonly Letter[] = [
	invoice('2026-09-02', 88120, 'Hire of a scaffold, hall 2'),
	backup('2026-09-05', 'All 14 jobs done.'),
	invoice('2026-09-09', 88164, 'Catering for the summer party'),
	backup('2026-09-12', 'Job 9 failed: no space left on archive-2.'),
	{
		path: 'robots/2026-09-14 newsletter.eml',
		sent: '2026-09-14T05:00:00+00:00',
		from: NEWSLETTER,
		to: [SUPPORT],
		subject: 'Autumn in the hills: 12 walks',
		messageId: '<news-9@adventure-works.com>',
		fields: [
			['List-Id', 'Adventure Works News <news.adventure-works.com>'],
			['List-Unsubscribe', '<https://news.adventure-works.com/unsubscribe>'],
			['Precedence', 'bulk']
		],
		text: ['Twelve walks between two and nine hours, all with a bus back.'],
		html: '<h1>Autumn in the hills</h1><p>Twelve walks between two and nine hours, all with a bus back.</p>'
	},
	{
		path: 'robots/2026-09-16 bounce.eml',
		sent: '2026-09-16T12:00:04+00:00',
		from: MAIL_SYSTEM,
		to: [SUPPORT],
		subject: 'Undelivered Mail Returned to Sender',
		messageId: '<bounce@mx.contoso.com>',
		fields: [
			['Return-Path', '<>'],
			['Auto-Submitted', 'auto-replied']
		],
		text: ['This is the mail system at host mx.contoso.com.', '', '<stores@fabrikam.com>: user unknown'],
		report: {
			type: 'delivery-status',
			lines: [
				'Reporting-MTA: dns; mx.contoso.com',
				'',
				'Final-Recipient: rfc822; stores@fabrikam.com',
				'Action: failed',
				'Status: 5.1.1'
			],
			about: [
				'From: Contoso Support <support@contoso.com>',
				'To: stores@fabrikam.com',
				'Subject: Gasket recall notice CRM:0001017',
				'Message-ID: <recall-stores@contoso.com>',
				'',
				'gaskets of lot 88 should be exchanged.'
			]
		}
	},
	invoice('2026-09-17', 88201, 'Two pallets of pipe'),
	{
		path: 'robots/2026-09-18 quiet please.eml',
		sent: '2026-09-18T09:15:00+02:00',
		from: JONAS,
		to: [SUPPORT],
		subject: 'No gaskets of lot 88 here',
		messageId: '<no-gaskets@fabrikam.com>',
		fields: [['X-Auto-Response-Suppress', 'DR, OOF, AutoReply']],
		text: ['We looked through the stores: none.', '', 'Jonas']
	},
	backup('2026-09-19', 'All 14 jobs done.')
];
