/** What one mailbox made of one email, at any time: as `decide` had it. */
import { correlate } from './correlation/correlate';
import type { MailboxVerdict } from './checks';
import type { Decisions } from './decide';

export type MailboxResult = Pick<MailboxVerdict, 'reason' | 'endedBy' | 'sighting'>;

/** `holding` is the index among the email's holdings. A mark decides before any mailbox is asked. */
export function mailboxResult(decisions: Decisions, position: number, holding: number): MailboxResult {
	const facts = decisions.stored.message(position);
	const mark = decisions.markOf(facts, position);
	const { reason, mailboxes } = decisions.evaluate(facts, position, mark, correlate(facts, position, decisions.stored));
	const verdict = mailboxes[holding];
	if (!verdict) return { reason, endedBy: 'scope/mark', sighting: null };
	const { endedBy, sighting } = verdict;
	return { reason: verdict.reason, endedBy, sighting };
}
