/** Case CAS-01042: one Outlook conversation, and what happens to it in other mail programs. */
import { threadIndex, type Letter } from '../compose';
import { JONAS, LENA, SUPPORT, TOMAS } from '../people';

const SUBJECT = 'Pump P-204 leaks';
const WITH_TOKEN = `${SUBJECT} CRM:0001005`;
const GUID = '8f3c1d5a7b2e4c60912f4ad6e0b85731';
const OUTLOOK = ['X-Mailer', 'Microsoft Outlook 16.0'] as const;

/** When each mail of the conversation was written; Thread-Index grows by one block with each. */
const TIMES = [
	'2026-09-01T09:12:00+02:00',
	'2026-09-01T10:40:00+02:00',
	'2026-09-01T13:05:00+02:00',
	'2026-09-02T08:30:00+02:00',
	'2026-09-04T07:55:00+02:00',
	'2026-09-05T11:20:00+02:00'
];
const index = (mails: number) => threadIndex(GUID, TIMES.slice(0, mails));

export const pumpLeaks: readonly Letter[] = [
	{
		path: 'pump leaks/2026-09-01 1 pump leaks.eml',
		sent: TIMES[0] ?? '',
		from: JONAS,
		to: [SUPPORT],
		subject: SUBJECT,
		messageId: '<pump-1@fabrikam.com>',
		threadIndex: index(1),
		fields: [OUTLOOK],
		text: [
			'Hello,',
			'',
			'since this morning P-204 in hall 2 loses water at the shaft, about a cup an hour.',
			'The pressure log of the night is attached. Can somebody have a look?',
			'',
			'Jonas'
		],
		html: '<p>Hello,</p><p>since this morning <b>P-204</b> in hall 2 loses water at the shaft, about a cup an hour.<br>The pressure log of the night is attached. Can somebody have a look?</p><p>Jonas</p>',
		attachment: {
			filename: 'P-204 pressure.csv',
			mediaType: 'text/csv',
			content: 'time,bar\r\n02:00,6.1\r\n04:00,5.8\r\n06:00,5.2\r\n'
		}
	},
	{
		path: 'pump leaks/2026-09-01 2 answer with token.eml',
		sent: TIMES[1] ?? '',
		underWaySeconds: null,
		from: SUPPORT,
		to: [JONAS],
		subject: `RE: ${WITH_TOKEN}`,
		messageId: '<pump-2@contoso.com>',
		inReplyTo: '<pump-1@fabrikam.com>',
		references: ['<pump-1@fabrikam.com>'],
		threadIndex: index(2),
		text: [
			'Hello Jonas,',
			'',
			'that sounds like the shaft seal. Is it the grey one or the black one?',
			'',
			'Mara, Contoso Support'
		]
	},
	{
		path: 'pump leaks/2026-09-01 3 reply.eml',
		sent: TIMES[2] ?? '',
		from: JONAS,
		to: [SUPPORT],
		subject: `RE: ${WITH_TOKEN}`,
		messageId: '<pump-3@fabrikam.com>',
		inReplyTo: '<pump-2@contoso.com>',
		references: ['<pump-1@fabrikam.com>', '<pump-2@contoso.com>'],
		threadIndex: index(3),
		fields: [OUTLOOK],
		text: ['The black one, fitted in March.', '', 'Jonas']
	},
	{
		path: 'pump leaks/2026-09-02 4 answer.eml',
		sent: TIMES[3] ?? '',
		underWaySeconds: null,
		from: SUPPORT,
		to: [JONAS],
		subject: `RE: ${WITH_TOKEN}`,
		messageId: '<pump-4@contoso.com>',
		inReplyTo: '<pump-3@fabrikam.com>',
		references: ['<pump-1@fabrikam.com>', '<pump-2@contoso.com>', '<pump-3@fabrikam.com>'],
		threadIndex: index(4),
		text: ['Then it is under warranty. Tomas could come on Tuesday the 8th.', '', 'Mara, Contoso Support']
	},
	{
		path: 'pump leaks/2026-09-02 5 out of office (Exchange).eml',
		sent: '2026-09-02T08:30:20+02:00',
		from: JONAS,
		to: [SUPPORT],
		subject: `Automatic reply: ${WITH_TOKEN}`,
		messageId: '<pump-oof@fabrikam.com>',
		inReplyTo: '<pump-4@contoso.com>',
		references: ['<pump-4@contoso.com>'],
		fields: [
			['Auto-Submitted', 'auto-generated'],
			['X-Auto-Response-Suppress', 'All']
		],
		text: ['I am out of the office until Friday. In urgent cases please call the control room.', '', 'Jonas Feld']
	},
	{
		path: 'pump leaks/2026-09-04 6 reply with another subject.eml',
		sent: TIMES[4] ?? '',
		from: JONAS,
		to: [SUPPORT],
		subject: 'Visit on Tuesday, please before 10',
		messageId: '<pump-5@fabrikam.com>',
		inReplyTo: '<pump-4@contoso.com>',
		references: ['<pump-3@fabrikam.com>', '<pump-4@contoso.com>'],
		threadIndex: index(5),
		fields: [OUTLOOK],
		text: ['Tuesday is fine. After ten the hall is closed for a test run.', '', 'Jonas']
	},
	{
		path: 'pump leaks/2026-09-04 7 reply without In-Reply-To.eml',
		sent: '2026-09-04T15:31:00+02:00',
		from: LENA,
		to: [SUPPORT],
		cc: [JONAS],
		subject: 'The bearing of P-204 is noisy too',
		messageId: '<bearing@fabrikam.com>',
		references: ['<pump-3@fabrikam.com>', '<pump-4@contoso.com>'],
		fields: [['X-Mailer', 'Pocket Mail 4.1']],
		text: ['Jonas showed me your mail. While you are here: the bearing howls when it is cold.', '', 'Lena Brook']
	},
	{
		path: 'pump leaks/2026-09-05 8 only Thread-Index.eml',
		sent: TIMES[5] ?? '',
		from: JONAS,
		to: [SUPPORT],
		subject: 'Photos from the pump room',
		messageId: '<pump-6@fabrikam.com>',
		threadIndex: index(6),
		text: ['I shall bring them on a stick, they are too large for the mail.', '', 'Jonas']
	},
	{
		path: 'pump leaks/2026-09-07 9 token with a space.eml',
		sent: '2026-09-07T18:02:00+02:00',
		from: LENA,
		to: [SUPPORT],
		subject: `${SUBJECT} CRM: 0001005`,
		messageId: '<retyped@fabrikam.com>',
		text: ['I typed the number from the printout, I hope it finds you. The leak is worse tonight.', '', 'Lena']
	},
	{
		path: 'pump leaks/2026-09-08 10 forward.eml',
		sent: '2026-09-08T07:10:00+02:00',
		from: JONAS,
		to: [LENA],
		cc: [SUPPORT],
		subject: `FW: ${WITH_TOKEN}`,
		messageId: '<pump-forward@fabrikam.com>',
		inReplyTo: '<pump-4@contoso.com>',
		references: ['<pump-3@fabrikam.com>', '<pump-4@contoso.com>'],
		threadIndex: threadIndex(GUID, [...TIMES.slice(0, 4), '2026-09-08T07:10:00+02:00']),
		fields: [OUTLOOK],
		text: [
			'Lena, you let Tomas in, please. I am at the dentist.',
			'',
			'-----Original Message-----',
			'From: Contoso Support',
			'Then it is under warranty. Tomas could come on Tuesday the 8th.'
		]
	},
	{
		path: 'pump leaks/2026-09-08 11 report from site.eml',
		sent: '2026-09-08T16:45:00+02:00',
		from: TOMAS,
		to: [SUPPORT],
		subject: 'P-204 repaired',
		messageId: '<site-report@contoso.com>',
		text: ['New seal, new bearing, two hours on site. Ran dry for 30 minutes without a drop.', '', 'Tomas']
	},
	{
		path: 'pump leaks/2026-09-09 12 read receipt.eml',
		sent: '2026-09-09T08:01:00+02:00',
		from: JONAS,
		to: [SUPPORT],
		subject: `Read: ${WITH_TOKEN}`,
		messageId: '<pump-receipt@fabrikam.com>',
		inReplyTo: '<pump-4@contoso.com>',
		references: ['<pump-4@contoso.com>'],
		text: ['Your message was read on Wednesday, 9 September 2026 08:00:51.'],
		report: {
			type: 'disposition-notification',
			lines: [
				'Final-Recipient: rfc822;jonas.feld@fabrikam.com',
				'Original-Message-ID: <pump-4@contoso.com>',
				'Disposition: automatic-action/MDN-sent-automatically; displayed'
			],
			about: ['Message-ID: <pump-4@contoso.com>', `Subject: RE: ${WITH_TOKEN}`]
		}
	},
	{
		path: 'pump leaks/2026-09-09 13 thanks (Auto-Submitted no).eml',
		sent: '2026-09-09T08:20:00+02:00',
		from: JONAS,
		to: [SUPPORT],
		subject: `Re: ${WITH_TOKEN}`,
		messageId: '<pump-7@fabrikam.com>',
		inReplyTo: '<pump-4@contoso.com>',
		references: ['<pump-4@contoso.com>'],
		fields: [
			['Auto-Submitted', 'no'],
			['Reply-To', 'Hall 2 <hall2@fabrikam.com>']
		],
		text: ['Dry as a bone. Thank you all!', '', 'Jonas']
	}
];
