import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import { Decisions, type DecideOptions } from '../decide';

/** So many decisions take well under a millisecond. */
const messagesPerStep = 200;

/**
 * As `decide`, leaving the caller the turn in between: some of `all` messages, those before them included that they
 * depend on, in processing order. What mailboxes saw when sync cycles are replayed depends on `all`.
 */
export function* decideInSteps(
	messages: readonly MessageFacts[],
	all: readonly MessageFacts[],
	environment: Environment,
	options: DecideOptions
): Generator<void, Decisions> {
	const decisions = new Decisions(environment, all, options);
	for (let index = 0; index < messages.length; index++) {
		decisions.next(messages[index] as MessageFacts);
		if (index % messagesPerStep === messagesPerStep - 1) yield;
	}
	return decisions;
}
