/** The cases, each with its own mail and environments. The case of this tab is the one in memory. */
import type { Store } from '../storage/store';
import type { CaseFailure, CaseResult, CaseSummary } from './api';
import type { CaseWriter } from './caseWriter';
import { checkedName } from './names';
import type { OpenCase } from './openCase';

export interface CasesHost {
	/** An import of this tab is under way: it belongs to the case that is open. */
	isImporting(): boolean;
	changed(): void;
}

export class Cases {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #host: CasesHost;

	constructor(store: Store, openCase: OpenCase, writer: CaseWriter, host: CasesHost) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#host = host;
	}

	async list(): Promise<readonly CaseSummary[]> {
		const cases = await this.#store.cases.list();
		return cases.map(({ id, ...rest }) => ({ ...rest, caseId: id, active: id === this.#case.stored.id }));
	}

	/** It is empty, and open from then on. */
	async create(text: string): Promise<CaseResult> {
		const checked = checkedName(text);
		if (!checked.ok) return checked;
		return this.#change(async () => {
			const made = await this.#store.cases.create(checked.name);
			if (made === 'name-taken') return made;
			await this.#open(made);
			return 'done';
		});
	}

	async switchTo(caseId: number): Promise<CaseResult> {
		return this.#change(async () => {
			if ((await this.#find(caseId)) === undefined) return 'case-gone';
			if (caseId !== this.#case.stored.id) await this.#open(caseId);
			return 'done';
		});
	}

	async rename(caseId: number, text: string): Promise<CaseResult> {
		const checked = checkedName(text);
		if (!checked.ok) return checked;
		return this.#write(async () => {
			const found = await this.#find(caseId);
			if (!found) return 'case-gone';
			if (found.readOnly) return 'read-only';
			const renamed = await this.#store.cases.rename(caseId, checked.name);
			await this.#case.follow();
			return renamed === 'renamed' ? 'done' : renamed;
		});
	}

	/** A copy with all mail and environments. The case that is open stays open. */
	async duplicate(caseId: number, text: string): Promise<CaseResult> {
		const checked = checkedName(text);
		if (!checked.ok) return checked;
		return this.#change(async () => {
			if ((await this.#find(caseId))?.readOnly) return 'read-only';
			try {
				const done = await this.#store.cases.duplicate(caseId, checked.name);
				return done === 'duplicated' ? 'done' : done;
			} catch (error) {
				// A full disk does not become fuller.
				await this.#store.dropOrphans().catch(() => undefined);
				throw error;
			}
		});
	}

	/** Cannot be undone. After the last own case there is a new, empty one. */
	async delete(caseId: number): Promise<CaseResult> {
		return this.#change(async () => {
			if ((await this.#find(caseId)) === undefined) return 'case-gone';
			await this.#store.cases.delete(caseId);
			if (caseId === this.#case.stored.id) await this.#case.load(this.#case.stored.besideCaseId);
			await this.#store.dropOrphans();
			return 'done';
		});
	}

	async #find(caseId: number) {
		return (await this.#store.cases.list()).find(({ id }) => id === caseId);
	}

	async #open(caseId: number): Promise<void> {
		await this.#writer.leaveReadOnly();
		await this.#case.load(caseId);
		// Only where new tabs begin hangs on it.
		await this.#store.cases.setLastUsed(caseId).catch(() => undefined);
	}

	/** Asked in its turn: an import may begin while it waits for it. */
	#change(work: () => Promise<'done' | CaseFailure>): Promise<CaseResult> {
		return this.#write(async () => (this.#host.isImporting() ? 'import-running' : work()));
	}

	async #write(work: () => Promise<'done' | CaseFailure>): Promise<CaseResult> {
		const done = await this.#writer.orStorageFull(() => this.#writer.write(work));
		this.#host.changed();
		return done === 'done' ? { ok: true } : { ok: false, code: done };
	}
}
