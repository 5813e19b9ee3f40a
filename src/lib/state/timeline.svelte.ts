import type { ActivityId } from '../domain/columns';
import type { MailboxView, TimelinePage } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { MailboxView, TimelineEmail, TimelinePage, TimelineRowView } from '../worker/api';

/** Rows of the timeline shown at once. */
const rowsAtOnce = 100;

/** The mailboxes of the environment, and the timeline of the one chosen, a window at a time. */
export class MailboxTimelines {
	/** Null before the first answer. */
	mailboxes = $state.raw<readonly MailboxView[] | null>(null);
	/** Null until read, and for a mailbox that is not described. */
	page = $state.raw<TimelinePage | null>(null);
	mailboxId = $state.raw<string | null>(null);
	/** The email that the address names. */
	activityId = $state.raw<ActivityId | null>(null);
	readonly mailbox = $derived(this.mailboxes?.find(({ id }) => id === this.mailboxId) ?? null);
	readonly rowsAtOnce = rowsAtOnce;
	#asked = 0;
	/** The mailbox that the address names. */
	#named: string | null = null;

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices
	) {}

	/** Reads the mailboxes again and shows the one chosen, else the first; the window of `activityId` where given. */
	async show(mailboxId: string | null, activityId: ActivityId | null): Promise<void> {
		const another = mailboxId !== this.#named || activityId !== this.activityId;
		this.#named = mailboxId;
		this.activityId = activityId;
		const first = another ? 0 : (this.page?.first ?? 0);
		await this.#ask(async () => {
			const engine = await this.connection.engine;
			this.mailboxes = await engine.mailboxes();
			const { mailboxes } = this;
			// What was never asked for by name is the mailbox with the most to tell.
			this.mailboxId = mailboxId ?? mailboxes.find(({ rows }) => rows > 0)?.id ?? mailboxes[0]?.id ?? null;
			return another ? { first, around: activityId } : { first, around: null };
		});
	}

	/** Nothing of the last case stays. */
	forget(): void {
		this.#asked++;
		this.mailboxes = null;
		this.page = null;
		this.mailboxId = null;
		this.activityId = null;
		this.#named = null;
	}

	async showFrom(first: number): Promise<void> {
		await this.#ask(() => Promise.resolve({ first, around: null }));
	}

	async #ask(what: () => Promise<{ readonly first: number; readonly around: ActivityId | null }>): Promise<void> {
		const asked = ++this.#asked;
		try {
			const window = await what();
			const engine = await this.connection.engine;
			const page =
				this.mailboxId === null
					? null
					: await engine.timeline({ mailboxId: this.mailboxId, count: rowsAtOnce, ...window });
			if (asked === this.#asked) this.page = page;
		} catch (error) {
			this.notices.failed(error);
		}
	}
}
