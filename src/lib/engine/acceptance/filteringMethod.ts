/** What every filtering method is: one file each, listed in `registry.ts`. */
import type { FilteringMethod } from '../../domain/environment';
import type { Basis, ReasonName, Source } from '../../domain/decision';

export interface FilteringInput {
	/** Any enabled correlation method found an earlier email. */
	readonly correlated: boolean;
	/** Tables of the rows at the other end: the sender's row of incoming mail, the recipients' of outgoing. */
	readonly otherEndTables: readonly string[];
}

export interface FilteringRule {
	readonly method: FilteringMethod;
	/** As Personal Options and the queue form spell it. */
	readonly label: string;
	readonly basis: Basis;
	readonly sources: readonly Source[];
	/** Reason of an email that this method accepts (reading A22); null where it accepts none. */
	readonly reason: ReasonName | null;
	accepts(input: FilteringInput): boolean;
}
