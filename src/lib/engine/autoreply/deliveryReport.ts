import type { MessageFacts } from '../../domain/message';
import { daemonSender, failureSubject } from './failureSubject';
import {
	firstField,
	firstOccurrence,
	hasField,
	hasNullReturnPath,
	hasPart,
	isReport,
	refOf,
	reportType
} from './reading';
import { Findings, SOURCES, type AutoReplyRule } from './rule';

/**
 * A mail system's report on a delivery that failed, was late, or succeeded. Stands first: Postfix marks its reports
 * `Auto-Submitted: auto-replied`, so the flag cannot tell them from absence notes.
 */
export const deliveryReport: AutoReplyRule = {
	id: 'delivery-report',
	basis: 'documented',
	sources: [SOURCES.rfc6522, SOURCES.rfc3464, SOURCES.rfc5321NullPath, SOURCES.practice],
	signs: [
		{
			id: 'report-type-delivery-status',
			strength: 'definite',
			reads: 'Content-Type: multipart/report with report-type=delivery-status'
		},
		{
			id: 'delivery-status-part-in-report',
			strength: 'definite',
			reads: 'Content-Type: multipart/report without a known report-type, with a part message/delivery-status'
		},
		{
			id: 'delivery-status-part-from-mail-system',
			strength: 'strong',
			reads:
				'a part message/delivery-status, and a null Return-Path, a mail system as sender, or a subject that speaks of a failure'
		},
		{ id: 'x-failed-recipients', strength: 'strong', reads: 'X-Failed-Recipients' },
		{
			id: 'failure-subject-from-mail-system',
			strength: 'strong',
			reads:
				'a subject that speaks of a failure, and a null Return-Path, or MAILER-DAEMON, postmaster or nobody as sender'
		},
		{
			id: 'returned-message-from-mail-system',
			strength: 'strong',
			reads: 'MAILER-DAEMON as sender, and a part message/rfc822 or a null Return-Path'
		},
		{ id: 'mail-system-sender', strength: 'hint', reads: 'From: MAILER-DAEMON, postmaster, Mail Delivery System' },
		{ id: 'failure-subject', strength: 'hint', reads: 'Subject: Undeliverable, Returned mail, Unzustellbar ...' },
		{ id: 'null-return-path', strength: 'hint', reads: 'Return-Path: <>' }
	],
	examples: [
		{
			title: 'A report of Postfix, though it says auto-replied',
			fields: [
				['Return-Path', '<>'],
				['From', 'MAILER-DAEMON@mail.example.com (Mail Delivery System)'],
				['Subject', 'Undelivered Mail Returned to Sender'],
				['Auto-Submitted', 'auto-replied'],
				['Content-Type', 'multipart/report; report-type=delivery-status; boundary="b"']
			],
			parts: ['text/plain', 'message/delivery-status', 'message/rfc822'],
			class: 'delivery-report',
			signs: [
				'report-type-delivery-status',
				'delivery-status-part-from-mail-system',
				'failure-subject-from-mail-system',
				'returned-message-from-mail-system',
				'mail-system-sender',
				'failure-subject',
				'null-return-path'
			]
		},
		{
			title: 'A qmail report: plain text, told by sender and subject together',
			fields: [
				['From', 'MAILER-DAEMON@gate.example.net'],
				['Subject', 'failure notice'],
				['Content-Type', 'text/plain']
			],
			class: 'delivery-report',
			signs: ['failure-subject-from-mail-system', 'mail-system-sender', 'failure-subject']
		},
		{
			title: 'A person who asks about a failure',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Undeliverable: can you look?'],
				['Content-Type', 'multipart/mixed; boundary="b"']
			],
			parts: ['text/plain', 'message/rfc822'],
			class: 'human',
			signs: ['failure-subject']
		},
		{
			title: 'The postmaster writes himself',
			fields: [
				['From', 'Postmaster <postmaster@contoso.com>'],
				['Subject', 'Maintenance on Friday']
			],
			class: 'human',
			signs: ['mail-system-sender']
		}
	],

	mayApply(facts: MessageFacts) {
		return (
			isReport(facts) ||
			hasNullReturnPath(facts) ||
			hasPart(facts, 'message/delivery-status') ||
			hasField(facts, 'X-Failed-Recipients') ||
			facts.from === null ||
			facts.from.address === '' ||
			daemonSender(facts) !== null
		);
	},

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		const type = reportType(facts);
		const sender = daemonSender(facts);
		const subject = failureSubject(facts);
		const nullPath = hasNullReturnPath(facts);
		// A report that names itself something else is that, whoever sends it.
		if (type === null || !OTHER_REPORTS.has(type)) {
			const statusPart = hasPart(facts, 'message/delivery-status');
			if (type === 'delivery-status') {
				findings.add('report-type-delivery-status', type, firstOccurrence('Content-Type'));
			} else if (type !== null && statusPart) {
				findings.add('delivery-status-part-in-report', 'message/delivery-status', firstOccurrence('Content-Type'));
			}
			const failed = firstField(facts, 'X-Failed-Recipients');
			if (failed !== null) findings.add('x-failed-recipients', failed.value, refOf(failed));
			if (statusPart && (nullPath || sender !== null || subject !== null)) {
				findings.add('delivery-status-part-from-mail-system', 'message/delivery-status', null);
			}
			if (subject !== null && (nullPath || sender !== null || facts.from === null || facts.from.address === '')) {
				findings.add('failure-subject-from-mail-system', subject, firstOccurrence('Subject'));
			}
			if (sender !== null && !sender.mayBePerson && (nullPath || hasPart(facts, 'message/rfc822'))) {
				findings.add('returned-message-from-mail-system', sender.value, firstOccurrence('From'));
			}
		}
		if (sender !== null) findings.add('mail-system-sender', sender.value, firstOccurrence('From'));
		if (subject !== null) findings.add('failure-subject', subject, firstOccurrence('Subject'));
		if (nullPath) findings.add('null-return-path', '<>', firstOccurrence('Return-Path'));
		return findings.sorted();
	}
};

const OTHER_REPORTS: ReadonlySet<string> = new Set(['disposition-notification', 'feedback-report']);
