/** What the environment refers to and does not describe, in words. */
import { code } from '../parts';
import { listOf, say, type Sentence } from '../sentence';
import { mailbox } from './rows';

const mailboxPrefix = 'mailboxes/';
const ownerSuffix = '/ownerid';
const receiverPrefix = 'users or queues/';

/** Completes "Cannot be decided:". */
export function needsClause(needs: readonly string[]): Sentence {
	return needs.length === 0 ? say`the environment does not describe all that it refers to` : listOf(needs.map(clause));
}

function clause(need: string): Sentence {
	if (need === 'receivedAt') {
		return say`when this email was received cannot be read from it, and the mailbox asks for the time`;
	}
	if (need.startsWith(receiverPrefix)) {
		return say`the environment refers to the user or queue ${code(need.slice(receiverPrefix.length))}, which it does not describe`;
	}
	if (need.startsWith(mailboxPrefix)) {
		return need.endsWith(ownerSuffix)
			? say`the environment does not say who owns ${mailbox(need.slice(mailboxPrefix.length, -ownerSuffix.length))}`
			: say`the environment refers to ${mailbox(need.slice(mailboxPrefix.length))}, which it does not describe`;
	}
	return say`the environment does not describe ${code(need)}`;
}
