import type { FilteringMethod } from '../domain/environment';
import type { SuggestionsFound } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { SuggestedAddress, SuggestionsFound } from '../worker/api';

/** A filtering method that is left out counts as 1, as the file format says. */
const defaultMethod = 1;

/** What the mail suggests to describe, and which of it is chosen. */
export class Suggestions {
	/** Null until asked for. */
	found = $state.raw<SuggestionsFound | null>(null);
	open = $state(false);
	/** `incomingemailfilteringmethod` of the users and queues to be added. */
	methods = $state<{ users: FilteringMethod; queues: FilteringMethod }>({
		users: defaultMethod,
		queues: defaultMethod
	});
	/** What was ticked otherwise than proposed, by key. */
	#ticked = $state.raw<Readonly<Record<string, boolean>>>({});
	#ownDomains: readonly string[] | null = null;
	#asked = 0;

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices
	) {}

	async refresh(): Promise<void> {
		const asked = ++this.#asked;
		await this.busy.during(async () => {
			try {
				const found = await (await this.connection.engine).suggestions(this.#ownDomains);
				if (asked === this.#asked) this.found = found;
			} catch (error) {
				this.notices.failed(error);
			}
		});
	}

	async setOwnDomain(domain: string, isOwn: boolean): Promise<void> {
		const others = (this.#ownDomains ?? this.found?.ownDomains ?? []).filter((one) => one !== domain);
		this.#ownDomains = isOwn ? [...others, domain] : others;
		await this.refresh();
	}

	/** `key` names the suggestion among all, e.g. `users luisa@contoso.com`. */
	isTicked(key: string, preselected: boolean): boolean {
		return this.#ticked[key] ?? preselected;
	}

	tick(keys: readonly string[], ticked: boolean): void {
		this.#ticked = { ...this.#ticked, ...Object.fromEntries(keys.map((key) => [key, ticked])) };
	}

	/** Starts over, e.g. after the chosen ones were added. */
	close(): void {
		this.open = false;
		this.found = null;
		this.#ticked = {};
		this.#ownDomains = null;
	}
}
