import type { MessageFacts } from '../../domain/message';
import { firstOccurrence, hasPart, isReport, reportType } from './reading';
import { Findings, SOURCES, type AutoReplyRule } from './rule';

/** An abuse report in the Abuse Reporting Format: a provider tells that its user marked a mail as spam. */
export const feedbackReport: AutoReplyRule = {
	id: 'feedback-report',
	basis: 'documented',
	sources: [SOURCES.rfc5965, SOURCES.rfc6522],
	signs: [
		{
			id: 'report-type-feedback-report',
			strength: 'definite',
			reads: 'Content-Type: multipart/report with report-type=feedback-report'
		},
		{
			id: 'feedback-part-in-report',
			strength: 'definite',
			reads: 'Content-Type: multipart/report without a known report-type, with a part message/feedback-report'
		}
	],
	examples: [
		{
			title: 'A complaint forwarded by a provider',
			fields: [
				['From', 'Feedback <abuse@example.net>'],
				['Subject', 'FW: Our autumn offer'],
				['Content-Type', 'multipart/report; boundary="b"; report-type=feedback-report']
			],
			parts: ['text/plain', 'message/feedback-report', 'message/rfc822'],
			class: 'feedback-report',
			signs: ['report-type-feedback-report']
		}
	],

	mayApply: isReport,

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		const type = reportType(facts);
		if (type === 'feedback-report') {
			findings.add('report-type-feedback-report', type, firstOccurrence('Content-Type'));
		} else if (
			type !== null &&
			type !== 'delivery-status' &&
			type !== 'disposition-notification' &&
			hasPart(facts, 'message/feedback-report')
		) {
			findings.add('feedback-part-in-report', 'message/feedback-report', firstOccurrence('Content-Type'));
		}
		return findings.sorted();
	}
};
