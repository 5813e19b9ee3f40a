/** The named environments of the case: opened, edited, switched, duplicated, deleted; each change can be undone. */
import { decodeEnvironmentFile, type EnvironmentFile } from '../snapshot/environmentFile';
import { added, edited, isNameTaken, opened, switchedTo, withoutActive } from '../storage/environmentStates';
import type { EnvironmentState } from '../storage/rows';
import type { Store } from '../storage/store';
import type {
	EnvironmentFailure,
	EnvironmentFileContent,
	EnvironmentResult,
	Notice,
	SaveEnvironmentResult
} from './api';
import { checkedName, freeName } from './names';
import type { OpenCase } from './openCase';

export interface CaseEnvironmentsHost {
	/** In step with other tabs, under the writer's lock. */
	write<T>(work: () => Promise<T>): Promise<T | 'storage-full'>;
	/** The case in memory has changed. */
	changed(): void;
	notice(notice: Notice): void;
}

export class CaseEnvironments {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #host: CaseEnvironmentsHost;

	constructor(store: Store, openCase: OpenCase, host: CaseEnvironmentsHost) {
		this.#store = store;
		this.#case = openCase;
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

	async save(content: EnvironmentFileContent): Promise<SaveEnvironmentResult> {
		const decoded = decodeEnvironmentFile(content);
		if (!decoded.ok) return decoded;
		const saved = await this.#here(() => this.edit(decoded.file));
		if (saved === 'name-taken') return { ok: false, issues: [{ path: '/name', code: 'name-taken' }] };
		if (saved !== 'edited') return { ok: false, issues: [], code: saved };
		this.#activated();
		return { ok: true };
	}

	/** @param name null: the fresh install */
	async switchTo(name: string | null): Promise<EnvironmentResult> {
		const done = await this.#writeHere(async () => {
			if (switchedTo(this.#state, name) === null) return 'environment-gone';
			await this.#change(null, (state) => switchedTo(state, name));
			return 'done';
		});
		if (done.ok) this.#activated();
		return done;
	}

	/** A copy of the active environment under another name, which becomes active. */
	async duplicate(text: string): Promise<EnvironmentResult> {
		const checked = checkedName(text);
		if (!checked.ok) return checked;
		const { name } = checked;
		const done = await this.#writeHere(async () => {
			if (this.#state.environments.some((one) => one.name === name)) return 'name-taken';
			const file = { ...this.#case.active.file, name };
			await this.#change(file, (state, environmentId) => added(state, { name, environmentId }));
			return 'done';
		});
		if (done.ok) this.#activated();
		return done;
	}

	/** The active one; another of the case becomes active. */
	async delete(): Promise<EnvironmentResult> {
		const { name } = this.#case.active.environment;
		const done = await this.#writeHere(async () => {
			if (this.#state.active === null) return 'environment-gone';
			await this.#change(null, withoutActive);
			return 'done';
		});
		if (!done.ok) return done;
		this.#host.changed();
		this.#host.notice({ code: 'environment-deleted', name, now: this.#case.active.environment.name });
		return done;
	}

	async undo(): Promise<void> {
		await this.#writeHere(async () => {
			await this.#store.cases.undoEnvironments(this.#case.stored.id);
			await this.#case.reconsider();
			return 'done';
		});
		this.#host.changed();
	}

	async #change(
		file: EnvironmentFile | null,
		next: Parameters<Store['cases']['changeEnvironments']>[2]
	): Promise<void> {
		const json = file === null ? null : JSON.stringify(file);
		await this.#store.cases.changeEnvironments(this.#case.stored.id, json, next);
		await this.#case.reconsider();
	}

	async #writeHere(work: () => Promise<'done' | EnvironmentFailure>): Promise<EnvironmentResult> {
		const done = await this.#here(work);
		return done === 'done' ? { ok: true } : { ok: false, code: done };
	}

	/** Not in a snapshot, and not in another case than the one seen when it was asked for. */
	#here<T>(work: () => Promise<T>): Promise<T | 'read-only' | 'case-gone' | 'storage-full'> {
		const { id } = this.#case.stored;
		return this.#host.write(async () => {
			if (this.#case.stored.readOnly) return 'read-only';
			return this.#case.stored.id === id ? work() : 'case-gone';
		});
	}

	#activated(): void {
		this.#host.changed();
		this.#host.notice({ code: 'environment-activated', name: this.#case.active.environment.name });
	}
}

export function nameOf({ name }: EnvironmentFile): string {
	return typeof name === 'string' ? name : '';
}
