import type { MessageFacts } from '../../domain/message';
import type { CheckResult } from '../checks';
import type { Holding } from './holdings';
import { processEmailsFrom, type Sighting } from './sightings';

/** Received in time for the mailbox: not before Process Emails From, and seen by one of its sync cycles. */
export function receivedDateCheck(
	message: MessageFacts,
	holding: Holding,
	sighting: Sighting | null,
	outgoing: boolean
): CheckResult & { readonly check: 'scope/received-date' } {
	const from = processEmailsFrom(holding.mailbox);
	const { receivedAtUtcMs, receivedFrom } = message;
	// Mail of unknown time comes last in processing order, so it is not earlier than Process Emails From.
	const unknown = receivedAtUtcMs === null && !outgoing && mattersWhen(holding);
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

/** Sync cycles or moves are described, so the time of receipt decides. */
function mattersWhen({ mailbox, moves }: Holding): boolean {
	return mailbox.syncsUtcMs.length > 0 || moves.length > 0;
}
