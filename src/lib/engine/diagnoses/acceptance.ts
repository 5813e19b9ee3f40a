/** Who accepted an email in whose mailbox, and who refused it for want of a link. */
import type { AskedFilter, RowMention } from '../checks';
import { checkOf, type DiagnosisInput } from './diagnosis';

export interface Acceptance {
	readonly accepting: AskedFilter;
	/** Of the mailbox in which it was seen. */
	readonly owner: RowMention;
	/** The recipient address that both a user and the accepting queue have, or null. */
	readonly sharedAddress: string | null;
}

/** Null for email that no filter accepted, and for sent items. */
export function acceptanceOf(input: DiagnosisInput): Acceptance | null {
	const filtering = checkOf(input, 'acceptance/filtering');
	if (!input.tracked || filtering?.outcome !== 'accepted' || filtering.evidence.outgoing) return null;
	const { asked } = filtering.evidence;
	const accepting = asked.find(({ accepts }) => accepts);
	// The owner is asked first when among the recipients, else last and as the owner.
	const owner = (asked.find(({ via }) => via === 'owner') ?? asked[0])?.entity;
	if (!accepting || !owner) return null;
	const recipients = checkOf(input, 'resolution/recipients')?.evidence.recipients ?? [];
	const shared = recipients.find(
		({ rows }) =>
			accepting.entity.table === 'queue' &&
			rows.some(({ id }) => id === accepting.entity.id) &&
			rows.some(({ table }) => table === 'systemuser')
	);
	return { accepting, owner, sharedAddress: shared?.address ?? null };
}

/** Names of those whose filter takes replies and refused this email; empty where it was refused for another reason. */
export function askedForReplies(input: DiagnosisInput): readonly string[] {
	const filtering = checkOf(input, 'acceptance/filtering');
	if (filtering?.outcome !== 'rejected') return [];
	const { asked, outgoing } = filtering.evidence;
	return asked
		.filter(({ via, filteringMethod }) => filteringMethod === 1 && (outgoing || via !== 'owner'))
		.map(({ entity }) => entity.name);
}
