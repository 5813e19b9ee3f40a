import { describe, expect, it } from 'vitest';
import { maxAddresses, maxMessageBytes, maxMsgIds } from '../domain/limits';
import type { MessageFacts } from '../domain/message';
import { readHeaderBlock, readMail } from './readMail';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(content: string | Uint8Array): { facts: Omit<MessageFacts, 'sha256'>; headerBlock: string } {
	const result = readMail(typeof content === 'string' ? bytesOf(content) : content);
	if (!result.ok) throw new Error(result.code);
	return result;
}
const facts = (content: string | Uint8Array): Omit<MessageFacts, 'sha256'> => read(content).facts;
const codes = (content: string | Uint8Array): string[] => facts(content).warnings.map(({ code }) => code);

const COMPLETE = [
	'Return-Path: <ann@fabrikam.example>',
	'Delivered-To: sales@contoso.example',
	'Received: from b by c; Mon, 18 May 2020 12:57:40 +0000',
	'Received: from a by b; Mon, 18 May 2020 12:57:30 +0000',
	'From: Ann Example <ann@fabrikam.example>',
	'To: "Alves, Luisa" <luisa@contoso.example>, sales@contoso.example',
	'Cc: Team: bob@fabrikam.example;',
	'Reply-To: =?utf-8?q?B=C3=BCro?=',
	' <office@fabrikam.example>',
	'Subject: =?utf-8?q?Broken_pump_CRM:00?=',
	' =?utf-8?q?01005?=',
	'Thread-Index: AQHWLRNo4NaOjvXU8EODe0Zo',
	' trA8B6itzaxf',
	'Date: Mon, 18 May 2020 14:57:39 +0200',
	'Message-ID: <Reply.1@Fabrikam.example>',
	'In-Reply-To: <sent.1@contoso.example>',
	'References: <sent.0@contoso.example>',
	' <sent.1@contoso.example>',
	'Auto-Submitted: auto-replied (vacation)',
	'PRECEDENCE: auto_reply',
	'X-Auto-Response-Suppress: All',
	'List-Id: List <list.example>',
	'x-autoreply: yes',
	'Content-Type: text/plain'
].join('\r\n');

describe('readMail', () => {
	it('reads every fact', () => {
		const bytes = bytesOf(`${COMPLETE}\r\n\r\nText\r\n`);
		expect(facts(bytes)).toEqual({
			bytes: bytes.length,
			kind: 'eml',
			messageId: '<Reply.1@Fabrikam.example>',
			inReplyTo: ['<sent.1@contoso.example>'],
			references: ['<sent.0@contoso.example>', '<sent.1@contoso.example>'],
			threadIndex: 'AQHWLRNo4NaOjvXU8EODe0ZotrA8B6itzaxf',
			subject: 'Broken pump CRM:0001005',
			from: { name: 'Ann Example', address: 'ann@fabrikam.example' },
			to: [
				{ name: 'Alves, Luisa', address: 'luisa@contoso.example' },
				{ name: '', address: 'sales@contoso.example' }
			],
			cc: [{ name: '', address: 'bob@fabrikam.example' }],
			bcc: [],
			replyTo: [{ name: 'Büro', address: 'office@fabrikam.example' }],
			replyToText: '=?utf-8?q?B=C3=BCro?= <office@fabrikam.example>',
			autoSubmitted: 'auto-replied (vacation)',
			dateUtcMs: Date.UTC(2020, 4, 18, 12, 57, 39),
			receivedAtUtcMs: Date.UTC(2020, 4, 18, 12, 57, 40),
			receivedFrom: 'received',
			deliveredTo: ['sales@contoso.example'],
			contentType: 'text/plain',
			precedence: 'auto_reply',
			listId: 'List <list.example>',
			xAutoResponseSuppress: 'All',
			returnPath: '<ann@fabrikam.example>',
			otherFields: [
				{ name: 'Auto-Submitted', occurrence: 0, value: 'auto-replied (vacation)' },
				{ name: 'Precedence', occurrence: 0, value: 'auto_reply' },
				{ name: 'X-Auto-Response-Suppress', occurrence: 0, value: 'All' },
				{ name: 'List-Id', occurrence: 0, value: 'List <list.example>' },
				{ name: 'X-Autoreply', occurrence: 0, value: 'yes' }
			],
			bodyParts: [],
			warnings: []
		});
	});

	it('returns the header block with its line ends, and reads the same facts from it', () => {
		const { facts: fromBytes, headerBlock } = read(`${COMPLETE}\r\n\r\nText\r\n`);
		expect(headerBlock).toBe(`${COMPLETE}\r\n`);
		expect(readHeaderBlock(headerBlock)).toEqual({ ...fromBytes, bytes: 0 });
	});

	it.each<[string, Uint8Array | string, string]>([
		['nothing', '', 'empty'],
		['an Outlook message named .eml', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'outlook-msg'],
		['a zip named .eml', 'PK\x03\x04....', 'zip'],
		['gzip', Uint8Array.of(0x1f, 0x8b, 8), 'gzip'],
		['an mbox', 'From a@b Mon Jan 1\nSubject: 1\n\nx\n\nFrom c@d Mon Jan 1\nSubject: 2\n\ny\n', 'mbox'],
		['JSON', '{"a": 1}', 'not-mail'],
		['prose', 'Dear Ann,\n\nthe pump is broken: it leaks.\n', 'not-mail'],
		['fields that are none of mail', 'a: 1\nb: 2\n\n', 'not-mail'],
		['HTML', '<html>\n<body>Subject: x</body>', 'not-mail']
	])('rejects %s', (_, content, code) => {
		expect(readMail(typeof content === 'string' ? bytesOf(content) : content)).toEqual({ ok: false, code, detail: {} });
	});

	it('rejects what is larger than any message', () => {
		const huge = { length: maxMessageBytes + 1 } as Uint8Array;
		expect(readMail(huge)).toMatchObject({ ok: false, code: 'too-large', detail: { limitBytes: maxMessageBytes } });
	});
});

describe('what other parsers read wrongly without a word', () => {
	const MAIL = `${COMPLETE}\r\n\r\nText\r\n`;
	const expected = (): object => ({
		...facts(MAIL),
		bytes: expect.any(Number) as number,
		warnings: expect.anything() as object
	});

	it.each<[string, Uint8Array, string]>([
		['a byte order mark', bytesOf(`\ufeff${MAIL}`), 'byte-order-mark-removed'],
		['a leading blank line', bytesOf(`\r\n${MAIL}`), 'leading-blank-lines-removed'],
		['UTF-16', new Uint8Array(Buffer.from(`\ufeff${MAIL}`, 'utf16le')), 'converted-from-utf16'],
		['bare CR line ends', bytesOf(MAIL.replaceAll('\r\n', '\r')), 'bare-cr-line-ends']
	])('reads the same facts through %s, with a warning', (_, bytes, code) => {
		expect(facts(bytes)).toEqual(expected());
		expect(codes(bytes)).toEqual([code]);
	});

	it('reads the same facts with LF line ends', () => {
		expect(facts(MAIL.replaceAll('\r\n', '\n'))).toEqual(expected());
	});

	it('takes NUL out of a subject', () => {
		const read = facts('From: a@b\r\nSubject: one\0two\r\nTo: c\0@d\r\n\r\n');
		expect(read.subject).toBe('onetwo');
		expect(read.to).toEqual([{ name: '', address: 'c@d' }]);
		expect(read.warnings).toContainEqual({ code: 'nul-removed', from: { field: 'Subject', occurrence: 0 } });
	});
});

const BASE = 'From: a@b\nDate: Mon, 18 May 2020 14:57:39 +0200\nSubject: s\n';

describe('traps of real mail', () => {
	it.each<[string, string, Partial<MessageFacts>, string[]]>([
		[
			'several ids in In-Reply-To',
			`${BASE}Message-ID: <m@x>\nIn-Reply-To: <a@x> <b@x>\n`,
			{ inReplyTo: ['<a@x>', '<b@x>'] },
			['in-reply-to-several']
		],
		['one id twice', `${BASE}Message-ID: <m@x>\nIn-Reply-To: <a@x> <a@x>\n`, { inReplyTo: ['<a@x>'] }, []],
		[
			'prose',
			`${BASE}Message-ID: <m@x>\nIn-Reply-To: Your message of Monday\n`,
			{ inReplyTo: [] },
			['in-reply-to-prose']
		],
		['an empty In-Reply-To', `${BASE}Message-ID: <m@x>\nIn-Reply-To:\n`, { inReplyTo: [] }, []],
		[
			'a comment after the id',
			`${BASE}Message-ID: <m@x>\nIn-Reply-To: <a@x> (Ann's message)\n`,
			{ inReplyTo: ['<a@x>'] },
			[]
		],
		[
			'a reply to itself',
			`${BASE}Message-ID: <m@x>\nIn-Reply-To: <m@x>\n`,
			{ inReplyTo: ['<m@x>'] },
			['in-reply-to-own-message-id']
		],
		[
			'two Message-ID fields',
			`${BASE}Message-ID: <m@x>\nMESSAGE-ID: <n@x>\n`,
			{ messageId: '<m@x>' },
			['header-repeated']
		],
		['the id <null>', `${BASE}Message-ID: <null>\n`, { messageId: '<null>' }, []],
		['no brackets', `${BASE}Message-ID: m@x\n`, { messageId: '<m@x>' }, ['message-id-malformed']],
		['no Message-ID', BASE, { messageId: null }, ['message-id-missing']],
		['an unusable Message-ID', `${BASE}Message-ID: 12223\n`, { messageId: null }, ['message-id-malformed']],
		['a Message-ID beyond ASCII', `${BASE}Message-ID: <zażółć@x>\n`, { messageId: '<zażółć@x>' }, []],
		['a long Message-ID', `${BASE}Message-ID: <${'m'.repeat(320)}@x>\n`, {}, ['message-id-too-long']],
		[
			'a long In-Reply-To',
			`${BASE}Message-ID: <m@x>\nIn-Reply-To: <${'m'.repeat(320)}@x>\n`,
			{},
			['in-reply-to-too-long']
		],
		[
			'a long subject',
			`From: a@b\nDate: 1 Jan 2020 00:00 GMT\nMessage-ID: <m@x>\nSubject: ${'s'.repeat(801)}\n`,
			{},
			['subject-too-long']
		],
		[
			'no From, Date, Subject',
			'To: a@b\nMessage-ID: <m@x>\n',
			{ from: null, subject: null, to: [{ name: '', address: 'a@b' }], receivedAtUtcMs: null, receivedFrom: null },
			['subject-missing', 'from-missing', 'date-missing']
		],
		[
			'a Date that is none',
			'From: a@b\nSubject: s\nMessage-ID: <m@x>\nDate: Whenever\n',
			{ dateUtcMs: null },
			['date-unreadable']
		],
		[
			'a topmost Received without a date',
			`${BASE}Message-ID: <m@x>\nReceived: from a by b\nReceived: from c by d; 1 Jan 2021 00:00:00 GMT\n`,
			{ receivedAtUtcMs: Date.UTC(2020, 4, 18, 12, 57, 39), receivedFrom: 'date' },
			['received-unreadable']
		],
		[
			'repeated Auto-Submitted',
			`${BASE}Message-ID: <m@x>\nAuto-Submitted: no\nauto-submitted: auto-replied; owner-email="a@b"\n`,
			{
				autoSubmitted: 'no',
				otherFields: [
					{ name: 'Auto-Submitted', occurrence: 0, value: 'no' },
					{ name: 'Auto-Submitted', occurrence: 1, value: 'auto-replied; owner-email="a@b"' }
				]
			},
			['header-repeated']
		],
		[
			'repeated To, joined',
			`${BASE}Message-ID: <m@x>\nTo: a@x\nTO: b@x\n`,
			{
				to: [
					{ name: '', address: 'a@x' },
					{ name: '', address: 'b@x' }
				]
			},
			[]
		],
		[
			'repeated Reply-To, joined',
			`${BASE}Message-ID: <m@x>\nReply-To: a@x\nReply-To: b@x\n`,
			{ replyToText: 'a@x, b@x' },
			[]
		],
		['an empty Reply-To', `${BASE}Message-ID: <m@x>\nReply-To:\n`, { replyToText: '', replyTo: [] }, []],
		['the null return path', `${BASE}Message-ID: <m@x>\nReturn-Path: <>\n`, { returnPath: '<>' }, []],
		[
			'a Thread-Index of odd length',
			`${BASE}Message-ID: <m@x>\nThread-Index: AcdyY+a08VX8xfobTsy61v9NHPZ7QAAA\n`,
			{ threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAA' },
			['thread-index-odd-length']
		],
		[
			'a short Thread-Index',
			`${BASE}Message-ID: <m@x>\nThread-Index: AcdyY+a0\n`,
			{ threadIndex: 'AcdyY+a0' },
			['thread-index-too-short']
		],
		[
			'a Thread-Index that is not base64',
			`${BASE}Message-ID: <m@x>\nThread-Index: TESTINDEX==\n`,
			{ threadIndex: 'TESTINDEX==' },
			['thread-index-not-base64']
		],
		[
			'an unknown charset',
			'From: a@b\nDate: 1 Jan 2020 00:00 GMT\nMessage-ID: <m@x>\nSubject: =?x-klingon?q?a?=\n',
			{ subject: '=?x-klingon?q?a?=' },
			['charset-unknown']
		],
		[
			'malformed lines',
			`${BASE}Message-ID: <m@x>\nno colon\nnone here\nTo: a@x\n`,
			{ to: [{ name: '', address: 'a@x' }] },
			['header-line-malformed']
		]
	])('%s', (_, message, expected, warnings) => {
		const read = facts(`${message}\nText\n`);
		expect(read).toMatchObject(expected);
		expect(read.warnings.map(({ code }) => code)).toEqual(warnings);
	});

	it('points a warning at the occurrence that does not count', () => {
		expect(facts(`${BASE}Message-ID: <m@x>\nSubject: t\nSubject: u\n\n`).warnings).toEqual([
			{ code: 'header-repeated', from: { field: 'Subject', occurrence: 1 }, detail: { count: 3 } }
		]);
	});

	it('keeps References of any number, oldest first', () => {
		const ids = Array.from({ length: 150 }, (_, at) => `<${at}@x>`);
		expect(facts(`${BASE}References: ${ids.join('\n ')}\n\n`).references).toEqual(ids);
	});

	it('keeps the last of too many References', () => {
		const ids = Array.from({ length: maxMsgIds + 5 }, (_, at) => `<${at}@x>`);
		expect(facts(`${BASE}References: ${ids.join('\n ')}\n\n`).references).toEqual(ids.slice(5));
	});

	it('keeps a bounded number of addresses over all fields of a name', () => {
		const many = `${BASE}${`To: ${'a@b,'.repeat(1_500)}\n`.repeat(2)}\n`;
		expect(facts(many).to).toHaveLength(maxAddresses);
	});

	it('reads what is before the cut of an endless header block', () => {
		const read = facts(`${BASE}${'X-Filler: 0123456789\n'.repeat(20_000)}To: late@x\n\n`);
		expect(read.subject).toBe('s');
		expect(read.warnings.map(({ code }) => code)).toContain('header-block-cut');
	});
});
