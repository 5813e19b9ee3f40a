import type { ActivityId } from '../domain/columns';
import type { FileIssue } from '../domain/fileIssue';
import type { Explanation } from '../engine/explanation';
import type {
	EngineApi,
	EnvironmentFileContent,
	WhatIfColumn,
	WhatIfGroup,
	WhatIfPage,
	WhatIfSummary
} from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { WhatIfColumn, WhatIfGroup, WhatIfPage, WhatIfRow, WhatIfSide, WhatIfSummary } from '../worker/api';

/** Whoever types on gets one answer, to what was typed last. */
const debounceMs = 300;
/** Rows shown at once. */
const rowsAtOnce = 50;

export interface WhatIfFilter {
	readonly groups: readonly WhatIfGroup[];
	readonly columns: readonly WhatIfColumn[];
	readonly text: string;
}
const NO_FILTER: WhatIfFilter = { groups: [], columns: [], text: '' };

/** One changed email, as it is decided now and under the draft. */
export interface OpenedEmail {
	readonly activityId: ActivityId;
	/** Null until read. */
	readonly before: Explanation | null;
	readonly after: Explanation | null;
}

/** What applying the draft would change: decided again after each change of the draft or of the case. */
export class WhatIf {
	/** Of the last draft that was decided; null without a draft, and for one that cannot be applied. */
	summary = $state.raw<WhatIfSummary | null>(null);
	/** Why the draft cannot be applied. */
	issues = $state.raw<readonly FileIssue[]>([]);
	/** What is shown is of an earlier draft. */
	evaluating = $state(false);
	page = $state.raw<WhatIfPage | null>(null);
	filter = $state.raw<WhatIfFilter>(NO_FILTER);
	opened = $state.raw<OpenedEmail | null>(null);
	/** The draft that the snapshot shown came with. */
	shared = $state.raw<EnvironmentFileContent | null>(null);
	readonly rowsAtOnce = rowsAtOnce;
	#draft: EnvironmentFileContent | null = null;
	#revision: number | null = null;
	#asked = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#release: (() => void) | null = null;

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices
	) {}

	/** @param draft null where nothing is changed */
	consider(draft: EnvironmentFileContent | null, revision: number): void {
		if (draft === this.#draft && (draft === null || revision === this.#revision)) return;
		this.#draft = draft;
		this.#revision = revision;
		clearTimeout(this.#timer);
		const asked = ++this.#asked;
		if (draft === null) return this.#clear();
		this.evaluating = true;
		this.#release ??= this.busy.holdReading();
		this.#timer = setTimeout(() => void this.#evaluate(draft, asked), debounceMs);
	}

	/** The case has changed: what was decided is of no use, and is decided again where somebody looks at it. */
	storeChanged(revision: number): void {
		if (this.#draft === null || revision === this.#revision) return;
		this.#revision = null;
		this.#asked++;
		clearTimeout(this.#timer);
		this.#rest();
		this.#forgetDraft();
	}

	async findShared(): Promise<void> {
		this.shared = await (await this.connection.engine).sharedDraft();
	}

	async narrow(changes: Partial<WhatIfFilter>): Promise<void> {
		this.filter = { ...this.filter, ...changes };
		await this.#reading((engine) => this.#readPage(engine, 0));
	}

	async showAll(): Promise<void> {
		await this.narrow(NO_FILTER);
	}

	async showFrom(first: number): Promise<void> {
		await this.#reading((engine) => this.#readPage(engine, first));
	}

	/** Shows one email before and after; null closes it. */
	async open(activityId: ActivityId | null): Promise<void> {
		this.opened = activityId === null ? null : { activityId, before: null, after: null };
		if (activityId !== null) await this.#reading((engine) => this.#explain(engine, activityId));
	}

	async #evaluate(draft: EnvironmentFileContent, asked: number): Promise<void> {
		await this.#reading(async (engine) => {
			const result = await engine.evaluateDraft(draft);
			if (asked !== this.#asked) return;
			if (result.ok) {
				this.issues = [];
				this.summary = result.summary;
				await this.#readPage(engine, 0);
				if (this.opened) await this.#explain(engine, this.opened.activityId);
			} else if (result.code === 'invalid') {
				this.#clear();
				this.issues = result.issues;
			} else {
				// The case has changed, which will be told.
				this.#revision = null;
			}
		});
		if (asked === this.#asked) this.#rest();
	}

	async #readPage(engine: EngineReader, first: number): Promise<void> {
		const filter = this.filter;
		const page = await engine.draftChanges({ ...filter, first, count: rowsAtOnce });
		if (filter === this.filter && page !== null) this.page = page;
	}

	async #explain(engine: EngineReader, activityId: ActivityId): Promise<void> {
		const [before, after] = await Promise.all([engine.explain(activityId), engine.explainDraft(activityId)]);
		if (this.opened?.activityId === activityId) this.opened = { activityId, before, after };
	}

	async #reading(read: (engine: EngineReader) => Promise<void>): Promise<void> {
		try {
			await read(await this.connection.engine);
		} catch (error) {
			this.notices.failed(error);
		}
	}

	#clear(): void {
		this.summary = null;
		this.issues = [];
		this.page = null;
		this.opened = null;
		this.filter = NO_FILTER;
		this.#rest();
		this.#forgetDraft();
	}

	#forgetDraft(): void {
		void this.#reading((engine) => engine.forgetDraft());
	}

	#rest(): void {
		this.evaluating = false;
		this.#release?.();
		this.#release = null;
	}
}

type EngineReader = Pick<EngineApi, 'evaluateDraft' | 'forgetDraft' | 'draftChanges' | 'explain' | 'explainDraft'>;
