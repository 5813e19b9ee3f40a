/** The worker's side of `EngineApi`: owns the store and the case of this tab in memory. */
import type { ActivityId } from '../domain/columns';
import type { ManualChange } from '../domain/markChange';
import type { DiagnosisCount } from '../engine/diagnoses/counts';
import type { Explanation } from '../engine/explanation';
import { encodeEnvironmentFile, environmentForSnapshot } from '../snapshot/environmentFile';
import { environmentFileName } from '../snapshot/exportName';
import { Store } from '../storage/store';
import type {
	ActivityPage,
	ActivityQuery,
	BodyResult,
	CaseResult,
	CaseSummary,
	ComparisonPage,
	ComparisonQuery,
	ComparisonSummary,
	DiffPage,
	DiffQuery,
	DiffResult,
	EngineApi,
	EnvironmentFileContent,
	EnvironmentResult,
	EnvironmentView,
	ForgetResult,
	HeadersResult,
	ImportProgress,
	ImportTarget,
	IncomingFile,
	LaboratoryPage,
	LaboratoryProgress,
	LaboratoryQuery,
	LaboratoryQuestion,
	MailboxView,
	MarkEmailsResult,
	Notice,
	RecordedOfEmail,
	RecordFound,
	RedactionPreview,
	RemovalResult,
	ReportPage,
	ReportQuery,
	SaveEnvironmentResult,
	SnapshotAnswered,
	SnapshotFile,
	SnapshotOptions,
	StoreState,
	SubjectReading,
	SuggestionsFound,
	ThreadAnswer,
	ThreadPage,
	ThreadQuery,
	TimelinePage,
	TimelineQuery,
	TokensInCase,
	WhatIfPage,
	WhatIfQuery,
	WhatIfResult,
	WorkerEvent
} from './api';
import { activitiesCsv } from './activitiesCsv';
import { CaseEnvironments } from './caseEnvironments';
import { Cases } from './cases';
import { CaseWriter } from './caseWriter';
import { Compare } from './compare';
import { Conversations } from './conversations';
import { EmailContent } from './emailContent';
import { EmailMarks } from './emailMarks';
import { environmentView, smartMatchingState } from './environments';
import { Flips } from './flips';
import { Imports } from './imports';
import { JsonFiles } from './jsonFiles';
import { ifOnlyTab } from './onlyTab';
import { Laboratory } from './laboratory';
import { OpenCase } from './openCase';
import { Removals } from './removals';
import { redactionPreview } from './redactionPreview';
import { SharedDraft } from './sharedDraft';
import { SnapshotDiffs } from './snapshotDiff';
import { exportSnapshot } from './snapshotExport';
import { suggestionsFrom } from './suggestions';
import { Tokens } from './tokens';
import { WhatIf } from './whatIf';

const channelName = 'tracklens';

export class Engine implements EngineApi {
	readonly #store = new Store();
	readonly #case = new OpenCase(this.#store, (notice) => this.#notice(notice));
	readonly #host = {
		changed: () => this.#changed(),
		state: () => this.#tellState(),
		emit: (event: WorkerEvent) => this.#emit(event),
		progress: (progress: ImportProgress) => this.#emit({ kind: 'progress', progress }),
		notice: (notice: Notice) => this.#notice(notice),
		isImporting: () => this.#imports.areRunning
	};
	readonly #writer = new CaseWriter(this.#store, this.#case, this.#host);
	readonly #environments = new CaseEnvironments(this.#store, this.#case, this.#writer, this.#host);
	readonly #jsonFiles = new JsonFiles(this.#store, this.#case, this.#writer, this.#environments, this.#host);
	readonly #imports = new Imports(this.#store, this.#case, this.#writer, this.#jsonFiles, this.#host);
	readonly #cases = new Cases(this.#store, this.#case, this.#writer, this.#host);
	readonly #removals = new Removals(this.#store, this.#case, this.#writer, this.#host);
	readonly #flips = new Flips(
		() => this.#case.library,
		(progress) => this.#emit({ kind: 'flips', progress })
	);
	readonly #conversations = new Conversations(() => this.#case.library);
	readonly #tokens = new Tokens(() => this.#case.library);
	readonly #sharedDraft = new SharedDraft(this.#store);
	readonly #whatIf = new WhatIf(() => this.#case.library);
	readonly #laboratory = new Laboratory(
		() => this.#case.library,
		(progress) => this.#emit({ kind: 'laboratory', progress })
	);
	readonly #compare = new Compare(this.#store, this.#case, this.#writer, this.#host);
	readonly #emailMarks = new EmailMarks(this.#case, this.#writer, {
		...this.#host,
		save: async (file) => void (await this.#environments.edit(file))
	});
	readonly #content = new EmailContent(this.#store, this.#case);
	readonly #diffs = new SnapshotDiffs();
	readonly #channel = new BroadcastChannel(channelName);
	#emit: (event: WorkerEvent) => void = () => undefined;
	#followsSoon = false;
	/** Until it is cancelled. */
	#opensSnapshot = false;

	async connect(listener: (event: WorkerEvent) => void, caseId: number | null): Promise<StoreState> {
		this.#emit = listener;
		this.#store.onClosedElsewhere(() => this.#notice({ code: 'store-upgraded-elsewhere' }));
		await this.#store.open();
		await this.#writer.turns.run(() => this.#case.load(caseId));
		this.#channel.onmessage = () => void this.#followOtherTab();
		void this.#tidyUp();
		return this.#state();
	}

	/** In the background. What fails is tried again at the next start. */
	async #tidyUp(): Promise<void> {
		const { cases, removals } = this.#store;
		const tidied = async (work: () => Promise<void>) => {
			await this.#writer.orStorageFull(() => this.#writer.locked(work)).catch(() => undefined);
		};
		await ifOnlyTab(async () => {
			await tidied(() => cases.closeReadOnlyBut(this.#case.stored.id));
			if (await removals.isEmpty()) return;
			await tidied(() => removals.makeFinal());
			// What is in memory says that bytes are there that are erased.
			await this.#followOtherTab();
			this.#channel.postMessage('changed');
		}).catch(() => undefined);
		await tidied(() => this.#store.dropOrphans());
	}

	cases(): Promise<readonly CaseSummary[]> {
		return this.#cases.list();
	}

	createCase(name: string): Promise<CaseResult> {
		return this.#cases.create(name);
	}

	switchCase(caseId: number): Promise<CaseResult> {
		return this.#cases.switchTo(caseId);
	}

	renameCase(caseId: number, name: string): Promise<CaseResult> {
		return this.#cases.rename(caseId, name);
	}

	duplicateCase(caseId: number, name: string): Promise<CaseResult> {
		return this.#cases.duplicate(caseId, name);
	}

	deleteCase(caseId: number): Promise<CaseResult> {
		return this.#cases.delete(caseId);
	}

	removeEmails(activityIds: readonly ActivityId[]): Promise<RemovalResult> {
		return this.#removals.removeEmails(activityIds);
	}

	removeImport(importId: number): Promise<RemovalResult> {
		return this.#removals.removeImport(importId);
	}

	undoRemoval(): Promise<RemovalResult> {
		return this.#removals.undo();
	}

	beginImport(into: ImportTarget): Promise<number> {
		return this.#imports.begin(into);
	}

	async addFiles(importId: number, files: readonly IncomingFile[], ignored: number): Promise<void> {
		this.#imports.add(importId, files, ignored);
	}

	finishImport(importId: number): Promise<ImportProgress> {
		return this.#imports.finish(importId);
	}

	async cancelImport(importId: number): Promise<void> {
		this.#imports.cancel(importId);
	}

	async query(query: ActivityQuery): Promise<ActivityPage> {
		return this.#case.activities.page(query);
	}

	async activityIds(query: ActivityQuery): Promise<readonly ActivityId[]> {
		return this.#case.activities.activityIds(query);
	}

	async rowOf(query: ActivityQuery, activityId: ActivityId): Promise<number | null> {
		const position = this.#case.library.positionOf(activityId);
		return position === null ? null : this.#case.activities.rowOf(query, position);
	}

	async explain(activityId: ActivityId): Promise<Explanation | null> {
		const { library } = this.#case;
		const position = library.positionOf(activityId);
		return position === null ? null : library.explain(position);
	}

	findFlips(activityId: ActivityId): Promise<void> {
		return this.#flips.find(activityId);
	}

	async cancelFlips(): Promise<void> {
		this.#flips.cancel();
	}

	headers(activityId: ActivityId): Promise<HeadersResult> {
		return this.#content.headers(activityId);
	}

	openBody(activityId: ActivityId): Promise<BodyResult> {
		return this.#content.openBody(activityId);
	}

	async diagnoses(): Promise<readonly DiagnosisCount[]> {
		return this.#case.diagnoses.counts();
	}

	async mailboxes(): Promise<readonly MailboxView[]> {
		return this.#case.timelines.mailboxes();
	}

	async timeline(query: TimelineQuery): Promise<TimelinePage | null> {
		return this.#case.timelines.page(query);
	}

	threads(query: ThreadQuery): Promise<ThreadPage> {
		return this.#conversations.list(query);
	}

	thread(activityId: ActivityId, first: number | null): Promise<ThreadAnswer | null> {
		return this.#conversations.thread(activityId, first);
	}

	async tokens(): Promise<TokensInCase> {
		return this.#tokens.inUse();
	}

	async readSubject(text: string): Promise<SubjectReading> {
		return this.#tokens.read(text);
	}

	async suggestions(ownDomains: readonly string[] | null): Promise<SuggestionsFound> {
		return suggestionsFrom(this.#case.library, ownDomains);
	}

	async report(query: ReportQuery): Promise<ReportPage> {
		return this.#case.report.page(query, this.#case.library.revision);
	}

	async environment(): Promise<EnvironmentView> {
		return environmentView(this.#case.active, this.#case.stored.environments);
	}

	async environmentFile(): Promise<EnvironmentFileContent> {
		return environmentForSnapshot(this.#case.active.file);
	}

	saveEnvironment(shown: string | null, file: EnvironmentFileContent): Promise<SaveEnvironmentResult> {
		return this.#environments.save(shown, file);
	}

	switchEnvironment(name: string | null): Promise<EnvironmentResult> {
		return this.#environments.switchTo(name);
	}

	duplicateEnvironment(shown: string | null, name: string): Promise<EnvironmentResult> {
		return this.#environments.duplicate(shown, name);
	}

	deleteEnvironment(shown: string): Promise<EnvironmentResult> {
		return this.#environments.delete(shown);
	}

	markEmails(activityIds: readonly ActivityId[], change: ManualChange): Promise<MarkEmailsResult> {
		return this.#emailMarks.change(activityIds, change);
	}

	undoEnvironment(): Promise<EnvironmentResult> {
		return this.#environments.undo();
	}

	evaluateDraft(file: EnvironmentFileContent): Promise<WhatIfResult> {
		return this.#whatIf.evaluate(file);
	}

	async forgetDraft(): Promise<void> {
		this.#whatIf.forget();
	}

	async draftChanges(query: WhatIfQuery): Promise<WhatIfPage | null> {
		return this.#whatIf.page(query);
	}

	async explainDraft(activityId: ActivityId): Promise<Explanation | null> {
		return this.#whatIf.explain(activityId);
	}

	sharedDraft(): Promise<EnvironmentFileContent | null> {
		return this.#sharedDraft.of(this.#case.stored.datasetId);
	}

	async exportEnvironment(): Promise<SnapshotFile> {
		const { file, environment } = this.#case.active;
		return {
			blob: new Blob([encodeEnvironmentFile(environmentForSnapshot(file))], { type: 'application/json' }),
			fileName: environmentFileName(environment.name, new Date().toISOString().slice(0, 10)),
			emails: 0
		};
	}

	measureMethods(question: LaboratoryQuestion): Promise<LaboratoryProgress> {
		return this.#laboratory.measure(question);
	}

	async cancelMeasuring(): Promise<void> {
		this.#laboratory.cancel();
	}

	async measuredEmails(query: LaboratoryQuery): Promise<LaboratoryPage | null> {
		return this.#laboratory.page(query);
	}

	comparison(): Promise<ComparisonSummary> {
		return this.#compare.summary();
	}

	disagreements(query: ComparisonQuery): Promise<ComparisonPage> {
		return this.#compare.page(query);
	}

	recordedOf(activityId: ActivityId): Promise<RecordedOfEmail | null> {
		return this.#compare.ofEmail(activityId);
	}

	findRecord(text: string): Promise<RecordFound> {
		return this.#compare.find(text);
	}

	forgetRecorded(): Promise<ForgetResult> {
		return this.#compare.forget();
	}

	exportActivitiesCsv(query: ActivityQuery): Promise<SnapshotFile> {
		return activitiesCsv(this.#case, query);
	}

	async exportSnapshot(options: SnapshotOptions): Promise<SnapshotFile> {
		return this.#writer.turns.run(() => {
			const { library, active } = this.#case;
			return exportSnapshot(this.#store, library, active.file, options);
		});
	}

	async previewRedaction(options: SnapshotOptions): Promise<RedactionPreview> {
		return this.#writer.turns.run(() => redactionPreview(this.#store, this.#case.library, options));
	}

	diffWithFile(file: File): Promise<DiffResult> {
		return this.#writer.turns.run(() => {
			const { library, active } = this.#case;
			return this.#diffs.withFile(file, library, active.file);
		});
	}

	async diffWithWaiting(): Promise<DiffResult> {
		const waiting = this.#jsonFiles.takeWaiting();
		if (waiting === null) return { ok: false, code: 'no-snapshot-waits', detail: {} };
		return this.#writer.turns.run(() => {
			const { library, active } = this.#case;
			return this.#diffs.with(waiting.text, waiting.fileName, library, active.file);
		});
	}

	async diffPage(query: DiffQuery): Promise<DiffPage | null> {
		return this.#diffs.page(query);
	}

	/** Waits for imports that are finishing: whether their mail is replaced, too, would be a matter of luck. */
	async resolveSnapshot(answer: 'beside' | 'merge' | 'replace' | 'cancel'): Promise<SnapshotAnswered> {
		const waiting = this.#jsonFiles.takeWaiting();
		if (waiting === null || answer === 'cancel') return { ok: true };
		await this.#imports.finished();
		this.#opensSnapshot = true;
		return this.#jsonFiles.openSnapshot(waiting, answer, {
			isCancelled: () => !this.#opensSnapshot,
			read: (bytes) => this.#emit({ kind: 'snapshotRead', bytes })
		});
	}

	async cancelSnapshot(): Promise<void> {
		this.#opensSnapshot = false;
	}

	async closeReadOnly(): Promise<void> {
		await this.#writer.write(() => this.#writer.leaveReadOnly());
	}

	/** Also what an import of this tab has read and not committed yet. */
	async deleteEverything(): Promise<void> {
		this.#imports.discardAll();
		await this.#writer.write(async () => {
			await this.#store.deleteEverything();
			await this.#case.load(null);
		});
		this.#changed();
	}

	/** Several messages of other tabs are followed once. */
	async #followOtherTab(): Promise<void> {
		if (this.#followsSoon) return;
		this.#followsSoon = true;
		await this.#writer.orStorageFull(() =>
			this.#writer.turns.run(async () => {
				this.#followsSoon = false;
				await this.#case.follow();
				await this.#case.decide();
			})
		);
		this.#tellState();
	}

	/** Tells the page and the other tabs. */
	#changed(): void {
		this.#tellState();
		this.#channel.postMessage('changed');
	}

	#tellState(): void {
		this.#emit({ kind: 'state', state: this.#state() });
	}

	#state(): StoreState {
		const { decisions, revision } = this.#case.library;
		const { environment, canUndo } = this.#case.active;
		const { id, name, readOnly, besideCaseId, removals } = this.#case.stored;
		return {
			caseId: id,
			caseName: name,
			readOnly,
			ownCaseId: besideCaseId ?? id,
			canUndoRemoval: readOnly ? 0 : removals.filter(({ final }) => !final).length,
			emails: decisions.length,
			tracked: decisions.trackedCount,
			environmentName: environment.name,
			freshInstall: environment.freshInstall,
			canUndoEnvironment: canUndo,
			smartMatching: smartMatchingState(environment, decisions.hashFilter),
			revision
		};
	}

	#notice(notice: Notice): void {
		this.#emit({ kind: 'notice', notice });
	}
}
