import type { AutoReplyClass, AutoReplyDecision, AutoReplyEvidence } from '../../domain/decision';
import type { MessageFacts } from '../../domain/message';
import { parseAutoSubmitted } from './autoSubmitted';
import { AUTO_REPLY_RULES } from './registry';
import { applies } from './rule';

/** What kind of automatic mail a message is, with all that speaks for it and for other classes. */
export function classifyAutoReply(facts: MessageFacts): AutoReplyDecision {
	let winner: AutoReplyClass = 'human';
	let deciding: readonly AutoReplyEvidence[] = [];
	const others: AutoReplyEvidence[] = [];
	for (const rule of AUTO_REPLY_RULES) {
		const evidence = rule.find(facts);
		if (winner === 'human' && applies(evidence)) {
			winner = rule.id;
			deciding = evidence;
		} else {
			others.push(...evidence);
		}
	}
	return {
		internetMessageHeadersFlag: facts.autoSubmitted !== null,
		autoSubmittedKeyword: facts.autoSubmitted === null ? null : parseAutoSubmitted(facts.autoSubmitted).keyword,
		class: winner,
		evidence: [...deciding, ...others]
	};
}

/** The class alone, for whole stores: the same as `classifyAutoReply(facts).class`. */
export function autoReplyClass(facts: MessageFacts): AutoReplyClass {
	for (const rule of AUTO_REPLY_RULES) if (rule.mayApply(facts) && applies(rule.find(facts))) return rule.id;
	return 'human';
}
