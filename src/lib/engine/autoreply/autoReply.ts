import type { HeaderFact, MessageFacts } from '../../domain/message';
import { automaticKeyword, firstField, firstOccurrence, hasNullReturnPath, plainSubject, refOf } from './reading';
import { Findings, SOURCES, type AutoReplyRule } from './rule';

/** Fields that responders write of themselves, with the sign of each. */
const RESPONDER_FIELDS = [
	['X-Autoreply', 'x-autoreply'],
	['X-Auto-Reply', 'x-autoreply'],
	['X-Auto-Reply-From', 'x-auto-reply-from'],
	['X-Autoreply-From', 'x-auto-reply-from'],
	['X-Autorespond', 'x-autorespond'],
	['X-Autoresponder', 'x-autorespond'],
	['X-Mail-Autoreply', 'x-mail-autoreply']
] as const;

const RESPONDER_FIELD_NAMES: ReadonlySet<string> = new Set(RESPONDER_FIELDS.map(([name]) => name));

/** Keywords that name something other than a direct answer. */
const OTHER_KEYWORDS: ReadonlySet<string> = new Set(['auto-replied', 'auto-notified', 'auto-forwarded']);

const REPLY_SUBJECT = /^auto(?:mated)?[\s-]?(?:reply|replied|response|responder|acknowledge?ment)\b/;

/** A machine's direct answer to one message. */
export const autoReply: AutoReplyRule = {
	id: 'auto-reply',
	basis: 'documented',
	sources: [SOURCES.rfc3834, SOURCES.autoSubmittedKeywords, SOURCES.serverSideSync, SOURCES.practice],
	signs: [
		{ id: 'auto-submitted-auto-replied', strength: 'definite', reads: 'Auto-Submitted: auto-replied' },
		{
			id: 'auto-submitted-with-in-reply-to',
			strength: 'strong',
			reads: 'Auto-Submitted: auto-generated or an unknown keyword, and In-Reply-To, outside lists; Exchange answers so'
		},
		{ id: 'x-autoreply', strength: 'strong', reads: 'X-Autoreply, X-Auto-Reply' },
		{ id: 'x-auto-reply-from', strength: 'strong', reads: 'X-Auto-Reply-From, X-Autoreply-From' },
		{ id: 'x-autorespond', strength: 'strong', reads: 'X-Autorespond, X-Autoresponder' },
		{ id: 'x-mail-autoreply', strength: 'strong', reads: 'X-Mail-Autoreply' },
		{ id: 'precedence-auto-reply', strength: 'strong', reads: 'Precedence or X-Precedence: auto_reply' },
		{ id: 'inbox-rules-loop', strength: 'hint', reads: 'X-MS-Exchange-Inbox-Rules-Loop' },
		{ id: 'x-loop', strength: 'hint', reads: 'X-Loop' },
		{ id: 'reply-subject', strength: 'hint', reads: 'Subject: Auto-reply, Auto Response ...' },
		{ id: 'null-return-path', strength: 'hint', reads: 'Return-Path: <>' }
	],
	examples: [
		{
			title: 'Gmail confirms that a mail came in',
			fields: [
				['From', 'Orders <orders@fabrikam.com>'],
				['Subject', 'Re: Question about order 118'],
				['In-Reply-To', '<q118@contoso.com>'],
				['Auto-Submitted', 'auto-replied'],
				['Precedence', 'bulk'],
				['X-Autoreply', 'yes']
			],
			class: 'auto-reply',
			signs: ['auto-submitted-auto-replied', 'x-autoreply']
		},
		{
			title: 'The keyword ignores letter case, and a parameter may follow',
			fields: [
				['From', 'Orders <orders@fabrikam.com>'],
				['Subject', 'We got your mail'],
				['Auto-Submitted', 'Auto-Replied; owner-email="orders@fabrikam.com"']
			],
			class: 'auto-reply',
			signs: ['auto-submitted-auto-replied']
		},
		{
			title: 'The word no means a person, though Dynamics 365 sees the field',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Re: Question'],
				['In-Reply-To', '<q118@contoso.com>'],
				['Auto-Submitted', 'no']
			],
			class: 'human',
			signs: []
		},
		{
			title: 'A responder that says no of itself is none',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Re: Question'],
				['X-Autoreply', 'no']
			],
			class: 'human',
			signs: []
		}
	],

	mayApply(facts: MessageFacts) {
		if (facts.autoSubmitted !== null) return true;
		for (const { name } of facts.otherFields) if (RESPONDER_FIELD_NAMES.has(name)) return true;
		return autoReplyPrecedence(facts) !== null;
	},

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		const keyword = automaticKeyword(facts);
		if (keyword === 'auto-replied') {
			findings.add('auto-submitted-auto-replied', facts.autoSubmitted ?? '', firstOccurrence('Auto-Submitted'));
		} else if (keyword !== null && !OTHER_KEYWORDS.has(keyword) && facts.inReplyTo.length > 0 && !isListMail(facts)) {
			findings.add('auto-submitted-with-in-reply-to', facts.autoSubmitted ?? '', firstOccurrence('Auto-Submitted'));
		}
		if (facts.otherFields.length > 0) {
			for (const [name, sign] of RESPONDER_FIELDS) {
				const field = firstField(facts, name);
				if (field !== null && !isDenial(field.value)) findings.add(sign, field.value, refOf(field));
			}
			const precedence = autoReplyPrecedence(facts);
			if (precedence !== null) findings.add('precedence-auto-reply', precedence.value, refOf(precedence));
			const loop = firstField(facts, 'X-MS-Exchange-Inbox-Rules-Loop');
			if (loop !== null) findings.add('inbox-rules-loop', loop.value, refOf(loop));
			const xLoop = firstField(facts, 'X-Loop');
			if (xLoop !== null) findings.add('x-loop', xLoop.value, refOf(xLoop));
		}
		const subject = REPLY_SUBJECT.exec(plainSubject(facts));
		if (subject !== null) findings.add('reply-subject', subject[0], firstOccurrence('Subject'));
		if (hasNullReturnPath(facts)) findings.add('null-return-path', '<>', firstOccurrence('Return-Path'));
		return findings.sorted();
	}
};

function autoReplyPrecedence(facts: MessageFacts): HeaderFact | null {
	const precedence = firstField(facts, 'Precedence') ?? firstField(facts, 'X-Precedence');
	return precedence !== null && /^\s*auto[_-]?reply\b/i.test(precedence.value) ? precedence : null;
}

/** Forums and trackers send `auto-generated` notices in threads through lists: those answer nobody. */
function isListMail(facts: MessageFacts): boolean {
	return facts.listId !== null || firstField(facts, 'List-Id') !== null || firstField(facts, 'List-Post') !== null;
}

function isDenial(value: string): boolean {
	return DENIALS.has(value.trim().toLowerCase());
}

const DENIALS: ReadonlySet<string> = new Set(['', 'no', 'none', 'false', '0']);
