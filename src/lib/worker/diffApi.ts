/** What the page and the worker say to each other about a comparison with a snapshot. Part of `api.ts`. */
import type { RedactionLevel } from '../domain/redaction';
import type { ImportEntry, RejectionCode } from '../domain/report';
import type { DiffGroup, EmailDifference, EnvironmentDifference } from '../snapshot/diff';

export type { DiffEmail, DiffGroup, EmailDifference, EnvironmentDifference, ValueDifference } from '../snapshot/diff';

export interface DiffSummary {
	readonly fileName: string;
	readonly level: RedactionLevel;
	readonly emailsHere: number;
	readonly emailsThere: number;
	/** Emails that both have, decided the same. */
	readonly same: number;
	readonly counts: Readonly<Record<DiffGroup, number>>;
	/** The first 200; null where the file says nothing of its environment. */
	readonly environment: readonly EnvironmentDifference[] | null;
	readonly environmentTotal: number;
}
export type DiffResult =
	| { readonly ok: true; readonly summary: DiffSummary }
	| {
			readonly ok: false;
			/** `no-snapshot-waits`: the question that it came with has been answered. */
			readonly code: RejectionCode | 'no-snapshot-waits';
			readonly detail: ImportEntry['detail'];
	  };

export interface DiffQuery {
	readonly group: DiffGroup | null;
	readonly first: number;
	/** At most 200. */
	readonly count: number;
}
export interface DiffPage {
	readonly total: number;
	readonly first: number;
	readonly rows: readonly EmailDifference[];
}
