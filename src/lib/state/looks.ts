import type { Busy } from './busy';
import type { Notices } from './notices.svelte';

/** One look at a time; a call made meanwhile has one more follow, so that what is shown last is of the last store. */
export class Looks {
	#looking = false;
	#again = false;

	constructor(
		private readonly busy: Busy,
		private readonly notices: Notices
	) {}

	async run(look: () => Promise<void>): Promise<void> {
		this.#again = true;
		if (this.#looking) return;
		this.#looking = true;
		await this.busy.during(async () => {
			try {
				while (this.#again) {
					this.#again = false;
					await look();
				}
			} catch (error) {
				this.notices.failed(error);
			} finally {
				this.#looking = false;
			}
		});
	}
}
