/** Every mailbox that holds an email looks at it; the first that tracks it makes the row. */
import type { RecordReference } from '../domain/columns';
import type { ReasonName } from '../domain/decision';
import { maxListedCandidates } from '../domain/limits';
import type { MessageFacts } from '../domain/message';
import { evaluateMailbox, type Evaluation } from './acceptance/mailboxEvaluation';
import type { CheckResult, MailboxVerdict } from './checks';
import { undecidedEmail, type Correlation } from './correlation/correlate';
import { messageIdKey, type StoredEmails } from './correlation/storedEmails';
import type { Scope } from './scope/scope';

export interface Evaluated {
	readonly reason: ReasonName;
	readonly tracked: boolean;
	readonly outgoing: boolean;
	readonly acceptingEntityId: string | null;
	readonly receivingMailboxId: string | null;
	readonly folderRegarding: RecordReference | null;
	/** Not empty: cannot be decided without these. */
	readonly needs: readonly string[];
	readonly mailboxes: readonly MailboxVerdict[];
	/** Of the mailbox that decided. */
	readonly checks: readonly CheckResult[];
}

/** `outgoingAt` tells the direction of a stored email. */
export function evaluate(
	message: MessageFacts,
	at: number,
	correlation: Correlation,
	stored: StoredEmails,
	scope: Scope,
	outgoingAt: (position: number) => boolean
): Evaluated {
	const { holdings, missingMailboxIds } = scope.holdingsOf(message);
	const evaluations: { readonly evaluation: Evaluation; readonly verdict: MailboxVerdict }[] = [];
	let tracking: (typeof evaluations)[number] | undefined;
	for (const holding of holdings) {
		const sighting = scope.sighting(holding, message);
		const evaluation = evaluateMailbox({
			message,
			holding,
			sighting,
			environment: stored.environment,
			receivers: scope.receivers,
			correlated: correlation.answers,
			correlationNeeds: correlation.needs,
			duplicate: (outgoing) => duplicateCheck(message, at, outgoing, stored, outgoingAt),
			otherCopyStored: (outgoing) => firstStored(message, at, !outgoing, stored, outgoingAt) >= 0
		});
		// The row exists by the time a later mailbox comes upon the email.
		const late = tracking !== undefined && evaluation.tracked;
		const verdict: MailboxVerdict = {
			mailboxId: holding.mailbox.id,
			folder: evaluation.stay?.folder ?? holding.folder,
			heldBy: holding.placement === null ? 'address' : 'placement',
			reason: late ? 'Duplicate' : evaluation.reason,
			endedBy: late ? 'scope/duplicate' : evaluation.tracked ? null : (evaluation.checks.at(-1)?.check ?? null),
			sighting: evaluation.stay ? evaluation.stay.sighting : sighting
		};
		evaluations.push({ evaluation, verdict });
		if (evaluation.tracked) tracking ??= evaluations.at(-1);
	}
	const looked = evaluations.filter(({ evaluation }) => evaluation.looked);
	// A reply refused by several mailboxes has the reason of the last one (reading A28).
	const decisive =
		tracking ??
		looked.at(-1) ??
		evaluations.findLast(({ verdict }) => verdict.endedBy !== 'scope/mailbox-state') ??
		evaluations.at(-1);
	const needs = tracking
		? []
		: [
				...missingMailboxIds.map((id) => `mailboxes/${id}`),
				...evaluations.flatMap(({ evaluation }) => evaluation.needs)
			];
	const unknown = needs.length > 0;
	return {
		reason: unknown ? 'Unknown' : (decisive?.evaluation.reason ?? 'NotEvaluated'),
		tracked: tracking !== undefined,
		outgoing: decisive?.evaluation.outgoing ?? false,
		acceptingEntityId: tracking?.evaluation.acceptingEntityId ?? null,
		receivingMailboxId: tracking?.verdict.mailboxId ?? null,
		folderRegarding: tracking?.evaluation.folderRegarding ?? null,
		needs: [...new Set(needs)],
		mailboxes: evaluations.map(({ verdict }) => verdict),
		checks: decisive?.evaluation.checks ?? []
	};
}

/** Position of the first stored email with this Message-ID and direction, or -1: copies of both directions are two rows. */
export function firstStored(
	message: MessageFacts,
	at: number,
	outgoing: boolean,
	stored: StoredEmails,
	outgoingAt: (position: number) => boolean
): number {
	if (message.messageId === null) return -1;
	const key = messageIdKey(message.messageId);
	if (stored.byMessageId.latestBefore(key, at) < 0) return -1;
	return stored.byMessageId.allBefore(key, at).find((position) => outgoingAt(position) === outgoing) ?? -1;
}

export function duplicateCheck(
	message: MessageFacts,
	at: number,
	outgoing: boolean,
	stored: StoredEmails,
	outgoingAt: (position: number) => boolean
): CheckResult & { readonly check: 'scope/duplicate' } {
	const { messageId } = message;
	const first = firstStored(message, at, outgoing, stored, outgoingAt);
	const undecided =
		first < 0 && stored.undecided !== null ? firstStored(message, at, outgoing, stored.undecided, outgoingAt) : -1;
	const sameMessageId = messageId === null ? [] : stored.seenByMessageId.all(messageIdKey(messageId));
	return {
		check: 'scope/duplicate',
		outcome:
			messageId === null ? 'notApplicable' : first >= 0 ? 'duplicate' : undecided >= 0 ? 'indeterminate' : 'passed',
		evidence: {
			messageId,
			first: first < 0 ? null : stored.activityId(first),
			needs: undecided < 0 ? [] : [undecidedEmail(stored, undecided)],
			sameMessageId: sameMessageId
				.filter((other) => other !== at)
				.slice(0, maxListedCandidates)
				.map((other) => stored.activityId(other)),
			from: messageId === null ? [] : [{ field: 'Message-ID', occurrence: 0 }]
		}
	};
}
