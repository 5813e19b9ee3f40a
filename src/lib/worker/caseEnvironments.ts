/** The named environments of the case: opened, edited, switched, duplicated, deleted; each change can be undone. */
import type { DecisionChanges } from '../engine/decisionChanges';
import { decodeEnvironmentFile, type EnvironmentFile } from '../snapshot/environmentFile';
import { activeOf, added, edited, isNameTaken, opened, switchedTo, withoutActive } from '../storage/environmentStates';
import type { EnvironmentState } from '../storage/rows';
import type { Store } from '../storage/store';
import type {
	EnvironmentFailure,
	EnvironmentFileContent,
	EnvironmentResult,
	Notice,
	SaveEnvironmentResult
} from './api';
import type { CaseWriter } from './caseWriter';
import { changesOfKeyedSubjects } from './keyedMail';
import { checkedName, freeName } from './names';
import type { OpenCase } from './openCase';

export interface CaseEnvironmentsHost {
	/** The case in memory has changed. */
	changed(): void;
	notice(notice: Notice): void;
}

export class CaseEnvironments {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #writer: CaseWriter;
	readonly #host: CaseEnvironmentsHost;
	/** What the last change has changed of the emails. */
	#changes: DecisionChanges | null = null;

	constructor(store: Store, openCase: OpenCase, writer: CaseWriter, host: CaseEnvironmentsHost) {
		this.#store = store;
		this.#case = openCase;
		this.#writer = writer;
		this.#host = host;
	}

	get #state(): EnvironmentState {
		return this.#case.stored.environments;
	}

	/** A file was opened. Needs the writer's lock. */
	async open(file: EnvironmentFile): Promise<void> {
		await this.#change(file, (state, environmentId) => opened(state, { name: nameOf(file), environmentId }));
	}

	/** The active environment has been changed; the fresh install becomes one with a name. Needs the writer's lock. */
	async edit(file: EnvironmentFile): Promise<'edited' | 'name-taken'> {
		let name = nameOf(file);
		if (this.#state.active === null) name = freeName(name, (one) => isNameTaken(this.#state, one));
		else if (isNameTaken(this.#state, name)) return 'name-taken';
		const named = name === nameOf(file) ? file : { ...file, name };
		await this.#change(named, (state, environmentId) => edited(state, { name, environmentId }));
		return 'edited';
	}

	/** @param shown what the page shows as active; null: the fresh install. So below. */
	async save(shown: string | null, content: EnvironmentFileContent): Promise<SaveEnvironmentResult> {
		const decoded = decodeEnvironmentFile(content);
		if (!decoded.ok) return decoded;
		const { decisions } = this.#case.library;
		const { environment } = this.#case.active;
		const refused = changesOfKeyedSubjects(decisions.stored.messages, environment, decoded.environment);
		if (refused.length > 0) return { ok: false, issues: refused };
		const saved = await this.#writer.writeHere(async () =>
			this.#isActive(shown) ? this.edit(decoded.file) : 'environment-gone'
		);
		if (saved === 'name-taken') return { ok: false, issues: [{ path: '/name', code: 'name-taken' }] };
		if (saved !== 'edited') return { ok: false, issues: [], code: saved };
		this.activated();
		return { ok: true };
	}

	/** @param name null: the fresh install */
	async switchTo(name: string | null): Promise<EnvironmentResult> {
		const done = await this.#writeHere(async () => {
			if (switchedTo(this.#state, name) === null) return 'environment-gone';
			await this.#change(null, (state) => switchedTo(state, name));
			return 'done';
		});
		if (done.ok) this.activated();
		return done;
	}

	/** A copy of the active environment under another name, which becomes active. */
	async duplicate(shown: string | null, text: string): Promise<EnvironmentResult> {
		const checked = checkedName(text);
		if (!checked.ok) return checked;
		const { name } = checked;
		const done = await this.#writeHere(async () => {
			if (!this.#isActive(shown)) return 'environment-gone';
			if (this.#state.environments.some((one) => one.name === name)) return 'name-taken';
			const file = { ...this.#case.active.file, name };
			await this.#change(file, (state, environmentId) => added(state, { name, environmentId }));
			return 'done';
		});
		if (done.ok) this.activated();
		return done;
	}

	/** The active one; another of the case becomes active. */
	async delete(shown: string): Promise<EnvironmentResult> {
		const done = await this.#writeHere(async () => {
			if (!this.#isActive(shown)) return 'environment-gone';
			await this.#change(null, withoutActive);
			return 'done';
		});
		if (!done.ok) return done;
		this.#host.changed();
		this.#host.notice({ code: 'environment-deleted', name: shown, now: this.#case.active.environment.name });
		return done;
	}

	async undo(): Promise<EnvironmentResult> {
		const done = await this.#writeHere(async () => {
			if (!(await this.#store.cases.undoEnvironments(this.#case.stored.id))) return 'nothing-to-undo';
			this.#changes = await this.#case.reconsider();
			return 'done';
		});
		this.#host.changed();
		if (done.ok) this.#tell('environment-undone');
		return done;
	}

	#isActive(name: string | null): boolean {
		return (activeOf(this.#state)?.name ?? null) === name;
	}

	async #change(
		file: EnvironmentFile | null,
		next: Parameters<Store['cases']['changeEnvironments']>[2]
	): Promise<void> {
		const json = file === null ? null : JSON.stringify(file);
		await this.#store.cases.changeEnvironments(this.#case.stored.id, json, next);
		this.#changes = await this.#case.reconsider();
	}

	async #writeHere(work: () => Promise<'done' | EnvironmentFailure>): Promise<EnvironmentResult> {
		const done = await this.#writer.writeHere(work);
		return done === 'done' ? { ok: true } : { ok: false, code: done };
	}

	/** Tells which environment is active now, and what that has changed. */
	activated(): void {
		this.#host.changed();
		this.#tell('environment-activated');
	}

	#tell(code: 'environment-activated' | 'environment-undone'): void {
		this.#host.notice({ code, name: this.#case.active.environment.name, changes: this.#changes });
	}
}

export function nameOf({ name }: EnvironmentFile): string {
	return typeof name === 'string' ? name : '';
}
