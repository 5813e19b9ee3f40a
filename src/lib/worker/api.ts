/**
 * The one interface between the page and the worker that owns the data. Expected failures are unions with a code;
 * an exception is a bug.
 */
import type { ActivityId, MethodId } from '../domain/columns';
import type { AutoReplyClass, ReasonName } from '../domain/decision';
import type { FileIssue } from '../domain/fileIssue';
import type { ManualChange, PlaceRefused } from '../domain/markChange';
import type { ImportEntry, ImportOutcome } from '../domain/report';
import type { RowMention } from '../engine/checks';
import type { DecisionChanges } from '../engine/decisionChanges';
import type { DiagnosisCount } from '../engine/diagnoses/counts';
import type { EmailMention, Explanation } from '../engine/explanation';
import type { FlipOutcome } from '../engine/flips/outcome';
import type { FoundFlip } from '../engine/flips/search';
import type { MailboxMention } from '../engine/mailboxMentions';
import type { MailboxResult } from '../engine/mailboxVerdict';
import type { MailboxTimeline, TimelineRow } from '../engine/scope/timeline';
import type { AddressFound, Found } from '../engine/suggestions/suggest';
import type { SubjectReading, TokenInCase, TokensInCase } from '../engine/tokens/survey';
import type { HeaderFieldView } from '../mail/headerBlock';
import type {
	ComparisonPage,
	ComparisonQuery,
	ComparisonSummary,
	ForgetResult,
	RecordedOfEmail,
	RecordFound
} from './compareApi';
import type { ThreadAnswer, ThreadPage, ThreadQuery } from './conversationsApi';
import type { DiffPage, DiffQuery, DiffResult } from './diffApi';
import type { LaboratoryPage, LaboratoryProgress, LaboratoryQuery, LaboratoryQuestion } from './laboratoryApi';
import type { RedactionPreview, SnapshotOptions } from './redactionApi';
import type { WhatIfPage, WhatIfQuery, WhatIfResult } from './whatIfApi';

export type { DiagnosisCount, HeaderFieldView, SubjectReading, TokenInCase, TokensInCase };
export type * from './compareApi';
export type * from './conversationsApi';
export type * from './diffApi';
export type * from './laboratoryApi';
export type * from './redactionApi';
export type * from './whatIfApi';

/** A file on its way in. `path` is below the dropped folder, that folder's own name included, or the bare name. */
export interface IncomingFile {
	readonly path: string;
	readonly file: File;
}

/** The case that files were dropped on. */
export interface ImportTarget {
	/** `StoreState.ownCaseId` */
	readonly caseId: number;
	/** As it is told when the case is gone. */
	readonly caseName: string;
}

export interface ImportProgress {
	readonly importId: number;
	/** `scanning`: the page still finds files, the totals grow. */
	readonly phase: 'scanning' | 'reading' | 'deciding' | 'done' | 'cancelled' | 'failed';
	readonly filesDone: number;
	readonly filesTotal: number;
	readonly bytesDone: number;
	readonly bytesTotal: number;
	readonly filesPerSecond: number;
	/** Null while unknown. */
	readonly secondsLeft: number | null;
	readonly counts: ImportCounts;
}
/** parsed + parsedWithWarnings + rejected = files processed. `alreadyThere` counts files within parsed ones. */
export interface ImportCounts {
	readonly parsed: number;
	readonly parsedWithWarnings: number;
	readonly rejected: number;
	readonly alreadyThere: number;
	/** `.DS_Store` and the like: counted apart, not among the files. */
	readonly ignored: number;
	readonly bytes: number;
}

/** Why a name is refused. */
export type NameFailure = 'name-empty' | 'name-too-long' | 'name-taken';
export type CaseFailure = NameFailure | 'import-running' | 'case-gone' | 'read-only' | 'storage-full';
export type CaseResult = { readonly ok: true } | { readonly ok: false; readonly code: CaseFailure };
export interface CaseSummary {
	readonly caseId: number;
	readonly name: string;
	readonly emails: number;
	readonly environments: number;
	/** A snapshot opened beside the own data: nothing of it can be changed. */
	readonly readOnly: boolean;
	/** Open in this tab. */
	readonly active: boolean;
}

export type RemovalFailure = 'nothing-there' | 'case-gone' | 'read-only' | 'storage-full';
/** `emails`: as many fewer, or more, as before. */
export type RemovalResult =
	{ readonly ok: true; readonly emails: number } | { readonly ok: false; readonly code: RemovalFailure };

export type EnvironmentFailure =
	NameFailure | 'environment-gone' | 'nothing-to-undo' | 'case-gone' | 'read-only' | 'storage-full';
export type EnvironmentResult = { readonly ok: true } | { readonly ok: false; readonly code: EnvironmentFailure };

export interface StoreState {
	/** The case of this tab. */
	readonly caseId: number;
	readonly caseName: string;
	/** A snapshot opened beside the own data. */
	readonly readOnly: boolean;
	/** The case itself; of a snapshot, the own one that it was opened beside. */
	readonly ownCaseId: number;
	readonly emails: number;
	readonly tracked: number;
	readonly environmentName: string;
	readonly freshInstall: boolean;
	readonly canUndoEnvironment: boolean;
	/** Removals that `undoRemoval` can bring back, the latest first. */
	readonly canUndoRemoval: number;
	readonly smartMatching: SmartMatchingState;
	/** Rises with every change; a query's answer carries the one it was made from. */
	readonly revision: number;
}
export type SmartMatchingState =
	| { readonly state: 'off' | 'on' }
	/** The pattern ran too long or is not supported: smart matching is indeterminate until it is changed. */
	| { readonly state: 'patternRefused'; readonly code: string; readonly construct: string | null };

export type Notice =
	/** `changes`: of the emails; null where nothing was decided anew. */
	| {
			readonly code: 'environment-activated' | 'environment-undone';
			readonly name: string;
			readonly changes: DecisionChanges | null;
	  }
	/** Files were merged into the active environment; the numbers are of what is not as it was. */
	| {
			readonly code: 'environment-imported';
			readonly changed: boolean;
			readonly files: number;
			readonly users: number;
			readonly queues: number;
			readonly records: number;
			readonly mailboxes: number;
			readonly settings: number;
			/** There are users or queues, but no mailbox that would hold the emails that are here. */
			readonly noMailboxes: boolean;
	  }
	| { readonly code: 'environment-deleted'; readonly name: string; readonly now: string }
	/** Rows of Dataverse's own emails were kept, to be compared. */
	| { readonly code: 'recorded-kept'; readonly rows: number; readonly files: number }
	/** The case of this tab was deleted in another one; this tab shows the case `now`. */
	| { readonly code: 'case-gone'; readonly name: string; readonly now: string }
	/** The rest of an import, whose case `name` was deleted. */
	| { readonly code: 'import-given-up'; readonly name: string }
	/** `why` is too-long, unsupported, syntax or timed-out. */
	| {
			readonly code: 'pattern-refused';
			readonly setting: string;
			readonly why: string;
			readonly construct: string | null;
	  }
	| { readonly code: 'pattern-looks-escaped'; readonly pattern: string; readonly repaired: string }
	| {
			readonly code: 'snapshot-opened';
			readonly emails: number;
			readonly decidedBefore: number;
			readonly differences: number;
	  }
	| { readonly code: 'storage-full' }
	| { readonly code: 'store-upgraded-elsewhere' }
	| { readonly code: 'storage-unavailable'; readonly detail: string };

export type WorkerEvent =
	| { readonly kind: 'progress'; readonly progress: ImportProgress }
	| { readonly kind: 'state'; readonly state: StoreState }
	| { readonly kind: 'notice'; readonly notice: Notice }
	| { readonly kind: 'flips'; readonly progress: FlipsProgress }
	| { readonly kind: 'laboratory'; readonly progress: LaboratoryProgress }
	/** A snapshot is valid and waits for an answer to `resolveSnapshot`. */
	| {
			readonly kind: 'snapshotAsks';
			readonly emails: number;
			readonly fileName: string;
			readonly bytes: number;
			readonly environmentName: string;
	  }
	/** How much of the file of the snapshot that is being opened has been read. */
	| { readonly kind: 'snapshotRead'; readonly bytes: number };

export type SortColumn = 'received' | 'subject' | 'from' | 'tracked' | 'method' | 'class' | 'regarding';

/** `Unknown`: whether a method links it cannot be decided. */
export type MethodName = MethodId | 'None' | 'Skipped' | 'Unknown';

/** `unknown`: it cannot be decided. */
export type Tracked = 'yes' | 'no' | 'unknown';

/** Values of one facet are alternatives; different facets narrow each other. */
export interface ActivityFilter {
	readonly text: string;
	readonly tracked: readonly Tracked[];
	readonly reason: readonly ReasonName[];
	readonly method: readonly MethodName[];
	readonly class: readonly AutoReplyClass[];
	readonly flags: readonly ActivityFlag[];
}
export type ActivityFlag =
	'automaticFlag' | 'warnings' | 'referencesOnly' | 'subjectChanged' | 'regardingSet' | 'missingParent' | 'marked';

export interface ActivityQuery {
	readonly filter: ActivityFilter;
	readonly sort: { readonly column: SortColumn; readonly descending: boolean };
	readonly first: number;
	readonly count: number;
}
export interface ActivityRow {
	readonly activityId: ActivityId;
	readonly receivedAtUtcMs: number | null;
	readonly subject: string | null;
	readonly fromName: string;
	readonly fromAddress: string;
	readonly to: string;
	readonly tracked: Tracked;
	readonly reason: ReasonName;
	readonly directionOutgoing: boolean;
	/** Null when not tracked. */
	readonly method: MethodName | null;
	readonly correlatedSubject: string | null;
	readonly regarding: string | null;
	readonly class: AutoReplyClass;
	readonly automaticFlag: boolean;
	readonly flags: readonly ActivityFlag[];
	readonly path: string;
}
/** Counts are over the rows that the *other* facets and the search leave. */
export interface FacetCounts {
	readonly tracked: Readonly<Partial<Record<Tracked, number>>>;
	readonly reason: Readonly<Partial<Record<ReasonName, number>>>;
	readonly method: Readonly<Partial<Record<MethodName, number>>>;
	readonly class: Readonly<Partial<Record<AutoReplyClass, number>>>;
	readonly flags: Readonly<Partial<Record<ActivityFlag, number>>>;
}
export interface ActivityPage {
	readonly revision: number;
	/** Rows the filter leaves. */
	readonly total: number;
	readonly first: number;
	readonly rows: readonly ActivityRow[];
	readonly facets: FacetCounts;
}

export type HeadersResult =
	| { readonly ok: true; readonly fields: readonly HeaderFieldView[] }
	/** A snapshot without header blocks. */
	| { readonly ok: false; readonly code: 'no-header-block' | 'unknown-email' };

export type BodyResult =
	| {
			readonly ok: true;
			readonly text: string;
			/** Where the text came from: a text/plain part, or an HTML part with its markup removed. */
			readonly from: 'text' | 'html' | 'none';
			readonly attachments: readonly { readonly filename: string; readonly mimeType: string; readonly bytes: number }[];
			readonly cut: boolean;
	  }
	| {
			readonly ok: false;
			readonly code:
				| 'no-raw-bytes'
				| 'too-many-lines'
				| 'too-many-parts'
				| 'too-deeply-nested'
				| 'timed-out'
				| 'unreadable'
				| 'unknown-email';
			readonly limit?: number;
	  };

/** One setting as the environment screen shows it. */
export interface SettingView {
	readonly name: string;
	readonly section: 'organization' | 'orgDbOrgSettings' | 'modelOptions';
	readonly value: string | number | boolean | null | readonly string[];
	readonly default: string | number | boolean | null | readonly string[];
}
export interface EnvironmentView {
	readonly name: string;
	readonly settings: readonly SettingView[];
	readonly marks: number;
	readonly canUndo: boolean;
	/** Names of the case's environments, in order of arrival. */
	readonly names: readonly string[];
	/** Index into `names`; null is the fresh install. */
	readonly active: number | null;
}

/** How far the search for single changes that change what becomes of one email has come. */
export interface FlipsProgress {
	readonly activityId: ActivityId;
	readonly revision: number;
	/** `counting`: all are tried, and the other emails that change with what was found are counted. */
	readonly phase: 'trying' | 'counting' | 'finished' | 'cancelled';
	readonly tried: number;
	readonly candidates: number;
	readonly before: FlipOutcome;
	/** Smallest change first. */
	readonly found: readonly FoundFlip[];
	/** Emails, users, queues and mailboxes that the outcomes and changes name. */
	readonly mentions: readonly EmailMention[];
	readonly rows: readonly RowMention[];
	readonly mailboxes: readonly MailboxMention[];
}

/** A mailbox with the outcome of its replay. `tracked` counts the rows that it made; `rows` those of its timeline. */
export interface MailboxView extends Omit<MailboxTimeline, 'mailbox' | 'rows'> {
	readonly id: string;
	readonly ownerId: string | null;
	/** Null where no user or queue has that id. */
	readonly ownerName: string | null;
	readonly ownerTable: 'systemuser' | 'queue' | null;
	readonly incomingemaildeliverymethod: 0 | 1 | 2 | 3;
	readonly enabledforincomingemail: boolean;
	readonly testedandenabledonUtcMs: number | null;
	readonly tracked: number;
	readonly rows: number;
}
export interface TimelineQuery {
	readonly mailboxId: string;
	readonly first: number;
	/** At most 200. */
	readonly count: number;
	/** The window that tells of this email, wherever it is; null for the one that holds `first`. */
	readonly around: ActivityId | null;
}
export type TimelineEmail = EmailMention;
export type TimelineRowView =
	| Extract<TimelineRow, { kind: 'cycle' | 'quietCycles' }>
	| (Omit<Extract<TimelineRow, { kind: 'move' }>, 'position'> & { readonly email: TimelineEmail })
	| (Omit<Extract<TimelineRow, { kind: 'email' }>, 'position' | 'holding'> & {
			readonly email: TimelineEmail;
			readonly result: MailboxResult;
	  });
export interface TimelinePage {
	readonly revision: number;
	readonly mailboxId: string;
	readonly total: number;
	readonly first: number;
	readonly rows: readonly TimelineRowView[];
}

/** An address that the environment could describe; `example` is an email that uses it. */
export type SuggestedAddress = Omit<AddressFound, 'example'> & { readonly example: ActivityId };
/** What the mail suggests to describe; addresses that the active environment describes are left out. */
export interface SuggestionsFound extends Omit<Found, 'users' | 'queues' | 'records'> {
	readonly users: readonly SuggestedAddress[];
	readonly queues: readonly SuggestedAddress[];
	readonly records: readonly SuggestedAddress[];
}

/** JSON as in an environment file; its shape is in `static/schema/environment.v1.schema.json`. */
export type EnvironmentFileContent = Readonly<Record<string, unknown>>;
export type SaveEnvironmentResult =
	| { readonly ok: true }
	| { readonly ok: false; readonly issues: readonly FileIssue[] }
	| { readonly ok: false; readonly issues: readonly []; readonly code: EnvironmentFailure };

export type MarkEmailsResult =
	| {
			readonly ok: true;
			/** Emails that have other marks, or lie in another place, than before. Without any nothing is stored. */
			readonly changed: number;
			/** For tracking by category or folder. */
			readonly refused: readonly PlaceRefused[];
	  }
	| { readonly ok: false; readonly code: 'case-gone' | 'read-only' | 'storage-full' };

export interface ImportSummary {
	readonly importId: number;
	readonly startedAtUtcMs: number;
	readonly counts: ImportCounts;
	readonly finished: boolean;
}
export interface ReportQuery {
	readonly importId: number | null;
	readonly outcome: ImportOutcome | 'all';
	readonly first: number;
	readonly count: number;
}
export interface ReportPage {
	readonly imports: readonly ImportSummary[];
	readonly total: number;
	readonly counts: Readonly<Record<ImportOutcome, number>>;
	readonly first: number;
	readonly entries: readonly ImportEntry[];
}

export type SnapshotAnswered =
	| { readonly ok: true }
	/** `snapshot-gone`: its file was moved or changed since it was dropped. */
	| { readonly ok: false; readonly code: 'case-gone' | 'storage-full' | 'snapshot-gone' | 'cancelled' };
export interface SnapshotFile {
	readonly blob: Blob;
	readonly fileName: string;
	readonly emails: number;
}

export interface EngineApi {
	/**
	 * Opens the store and warms the indexes; resolves when the first rows can be asked for.
	 * @param caseId the case that this tab had open; null, or one that is gone: the case used last
	 */
	connect(listener: (event: WorkerEvent) => void, caseId: number | null): Promise<StoreState>;

	/** All cases, in the order of their making. */
	cases(): Promise<readonly CaseSummary[]>;
	/** Makes an empty case and opens it in this tab. Names are trimmed and unique. */
	createCase(name: string): Promise<CaseResult>;
	switchCase(caseId: number): Promise<CaseResult>;
	renameCase(caseId: number, name: string): Promise<CaseResult>;
	/** A copy with all mail and environments; the case that is open stays open. */
	duplicateCase(caseId: number, name: string): Promise<CaseResult>;
	/** Cannot be undone. After the last one there is a new, empty one. */
	deleteCase(caseId: number): Promise<CaseResult>;

	/** Takes emails out of the case and decides all others again. */
	removeEmails(activityIds: readonly ActivityId[]): Promise<RemovalResult>;
	/** Mail that another import brought, too, stays. */
	removeImport(importId: number): Promise<RemovalResult>;
	/** Brings back what was removed last. When the only tab starts the next time, removals are final. */
	undoRemoval(): Promise<RemovalResult>;

	/**
	 * Starts an import; files follow in batches, so that a large folder is read while it is still being walked. Where the
	 * case is not that of this tab any more, nothing is read.
	 */
	beginImport(into: ImportTarget): Promise<number>;
	addFiles(importId: number, files: readonly IncomingFile[], ignored: number): Promise<void>;
	/** Resolves when every file has its outcome, all is committed, and decided. */
	finishImport(importId: number): Promise<ImportProgress>;
	/** What was committed stays. */
	cancelImport(importId: number): Promise<void>;

	query(query: ActivityQuery): Promise<ActivityPage>;
	/** The rows of a query's window, by their ids alone. */
	activityIds(query: ActivityQuery): Promise<readonly ActivityId[]>;
	/** Place of an email among the rows of a query; null when the filter hides it. */
	rowOf(query: ActivityQuery, activityId: ActivityId): Promise<number | null>;
	explain(activityId: ActivityId): Promise<Explanation | null>;
	/** Every diagnosis of the catalogue, in its order, with the emails that show it; those of none included. */
	diagnoses(): Promise<readonly DiagnosisCount[]>;
	/** In the environment's order; empty on a fresh install. */
	mailboxes(): Promise<readonly MailboxView[]>;
	timeline(query: TimelineQuery): Promise<TimelinePage | null>;
	/**
	 * Looks for single changes that change what becomes of this email; told by `flips` events, the last of which says
	 * finished or cancelled. One search at a time; a change of the store ends it.
	 */
	findFlips(activityId: ActivityId): Promise<void>;
	cancelFlips(): Promise<void>;
	threads(query: ThreadQuery): Promise<ThreadPage>;
	/**
	 * The thread that holds this email, at most 2,000 messages of it; null when it is not in the case.
	 * @param first place of the first message to show; null for the window that holds the email
	 */
	thread(activityId: ActivityId, first: number | null): Promise<ThreadAnswer | null>;
	/** The tracking tokens that the emails of the case carry. */
	tokens(): Promise<TokensInCase>;
	/** The tokens in a subject that was typed in, and what only resembles one. */
	readSubject(text: string): Promise<SubjectReading>;
	/** `ownDomains`: those that are ours; null for the ones that the mail speaks for. */
	suggestions(ownDomains: readonly string[] | null): Promise<SuggestionsFound>;
	headers(activityId: ActivityId): Promise<HeadersResult>;
	openBody(activityId: ActivityId): Promise<BodyResult>;

	report(query: ReportQuery): Promise<ReportPage>;
	environment(): Promise<EnvironmentView>;
	/** The whole active environment file with every setting written out, to edit and to give back to `saveEnvironment`. */
	environmentFile(): Promise<EnvironmentFileContent>;
	/**
	 * Validates the file whole, stores it in place of the active environment and decides everything again; undoable. Here
	 * and below `shown` is the name of the environment that the page shows as active, null for the fresh install: when
	 * another one is active by then, nothing changes.
	 */
	saveEnvironment(shown: string | null, file: EnvironmentFileContent): Promise<SaveEnvironmentResult>;
	/** Marks emails by hand, or changes where they lie: one new version of the environment; undoable. */
	markEmails(activityIds: readonly ActivityId[], change: ManualChange): Promise<MarkEmailsResult>;
	/** @param name null: the fresh install */
	switchEnvironment(name: string | null): Promise<EnvironmentResult>;
	/** A copy of the active environment under another name, active from then on. */
	duplicateEnvironment(shown: string | null, name: string): Promise<EnvironmentResult>;
	/** The active one; another of the case becomes active. */
	deleteEnvironment(shown: string): Promise<EnvironmentResult>;
	/** Back to the environments before the last change of them. */
	undoEnvironment(): Promise<EnvironmentResult>;
	exportEnvironment(): Promise<SnapshotFile>;

	/**
	 * Decides everything under a draft of the environment, which is kept for the two calls below until another draft
	 * comes, it is forgotten, or the case changes. What is under way for another draft ends.
	 */
	evaluateDraft(file: EnvironmentFileContent): Promise<WhatIfResult>;
	forgetDraft(): Promise<void>;
	/** The emails that the draft changes; null where no draft is kept. */
	draftChanges(query: WhatIfQuery): Promise<WhatIfPage | null>;
	/** As `explain`, under the draft. */
	explainDraft(activityId: ActivityId): Promise<Explanation | null>;
	/** The draft that the snapshot shown came with, every setting written out; null without one. */
	sharedDraft(): Promise<EnvironmentFileContent | null>;

	/**
	 * Tries on every reply what else than In-Reply-To would have linked it; `laboratory` events tell how far it is. Resolves
	 * when it is finished or cancelled. One round at a time; a change of the store ends it. What it found stays to be
	 * asked for.
	 */
	measureMethods(question: LaboratoryQuestion): Promise<LaboratoryProgress>;
	cancelMeasuring(): Promise<void>;
	/** The emails behind a score of the last round; null when the case has changed since. */
	measuredEmails(query: LaboratoryQuery): Promise<LaboratoryPage | null>;

	/** What Dataverse recorded, beside what is modelled. */
	comparison(): Promise<ComparisonSummary>;
	disagreements(query: ComparisonQuery): Promise<ComparisonPage>;
	/** Null where no row was recorded for the email. */
	recordedOf(activityId: ActivityId): Promise<RecordedOfEmail | null>;
	/** @param text a pasted address of a record of Dynamics 365, or its GUID */
	findRecord(text: string): Promise<RecordFound>;
	/** Removes every recorded row of the case; cannot be undone. */
	forgetRecorded(): Promise<ForgetResult>;
	/** All rows of the query, whatever its window, as CSV. */
	exportActivitiesCsv(query: ActivityQuery): Promise<SnapshotFile>;

	exportSnapshot(options: SnapshotOptions): Promise<SnapshotFile>;
	/** What would leave with these options: counts, and the first emails before and after. */
	previewRedaction(options: SnapshotOptions): Promise<RedactionPreview>;
	/** The case beside a snapshot, which is not opened. */
	diffWithFile(file: File): Promise<DiffResult>;
	/** The same with the snapshot that waits for an answer, which it waits for no longer. */
	diffWithWaiting(): Promise<DiffResult>;
	/** Of the last comparison; null before the first. */
	diffPage(query: DiffQuery): Promise<DiffPage | null>;
	resolveSnapshot(answer: 'beside' | 'merge' | 'replace' | 'cancel'): Promise<SnapshotAnswered>;
	/** Ends the reading of the snapshot that is being opened: nothing of it stays. */
	cancelSnapshot(): Promise<void>;
	/** Leaves a snapshot opened read-only and goes back to the own data. */
	closeReadOnly(): Promise<void>;

	deleteEverything(): Promise<void>;
}
