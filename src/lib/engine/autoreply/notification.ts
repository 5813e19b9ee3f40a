import type { MessageFacts } from '../../domain/message';
import { autoReply } from './autoReply';
import { automaticKeyword, firstField, firstOccurrence, hasField, isNoReplySender, refOf } from './reading';
import { applies, Findings, SOURCES, type AutoReplyRule } from './rule';

/** A robot's mail that answers nobody: alerts, tickets, orders, backups. */
export const notification: AutoReplyRule = {
	id: 'notification',
	basis: 'documented',
	sources: [SOURCES.rfc3834, SOURCES.rfc5436, SOURCES.autoSubmittedKeywords, SOURCES.practice],
	signs: [
		{
			id: 'auto-submitted-not-an-answer',
			strength: 'definite',
			reads: 'Auto-Submitted: auto-notified, or auto-generated without the signs of an auto-reply'
		},
		{
			id: 'auto-submitted-unknown-keyword',
			strength: 'strong',
			reads: 'Auto-Submitted with a keyword that no registry knows, without In-Reply-To'
		},
		{ id: 'x-fc-machine-generated', strength: 'strong', reads: 'X-FC-MachineGenerated' },
		{
			id: 'feedback-id-from-no-reply',
			strength: 'strong',
			reads: 'Feedback-ID, and a sender such as no-reply or donotreply'
		},
		{ id: 'no-reply-sender', strength: 'hint', reads: 'From: no-reply, noreply, donotreply' },
		{ id: 'x-auto-response-suppress', strength: 'hint', reads: 'X-Auto-Response-Suppress' }
	],
	examples: [
		{
			title: 'A monitor',
			fields: [
				['From', 'Backup <backup@contoso.com>'],
				['Subject', 'Backup report'],
				['Auto-Submitted', 'auto-generated']
			],
			class: 'notification',
			signs: ['auto-submitted-not-an-answer']
		},
		{
			title: 'A mail provider is told to watch a sender that takes no answers',
			fields: [
				['From', 'Shop <no-reply@example.com>'],
				['Subject', 'Your order'],
				['Feedback-ID', '12:shop:example']
			],
			class: 'notification',
			signs: ['feedback-id-from-no-reply', 'no-reply-sender']
		},
		{
			title: 'A no-reply address alone decides nothing',
			fields: [
				['From', 'Shop <noreply@example.com>'],
				['Subject', 'Your order']
			],
			class: 'human',
			signs: ['no-reply-sender']
		}
	],

	mayApply(facts: MessageFacts) {
		return facts.autoSubmitted !== null || hasField(facts, 'X-FC-MachineGenerated') || hasField(facts, 'Feedback-ID');
	},

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		const keyword = automaticKeyword(facts);
		if (keyword === 'auto-notified' || (keyword === 'auto-generated' && !applies(autoReply.find(facts)))) {
			findings.add('auto-submitted-not-an-answer', facts.autoSubmitted ?? '', firstOccurrence('Auto-Submitted'));
		} else if (keyword !== null && !KNOWN_KEYWORDS.has(keyword) && facts.inReplyTo.length === 0) {
			findings.add('auto-submitted-unknown-keyword', facts.autoSubmitted ?? '', firstOccurrence('Auto-Submitted'));
		}
		const noReply = isNoReplySender(facts);
		if (facts.otherFields.length > 0) {
			const machine = firstField(facts, 'X-FC-MachineGenerated');
			if (machine !== null) findings.add('x-fc-machine-generated', machine.value, refOf(machine));
			const feedbackId = firstField(facts, 'Feedback-ID');
			if (feedbackId !== null && noReply)
				findings.add('feedback-id-from-no-reply', feedbackId.value, refOf(feedbackId));
			const suppress = firstField(facts, 'X-Auto-Response-Suppress');
			if (suppress !== null) findings.add('x-auto-response-suppress', suppress.value, refOf(suppress));
		}
		if (noReply) findings.add('no-reply-sender', facts.from?.address ?? '', firstOccurrence('From'));
		return findings.sorted();
	}
};

const KNOWN_KEYWORDS: ReadonlySet<string> = new Set([
	'auto-generated',
	'auto-replied',
	'auto-notified',
	'auto-forwarded'
]);
