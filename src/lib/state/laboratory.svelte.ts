import type {
	Finding,
	LaboratoryMethod,
	LaboratoryPage,
	LaboratoryProgress,
	LaboratoryQuestion,
	SmartMatchingSettings
} from '../worker/api';
import type { Busy } from './busy';
import type { Connection } from './connection.svelte';
import type { ActiveEnvironment } from './environment.svelte';
import type { Notices } from './notices.svelte';

export type {
	Finding,
	LaboratoryMethod,
	LaboratoryPage,
	LaboratoryProgress,
	LaboratoryQuestion,
	LaboratoryRow,
	MethodScore,
	Score,
	SmartMatchingScore,
	SmartMatchingSettings
} from '../worker/api';

/** Rows shown at once. */
const rowsAtOnce = 50;

/** The score whose emails are listed. */
export interface Listed {
	/** A method, or an index into what smart matching was tried with. */
	readonly of: LaboratoryMethod | number;
	readonly finding: Finding;
}

/** What would link replies if they had lost their In-Reply-To: measured when asked, since it takes its time. */
export class Laboratory {
	/** Null before it is asked for. */
	progress = $state.raw<LaboratoryProgress | null>(null);
	measuring = $state(false);
	/** The case has changed since; the emails behind the figures cannot be listed any more. */
	outdated = $state(false);
	listed = $state.raw<Listed | null>(null);
	page = $state.raw<LaboratoryPage | null>(null);
	readonly rowsAtOnce = rowsAtOnce;
	/** Rounds so far: an earlier one may still report that it was given up. */
	#asked = 0;

	constructor(
		private readonly connection: Connection,
		private readonly busy: Busy,
		private readonly notices: Notices,
		private readonly environment: ActiveEnvironment
	) {}

	async measure(question: LaboratoryQuestion): Promise<void> {
		const asked = ++this.#asked;
		this.#clear();
		this.measuring = true;
		const release = this.busy.holdReading();
		try {
			const engine = await this.connection.engine;
			const progress = await engine.measureMethods(question);
			// The events come another way, and may be late.
			if (this.#asked === asked) this.progress = progress;
		} catch (error) {
			this.notices.failed(error);
		} finally {
			release();
			if (this.#asked === asked) this.measuring = false;
		}
	}

	/** What was measured until then stays. */
	async cancel(): Promise<void> {
		if (this.measuring) await (await this.connection.engine).cancelMeasuring();
	}

	/** Lists the emails behind a score; null closes the list. */
	async list(listed: Listed | null, first = 0): Promise<void> {
		this.listed = listed;
		if (listed === null) {
			this.page = null;
			return;
		}
		try {
			const engine = await this.connection.engine;
			const page = await engine.measuredEmails({ ...listed, first, count: rowsAtOnce });
			if (this.listed === listed) this.page = page;
		} catch (error) {
			this.notices.failed(error);
		}
	}

	/** These settings, with smart matching on, in the draft of the environment. */
	takeToDraft({ hashfilterkeywords, hashdeltasubjectcount, hashminaddresscount }: SmartMatchingSettings): void {
		const { environment } = this;
		const organization = { hashfilterkeywords, hashdeltasubjectcount, hashminaddresscount, enablesmartmatching: true };
		for (const [name, value] of Object.entries(organization)) environment.change(['organization', name], value);
		for (const name of ['DisableSmartMatching', 'DisableSmartMatchingEmailHashCreation'])
			environment.change(['orgDbOrgSettings', name], false);
	}

	hear(progress: LaboratoryProgress): void {
		if (this.measuring) this.progress = progress;
	}

	storeChanged(revision: number): void {
		if (this.progress !== null && this.progress.revision !== revision) this.outdated = true;
	}

	/** Another case is shown. */
	forget(): void {
		void this.cancel();
		this.#asked++;
		this.measuring = false;
		this.#clear();
	}

	#clear(): void {
		this.progress = null;
		this.outdated = false;
		this.listed = null;
		this.page = null;
	}
}
