/** What the page and the worker say to each other about what leaves in a snapshot. Part of `api.ts`. */
import type { ActivityId } from '../domain/columns';
import type { PreviewField, RedactionLevel, TokenKind } from '../domain/redaction';

export type { PreviewField, RedactionLevel, TokenKind };

export interface SnapshotOptions {
	readonly level: RedactionLevel;
	/** At level `none`: header blocks make headers readable for whoever opens the file. */
	readonly headerBlocks: boolean;
	/** At level `pseudonymised`: the same passphrase gives the same tokens in another export; null: a key used once. */
	readonly passphrase: string | null;
	readonly gzip: boolean;
	/** At level `none`: a draft of the environment that goes with it, as an environment file. */
	readonly draft?: Readonly<Record<string, unknown>>;
}

export interface PreviewLine {
	readonly field: PreviewField;
	readonly before: string;
	/** Null: left out. */
	readonly after: string | null;
}
export interface PreviewEmail {
	readonly activityId: ActivityId;
	readonly lines: readonly PreviewLine[];
}

export interface RedactionPreview {
	readonly level: RedactionLevel;
	readonly emails: number;
	/** Distinct texts that tokens stand for; empty but at level `pseudonymised`. */
	readonly replaced: readonly { readonly kind: TokenKind; readonly texts: number }[];
	/** Emails that the file would have decided otherwise than here. None is expected. */
	readonly decidedOtherwise: number;
	/** The first ones in processing order. */
	readonly examples: readonly PreviewEmail[];
}
