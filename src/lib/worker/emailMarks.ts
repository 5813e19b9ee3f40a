/** What is done to emails by hand, as one new version of the active environment: one step of Undo for all of them. */
import type { ActivityId } from '../domain/columns';
import type { ManualChange } from '../domain/markChange';
import { Holdings } from '../engine/scope/holdings';
import type { EnvironmentFile } from '../snapshot/environmentFile';
import type { MarkEmailsResult } from './api';
import type { CaseWriter } from './caseWriter';
import { markEmails } from './marking';
import type { OpenCase } from './openCase';
import { trackByPlace, type PlacesChanged } from './trackingPlaces';

export interface EmailMarksHost {
	/** Makes the file the active environment and decides everything again. */
	save(file: EnvironmentFile): Promise<void>;
	/** The case in memory has changed. */
	changed(): void;
}

export class EmailMarks {
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #host: EmailMarksHost;

	constructor(openCase: OpenCase, writer: CaseWriter, host: EmailMarksHost) {
		this.#case = openCase;
		this.#writer = writer;
		this.#host = host;
	}

	/** Emails that are not there any more are left out. */
	async change(activityIds: readonly ActivityId[], change: ManualChange): Promise<MarkEmailsResult> {
		const done = await this.#writer.writeHere(async () => {
			// Read here: other tabs may have changed it until this one's turn.
			const { file, changed, refused } = this.#changed(activityIds, change);
			if (changed > 0) await this.#host.save(file);
			return { ok: true, changed, refused } as const;
		});
		if (typeof done === 'string') return { ok: false, code: done };
		if (done.changed > 0) this.#host.changed();
		return done;
	}

	#changed(activityIds: readonly ActivityId[], change: ManualChange): PlacesChanged {
		const { library, active } = this.#case;
		const { stored } = library.decisions;
		const messages = [...new Set(activityIds)].flatMap((activityId) => {
			const position = library.positionOf(activityId);
			return position === null ? [] : stored.message(position);
		});
		if (change.kind !== 'category' && change.kind !== 'folder') {
			const marking = markEmails(active.file, messages, change, (messageId) =>
				stored.seenByMessageId.all(messageId).map((position) => stored.message(position).sha256)
			);
			return { ...marking, refused: [] };
		}
		const holdings = new Holdings(active.environment);
		const placed = messages.map((message) => {
			const paths = library.paths(message.sha256);
			return { paths, holdings: holdings.of(message, paths).holdings, receivedAtUtcMs: message.receivedAtUtcMs };
		});
		return trackByPlace(active.file, active.environment, placed, change);
	}
}
