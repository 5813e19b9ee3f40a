/** Marks of an environment file, changed for many emails at once. Pure; time and memory grow with marks and emails. */
import type { Mark } from '../domain/environment';
import type { MarkChange } from '../domain/markChange';
import { messageIdKey } from '../engine/correlation/storedEmails';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import type { PlainObject, PlainValue } from '../snapshot/plainData';

export interface MarkedEmail {
	readonly sha256: string;
	/** With angle brackets, as in the facts. */
	readonly messageId: string | null;
}

/** SHA-256 of every email with this Message-ID (its `messageIdKey`), in processing order. */
export type CopiesOf = (messageId: string) => readonly string[];

export interface Marking {
	/** The very file given where nothing changes. */
	readonly file: EnvironmentFile;
	/** Emails whose marks are others than before. */
	readonly changed: number;
}

/**
 * What is marked is one exact message: the mark names it by SHA-256. Where no other email has its Message-ID, a
 * mark by Message-ID is changed as it stands; otherwise an exact mark goes before it, and what it says stays in force
 * for the others.
 */
export function markEmails(
	file: EnvironmentFile,
	emails: readonly MarkedEmail[],
	change: MarkChange,
	copiesOf: CopiesOf
): Marking {
	const marks = new MarkList(file.marks, copiesOf);
	let changed = 0;
	for (const email of emails) {
		if (marks.change(email, change)) changed++;
	}
	return changed === 0 ? { file, changed } : { file: { ...file, marks: marks.toList() }, changed };
}

type Said = Pick<Mark, 'tracked' | 'regarding'>;

class MarkList {
	/** Null: removed. */
	readonly #marks: (PlainObject | null)[];
	readonly #bySha256 = new Map<string, number[]>();
	readonly #byMessageId = new Map<string, number[]>();
	readonly #copies = new Map<string, readonly string[]>();
	readonly #copiesOf: CopiesOf;

	constructor(marks: PlainValue | undefined, copiesOf: CopiesOf) {
		this.#copiesOf = copiesOf;
		this.#marks = Array.isArray(marks) ? [...(marks as readonly PlainObject[])] : [];
		this.#marks.forEach((mark, index) => {
			if (mark === null) return;
			if (typeof mark.sha256 === 'string' && mark.sha256 !== '') {
				append(this.#bySha256, mark.sha256.toLowerCase(), index);
			} else if (typeof mark.messageid === 'string') append(this.#byMessageId, keyOf(mark.messageid), index);
		});
	}

	toList(): readonly PlainObject[] {
		return this.#marks.filter((mark) => mark !== null);
	}

	change(email: MarkedEmail, change: MarkChange): boolean {
		if (this.#sharesMark(email, change)) this.#handOut(email);
		const indexes = this.#ownIndexes(email);
		const before = this.#saidBy(indexes);
		const after = changed(before, change);
		if (sameSaid(before, after)) return false;
		this.#write(email, indexes, after);
		return true;
	}

	/** Would a mark that other emails have, too, keep the change from taking effect? */
	#sharesMark({ sha256, messageId }: MarkedEmail, change: MarkChange): boolean {
		if (messageId === null || (change.kind !== 'clear' && change.kind !== 'inheritRegarding')) return false;
		const copies = this.#copiesWith(messageId);
		if (copies.length < 2) return false;
		const said = this.#saidBy(this.#naming(messageId, copies[0] === sha256));
		return said.regarding !== undefined || (change.kind === 'clear' && said.tracked !== undefined);
	}

	/** Marks that are about this email alone: by SHA-256 first, since those go before. */
	#ownIndexes({ sha256, messageId }: MarkedEmail): readonly number[] {
		const exact = this.#exact(sha256);
		const alone = messageId !== null && this.#copiesWith(messageId).length === 1;
		return alone ? [...exact, ...this.#naming(messageId, true)] : exact;
	}

	#exact(sha256: string): readonly number[] {
		return (this.#bySha256.get(sha256) ?? []).filter((index) => this.#marks[index] !== null);
	}

	/** Marks by Message-ID as they apply: `sent` and `manual` to the first email with it. */
	#naming(messageId: string, first: boolean): readonly number[] {
		return (this.#byMessageId.get(keyOf(messageId)) ?? []).filter((index) => {
			const mark = this.#marks[index];
			return mark && (first || (mark.tracked !== 'sent' && mark.tracked !== 'manual'));
		});
	}

	#copiesWith(messageId: string): readonly string[] {
		const key = keyOf(messageId);
		let copies = this.#copies.get(key);
		if (!copies) this.#copies.set(key, (copies = this.#copiesOf(key)));
		return copies;
	}

	/** What these marks say together: of each, the first that says anything. */
	#saidBy(indexes: readonly number[]): Said {
		const marks = indexes.map((index) => this.#marks[index] as unknown as Said);
		const tracked = marks.find((mark) => typeof mark.tracked === 'string')?.tracked;
		const regarding = marks.find((mark) => mark.regarding !== undefined)?.regarding;
		return { ...(tracked ? { tracked } : {}), ...(regarding === undefined ? {} : { regarding }) };
	}

	/** Every email with this Message-ID gets a mark of its own that says what applies to it; those by Message-ID go. */
	#handOut({ messageId }: MarkedEmail): void {
		if (messageId === null) return;
		this.#copiesWith(messageId).forEach((sha256, place) => {
			const exact = this.#exact(sha256);
			const said = this.#saidBy([...exact, ...this.#naming(messageId, place === 0)]);
			this.#write({ sha256, messageId }, exact, said);
		});
		for (const index of this.#naming(messageId, true)) this.#marks[index] = null;
	}

	/** One mark in place of all that are about this email alone, where the first of them stood. */
	#write({ sha256 }: MarkedEmail, indexes: readonly number[], said: Said): void {
		const [first = this.#marks.length, ...others] = indexes;
		for (const index of others) this.#marks[index] = null;
		if (said.tracked === undefined && said.regarding === undefined) {
			if (indexes.length > 0) this.#marks[first] = null;
			return;
		}
		const { tracked: _tracked, regarding: _regarding, ...named } = this.#marks[first] ?? { sha256 };
		this.#marks[first] = { ...named, ...(said as PlainObject) };
		if (indexes.length === 0) append(this.#bySha256, sha256, first);
	}
}

function changed(said: Said, change: MarkChange): Said {
	switch (change.kind) {
		case 'track':
			return { ...said, tracked: change.tracked };
		case 'setRegarding':
			return { ...said, regarding: change.regarding };
		case 'inheritRegarding':
			return said.tracked === undefined ? {} : { tracked: said.tracked };
		case 'clear':
			return {};
	}
}

function sameSaid(a: Said, b: Said): boolean {
	return a.tracked === b.tracked && JSON.stringify(a.regarding) === JSON.stringify(b.regarding);
}

/** As the environment file's reader takes it: with or without angle brackets. */
function keyOf(messageid: string): string {
	return messageIdKey(`<${messageid.trim().replace(/^<|>$/g, '')}>`);
}

function append(lists: Map<string, number[]>, key: string, index: number): void {
	const list = lists.get(key);
	if (list) list.push(index);
	else lists.set(key, [index]);
}
