import type { ActivityId } from '../domain/columns';
import type { ManualChange } from '../domain/markChange';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { ManualChange } from '../domain/markChange';

/** Marks emails by hand and says what became of it. */
export class Marking {
	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices,
		/** Work that changes what is on the page: busy meanwhile, everything read again afterwards. */
		private readonly during: (work: () => Promise<void>) => Promise<void>
	) {}

	async apply(activityIds: Iterable<ActivityId>, change: ManualChange): Promise<void> {
		const ids = [...activityIds];
		await this.during(async () => {
			const engine = await this.connection.engine;
			const result = await engine.markEmails(ids, change);
			// A full disk has its own notice.
			if (!result.ok) {
				if (result.code === 'read-only') this.notices.add({ code: 'marking-read-only' });
				if (result.code === 'case-gone') this.notices.add({ code: 'case-refused', failure: 'case-gone' });
				return;
			}
			const { changed, refused } = result;
			if (changed > 0) this.notices.add({ code: 'emails-marked', change, emails: changed, refused });
			else this.notices.add({ code: 'marks-unchanged', change, emails: ids.length, refused });
		});
	}
}
