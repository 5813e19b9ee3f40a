import type { ActivityId } from '../domain/columns';
import type { EngineApi, RemovalResult } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

/** Takes emails or an import out of the case, and brings back what was taken out last. */
export class Removal {
	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices,
		/** Work that changes what is on the page: busy meanwhile, everything read again afterwards. */
		private readonly during: (work: () => Promise<void>) => Promise<void>
	) {}

	/** These resolve with whether it was done; why not is told. */
	removeEmails(activityIds: Iterable<ActivityId>): Promise<boolean> {
		const ids = [...activityIds];
		return this.#change((engine) => engine.removeEmails(ids), 'emails-removed');
	}

	removeImport(importId: number): Promise<boolean> {
		return this.#change((engine) => engine.removeImport(importId), 'import-removed');
	}

	undo(): Promise<boolean> {
		return this.#change((engine) => engine.undoRemoval(), 'removal-undone');
	}

	async #change(
		work: (engine: EngineApi) => Promise<RemovalResult>,
		code: 'emails-removed' | 'import-removed' | 'removal-undone'
	): Promise<boolean> {
		let done = false;
		await this.during(async () => {
			const result = await work(await this.connection.engine);
			done = result.ok;
			if (result.ok) this.notices.add({ code, emails: result.emails });
			else this.notices.add({ code: 'removal-refused', failure: result.code });
		});
		return done;
	}
}
