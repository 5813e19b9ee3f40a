import type { ActivityId } from '../domain/columns';
import type { Explanation } from '../engine/explanation';
import type { BodyResult, HeadersResult } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

/** The email whose decision is shown. */
export class SelectedEmail {
	id = $state.raw<ActivityId | null>(null);
	explanation = $state.raw<Explanation | null>(null);
	headers = $state.raw<HeadersResult | null>(null);
	/** Null until asked for. */
	body = $state.raw<BodyResult | 'loading' | null>(null);
	/** The address names an email that is not in the store. */
	missing = $state(false);

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices
	) {}

	/** Keeps showing the last email until the next one's decision is there. */
	async select(id: ActivityId | null): Promise<void> {
		if (id === this.id) return;
		this.id = id;
		this.missing = false;
		this.body = null;
		if (id === null) {
			this.explanation = null;
			this.headers = null;
			return;
		}
		await this.refresh();
	}

	/** Decides again, after the store has changed. */
	async refresh(): Promise<void> {
		const id = this.id;
		if (id === null) return;
		try {
			const engine = await this.connection.engine;
			const [explanation, headers] = await Promise.all([engine.explain(id), engine.headers(id)]);
			if (id !== this.id) return;
			this.explanation = explanation;
			this.headers = headers;
			this.missing = explanation === null;
		} catch (error) {
			this.notices.failed(error);
		}
	}

	async openBody(): Promise<void> {
		const id = this.id;
		if (id === null || this.body !== null) return;
		this.body = 'loading';
		try {
			const engine = await this.connection.engine;
			const body = await engine.openBody(id);
			if (id === this.id) this.body = body;
		} catch (error) {
			this.body = null;
			this.notices.failed(error);
		}
	}
}
