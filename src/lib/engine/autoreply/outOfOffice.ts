import type { MessageFacts } from '../../domain/message';
import { absenceSubject } from './absenceSubjects';
import { autoReply } from './autoReply';
import { parseAutoSubmitted } from './autoSubmitted';
import { automaticKeyword, firstField, firstOccurrence, hasField, refOf } from './reading';
import { applies, Findings, SOURCES, type AutoReplyRule } from './rule';

/** An automatic answer that says its owner is away: an auto-reply, and words or a field of absence. */
export const outOfOffice: AutoReplyRule = {
	id: 'out-of-office',
	basis: 'inferred',
	sources: [SOURCES.rfc3834, SOURCES.rfc5230, SOURCES.serverSideSync, SOURCES.practice],
	signs: [
		{
			id: 'auto-submitted-vacation',
			strength: 'definite',
			reads: 'Auto-Submitted: auto-replied (vacation), as Sieve writes it'
		},
		{
			id: 'automatic-with-absence-subject',
			strength: 'strong',
			reads:
				'a definite or strong sign of an auto-reply, or Auto-Submitted with any keyword but no, and a subject of absence'
		},
		{ id: 'x-vacation', strength: 'strong', reads: 'X-Vacation' },
		{
			id: 'absence-subject',
			strength: 'hint',
			reads: 'Subject: Automatic reply:, Out of Office:, Abwesend:, Réponse automatique ... in forty languages'
		}
	],
	examples: [
		{
			title: 'Exchange: auto-generated, yet an answer',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Automatic reply: Offer 118'],
				['In-Reply-To', '<o118@contoso.com>'],
				['Auto-Submitted', 'auto-generated'],
				['X-Auto-Response-Suppress', 'All']
			],
			class: 'out-of-office',
			signs: ['automatic-with-absence-subject', 'absence-subject']
		},
		{
			title: 'Sieve vacation says so in a comment',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Auto: Offer 118'],
				['Auto-Submitted', 'auto-replied (vacation)']
			],
			class: 'out-of-office',
			signs: ['auto-submitted-vacation']
		},
		{
			title: 'In German, from a responder that knows only its own field',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Abwesenheitsnotiz: Angebot 118'],
				['X-Autorespond', 'Angebot 118']
			],
			class: 'out-of-office',
			signs: ['automatic-with-absence-subject', 'absence-subject']
		},
		{
			title: 'A person writes about the holidays',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Out of office on Friday, can you cover?']
			],
			class: 'human',
			signs: ['absence-subject']
		}
	],

	mayApply(facts: MessageFacts) {
		return hasField(facts, 'X-Vacation') || autoReply.mayApply(facts);
	},

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		const keyword = automaticKeyword(facts);
		if (keyword !== null && /\bvacation\b/i.test(parseAutoSubmitted(facts.autoSubmitted ?? '').comment)) {
			findings.add('auto-submitted-vacation', facts.autoSubmitted ?? '', firstOccurrence('Auto-Submitted'));
		}
		const vacation = firstField(facts, 'X-Vacation');
		if (vacation !== null) findings.add('x-vacation', vacation.value, refOf(vacation));
		const subject = absenceSubject(facts);
		if (subject !== null) {
			if (keyword !== null || applies(autoReply.find(facts))) {
				findings.add('automatic-with-absence-subject', subject, firstOccurrence('Subject'));
			}
			findings.add('absence-subject', subject, firstOccurrence('Subject'));
		}
		return findings.sorted();
	}
};
