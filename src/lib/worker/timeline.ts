/** Timelines of the mailboxes: all are replayed once for each revision, and shown in windows. */
import type { ActivityId } from '../domain/columns';
import { mailboxResult } from '../engine/mailboxVerdict';
import { mailboxTimelines, type MailboxTimeline, type TimelineRow } from '../engine/scope/timeline';
import { emailMention } from '../engine/emailMention';
import type { MailboxView, TimelinePage, TimelineQuery, TimelineRowView } from './api';
import type { Library } from './library';

/** Rows of one answer; each email of it is looked at again. */
const maxRows = 200;

export class Timelines {
	readonly #library: Library;
	#replayed: { readonly revision: number; readonly timelines: readonly MailboxTimeline[] } | null = null;

	constructor(library: Library) {
		this.#library = library;
	}

	mailboxes(): readonly MailboxView[] {
		const { environment, receivingMailboxId } = this.#library.decisions;
		const tracked = new Map<string, number>();
		for (const id of receivingMailboxId) if (id !== null) tracked.set(id, (tracked.get(id) ?? 0) + 1);
		const users = new Map(environment.users.map(({ id, fullname }) => [id, fullname]));
		const queues = new Map(environment.queues.map(({ id, name }) => [id, name]));
		return this.#timelines().map(({ mailbox, rows, ...timeline }) => {
			const { id, ownerid, incomingemaildeliverymethod, enabledforincomingemail, testedandenabledonUtcMs } = mailbox;
			const user = ownerid === null ? undefined : users.get(ownerid);
			const queue = ownerid === null ? undefined : queues.get(ownerid);
			return {
				...timeline,
				id,
				ownerId: ownerid,
				ownerName: user ?? queue ?? null,
				ownerTable: user !== undefined ? 'systemuser' : queue !== undefined ? 'queue' : null,
				incomingemaildeliverymethod,
				enabledforincomingemail,
				testedandenabledonUtcMs,
				tracked: tracked.get(id) ?? 0,
				rows: rows.length
			};
		});
	}

	/** Null for a mailbox that is not described. */
	page({ mailboxId, first, count, around }: TimelineQuery): TimelinePage | null {
		const timeline = this.#timelines().find(({ mailbox }) => mailbox.id === mailboxId);
		if (!timeline) return null;
		const { rows } = timeline;
		const size = Math.max(1, Math.min(count, maxRows));
		const row = around === null ? -1 : this.#lastRowOf(rows, around);
		// Whole windows, so that going back and forth shows the same ones.
		const start = Math.floor(Math.max(0, row >= 0 ? row : first) / size) * size;
		return {
			revision: this.#library.revision,
			mailboxId,
			total: rows.length,
			first: start,
			rows: rows.slice(start, start + size).map((one) => this.#view(one))
		};
	}

	#timelines(): readonly MailboxTimeline[] {
		const { revision, decisions } = this.#library;
		if (this.#replayed?.revision !== revision) {
			const { scope, stored, environment } = decisions;
			const timelines = scope === null ? [] : mailboxTimelines(environment.mailboxes, stored.messages, scope);
			this.#replayed = { revision, timelines };
		}
		return this.#replayed.timelines;
	}

	/** The last word on the email: it may have been passed over before. */
	#lastRowOf(rows: readonly TimelineRow[], activityId: ActivityId): number {
		const position = this.#library.positionOf(activityId);
		return rows.findLastIndex((row) => row.kind === 'email' && row.position === position);
	}

	#view(row: TimelineRow): TimelineRowView {
		switch (row.kind) {
			case 'cycle':
			case 'quietCycles':
				return row;
			case 'move': {
				const { position, ...move } = row;
				return { ...move, email: emailMention(this.#library.decisions, position) };
			}
			case 'email': {
				const { position, holding, ...email } = row;
				const result = mailboxResult(this.#library.decisions, position, holding);
				return { ...email, email: emailMention(this.#library.decisions, position), result };
			}
		}
	}
}
