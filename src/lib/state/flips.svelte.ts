import type { ActivityId } from '../domain/columns';
import type { FlipsProgress } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { FlipsProgress } from '../worker/api';

/** What would change the outcome of the email that is shown: looked for when asked, since it takes its time. */
export class Flips {
	/** Null before it is asked for. */
	progress = $state.raw<FlipsProgress | null>(null);
	/** The case has changed since; what was found may not hold any more. */
	outdated = $state(false);
	searching = $state(false);
	#of: ActivityId | null = null;
	/** Searches so far: an earlier one for the same email may still report that it was given up. */
	#asked = 0;

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices
	) {}

	async find(activityId: ActivityId): Promise<void> {
		const asked = ++this.#asked;
		this.#of = activityId;
		this.progress = null;
		this.outdated = false;
		this.searching = true;
		try {
			await (await this.connection.engine).findFlips(activityId);
		} catch (error) {
			this.notices.failed(error);
		} finally {
			if (this.#asked === asked) this.searching = false;
		}
	}

	/** What was found until then stays. */
	async cancel(): Promise<void> {
		if (!this.searching) return;
		await (await this.connection.engine).cancelFlips();
	}

	/** Another email is shown. */
	forget(): void {
		void this.cancel();
		this.#asked++;
		this.#of = null;
		this.progress = null;
		this.outdated = false;
		this.searching = false;
	}

	hear(progress: FlipsProgress): void {
		if (progress.activityId === this.#of) this.progress = progress;
	}

	storeChanged(revision: number): void {
		if (this.progress !== null && this.progress.revision !== revision) this.outdated = true;
	}
}
