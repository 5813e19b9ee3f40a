import type { DiagnosisCount } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { Looks } from './looks';
import type { Notices } from './notices.svelte';

export type { DiagnosisCount } from '../worker/api';

/** How many emails show each diagnosis. Counted when asked for: it takes a look at every email. */
export class Diagnoses {
	/** Null before the first count. */
	counts = $state.raw<readonly DiagnosisCount[] | null>(null);
	readonly #looks: Looks;

	constructor(
		private readonly connection: Connection,
		busy: Busy,
		notices: Notices
	) {
		this.#looks = new Looks(busy, notices);
	}

	/** Nothing of the last case stays. */
	forget(): void {
		this.counts = null;
	}

	/** Counts again; a call made during a count has one more follow it. */
	async refresh(): Promise<void> {
		await this.#looks.run(async () => {
			const engine = await this.connection.engine;
			this.counts = await engine.diagnoses();
		});
	}
}
