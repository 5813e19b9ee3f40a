import type { MessageFacts } from '../../domain/message';
import { firstOccurrence, hasPart, isReport, plainSubject, reportType } from './reading';
import { Findings, SOURCES, type AutoReplyRule } from './rule';

const RECEIPT_STARTS = [
	'read:',
	'not read:',
	'read receipt',
	'return receipt',
	'gelesen:',
	'ungelesen gelöscht:',
	'lesebestätigung',
	'lu :',
	'lu:',
	'non lu :',
	'leído:',
	'letto:',
	'lida:',
	'lido:',
	'gelezen:',
	'læst:',
	'läst:',
	'lest:',
	'luettu:',
	'przeczytano:',
	'přečteno:',
	'olvasott:',
	'okundu:',
	'прочитано:',
	'開封済み:',
	'已读:',
	'已讀:',
	'읽음:'
] as const;

/** A message disposition notification: the mail was displayed, deleted, or otherwise dealt with. */
export const readReceipt: AutoReplyRule = {
	id: 'read-receipt',
	basis: 'documented',
	sources: [SOURCES.rfc8098, SOURCES.rfc6522],
	signs: [
		{
			id: 'report-type-disposition-notification',
			strength: 'definite',
			reads: 'Content-Type: multipart/report with report-type=disposition-notification'
		},
		{
			id: 'disposition-part-in-report',
			strength: 'definite',
			reads: 'Content-Type: multipart/report without a known report-type, with a part message/disposition-notification'
		},
		{ id: 'receipt-subject', strength: 'hint', reads: 'Subject: Read:, Gelesen:, Lu : ...' }
	],
	examples: [
		{
			title: 'A read receipt of Outlook',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Read: Offer 118'],
				['Content-Type', 'multipart/report; report-type="disposition-notification"; boundary="b"']
			],
			parts: ['text/plain', 'message/disposition-notification'],
			class: 'read-receipt',
			signs: ['report-type-disposition-notification', 'receipt-subject']
		},
		{
			title: 'A subject alone decides nothing',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Read: chapter three before Monday']
			],
			class: 'human',
			signs: ['receipt-subject']
		}
	],

	mayApply: isReport,

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		const type = reportType(facts);
		if (type === 'disposition-notification') {
			findings.add('report-type-disposition-notification', type, firstOccurrence('Content-Type'));
		} else if (
			type !== null &&
			type !== 'delivery-status' &&
			type !== 'feedback-report' &&
			hasPart(facts, 'message/disposition-notification')
		) {
			findings.add('disposition-part-in-report', 'message/disposition-notification', firstOccurrence('Content-Type'));
		}
		const subject = plainSubject(facts);
		const start = RECEIPT_STARTS.find((candidate) => subject.startsWith(candidate));
		if (start !== undefined) findings.add('receipt-subject', start, firstOccurrence('Subject'));
		return findings.sorted();
	}
};
