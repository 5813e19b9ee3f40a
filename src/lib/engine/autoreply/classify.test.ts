import { describe, expect, it } from 'vitest';
import type { AutoReplyClass } from '../../domain/decision';
import { autoReplyClass, classifyAutoReply } from './classify';
import { exampleFacts } from './exampleFacts';
import { AUTO_REPLY_RULES } from './registry';
import { applies, type AutoReplyExample } from './rule';

type Fields = AutoReplyExample['fields'];
const person: Fields = [
	['From', 'Ann <ann@fabrikam.com>'],
	['Subject', 'Offer 118']
];
const answer: Fields = [...person, ['In-Reply-To', '<o118@contoso.com>']];
const report = (type: string): readonly [string, string] => ['Content-Type', `multipart/report; ${type}`];

type Case = readonly [title: string, expected: AutoReplyClass, fields: Fields, parts?: readonly string[]];
const cases: readonly Case[] = [
	['nothing said', 'human', person],
	['an empty Auto-Submitted', 'human', [...answer, ['Auto-Submitted', '']]],
	['No with a comment', 'human', [...answer, ['Auto-Submitted', 'No (a person)']]],
	['auto-replied', 'auto-reply', [...person, ['Auto-Submitted', 'auto-replied']]],
	['auto-generated, answering', 'auto-reply', [...answer, ['Auto-Submitted', 'auto-generated']]],
	['auto-generated, answering nobody', 'notification', [...person, ['Auto-Submitted', 'auto-generated']]],
	[
		'auto-notified, even with In-Reply-To',
		'notification',
		[...answer, ['Auto-Submitted', 'auto-notified; owner-email=a']]
	],
	['an unknown keyword, answering', 'auto-reply', [...answer, ['Auto-Submitted', 'x-robot']]],
	['an unknown keyword, answering nobody', 'notification', [...person, ['Auto-Submitted', 'yes']]],
	[
		'auto-forwarded before list',
		'auto-forwarded',
		[...person, ['Auto-Submitted', 'auto-forwarded'], ['List-Id', '<l.example.org>']]
	],
	['precedence auto_reply in odd case', 'auto-reply', [...person, ['PRECEDENCE', 'Auto_Reply']]],
	['auto-reply before bulk', 'auto-reply', [...person, ['Auto-Submitted', 'auto-replied'], ['Precedence', 'bulk']]],
	['a list of its own', 'list', [...person, ['Precedence', 'list']]],
	['list before notification', 'list', [...person, ['Auto-Submitted', 'auto-generated'], ['List-Unsubscribe', '<u>']]],
	['precedence that means nothing', 'human', [...person, ['Precedence', 'normal']]],
	['X-Auto-Response-Suppress alone', 'suppression-requested', [...person, ['X-Auto-Response-Suppress', 'All']]],
	[
		'absence words and a request for quiet, both hints',
		'suppression-requested',
		[
			['From', 'a@example.com'],
			['Subject', 'Automatic reply: x'],
			['X-Auto-Response-Suppress', 'All']
		]
	],
	[
		'absence words and a null return path, both hints',
		'human',
		[
			['From', 'a@example.com'],
			['Subject', 'Out of Office: x'],
			['Return-Path', '<>']
		]
	],
	['a null return path alone', 'human', [...person, ['Return-Path', '<>']]],
	[
		'a report with an absence subject',
		'delivery-report',
		[
			['From', 'a@example.com'],
			['Subject', 'Automatic reply: x'],
			['Auto-Submitted', 'auto-replied'],
			report('report-type=delivery-status')
		]
	],
	[
		'report-type quoted and in capitals',
		'delivery-report',
		[...person, report('boundary="b"; Report-Type="DELIVERY-STATUS"')]
	],
	['report-type named inside a boundary', 'human', [...person, report('boundary="x; report-type=delivery-status"')]],
	[
		'a report without a type, with a status part',
		'delivery-report',
		[...person, report('boundary=b')],
		['message/delivery-status']
	],
	[
		'a report without a type, with a disposition part',
		'read-receipt',
		[...person, report('boundary=b')],
		['message/disposition-notification']
	],
	[
		'a mail system that sends a disposition notification',
		'read-receipt',
		[
			['From', 'MAILER-DAEMON@example.com'],
			['Subject', 'Automatically rejected mail'],
			report('report-type=disposition-notification')
		],
		['message/rfc822']
	],
	['a list server by its return path, a hint', 'human', [...person, ['Return-Path', '<owner-pumps@example.org>']]],
	[
		'a status part that a person passes on',
		'human',
		[...person, ['Content-Type', 'multipart/mixed']],
		['message/rfc822', 'message/delivery-status']
	],
	[
		'a status part with a null return path',
		'delivery-report',
		[...person, ['Return-Path', ' < > '], ['Content-Type', 'multipart/mixed']],
		['message/delivery-status']
	],
	['a failure reported by nobody', 'delivery-report', [['Subject', 'Undeliverable: Offer 118']]],
	[
		'a failure reported from an empty address',
		'delivery-report',
		[
			['From', 'Postmaster <>'],
			['Subject', 'Mail Error']
		]
	],
	['X-Failed-Recipients', 'delivery-report', [...person, ['X-Failed-Recipients', 'gone@example.com']]],
	[
		'MAILER-DAEMON without any other sign',
		'human',
		[
			['From', 'MAILER-DAEMON@example.com'],
			['Subject', 'Hello']
		]
	],
	['a forwarded-for that is an IP address', 'human', [...person, ['X-Forwarded-For', '203.0.113.7']]],
	['X-Vacation', 'out-of-office', [...person, ['X-Vacation', 'yes']]],
	[
		'Notes',
		'out-of-office',
		[
			['From', 'a@example.com'],
			['Subject', 'AUTO: Jane Roe is out of the office (returning 12.03.2026)'],
			['Auto-Submitted', 'auto-generated']
		]
	],
	[
		'an absence subject behind a tag',
		'out-of-office',
		[
			['From', 'a@example.com'],
			['Subject', '[EXTERNAL] Automatische Antwort: x'],
			['Auto-Submitted', 'auto-generated']
		]
	],
	[
		'an absence subject in decomposed letters',
		'out-of-office',
		[
			['From', 'a@example.com'],
			['Subject', 'Re\u0301ponse automatique\u00a0: x'],
			['Auto-Submitted', 'auto-replied']
		]
	],
	[
		'an absence subject in Japanese',
		'out-of-office',
		[
			['From', 'a@example.com'],
			['Subject', '自動応答: 見積'],
			['Auto-Submitted', 'auto-generated']
		]
	]
];

describe('classifyAutoReply', () => {
	it.each(cases.map((each) => [each[0], each] as const))('%s', (_title, [, expected, fields, parts = []]) => {
		const facts = exampleFacts({ fields, parts });
		expect(classifyAutoReply(facts).class).toBe(expected);
		expect(autoReplyClass(facts)).toBe(expected);
	});

	it('raises the flag for any Auto-Submitted field, no included, and for nothing else', () => {
		const flag = (fields: Fields) => classifyAutoReply(exampleFacts({ fields })).internetMessageHeadersFlag;
		expect(flag([...person, ['Auto-Submitted', 'no']])).toBe(true);
		expect(flag([...person, ['Auto-Submitted', '']])).toBe(true);
		expect(flag([...person, ['Reply-To', 'a@example.com'], ['X-Autoreply', 'yes']])).toBe(false);
	});

	it('gives the keyword beside the flag', () => {
		const keyword = (value: string) =>
			classifyAutoReply(exampleFacts({ fields: [...person, ['Auto-Submitted', value]] })).autoSubmittedKeyword;
		expect([keyword('No'), keyword('auto-replied (vacation); a=b'), keyword('')]).toEqual(['no', 'auto-replied', '']);
		expect(classifyAutoReply(exampleFacts({ fields: person })).autoSubmittedKeyword).toBeNull();
	});

	it('lists the winning class first, strongest sign first, and keeps the rest', () => {
		const fields: Fields = [
			['Return-Path', '<>'],
			['From', 'Ann <ann@fabrikam.com>'],
			['Subject', 'Automatic reply: Offer'],
			['Auto-Submitted', 'auto-replied'],
			['Precedence', 'bulk']
		];
		const found = classifyAutoReply(exampleFacts({ fields })).evidence;
		expect(found.map((evidence) => `${evidence.class} ${evidence.strength} ${evidence.sign}`)).toEqual([
			'out-of-office strong automatic-with-absence-subject',
			'out-of-office hint absence-subject',
			'delivery-report hint null-return-path',
			'auto-reply definite auto-submitted-auto-replied',
			'auto-reply hint null-return-path',
			'list strong precedence-bulk'
		]);
		expect(found[3]).toMatchObject({ value: 'auto-replied', from: { field: 'Auto-Submitted', occurrence: 0 } });
	});

	it('stays quick on hostile values', () => {
		const long = 'x'.repeat(200_000);
		const fields: Fields = [
			['From', `${'no-'.repeat(60_000)}@example.com`],
			['Subject', `${'Re: '.repeat(50_000)}${long}`],
			['Auto-Submitted', '('.repeat(200_000)],
			['Content-Type', `multipart/report; ${'="\\"'.repeat(50_000)}`],
			['Return-Path', `${' '.repeat(200_000)}x`],
			['Precedence', ' '.repeat(200_000)],
			['X-Autoreply', `${' '.repeat(200_000)}x`]
		];
		const started = performance.now();
		expect(classifyAutoReply(exampleFacts({ fields })).class).toBe('auto-reply');
		expect(performance.now() - started).toBeLessThan(1_000);
	});
});

it('looks quickly without missing anything', () => {
	for (const rule of AUTO_REPLY_RULES) {
		for (const example of AUTO_REPLY_RULES.flatMap(({ examples }) => examples)) {
			for (let left = 0; left <= example.fields.length; left++) {
				const facts = exampleFacts({ ...example, fields: example.fields.filter((_, index) => index !== left) });
				if (applies(rule.find(facts))) expect(rule.mayApply(facts), `${rule.id}: ${example.title}`).toBe(true);
			}
		}
	}
});
