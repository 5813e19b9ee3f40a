import type { MessageFacts } from '../../domain/message';
import type { CheckResult } from '../checks';
import type { Holding } from './holdings';
import { processEmailsFrom, type Sighting } from './sightings';
import { timeMatters } from './stays';

/**
 * Received in time for the mailbox: seen by one of its sync cycles, and in the Inbox or Sent Items not before Process
 * Emails From. Sent Items have no cycles here.
 */
export function receivedDateCheck(
	message: MessageFacts,
	holding: Holding,
	sighting: Sighting | null,
	place: 'inbox' | 'sentItems' | 'trackedFolder'
): CheckResult & { readonly check: 'scope/received-date' } {
	const outgoing = place === 'sentItems';
	const from = place === 'trackedFolder' ? null : processEmailsFrom(holding.mailbox);
	const { receivedAtUtcMs, receivedFrom } = message;
	// Mail of unknown time comes last in processing order, so it is not earlier than Process Emails From.
	const unknown = receivedAtUtcMs === null && !outgoing && timeMatters(holding);
	const tooEarly = from !== null && receivedAtUtcMs !== null && receivedAtUtcMs < from;
	const unseen = !outgoing && sighting !== null && !sighting.seen;
	return {
		check: 'scope/received-date',
		outcome: unknown ? 'indeterminate' : tooEarly || unseen ? 'failed' : 'passed',
		evidence: {
			receivedAtUtcMs,
			processEmailsFromUtcMs: from,
			sighting: outgoing ? null : sighting,
			from: receivedFrom === null ? [] : [{ field: receivedFrom === 'date' ? 'Date' : 'Received', occurrence: 0 }]
		}
	};
}
