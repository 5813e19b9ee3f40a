import type { Environment, OrgDbOrgSettings } from '../../domain/environment';
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

const NOTHING: readonly never[] = [];

/** Inactive users never resolve, other inactive rows with ResolveForInactiveEntities only. */
export function resolves(
	{ table, active }: Pick<DirectoryRow, 'table' | 'active'>,
	{ ResolveForInactiveEntities: inactive }: Pick<OrgDbOrgSettings, 'ResolveForInactiveEntities'>
): boolean {
	return active || (table !== 'systemuser' && inactive);
}

/**
 * Each address of To, Cc and Bcc resolves to all rows that have it and count; unresolveemailaddressifmultiplematch leaves
 * an address of several rows unresolved.
 */
export function resolveRecipients(
	message: MessageFacts,
	directory: Directory,
	{ organization, orgDbOrgSettings }: Environment
): RecipientResolved[] {
	const resolved: RecipientResolved[] = [];
	const add = (field: RecipientField, addresses: MessageFacts['to']): void => {
		for (const { address } of addresses) resolved.push(resolve(field, address));
	};
	const resolve = (field: RecipientField, address: string): RecipientResolved => {
		const all = directory.rowsWith(address);
		const counts = (row: DirectoryRow) => resolves(row, orgDbOrgSettings);
		const several = all.length > 1 && organization.unresolveemailaddressifmultiplematch;
		// Most addresses are nobody's, or all their rows count.
		if (!several && all.every(counts)) return { field, address, rows: all, leftOut: NOTHING };
		const rows = all.filter(counts);
		const inactive = all.filter((row) => !counts(row)).map((row) => ({ row, why: 'inactive' as const }));
		if (rows.length < 2 || !several) return { field, address, rows, leftOut: inactive };
		const unresolved = rows.map((row) => ({ row, why: 'severalMatch' as const }));
		return { field, address, rows: NOTHING, leftOut: [...inactive, ...unresolved] };
	};
	add('To', message.to);
	add('Cc', message.cc);
	add('Bcc', message.bcc);
	return resolved;
}
