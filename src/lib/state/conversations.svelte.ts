import type { ActivityId } from '../domain/columns';
import type { ThreadAnswer, ThreadChoice, ThreadPage, ThreadSort } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { ThreadAnswer, ThreadChoice, ThreadPage, ThreadSort, ThreadSummary } from '../worker/api';

/** Threads listed at once. */
const threadsAtOnce = 50;

/** The threads of the case, a window at a time, and the one that is shown. */
export class Conversations {
	text = $state('');
	choice = $state<ThreadChoice>('several');
	sort = $state<ThreadSort>('latest');
	drawing = $state<'tree' | 'timeline'>('tree');
	/** Null before the first answer. */
	page = $state.raw<ThreadPage | null>(null);
	/** Null while none is chosen or the first is on its way. */
	thread = $state.raw<ThreadAnswer | null>(null);
	/** The email that the address names. */
	activityId = $state.raw<ActivityId | null>(null);
	/** It is not in the case. */
	missing = $state(false);
	readonly threadsAtOnce = threadsAtOnce;
	#listAsked = 0;
	#threadAsked = 0;

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices
	) {}

	/** Reads list and thread again, after a change of the case or another choice. */
	async show(activityId: ActivityId | null): Promise<void> {
		const another = activityId !== this.activityId;
		this.activityId = activityId;
		const first = another ? null : (this.thread?.first ?? null);
		const done = this.busy.holdReading();
		// The window of the list is chosen once: later it stays where the reader is.
		const around = this.page === null ? activityId : null;
		await Promise.all([this.#list(this.page?.first ?? 0, around), this.#open(first)]);
		done();
	}

	/** Another case is shown. */
	forget(): void {
		this.text = '';
		this.page = null;
		this.thread = null;
	}

	/** From the top, under another choice, order or search. */
	async narrow(change: Partial<Pick<Conversations, 'text' | 'choice' | 'sort'>>): Promise<void> {
		Object.assign(this, change);
		await this.#list(0, null);
	}

	async listFrom(first: number): Promise<void> {
		await this.#list(first, null);
	}

	async showFrom(first: number): Promise<void> {
		await this.#open(first);
	}

	async #list(first: number, around: ActivityId | null): Promise<void> {
		const asked = ++this.#listAsked;
		const { text, choice, sort } = this;
		try {
			const engine = await this.connection.engine;
			const page = await engine.threads({ text, choice, sort, first, count: threadsAtOnce, around });
			if (asked === this.#listAsked) this.page = page;
		} catch (error) {
			this.notices.failed(error);
		}
	}

	/** @param first null: the window that holds the email */
	async #open(first: number | null): Promise<void> {
		const asked = ++this.#threadAsked;
		const { activityId } = this;
		try {
			const engine = await this.connection.engine;
			const thread = activityId === null ? null : await engine.thread(activityId, first);
			if (asked !== this.#threadAsked) return;
			this.thread = thread;
			this.missing = activityId !== null && thread === null;
		} catch (error) {
			this.notices.failed(error);
		}
	}
}
