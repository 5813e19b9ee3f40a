import type { RecordReference } from '../domain/columns';
import type { Mark } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { messageIdKey } from './correlation/storedEmails';

export interface MarkFound {
	readonly tracked: 'sent' | 'manual' | 'untracked' | null;
	readonly by: 'messageid' | 'sha256' | null;
	/** Null: emptied by hand. Undefined: not set by hand, so that it is inherited. */
	readonly regarding: RecordReference | null | undefined;
}

export const NOT_MARKED: MarkFound = { tracked: null, by: null, regarding: undefined };

/** Marks of an environment, looked up per message. */
export class Marks {
	readonly #bySha256 = new Map<string, Mark[]>();
	readonly #byMessageId = new Map<string, Mark[]>();

	constructor(marks: readonly Mark[]) {
		for (const mark of marks) {
			if (mark.sha256 !== undefined) append(this.#bySha256, mark.sha256, mark);
			else if (mark.messageid !== undefined) append(this.#byMessageId, messageIdKey(mark.messageid), mark);
		}
	}

	get empty(): boolean {
		return this.#bySha256.size === 0 && this.#byMessageId.size === 0;
	}

	/**
	 * A mark by sha256 names one exact message and goes before one by messageid. `sent` and `manual` by messageid apply
	 * to the first message of that id in processing order, and so does their regarding; `untracked` and a mark that
	 * only sets regarding apply to all.
	 */
	of(message: MessageFacts, isFirstWithMessageId: boolean): MarkFound {
		const exact = this.#bySha256.get(message.sha256) ?? [];
		const byId = message.messageId === null ? [] : (this.#byMessageId.get(messageIdKey(message.messageId)) ?? []);
		const named = byId.filter(
			({ tracked }) => isFirstWithMessageId || tracked === undefined || tracked === 'untracked'
		);
		if (exact.length === 0 && named.length === 0) return NOT_MARKED;
		const tracked = [...exact, ...named].find((mark) => mark.tracked !== undefined);
		return {
			tracked: tracked?.tracked ?? null,
			by: tracked === undefined ? null : exact.includes(tracked) ? 'sha256' : 'messageid',
			regarding: [...exact, ...named].find((mark) => mark.regarding !== undefined)?.regarding
		};
	}
}

function append(lists: Map<string, Mark[]>, key: string, mark: Mark): void {
	const list = lists.get(key);
	if (list) list.push(mark);
	else lists.set(key, [mark]);
}
