import type { Environment, FilteringMethod } from '../../domain/environment';
import type { AskedFilter } from '../checks';
import { mention } from '../resolution/checks';
import type { DirectoryRow } from '../resolution/directory';
import { resolves, type RecipientResolved } from '../resolution/recipients';
import type { FilteringInput } from './filteringMethod';
import { isReceiver, type Receivers } from './receivers';
import { FILTERING_RULES } from './registry';

export interface AskInput extends FilteringInput {
	readonly environment: Environment;
	readonly receivers: Receivers;
	readonly recipients: readonly RecipientResolved[];
	/** Owner of the mailbox being synchronized. */
	readonly ownerId: string;
	readonly outgoing: boolean;
	/** Internal mail that is let in for the queues' sake: a queue has to accept it (Learn, "OrgDBOrgSettings"). */
	readonly queuesOnly: boolean;
}

/**
 * Whom to ask, in order (readings A9, A23): the owner of the syncing mailbox when among the recipients, then the others
 * of To and Cc. An owner who is not among them (Bcc, distribution list) comes last and accepts with method 0 only.
 * Sent items are judged by the sender's own method.
 */
export function ask(input: AskInput): AskedFilter[] {
	const { environment, receivers, recipients, ownerId, outgoing, queuesOnly, correlated, otherEndTables } = input;
	const entries: { row: DirectoryRow; via: AskedFilter['via'] }[] = [];
	const addressed = recipients
		.filter(({ field }) => field !== 'Bcc')
		.flatMap(({ field, rows }) => rows.filter(isReceiver).map((row) => ({ row, via: field })));
	const owner = receivers.row(ownerId);
	if (outgoing) entries.push({ row: owner, via: 'owner' });
	else if (environment.orgDbOrgSettings.UseFilteringMethodOfSyncingMailboxOnlyForCorrelation) {
		entries.push(addressed.find(({ row }) => row.id === ownerId) ?? { row: owner, via: 'owner' });
	} else {
		const own = addressed.find(({ row }) => row.id === ownerId);
		entries.push(...(own ? [own] : []), ...addressed.filter(({ row }) => row.id !== ownerId));
		if (!own) entries.push({ row: owner, via: 'owner' });
	}
	const seen = new Set<string>();
	return (
		entries
			// What does not resolve as recipient is not asked as owner of a mailbox either.
			.filter(({ row }) => resolves(row, environment.orgDbOrgSettings) && !seen.has(row.id) && seen.add(row.id))
			.filter(({ row }) => !queuesOnly || row.table === 'queue')
			.map(({ row, via }) => {
				const { method, forcedBy } = filteringMethodOf(row, environment, receivers);
				const unaddressed = via === 'owner' && !outgoing;
				const accepts =
					FILTERING_RULES[method].accepts({ correlated, otherEndTables }) && (!unaddressed || method === 0);
				return { entity: mention(row), via, filteringMethod: method, forcedBy, accepts };
			})
	);
}

function filteringMethodOf(
	row: DirectoryRow,
	{ orgDbOrgSettings }: Environment,
	receivers: Receivers
): { readonly method: FilteringMethod; readonly forcedBy: string | null } {
	const forced = orgDbOrgSettings.SSSForceFilteringMethodForUserMailboxes;
	return row.table === 'systemuser' && forced !== -1
		? { method: forced, forcedBy: 'SSSForceFilteringMethodForUserMailboxes' }
		: { method: receivers.filteringMethod(row.id), forcedBy: null };
}
