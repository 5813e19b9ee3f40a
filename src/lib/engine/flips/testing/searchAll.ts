import type { MessageFacts } from '../../../domain/message';
import type { Decisions } from '../../decide';
import type { PathsOf } from '../../scope/scope';
import type { FlipChange } from '../change';
import { decideInSteps } from '../decideInSteps';
import { FlipSearch } from '../search';

/** A whole search in one go, everything counted. */
export function searchAll(decisions: Decisions, position: number, pathsOf: PathsOf): FlipSearch {
	const search = new FlipSearch(decisions, position);
	for (const change of search.candidates) {
		search.take(change, decided(search.messagesThatMatter(search.environmentUnder(change)), change));
	}
	for (const { change } of search.found) search.count(change, decided(search.allMessages, change));
	return search;

	function decided(messages: readonly MessageFacts[], change: FlipChange): Decisions {
		const steps = decideInSteps(messages, search.allMessages, search.environmentUnder(change), {
			pathsOf,
			before: decisions
		});
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
		}
	}
}
