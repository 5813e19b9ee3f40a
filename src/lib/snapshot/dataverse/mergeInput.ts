/** What is merged, and what of it found no place. */
import type { ImportWarningCode } from '../../domain/report';
import type { ImportedFacts } from './importedFacts';

export interface MergeInput {
	readonly path: string;
	readonly sha256: string | null;
	readonly facts: ImportedFacts;
}

/** In the order in which they are merged, which does not depend on how they were dropped. */
export type Ordered = readonly MergeInput[];

/** What of one file found no place, with how many rows. */
export interface MergeRemark {
	readonly fileIndex: number;
	readonly code: Extract<ImportWarningCode, 'users-not-described' | 'mailboxes-not-described' | 'owners-not-found'>;
	readonly count: number;
}

export class MergeRemarks {
	readonly #counts = new Map<string, MergeRemark>();

	add(fileIndex: number, code: MergeRemark['code']): void {
		const key = `${fileIndex} ${code}`;
		const count = (this.#counts.get(key)?.count ?? 0) + 1;
		this.#counts.set(key, { fileIndex, code, count });
	}

	get list(): readonly MergeRemark[] {
		return [...this.#counts.values()];
	}
}
