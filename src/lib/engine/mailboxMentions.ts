/** Mailboxes as people speak of them: by their owner. */
import type { Environment } from '../domain/environment';

export interface MailboxMention {
	readonly id: string;
	/** The owner's name; null where the environment does not describe the owner. */
	readonly owner: string | null;
	/** Another mailbox has an owner of the same name: only the id tells them apart. */
	readonly ambiguous: boolean;
}

const known = new WeakMap<Environment, ReadonlyMap<string, MailboxMention>>();

/** Those of `ids` that the environment describes, each once. */
export function mailboxMentions(environment: Environment, ids: Iterable<string>): MailboxMention[] {
	const all = known.get(environment) ?? mentionsOf(environment);
	known.set(environment, all);
	return [...new Set(ids)].flatMap((id) => all.get(id) ?? []);
}

function mentionsOf({ users, queues, mailboxes }: Environment): ReadonlyMap<string, MailboxMention> {
	const names = new Map([
		...users.map(({ id, fullname }) => [id, fullname.trim()] as const),
		...queues.map(({ id, name }) => [id, name.trim()] as const)
	]);
	const named = mailboxes.map(({ id, ownerid }) => ({ id, owner: (ownerid && names.get(ownerid)) || null }));
	const amounts = new Map<string | null, number>();
	for (const { owner } of named) amounts.set(owner, (amounts.get(owner) ?? 0) + 1);
	return new Map(
		named.map(({ id, owner }) => [id, { id, owner, ambiguous: owner !== null && (amounts.get(owner) ?? 0) > 1 }])
	);
}
