/**
 * One mailbox looks at one email: is it seen, is it new, whom does it concern, does somebody accept it? The steps stand
 * in the order of the source page; every check that ran is recorded.
 */
import type { RecordReference } from '../../domain/columns';
import type { ReasonName } from '../../domain/decision';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { CheckResult } from '../checks';
import { recipientsCheck } from '../resolution/checks';
import { partiesOf } from '../resolution/parties';
import { isSentItems } from '../scope/folder';
import { folderCheck, inTrackedFolder } from '../scope/folderCheck';
import type { Holding } from '../scope/holdings';
import { mailboxState } from '../scope/mailboxState';
import { receivedDateCheck } from '../scope/receivedDate';
import { isRestricted } from '../scope/restricted';
import type { Sighting } from '../scope/sightings';
import { timeMatters, wasSeen, type Stay } from '../scope/stays';
import { regardingOf, trackedStays } from '../scope/trackedFolders';
import { ask } from './ask';
import { internalMail } from './internalMail';
import type { Receivers } from './receivers';
import { FILTERING_RULES } from './registry';

type DuplicateCheck = CheckResult & { readonly check: 'scope/duplicate' };
type FolderCheck = CheckResult & { readonly check: 'scope/folder' };

export interface EvaluationInput {
	readonly message: MessageFacts;
	readonly holding: Holding;
	readonly sighting: Sighting | null;
	readonly environment: Environment;
	readonly receivers: Receivers;
	readonly correlated: boolean;
	/** Not empty: whether it is correlated cannot be told without these. */
	readonly correlationNeeds: readonly string[];
	/** A stored email has this Message-ID and direction. */
	duplicate(outgoing: boolean): DuplicateCheck;
	/** A stored email has this Message-ID and the other direction. */
	otherCopyStored(outgoing: boolean): boolean;
}

export interface Evaluation {
	readonly reason: ReasonName;
	readonly tracked: boolean;
	/** Past the visibility checks: this mailbox's reason counts. */
	readonly looked: boolean;
	readonly outgoing: boolean;
	readonly acceptingEntityId: string | null;
	/** Where it lay in a tracked folder, if that decided; null where the folder it arrived in did. */
	readonly stay: Stay | null;
	/** Regarding of a tracked folder, which goes before an inherited one. */
	readonly folderRegarding: RecordReference | null;
	/** Facts that the environment refers to and lacks; then nothing is decided. */
	readonly needs: readonly string[];
	readonly checks: readonly CheckResult[];
}

export function evaluateMailbox(input: EvaluationInput): Evaluation {
	const { message, holding, sighting, environment, receivers } = input;
	const { mailbox } = holding;
	const state = mailboxState(holding);
	if (state.outcome === 'failed') return ended('NotEvaluated', [state]);

	const ownerIsQueue = receivers.isQueueMailbox(mailbox);
	const { orgDbOrgSettings } = environment;
	const folder = folderCheck({ holding, sighting, orgDbOrgSettings, ownerIsQueue });
	if (folder.outcome === 'category') return trackByHand(input, [state, folder]);

	const stays = trackedStays(holding, message.receivedAtUtcMs, ownerIsQueue);
	const stay = stays.find(wasSeen);
	if (stay && !filterComesFirst(holding, sighting, stay)) return trackInFolder(input, state, stay, stays);
	const byFilter = evaluateByFilter(input, state, folder);
	if (!stay) {
		const [left] = stays;
		return folder.outcome === 'failed' && left ? trackInFolder(input, state, left, stays) : byFilter;
	}
	return byFilter.tracked
		? { ...byFilter, folderRegarding: regardingOf(mailbox, stays) }
		: trackInFolder(input, state, stay, stays);
}

/** The filters were asked before the email came into the tracked folder. */
function filterComesFirst({ folder }: Holding, sighting: Sighting | null, { sighting: inFolder }: Stay): boolean {
	if (isSentItems(folder)) return true;
	return sighting?.seen === true && (sighting.atUtcMs ?? -Infinity) < (inFolder?.atUtcMs ?? -Infinity);
}

function trackInFolder(input: EvaluationInput, state: CheckResult, stay: Stay, stays: readonly Stay[]): Evaluation {
	const { message, holding } = input;
	const checks = [state, inTrackedFolder(holding, stay)];
	if (timeMatters(holding)) {
		const received = receivedDateCheck(message, holding, stay.sighting, 'trackedFolder');
		checks.push(received);
		if (received.outcome === 'failed') return { ...ended('NotEvaluated', checks), stay };
		if (received.outcome === 'indeterminate') return { ...ended('Unknown', checks, { needs: ['receivedAt'] }), stay };
	}
	return { ...trackByHand(input, checks), folderRegarding: regardingOf(holding.mailbox, stays), stay };
}

/** Tracking by hand passes the filter, but a Message-ID still makes one row only. */
function trackByHand(input: EvaluationInput, checks: CheckResult[]): Evaluation {
	const outgoing = isSentItems(input.holding.folder);
	const duplicate = input.duplicate(outgoing);
	checks.push(duplicate);
	const repeated = endedByDuplicate(duplicate, checks, outgoing);
	return repeated ?? ended('Manual', checks, { looked: true, tracked: true, outgoing });
}

function evaluateByFilter(input: EvaluationInput, state: CheckResult, folder: FolderCheck): Evaluation {
	const { message, holding, sighting, environment } = input;
	const checks: CheckResult[] = [state, folder];
	if (folder.outcome !== 'inbox' && folder.outcome !== 'sentItems') return ended('NotEvaluated', checks);
	const outgoing = folder.outcome === 'sentItems';

	const received = receivedDateCheck(message, holding, sighting, folder.outcome);
	checks.push(received);
	if (received.outcome === 'failed') return ended('NotEvaluated', checks);
	if (received.outcome === 'indeterminate') return ended('Unknown', checks, { needs: ['receivedAt'] });

	const restricted = environment.orgDbOrgSettings.RestrictIRMEmailItems && isRestricted(message);
	checks.push({
		check: 'scope/restricted',
		outcome: restricted ? 'failed' : 'passed',
		evidence: { contentType: message.contentType }
	});
	if (restricted) return ended('NotEvaluated', checks);

	const duplicate = input.duplicate(outgoing);
	checks.push(duplicate);
	return endedByDuplicate(duplicate, checks, outgoing) ?? accept(input, outgoing, checks);
}

/** Null where the email is new. */
function endedByDuplicate(
	{ outcome, evidence }: DuplicateCheck,
	checks: readonly CheckResult[],
	outgoing: boolean
): Evaluation | null {
	if (outcome === 'duplicate') return ended('Duplicate', checks, { looked: true, outgoing });
	return evidence.needs.length > 0 ? ended('Unknown', checks, { looked: true, outgoing, needs: evidence.needs }) : null;
}

function accept(input: EvaluationInput, outgoing: boolean, checks: CheckResult[]): Evaluation {
	const { message, holding, environment, receivers } = input;
	const ownerId = holding.mailbox.ownerid;
	if (ownerId === null || !receivers.has(ownerId)) {
		const needs = [ownerId === null ? `mailboxes/${holding.mailbox.id}/ownerid` : `users or queues/${ownerId}`];
		return ended('Unknown', checks, { looked: true, outgoing, needs });
	}

	const { recipients, receiverRows, sender } = partiesOf(message, environment, receivers, ownerId);
	checks.push(sender.check);
	if (sender.check.outcome === 'invalid') return ended('InvalidSender', checks, { looked: true, outgoing });
	checks.push(recipientsCheck(recipients, receiverRows.length > 0));

	const internal = internalMail(
		{
			sender: outgoing && receiverRows.length === 0 ? null : sender.row,
			outgoing,
			toQueue: receiverRows.some(({ table }) => table === 'queue'),
			otherCopyStored: input.otherCopyStored(outgoing)
		},
		environment
	);
	checks.push({
		check: 'acceptance/internal-mail',
		outcome: internal.rejected ? 'failed' : 'passed',
		evidence: internal
	});
	if (internal.rejected) return ended('InternalEmailReject', checks, { looked: true, outgoing });

	const otherEndTables = outgoing
		? recipients.flatMap(({ rows }) => rows.map(({ table }) => table))
		: sender.row === null
			? []
			: [sender.row.table];
	const asked = ask({
		environment,
		receivers,
		recipients,
		ownerId,
		outgoing,
		queuesOnly: !outgoing && internal.why === 'toQueue',
		// With correlation off nothing counts as a response, whatever a token links (Learn, NoCorrelationMatch; reading A3).
		correlated: input.correlated && environment.organization.emailcorrelationenabled,
		otherEndTables
	});
	const accepting = asked.find(({ accepts }) => accepts);
	const onlySyncingMailbox = environment.orgDbOrgSettings.UseFilteringMethodOfSyncingMailboxOnlyForCorrelation;
	const concernsNobody = receiverRows.length === 0 && !outgoing;
	checks.push({
		check: 'acceptance/filtering',
		outcome: accepting ? 'accepted' : concernsNobody ? 'noRecipient' : 'rejected',
		evidence: { asked, onlySyncingMailbox, outgoing }
	});
	const waits = input.correlationNeeds.length > 0 && asked.some(({ filteringMethod }) => filteringMethod === 1);
	if (!accepting && waits) {
		return ended('Unknown', checks, { looked: true, outgoing, needs: input.correlationNeeds });
	}
	if (!accepting) {
		return ended(concernsNobody ? 'NoRecipientMatch' : 'NoCorrelationMatch', checks, { looked: true, outgoing });
	}
	return {
		...ended(FILTERING_RULES[accepting.filteringMethod].reason ?? 'Unknown', checks, { looked: true, outgoing }),
		tracked: true,
		acceptingEntityId: accepting.entity.id
	};
}

function ended(
	reason: ReasonName,
	checks: readonly CheckResult[],
	changes: Partial<Pick<Evaluation, 'looked' | 'tracked' | 'outgoing' | 'needs'>> = {}
): Evaluation {
	return {
		reason,
		tracked: false,
		looked: false,
		outgoing: false,
		acceptingEntityId: null,
		stay: null,
		folderRegarding: null,
		needs: [],
		checks,
		...changes
	};
}
