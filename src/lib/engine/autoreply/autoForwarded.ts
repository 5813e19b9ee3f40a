import type { MessageFacts } from '../../domain/message';
import { automaticKeyword, firstField, firstOccurrence, refOf } from './reading';
import { Findings, SOURCES, type AutoReplyRule } from './rule';

/** A person's mail that a rule sent on. Mail sent on by hand carries Resent fields only, so those are a hint. */
export const autoForwarded: AutoReplyRule = {
	id: 'auto-forwarded',
	basis: 'inferred',
	sources: [SOURCES.autoSubmittedKeywords, SOURCES.rfc5322Resent, SOURCES.practice],
	signs: [
		{ id: 'auto-submitted-auto-forwarded', strength: 'definite', reads: 'Auto-Submitted: auto-forwarded' },
		{
			id: 'x-forwarded-for-address',
			strength: 'strong',
			reads: 'X-Forwarded-For with mail addresses (Gmail writes it, a web form an IP address)'
		},
		{ id: 'x-forwarded-to', strength: 'strong', reads: 'X-Forwarded-To with a mail address' },
		{
			id: 'resent-by-inbox-rule',
			strength: 'strong',
			reads:
				'Resent-From, Resent-To or Resent-Date, and X-MS-Exchange-Inbox-Rules-Loop or "Mailbox Rules Agent" in X-MS-Exchange-Generated-Message-Source'
		},
		{ id: 'resent', strength: 'hint', reads: 'Resent-From, Resent-To, Resent-Date' }
	],
	examples: [
		{
			title: 'Forwarded by a filter of Gmail',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Delivery on Tuesday'],
				['X-Forwarded-To', 'support@contoso.com'],
				['X-Forwarded-For', 'old-support@example.com support@contoso.com']
			],
			class: 'auto-forwarded',
			signs: ['x-forwarded-for-address', 'x-forwarded-to']
		},
		{
			title: 'Redirected by an inbox rule of Exchange',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Delivery on Tuesday'],
				['Resent-From', '<old-support@contoso.com>'],
				['X-MS-Exchange-Inbox-Rules-Loop', 'old-support@contoso.com']
			],
			class: 'auto-forwarded',
			signs: ['resent-by-inbox-rule', 'resent']
		},
		{
			title: 'Sent on by hand',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Delivery on Tuesday'],
				['Resent-From', 'Bob <bob@contoso.com>']
			],
			class: 'human',
			signs: ['resent']
		}
	],

	mayApply(facts: MessageFacts) {
		if (facts.autoSubmitted !== null) return true;
		for (const { name } of facts.otherFields) {
			if (name.startsWith('Resent-') || name.startsWith('X-Forwarded-')) return true;
		}
		return false;
	},

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		if (automaticKeyword(facts) === 'auto-forwarded') {
			findings.add('auto-submitted-auto-forwarded', facts.autoSubmitted ?? '', firstOccurrence('Auto-Submitted'));
		}
		if (facts.otherFields.length === 0) return findings.sorted();

		const forwardedFor = firstField(facts, 'X-Forwarded-For');
		if (forwardedFor !== null && forwardedFor.value.includes('@')) {
			findings.add('x-forwarded-for-address', forwardedFor.value, refOf(forwardedFor));
		}
		const forwardedTo = firstField(facts, 'X-Forwarded-To');
		if (forwardedTo !== null && forwardedTo.value.includes('@')) {
			findings.add('x-forwarded-to', forwardedTo.value, refOf(forwardedTo));
		}
		const resent =
			firstField(facts, 'Resent-From') ?? firstField(facts, 'Resent-To') ?? firstField(facts, 'Resent-Date');
		if (resent !== null) {
			const source = firstField(facts, 'X-MS-Exchange-Generated-Message-Source');
			const rule =
				firstField(facts, 'X-MS-Exchange-Inbox-Rules-Loop') ??
				(source !== null && /mailbox rules agent/i.test(source.value) ? source : null);
			if (rule !== null) findings.add('resent-by-inbox-rule', rule.value, refOf(rule));
			findings.add('resent', resent.value, refOf(resent));
		}
		return findings.sorted();
	}
};
