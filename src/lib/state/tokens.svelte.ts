import type { SubjectReading, TokensInCase } from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import { Looks } from './looks';
import type { Notices } from './notices.svelte';

export type { SubjectReading, TokenInCase, TokensInCase } from '../worker/api';

/** Tracking tokens of the case, and what a subject that was typed in says. Looked for when asked for. */
export class Tokens {
	/** Null before the first look. */
	inCase = $state.raw<TokensInCase | null>(null);
	/** A subject or a token to be read. */
	sought = $state('');
	/** Of `readText`; null while nothing is sought. */
	reading = $state.raw<SubjectReading | null>(null);
	/** The text that `reading` is of: answers come later than the next key. */
	readText = $state('');
	readonly #looks: Looks;

	constructor(
		private readonly connection: Connection,
		busy: Busy,
		private readonly notices: Notices
	) {
		this.#looks = new Looks(busy, notices);
	}

	/** Looks again; a call made meanwhile has one more look follow. */
	async refresh(): Promise<void> {
		await this.#looks.run(async () => {
			const engine = await this.connection.engine;
			this.inCase = await engine.tokens();
			await this.#read();
		});
	}

	/** Nothing of the last case stays. */
	forget(): void {
		this.inCase = null;
		this.reading = null;
	}

	async seek(text: string): Promise<void> {
		this.sought = text;
		try {
			await this.#read();
		} catch (error) {
			this.notices.failed(error);
		}
	}

	async #read(): Promise<void> {
		const text = this.sought;
		const reading = text.trim() === '' ? null : await (await this.connection.engine).readSubject(text);
		// Something else was typed meanwhile.
		if (text !== this.sought) return;
		this.reading = reading;
		this.readText = text;
	}
}
