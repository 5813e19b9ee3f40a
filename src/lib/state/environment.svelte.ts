import type { FileIssue } from '../domain/fileIssue';
import type { EnvironmentFailure, EnvironmentFileContent, EnvironmentResult, EnvironmentView } from '../worker/api';
import type { Connection } from './connection.svelte';
import { pointerOfChange, withoutChange, type DraftChange } from './draftChanges';
import {
	countChanges,
	idsOf,
	isReferredTo,
	isWithin,
	moved,
	newId,
	pointerOf,
	rowsOf,
	same,
	withListsOf,
	withRows,
	withValue,
	type ListName,
	type Path,
	type Row
} from './environmentDraft';

export type { EnvironmentFailure, EnvironmentFileContent, EnvironmentView, SettingView } from '../worker/api';

/** What a new row is called after: its id starts with `prefix`. */
export interface Naming {
	readonly prefix: string;
	readonly name: string;
}
type NamingOf = (row: Row, file: EnvironmentFileContent) => Naming;

/** The active environment, and the draft in which changes are collected until they are applied together. */
export class ActiveEnvironment {
	view = $state.raw<EnvironmentView | null>(null);
	/** The active file; null until it is read. */
	file = $state.raw<EnvironmentFileContent | null>(null);
	draft = $state.raw<EnvironmentFileContent | null>(null);
	/** Why the draft could not be applied; a field's issues leave when it is changed. */
	issues = $state.raw<readonly FileIssue[]>([]);
	/** The changes were made in another environment than the one that is active by now. */
	replacedMeanwhile = $state(false);
	/** The row whose form is open. */
	openRow = $state.raw<{ readonly list: ListName; readonly index: number } | null>(null);
	/** What each field of a row does is shown in its form. */
	fieldsExplained = $state(false);
	/** The file that the draft was made from. */
	#draftedFrom: EnvironmentFileContent | null = null;
	readonly changes = $derived(this.file && this.draft ? countChanges(this.file, this.draft) : 0);

	constructor(private readonly connection: Connection) {}

	async refresh(): Promise<void> {
		const engine = await this.connection.engine;
		const [view, file] = await Promise.all([engine.environment(), engine.environmentFile()]);
		const changes = this.changes;
		this.view = view;
		if (same(file, this.file)) return;
		this.file = file;
		if (changes > 0) this.#keepDraft(file);
		else this.discard();
	}

	/** What was done to emails by hand meanwhile is taken into the draft; another environment is not. */
	#keepDraft(file: EnvironmentFileContent): void {
		const draft = this.#draftedFrom && this.draft && withListsOf(file, this.#draftedFrom, this.draft);
		this.replacedMeanwhile = draft === null;
		if (draft === null) return;
		const open = this.openRow?.list;
		if (open && this.draft && draft[open] !== this.draft[open]) this.#rowsMoved(open);
		this.draft = draft;
		this.#draftedFrom = file;
	}

	discard(): void {
		this.draft = this.#draftedFrom = this.file;
		this.issues = [];
		this.openRow = null;
		this.replacedMeanwhile = false;
	}

	/** The draft belonged to another case. */
	forget(): void {
		this.file = null;
		this.discard();
	}

	/** Name of the one that the page shows as active; null: the fresh install. */
	get #shown(): string | null {
		return this.view?.names[this.view.active ?? -1] ?? null;
	}

	/** This and the following resolve with why it was refused, or null. */
	async switchTo(name: string | null): Promise<EnvironmentFailure | null> {
		const engine = await this.connection.engine;
		return failureOf(await engine.switchEnvironment(name));
	}

	async duplicate(name: string): Promise<EnvironmentFailure | null> {
		const shown = this.#shown;
		const engine = await this.connection.engine;
		return failureOf(await engine.duplicateEnvironment(shown, name));
	}

	async delete(): Promise<EnvironmentFailure | null> {
		const shown = this.#shown;
		if (shown === null) return null;
		const engine = await this.connection.engine;
		return failureOf(await engine.deleteEnvironment(shown));
	}

	/** Differs from the active environment. */
	isOther(file: EnvironmentFileContent): boolean {
		return this.file !== null && countChanges(this.file, file) > 0;
	}

	/** Another draft takes the place of the one that is there. */
	takeDraft(draft: EnvironmentFileContent): void {
		this.discard();
		this.draft = draft;
	}

	takeBack(change: DraftChange): void {
		if (!this.file || !this.draft) return;
		this.draft = withoutChange(this.file, this.draft, change);
		if ('list' in change) this.#rowsMoved(change.list);
		else this.#forget(pointerOfChange(change));
	}

	async undo(): Promise<EnvironmentFailure | null> {
		const engine = await this.connection.engine;
		return failureOf(await engine.undoEnvironment());
	}

	/** Makes the draft the active environment, or says in `issues` what is wrong with it; then nothing has changed. */
	async save(): Promise<EnvironmentFailure | null> {
		const sent = this.draft;
		const shown = this.#shown;
		if (!sent) return null;
		const engine = await this.connection.engine;
		const saved = await engine.saveEnvironment(shown, sent);
		this.issues = saved.ok ? [] : saved.issues;
		if (!saved.ok) return 'code' in saved ? saved.code : null;
		// What was edited meanwhile is not applied yet.
		this.file = this.#draftedFrom = sent;
		this.replacedMeanwhile = false;
		return null;
	}

	change(path: Path, value: unknown): void {
		if (!this.draft) return;
		this.draft = withValue(this.draft, path, value);
		this.#forget(pointerOf(path));
	}

	/** As `change`; a row that is new and nobody refers to is named anew. */
	changeRow(list: ListName, index: number, path: Path, value: unknown, naming: NamingOf | null): void {
		this.change([list, index, ...path], value);
		if (!this.draft || !this.file) return;
		const row = rowsOf(this.draft, list)[index];
		if (!row || naming === null || isReferredTo(this.draft, row.id)) return;
		if (rowsOf(this.file, list).some(({ id }) => id === row.id)) return;
		const taken = idsOf(withRows(this.draft, list, rowsOf(this.draft, list).toSpliced(index, 1)));
		const { prefix, name } = naming(row, this.draft);
		this.draft = withValue(this.draft, [list, index, 'id'], newId(prefix, name, taken));
	}

	/** Adds rows at the end and opens the last of them. */
	addRows(list: ListName, rows: readonly Row[], naming: NamingOf | null): void {
		for (const row of rows) {
			if (!this.draft) return;
			const { prefix, name } = naming?.(row, this.draft) ?? { prefix: '', name: '' };
			const added = naming === null ? row : { id: newId(prefix, name, idsOf(this.draft)), ...row };
			this.draft = withRows(this.draft, list, [...rowsOf(this.draft, list), added]);
		}
		if (this.draft) this.openRow = { list, index: rowsOf(this.draft, list).length - 1 };
	}

	removeRow(list: ListName, index: number): void {
		if (!this.draft) return;
		this.draft = withRows(this.draft, list, rowsOf(this.draft, list).toSpliced(index, 1));
		this.#rowsMoved(list);
	}

	moveRow(list: ListName, index: number, by: -1 | 1): void {
		if (!this.draft) return;
		this.draft = withRows(this.draft, list, moved(rowsOf(this.draft, list), index, by));
		this.#rowsMoved(list);
	}

	issuesWithin(pointer: string): readonly FileIssue[] {
		return this.issues.filter(({ path }) => isWithin(path, pointer));
	}

	/** Indexes mean other rows now. */
	#rowsMoved(list: ListName): void {
		if (this.openRow?.list === list) this.openRow = null;
		this.#forget(pointerOf([list]));
	}

	#forget(pointer: string): void {
		this.issues = this.issues.filter(({ path }) => !isWithin(path, pointer) && !isWithin(pointer, path));
	}
}

function failureOf(result: EnvironmentResult): EnvironmentFailure | null {
	return result.ok ? null : result.code;
}
