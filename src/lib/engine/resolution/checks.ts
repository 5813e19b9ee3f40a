import type { OrgDbOrgSettings } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { CheckResult, RowMention } from '../checks';
import type { Directory, DirectoryRow } from './directory';
import type { RecipientResolved } from './recipients';
import { resolveSender } from './sender';

/** A row and the check that found it; `row` is null when the sender stays unresolved or is malformed. */
export interface SenderChecked {
	readonly row: DirectoryRow | null;
	readonly check: Extract<CheckResult, { check: 'resolution/sender' }>;
}

/** `ownerIds`: the users and queues concerned and the queues' owners, whose own rows go first; asked only where several rows match. */
export function senderCheck(
	message: MessageFacts,
	directory: Directory,
	ownerIds: () => readonly string[],
	orgDbOrgSettings: OrgDbOrgSettings
): SenderChecked {
	const address = message.from?.address ?? null;
	const from = [{ field: 'From', occurrence: 0 }];
	if (address === null || !isAddress(address)) {
		const evidence = {
			address,
			row: null,
			why: 'malformed' as const,
			candidates: [],
			from: address === null ? [] : from
		};
		return { row: null, check: { check: 'resolution/sender' as const, outcome: 'invalid' as const, evidence } };
	}
	const { row, why, candidates } = resolveSender(address, directory, ownerIds, orgDbOrgSettings);
	return {
		row,
		check: {
			check: 'resolution/sender' as const,
			outcome: row === null ? ('unresolved' as const) : ('resolved' as const),
			evidence: { address, row: row && mention(row), why, candidates: candidates.map(mention), from }
		}
	};
}

export function isAddress(text: string): boolean {
	return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

export function recipientsCheck(recipients: readonly RecipientResolved[], receiver: boolean): CheckResult {
	return {
		check: 'resolution/recipients',
		outcome: receiver ? 'resolved' : 'noUserOrQueue',
		evidence: {
			recipients: recipients.map(({ field, address, rows, leftOut }) => ({
				field,
				address,
				rows: rows.map(mention),
				leftOut: leftOut.map(({ row, why }) => ({ row: mention(row), why }))
			}))
		}
	};
}

export function mention({ table, id, name, active }: DirectoryRow): RowMention {
	return { table, id, name, active };
}
