import type { DiagnosisCount } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { DiagnosisCount } from '../worker/api';

/** How many emails show each diagnosis. Counted when asked for: it takes a look at every email. */
export class Diagnoses {
	/** Null before the first count. */
	counts = $state.raw<readonly DiagnosisCount[] | null>(null);
	#counting = false;
	#again = false;

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices
	) {}

	/** Nothing of the last case stays. */
	forget(): void {
		this.counts = null;
	}

	/** Counts again; a call made during a count has one more follow it. */
	async refresh(): Promise<void> {
		this.#again = true;
		if (this.#counting) return;
		this.#counting = true;
		await this.busy.during(async () => {
			try {
				const engine = await this.connection.engine;
				while (this.#again) {
					this.#again = false;
					this.counts = await engine.diagnoses();
				}
			} catch (error) {
				this.notices.failed(error);
			} finally {
				this.#counting = false;
			}
		});
	}
}
