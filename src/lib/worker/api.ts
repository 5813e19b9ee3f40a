/**
 * The one interface between the page and the worker that owns the data. Expected failures are unions with a code;
 * an exception is a bug.
 */
import type { ActivityId, MethodId } from '../domain/columns';
import type { AutoReplyClass, ReasonName } from '../domain/decision';
import type { FileIssue } from '../domain/fileIssue';
import type { ImportEntry, ImportOutcome } from '../domain/report';
import type { DiagnosisCount } from '../engine/diagnoses/counts';
import type { Explanation } from '../engine/explanation';
import type { HeaderFieldView } from '../mail/headerBlock';

export type { DiagnosisCount, HeaderFieldView };

/** A file on its way in. `path` is below the dropped folder, that folder's own name included, or the bare name. */
export interface IncomingFile {
	readonly path: string;
	readonly file: File;
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

export interface StoreState {
	readonly caseName: string;
	/** A snapshot opened beside the own data. */
	readonly readOnly: boolean;
	readonly emails: number;
	readonly tracked: number;
	readonly environmentName: string;
	readonly freshInstall: boolean;
	readonly canUndoEnvironment: boolean;
	readonly smartMatching: SmartMatchingState;
	/** Rises with every change; a query's answer carries the one it was made from. */
	readonly revision: number;
}
export type SmartMatchingState =
	| { readonly state: 'off' | 'on' }
	/** The pattern ran too long or is not supported: smart matching is indeterminate until it is changed. */
	| { readonly state: 'patternRefused'; readonly code: string; readonly construct: string | null };

export type Notice =
	| { readonly code: 'environment-activated'; readonly name: string }
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
	/** A snapshot is staged and waits for an answer to `resolveSnapshot`. */
	| {
			readonly kind: 'snapshotAsks';
			readonly emails: number;
			readonly fileName: string;
			readonly environmentName: string;
	  };

export type SortColumn = 'received' | 'subject' | 'from' | 'tracked' | 'method' | 'class' | 'regarding';

/** Values of one facet are alternatives; different facets narrow each other. */
export interface ActivityFilter {
	readonly text: string;
	readonly reason: readonly ReasonName[];
	readonly method: readonly (MethodId | 'None' | 'Skipped')[];
	readonly class: readonly AutoReplyClass[];
	readonly flags: readonly ActivityFlag[];
}
export type ActivityFlag =
	'automaticFlag' | 'warnings' | 'referencesOnly' | 'subjectChanged' | 'regardingSet' | 'missingParent';

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
	readonly tracked: 'yes' | 'no' | 'unknown';
	readonly reason: ReasonName;
	readonly directionOutgoing: boolean;
	/** Null when not tracked. */
	readonly method: MethodId | 'None' | 'Skipped' | null;
	readonly correlatedSubject: string | null;
	readonly regarding: string | null;
	readonly class: AutoReplyClass;
	readonly automaticFlag: boolean;
	readonly flags: readonly ActivityFlag[];
	readonly path: string;
}
/** Counts are over the rows that the *other* facets and the search leave. */
export interface FacetCounts {
	readonly reason: Readonly<Partial<Record<ReasonName, number>>>;
	readonly method: Readonly<Partial<Record<MethodId | 'None' | 'Skipped', number>>>;
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
}

/** JSON as in an environment file; its shape is in `static/schema/environment.v1.schema.json`. */
export type EnvironmentFileContent = Readonly<Record<string, unknown>>;
export type SaveEnvironmentResult =
	| { readonly ok: true }
	| { readonly ok: false; readonly issues: readonly FileIssue[] }
	| { readonly ok: false; readonly issues: readonly []; readonly code: 'storage-full' };

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

export interface SnapshotOptions {
	/** Header blocks make headers readable for whoever opens the file. */
	readonly headerBlocks: boolean;
}
export interface SnapshotFile {
	readonly blob: Blob;
	readonly fileName: string;
	readonly emails: number;
}

export interface EngineApi {
	/** Opens the store and warms the indexes; resolves when the first rows can be asked for. */
	connect(listener: (event: WorkerEvent) => void): Promise<StoreState>;

	/** Starts an import; files follow in batches, so that a large folder is read while it is still being walked. */
	beginImport(): Promise<number>;
	addFiles(importId: number, files: readonly IncomingFile[], ignored: number): Promise<void>;
	/** Resolves when every file has its outcome, all is committed, and decided. */
	finishImport(importId: number): Promise<ImportProgress>;
	/** What was committed stays. */
	cancelImport(importId: number): Promise<void>;

	query(query: ActivityQuery): Promise<ActivityPage>;
	/** Place of an email among the rows of a query; null when the filter hides it. */
	rowOf(query: ActivityQuery, activityId: ActivityId): Promise<number | null>;
	explain(activityId: ActivityId): Promise<Explanation | null>;
	/** Every diagnosis of the catalogue, in its order, with the emails that show it; those of none included. */
	diagnoses(): Promise<readonly DiagnosisCount[]>;
	headers(activityId: ActivityId): Promise<HeadersResult>;
	openBody(activityId: ActivityId): Promise<BodyResult>;

	report(query: ReportQuery): Promise<ReportPage>;
	environment(): Promise<EnvironmentView>;
	/** The whole active environment file with every setting written out, to edit and to give back to `saveEnvironment`. */
	environmentFile(): Promise<EnvironmentFileContent>;
	/** Validates the file whole, stores it and decides everything again; undoable. */
	saveEnvironment(file: EnvironmentFileContent): Promise<SaveEnvironmentResult>;
	/** Back to the environment before the last import or change of one. */
	undoEnvironment(): Promise<void>;
	exportEnvironment(): Promise<SnapshotFile>;

	exportSnapshot(options: SnapshotOptions): Promise<SnapshotFile>;
	resolveSnapshot(answer: 'beside' | 'merge' | 'replace' | 'cancel'): Promise<void>;
	/** Leaves a snapshot opened read-only and goes back to the own data. */
	closeReadOnly(): Promise<void>;

	deleteEverything(): Promise<void>;
}
