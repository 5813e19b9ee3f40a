import type { MessageFacts } from '../../domain/message';
import { firstField, firstOccurrence, refOf } from './reading';
import { Findings, SOURCES, type AutoReplyRule } from './rule';

const LIST_FIELDS = [
	['List-Id', 'list-id'],
	['List-Post', 'list-post'],
	['List-Unsubscribe', 'list-unsubscribe'],
	['X-Mailing-List', 'other-list-field'],
	['Mailing-List', 'other-list-field'],
	['X-BeenThere', 'other-list-field']
] as const;

/** Where list servers (LISTSERV, Majordomo, Mailman, ezmlm) want failures reported. */
const LIST_RETURN_PATH = /^\s*<?owner-|-(?:owner|bounces)[@+=]|-return-\d/i;

export function isListReturnPath(returnPath: string): boolean {
	return LIST_RETURN_PATH.test(returnPath);
}

/** Mail to many: a mailing list, a newsletter, bulk mail. A person may have written it. */
export const list: AutoReplyRule = {
	id: 'list',
	basis: 'documented',
	sources: [SOURCES.rfc2919, SOURCES.rfc2369, SOURCES.practice],
	signs: [
		{ id: 'list-id', strength: 'definite', reads: 'List-Id' },
		{ id: 'list-post', strength: 'definite', reads: 'List-Post' },
		{ id: 'list-unsubscribe', strength: 'strong', reads: 'List-Unsubscribe' },
		{ id: 'precedence-bulk', strength: 'strong', reads: 'Precedence or X-Precedence: list, bulk or junk' },
		{ id: 'other-list-field', strength: 'strong', reads: 'X-Mailing-List, Mailing-List, X-BeenThere' },
		{
			id: 'list-return-path',
			strength: 'hint',
			reads: 'Return-Path: owner-..., ...-owner, ...-bounces, ...-return-...'
		}
	],
	examples: [
		{
			title: 'A newsletter',
			fields: [
				['From', 'Adventure Works <news@adventure-works.com>'],
				['Subject', 'Autumn in the hills'],
				['List-Id', 'News <news.adventure-works.com>'],
				['List-Unsubscribe', '<https://adventure-works.com/u>'],
				['Precedence', 'bulk']
			],
			class: 'list',
			signs: ['list-id', 'list-unsubscribe', 'precedence-bulk']
		},
		{
			title: 'A forum notice in a thread: through a list, so no answer to anyone',
			fields: [
				['From', 'Forum <forum@example.org>'],
				['Subject', '[Forum] Re: Pumps'],
				['In-Reply-To', '<topic/7@example.org>'],
				['Auto-Submitted', 'auto-generated'],
				['List-Id', 'Forum <forum.example.org>']
			],
			class: 'list',
			signs: ['list-id']
		}
	],

	mayApply(facts: MessageFacts) {
		return facts.otherFields.length > 0;
	},

	find(facts: MessageFacts) {
		const findings = new Findings(this);
		if (facts.returnPath !== null && isListReturnPath(facts.returnPath)) {
			findings.add('list-return-path', facts.returnPath, firstOccurrence('Return-Path'));
		}
		if (facts.otherFields.length === 0) return findings.sorted();
		for (const [name, sign] of LIST_FIELDS) {
			const field = firstField(facts, name);
			if (field !== null) findings.add(sign, field.value, refOf(field));
		}
		const precedence = firstField(facts, 'Precedence') ?? firstField(facts, 'X-Precedence');
		if (precedence !== null && /^\s*(?:list|bulk|junk)\b/i.test(precedence.value)) {
			findings.add('precedence-bulk', precedence.value, refOf(precedence));
		}
		return findings.sorted();
	}
};
