import type { CaseFailure, CaseResult, CaseSummary, EngineApi } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { CaseFailure, CaseSummary } from '../worker/api';

/** What must be settled before this tab can go to another case. */
export type CaseBlock = 'import-running' | 'unapplied-changes';

/** The cases of this browser; one of them is open in this tab. */
export class Cases {
	/** Null before the first answer. */
	list = $state.raw<readonly CaseSummary[] | null>(null);

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices,
		/** Work that changes what is on the page: busy meanwhile, everything read again afterwards. */
		private readonly during: (work: () => Promise<void>) => Promise<void>,
		private readonly blocks: () => CaseBlock | null
	) {}

	/** Null: this tab can go to another case. */
	get block(): CaseBlock | null {
		return this.blocks();
	}

	async refresh(): Promise<void> {
		const engine = await this.connection.engine;
		this.list = await engine.cases();
	}

	/** These resolve with why it was refused, or null. */
	create(name: string): Promise<CaseFailure | null> {
		return this.#change((engine) => engine.createCase(name), { code: 'case-opened', name: name.trim() });
	}

	open({ caseId, name }: CaseSummary): Promise<CaseFailure | null> {
		return this.#change((engine) => engine.switchCase(caseId), { code: 'case-opened', name });
	}

	rename({ caseId }: CaseSummary, name: string): Promise<CaseFailure | null> {
		return this.#change((engine) => engine.renameCase(caseId, name), null);
	}

	duplicate({ caseId }: CaseSummary, name: string): Promise<CaseFailure | null> {
		return this.#change((engine) => engine.duplicateCase(caseId, name), { code: 'case-duplicated', name: name.trim() });
	}

	async delete({ caseId, name }: CaseSummary): Promise<void> {
		const failure = await this.#change((engine) => engine.deleteCase(caseId), { code: 'case-deleted', name });
		if (failure !== null) this.notices.add({ code: 'case-refused', failure });
	}

	async #change(
		work: (engine: EngineApi) => Promise<CaseResult>,
		success: Parameters<Notices['add']>[0] | null
	): Promise<CaseFailure | null> {
		let failure: CaseFailure | null = null;
		await this.during(async () => {
			const result = await work(await this.connection.engine);
			if (!result.ok) failure = result.code;
			else if (success !== null) this.notices.add(success);
		});
		return failure;
	}
}
