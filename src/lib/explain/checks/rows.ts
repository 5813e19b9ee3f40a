/** Rows and mailboxes by name. */
import type { RowMention } from '../../engine/checks';
import type { MailboxMention } from '../../engine/mailboxMentions';
import { code, quoted } from '../parts';
import { listOf, say, type Sentence } from '../sentence';

/** Long lists are cut here: an email can have thousands of recipients. */
const maxListed = 20;

const TABLE_NAMES: Readonly<Record<string, string>> = {
	systemuser: 'user',
	queue: 'queue',
	contact: 'contact',
	lead: 'lead',
	account: 'account',
	equipment: 'equipment',
	team: 'team',
	businessunit: 'business unit'
};

/** "the user “Luisa Alves”", "the new_pet “Rex” (inactive)". */
export function row(mention: RowMention): Sentence {
	return say`the ${named(mention)}${mention.active ? '' : ' (inactive)'}`;
}

/** "user “Luisa Alves”" */
export function named({ table, name, id }: RowMention): Sentence {
	const called = Object.hasOwn(TABLE_NAMES, table) ? (TABLE_NAMES[table] ?? table) : code(table);
	return say`${called} ${{ name: quoted(name.trim() || id), id }}`;
}

export function rows(mentions: readonly RowMention[], conjunction = 'and'): Sentence {
	const more = mentions.length - maxListed;
	const listed = mentions.slice(0, maxListed).map(row);
	return listOf(more > 0 ? [...listed, `${more} more rows`] : listed, conjunction);
}

export interface MailboxNames {
	readonly mailboxes: readonly MailboxMention[];
}

/** "the mailbox of Luisa Alves"; by its id where nobody is known to own it, or the name alone does not tell. */
export function mailbox(id: string, names: MailboxNames): Sentence {
	const mention = names.mailboxes.find((one) => one.id === id);
	if (!mention?.owner) return say`the mailbox ${code(id)}`;
	return mention.ambiguous
		? say`the mailbox of ${mention.owner} (${code(id)})`
		: say`the mailbox of ${{ name: mention.owner, id }}`;
}

/** At most `maxListed` lines, and how many are left out. */
export function lines<T>(
	items: readonly T[],
	noun: string,
	line: (item: T, index: number) => Sentence
): readonly Sentence[] {
	const more = items.length - maxListed;
	const listed = items.slice(0, maxListed).map(line);
	return more > 0 ? [...listed, say`${more} more ${noun} are not listed.`] : listed;
}
