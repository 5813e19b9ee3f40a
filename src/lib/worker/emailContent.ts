/** What lies behind the facts of one email: its header block, and its body read out of the raw bytes. */
import type { ActivityId } from '../domain/columns';
import { bodyTimeoutMs } from '../domain/limits';
import { headerFieldViews } from '../mail/headerBlock';
import type { Store } from '../storage/store';
import type { BodyResult, HeadersResult } from './api';
import { BoundedRunner } from './bounded';
import type { OpenCase } from './openCase';

export class EmailContent {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #bodies = new BoundedRunner();

	constructor(store: Store, openCase: OpenCase) {
		this.#store = store;
		this.#case = openCase;
	}

	async headers(activityId: ActivityId): Promise<HeadersResult> {
		const position = this.#case.library.positionOf(activityId);
		if (position === null) return { ok: false, code: 'unknown-email' };
		const { packId, place } = this.#case.library.messageAt(position);
		const headerBlock = (await this.#store.headerBlocks(packId))[place] ?? null;
		return headerBlock === null
			? { ok: false, code: 'no-header-block' }
			: { ok: true, fields: headerFieldViews(headerBlock) };
	}

	async openBody(activityId: ActivityId): Promise<BodyResult> {
		const position = this.#case.library.positionOf(activityId);
		if (position === null) return { ok: false, code: 'unknown-email' };
		const { packId, place } = this.#case.library.messageAt(position);
		const raw = await this.#store.rawBytes(packId, place);
		if (raw === null) return { ok: false, code: 'no-raw-bytes' };
		// Who opens the next body does not wait for the last one any more.
		this.#bodies.giveUp();
		const body = await this.#bodies.run<BodyResult>((remote) => remote.readBody(raw), bodyTimeoutMs);
		if (body === 'failed') return { ok: false, code: 'unreadable' };
		return body === 'timed-out' ? { ok: false, code: 'timed-out', limit: bodyTimeoutMs } : body;
	}
}
