/** What the page and the worker say to each other about the draft of the environment. Part of `api.ts`. */
import type { ActivityId, EmailColumns } from '../domain/columns';
import type { ReasonName } from '../domain/decision';
import type { FileIssue } from '../domain/fileIssue';
import type { RowMention } from '../engine/checks';
import type { EmailMention } from '../engine/explanation';
import type { CountOf, WhatIfColumn, WhatIfGroup } from '../engine/whatIf/compare';

export type { CountOf, WhatIfColumn, WhatIfGroup };

/** All emails of the case, decided from an empty store under the draft, beside what is decided now. */
export interface WhatIfSummary {
	readonly revision: number;
	readonly emails: number;
	/** Emails in any group; each is in one. */
	readonly changed: number;
	/** Tracked under the draft. */
	readonly tracked: number;
	/** Patterns of the draft that are not used, as `pattern-refused` says it. */
	readonly refused: readonly { readonly setting: string; readonly why: string; readonly construct: string | null }[];
}
export type WhatIfResult =
	| { readonly ok: true; readonly summary: WhatIfSummary }
	/** The draft cannot be applied. */
	| { readonly ok: false; readonly code: 'invalid'; readonly issues: readonly FileIssue[] }
	/** Another draft came, or the case has changed. */
	| { readonly ok: false; readonly code: 'superseded' };

/** Values of one list are alternatives; the lists and the text narrow each other. */
export interface WhatIfQuery {
	readonly groups: readonly WhatIfGroup[];
	readonly columns: readonly WhatIfColumn[];
	readonly text: string;
	readonly first: number;
	/** At most 200. */
	readonly count: number;
}
/** What becomes of an email, now or under the draft. */
export interface WhatIfSide {
	readonly tracked: 'yes' | 'no' | 'unknown';
	readonly reason: ReasonName;
	/** Null where no row is made. */
	readonly columns: EmailColumns | null;
}
export interface WhatIfRow {
	readonly activityId: ActivityId;
	readonly subject: string | null;
	readonly from: string | null;
	readonly receivedAtUtcMs: number | null;
	readonly group: WhatIfGroup;
	readonly changedColumns: readonly WhatIfColumn[];
	readonly before: WhatIfSide;
	readonly after: WhatIfSide;
}
export interface WhatIfPage {
	readonly revision: number;
	/** Rows that the query leaves, in processing order. */
	readonly total: number;
	readonly first: number;
	readonly rows: readonly WhatIfRow[];
	/** Counts are over the rows that the other list and the text leave. */
	readonly groups: CountOf<WhatIfGroup>;
	readonly columns: CountOf<WhatIfColumn>;
	/** Emails, users and queues that the rows name. */
	readonly mentions: readonly EmailMention[];
	readonly named: readonly RowMention[];
}
