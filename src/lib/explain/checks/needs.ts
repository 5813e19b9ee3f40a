/** What the environment refers to and does not describe, in words. */
import type { ActivityId } from '../../domain/columns';
import { undecidedEmailNamed } from '../../engine/correlation/correlate';
import type { Explanation } from '../../engine/explanation';
import { code, email, setting } from '../parts';
import { listOf, say, type Sentence } from '../sentence';
import { mailbox } from './rows';

const mailboxPrefix = 'mailboxes/';
const ownerSuffix = '/ownerid';
const receiverPrefix = 'users or queues/';

/** Completes "Cannot be decided:". */
export function needsClause(needs: readonly string[], explanation: Explanation): Sentence {
	return needs.length === 0
		? say`the environment does not describe all that it refers to`
		: listOf(needs.map((need) => clause(need, explanation)));
}

function clause(need: string, explanation: Explanation): Sentence {
	const undecided = undecidedEmailNamed(need);
	if (undecided !== null) return say`whether ${email(explanation, undecided)} is tracked cannot be decided either`;
	if (Object.hasOwn(explanation.settings, need)) return say`${setting(need)} cannot be used as it is`;
	if (need === 'receivedAt') {
		return say`when this email was received cannot be read from it, and the mailbox asks for the time`;
	}
	if (need.startsWith(receiverPrefix)) {
		return say`the environment refers to the user or queue ${code(need.slice(receiverPrefix.length))}, which it does not describe`;
	}
	if (need.startsWith(mailboxPrefix)) {
		return need.endsWith(ownerSuffix)
			? say`the environment does not say who owns ${mailbox(need.slice(mailboxPrefix.length, -ownerSuffix.length), explanation)}`
			: say`the environment refers to ${mailbox(need.slice(mailboxPrefix.length), explanation)}, which it does not describe`;
	}
	return say`the environment does not describe ${code(need)}`;
}

/** What would settle it: a label, and the email to open where it is that email's verdict. */
export function settling(need: string): { readonly label: string; readonly activityId: ActivityId | null } {
	const activityId = undecidedEmailNamed(need);
	return { activityId, label: activityId === null ? fieldLabel(need) : 'Open the email it depends on' };
}

function fieldLabel(need: string): string {
	if (need === 'receivedAt') return 'Mark the email by hand';
	if (need.startsWith(receiverPrefix)) return `Describe the user or queue ${need.slice(receiverPrefix.length)}`;
	if (!need.startsWith(mailboxPrefix)) return `Change ${need}`;
	return need.endsWith(ownerSuffix)
		? `Say who owns ${need.slice(mailboxPrefix.length, -ownerSuffix.length)}`
		: `Describe the mailbox ${need.slice(mailboxPrefix.length)}`;
}
