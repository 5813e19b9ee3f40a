import type { MessageFacts } from '../../domain/message';
import { firstOccurrence } from './reading';
import { Findings, NOTHING_FOUND, SOURCES, type AutoReplyRule } from './rule';

/**
 * Asks others not to answer automatically, and says nothing of itself: people's mail carries it too. Helpdesks that
 * took it for an auto-reply had to take that back.
 */
export const suppressionRequested: AutoReplyRule = {
	id: 'suppression-requested',
	basis: 'documented',
	sources: [SOURCES.autoResponseSuppress],
	signs: [{ id: 'x-auto-response-suppress', strength: 'definite', reads: 'X-Auto-Response-Suppress other than None' }],
	examples: [
		{
			title: 'A person whose mail program asks for quiet',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Offer 118'],
				['X-Auto-Response-Suppress', 'OOF, AutoReply']
			],
			class: 'suppression-requested',
			signs: ['x-auto-response-suppress']
		},
		{
			title: 'None asks for nothing',
			fields: [
				['From', 'Ann <ann@fabrikam.com>'],
				['Subject', 'Offer 118'],
				['X-Auto-Response-Suppress', 'None']
			],
			class: 'human',
			signs: []
		}
	],

	mayApply(facts: MessageFacts) {
		return facts.xAutoResponseSuppress !== null;
	},

	find(facts: MessageFacts) {
		const value = facts.xAutoResponseSuppress;
		if (value === null || NO_REQUEST.has(value.trim().toLowerCase())) return NOTHING_FOUND;
		const findings = new Findings(this);
		findings.add('x-auto-response-suppress', value, firstOccurrence('X-Auto-Response-Suppress'));
		return findings.sorted();
	}
};

const NO_REQUEST: ReadonlySet<string> = new Set(['', 'none', '0']);
