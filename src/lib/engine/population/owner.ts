/**
 * Who owns the row (Learn, "How is an email record owner determined"). To, then Cc, then Bcc: the first list with an
 * eligible owner counts. In it a recipient who owns the correlated email goes first, then one who owns the sender's
 * contact, account or lead, then the first who is eligible. Where a fact is missing that could change the answer, there
 * is none.
 */
import { isReceiver, type Receivers } from '../acceptance/receivers';
import type { DirectoryRow } from '../resolution/directory';
import type { Parties } from '../resolution/parties';
import type { RecipientField } from '../resolution/recipients';
import type { OwnerReason } from './evidence';

export interface OwnerCandidate {
	/** A user or queue among the recipients. */
	readonly row: DirectoryRow;
	/** Owner of the recipient's mailbox: the user, or the queue's owner; null where that is not described. */
	readonly ownerId: string | null;
	/** `no`: an inactive user cannot modify email. Privileges are not described, so every other known owner may. */
	readonly eligible: 'yes' | 'no' | 'unknown';
}
export interface OwnerList {
	readonly field: RecipientField;
	readonly candidates: readonly OwnerCandidate[];
}
export interface OwnerFound {
	/** Null where nobody can be named; `why` says for want of what. */
	readonly ownerId: string | null;
	readonly why: OwnerReason;
	/** The list that counted; null for outgoing email and where none has a candidate. */
	readonly field: RecipientField | null;
	/** Lists with a user or queue. */
	readonly lists: readonly OwnerList[];
}

export interface OwnerInput {
	readonly outgoing: boolean;
	readonly parties: Parties;
	readonly receivers: Receivers;
	/** The email this one is linked to, with its owner where that is known. */
	readonly correlated: { readonly ownerId: string | null } | null;
}

/** Rows of these tables lend the email their owner. */
const senderTables = ['contact', 'account', 'lead'];

export function findOwner({ outgoing, parties, receivers, correlated }: OwnerInput): OwnerFound {
	if (outgoing) return senderOwner(parties.sender.row);
	const lists = (['To', 'Cc', 'Bcc'] as const)
		.map((field) => ({ field, candidates: candidatesOf(field, parties, receivers) }))
		.filter(({ candidates }) => candidates.length > 0);
	const list = lists.find(({ candidates }) => candidates.some(({ eligible }) => eligible !== 'no'));
	if (list === undefined) return { ownerId: null, why: 'noEligibleOwner', field: null, lists };
	const choice = choose(list.candidates, parties.sender.row, correlated);
	return { ...choice, field: list.field, lists };
}

function choose(
	all: readonly OwnerCandidate[],
	sender: DirectoryRow | null,
	correlated: OwnerInput['correlated']
): Pick<OwnerFound, 'ownerId' | 'why'> {
	const candidates = all.filter(({ eligible }) => eligible !== 'no');
	const known = new Set(candidates.flatMap(({ ownerId }) => ownerId ?? []));
	const someUnknown = candidates.some(({ eligible }) => eligible === 'unknown');
	const first = candidates[0]?.ownerId ?? null;
	if (known.size === 1 && !someUnknown) return { ownerId: first, why: 'onlyEligible' };
	if (correlated !== null) {
		if (correlated.ownerId === null) return { ownerId: null, why: 'correlatedOwnerUnknown' };
		if (known.has(correlated.ownerId)) return { ownerId: correlated.ownerId, why: 'ownsCorrelatedEmail' };
		if (someUnknown) return { ownerId: null, why: 'queueOwnerUnknown' };
	}
	if (sender !== null && senderTables.includes(sender.table)) {
		if (sender.ownerid === null) return { ownerId: null, why: 'senderRowOwnerUnknown' };
		if (known.has(sender.ownerid)) return { ownerId: sender.ownerid, why: 'ownsSenderRow' };
		if (someUnknown) return { ownerId: null, why: 'queueOwnerUnknown' };
	}
	return { ownerId: first, why: first === null ? 'queueOwnerUnknown' : 'firstEligible' };
}

function candidatesOf(field: RecipientField, { recipients }: Parties, receivers: Receivers): readonly OwnerCandidate[] {
	return recipients
		.filter((recipient) => recipient.field === field)
		.flatMap(({ rows }) => rows.filter(isReceiver))
		.map((row) => {
			const ownerId = row.table === 'queue' ? row.ownerid : row.id;
			if (ownerId === null) return { row, ownerId, eligible: 'unknown' };
			const inactive = receivers.has(ownerId) && !receivers.row(ownerId).active;
			return { row, ownerId, eligible: inactive ? 'no' : 'yes' };
		});
}

/** What is sent belongs to its sender. */
function senderOwner(sender: DirectoryRow | null): OwnerFound {
	const found = { field: null, lists: [] };
	if (sender?.table === 'systemuser') return { ...found, ownerId: sender.id, why: 'sender' };
	if (sender?.table !== 'queue') return { ...found, ownerId: null, why: 'senderUnresolved' };
	return { ...found, ownerId: sender.ownerid, why: sender.ownerid === null ? 'queueOwnerUnknown' : 'sender' };
}
