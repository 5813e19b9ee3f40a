/** No recipient address is a user's or a queue's: what the addresses look like beside those of the mailbox's owner. */
import { checkOf, type DiagnosisInput } from './diagnosis';

export interface UnmatchedRecipients {
	readonly ownerName: string;
	/** Addresses that may be the owner's own, but are not on the owner's record. */
	readonly likeOwner: readonly string[];
	/** Other addresses of a domain that the owner's addresses have. */
	readonly ownDomain: readonly string[];
	/** No recipient address at all is of such a domain. */
	readonly foreignOnly: boolean;
}

/** Null unless the mailbox's owner was asked without being among the recipients, and refused. */
export function unmatchedRecipients(input: DiagnosisInput): UnmatchedRecipients | null {
	if (input.reason !== 'NoRecipientMatch') return null;
	const owner = checkOf(input, 'acceptance/filtering')?.evidence.asked.find(({ via }) => via === 'owner')?.entity;
	const recipients = checkOf(input, 'resolution/recipients')?.evidence.recipients;
	if (!owner || !recipients) return null;
	const { users, queues } = input.environment;
	const addresses = [...users, ...queues].find(({ id }) => id === owner.id)?.emailaddresses ?? [];
	const locals = addresses.map((address) => withoutTag(parts(address).local));
	const domains = addresses.map((address) => parts(address).domain);
	const surname = owner.name.toLowerCase().split(/\s+/u).at(-1) ?? '';
	const likeOwner: string[] = [];
	const ownDomain: string[] = [];
	// An address that rows were left out of is another matter: shared, or of an inactive user.
	for (const { address } of recipients.filter(({ rows, leftOut }) => rows.length + leftOut.length === 0)) {
		const { local, domain } = parts(address);
		const words = withoutTag(local).split(/[._-]+/u);
		const named = domains.includes(domain) && surname.length > 2 && words.includes(surname);
		if (named || locals.includes(withoutTag(local))) likeOwner.push(address);
		else if (domains.includes(domain)) ownDomain.push(address);
	}
	const foreignOnly = !recipients.some(({ address }) => domains.includes(parts(address).domain));
	return { ownerName: owner.name, likeOwner, ownDomain, foreignOnly };
}

function parts(address: string): { readonly local: string; readonly domain: string } {
	const folded = address.trim().toLowerCase();
	const at = folded.lastIndexOf('@');
	return { local: folded.slice(0, Math.max(0, at)), domain: folded.slice(at + 1) };
}

/** `ann+news` is `ann` with a tag. */
function withoutTag(local: string): string {
	return local.replace(/\+.*$/u, '');
}
