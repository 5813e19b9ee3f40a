import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { Directory, DirectoryRow } from './directory';

export type RecipientField = 'To' | 'Cc' | 'Bcc';
export interface RecipientResolved {
	readonly field: RecipientField;
	readonly address: string;
	readonly rows: readonly DirectoryRow[];
	/** Rows that have the address and do not count, with the reason. */
	readonly leftOut: readonly { readonly row: DirectoryRow; readonly why: 'inactive' | 'severalMatch' }[];
}

/**
 * Each address of To, Cc and Bcc resolves to all rows that have it. Inactive users never resolve, other inactive rows
 * with ResolveForInactiveEntities only; unresolveemailaddressifmultiplematch leaves an address of several rows unresolved.
 */
export function resolveRecipients(
	message: MessageFacts,
	directory: Directory,
	{ organization, orgDbOrgSettings }: Environment
): RecipientResolved[] {
	const lists: readonly (readonly [RecipientField, MessageFacts['to']])[] = [
		['To', message.to],
		['Cc', message.cc],
		['Bcc', message.bcc]
	];
	return lists.flatMap(([field, addresses]) =>
		addresses.map(({ address }) => {
			const all = directory.rowsWith(address);
			const counts = ({ table, active }: DirectoryRow) =>
				active || (table !== 'systemuser' && orgDbOrgSettings.ResolveForInactiveEntities);
			const rows = all.filter(counts);
			const inactive = all.filter((row) => !counts(row)).map((row) => ({ row, why: 'inactive' as const }));
			if (rows.length > 1 && organization.unresolveemailaddressifmultiplematch) {
				const several = rows.map((row) => ({ row, why: 'severalMatch' as const }));
				return { field, address, rows: [], leftOut: [...inactive, ...several] };
			}
			return { field, address, rows, leftOut: inactive };
		})
	);
}
