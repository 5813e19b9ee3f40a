/** What every correlation method is: one file each, listed in `registry.ts`. */
import type { CorrelationMethodChoice, MethodId } from '../../domain/columns';
import type { Basis, OutcomeName, Source } from '../../domain/decision';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { EvidenceOf } from './evidence';
import type { StoredEmails } from './storedEmails';

/** Position of the matched email, or one of the negative codes below. */
export type Found = number;
export const NO_MATCH = -1;
export const NOT_APPLICABLE = -2;
export const DISABLED = -3;
export const INDETERMINATE = -4;

/** The facts that methods need from a new email. */
export type FactName = 'inReplyTo' | 'trackingToken' | 'threadIndex' | 'subjectWords' | 'addresses';

/** What of a mail an example says; everything else is plain. */
export type ExampleMail = Partial<
	Pick<MessageFacts, 'messageId' | 'inReplyTo' | 'references' | 'threadIndex' | 'subject'>
> & { readonly addresses?: readonly [from: string, ...to: string[]] };

/** Stands in the documentation and runs as a test. */
export interface MethodExample {
	readonly shows: string;
	/** An email that is in Dynamics 365 already. */
	readonly stored: ExampleMail;
	readonly email: ExampleMail;
	/** Where it is not the fresh install: organization columns, OrgDBOrgSettings and model options by name. */
	readonly settings?: Readonly<Record<string, boolean | number | string | readonly string[]>>;
	readonly outcome: OutcomeName;
}

/** Nothing is missing, nothing is needed: one array for all, since a hundred thousand emails ask four times each. */
export const NOTHING: readonly never[] = [];

export interface CorrelationMethod<M extends MethodId> {
	readonly id: M;
	readonly choice: CorrelationMethodChoice;
	/** One line for the documentation and the screen. */
	readonly summary: string;
	/** What of the new mail it reads. */
	readonly reads: readonly (keyof MessageFacts)[];
	readonly basis: Basis;
	readonly sources: readonly Source[];
	readonly examples: readonly MethodExample[];
	/** True when a hit fills parentactivityid too. */
	readonly setsParent: boolean;
	/** The setting that switches the method off, or null. */
	switchedOffBy(environment: Environment): string | null;
	/** What the method reads and this message lacks; empty when it can run. */
	missing(message: MessageFacts, stored: StoredEmails): readonly FactName[];
	/** True when the evidence says something even without it: near misses, stripped words. */
	readonly explainsAbsence: boolean;
	/** Facts it needs and cannot have, e.g. a refused pattern. Empty when it can run. */
	needs(stored: StoredEmails): readonly string[];
	/** The message names several things to look for, of which the first that fits wins, however old the email. */
	namesSeveral?(message: MessageFacts, stored: StoredEmails): boolean;
	/** The most recent email stored before `at` that fits. Called only when the three above let it run. */
	find(message: MessageFacts, at: number, stored: StoredEmails): Found;
	/** The same look-up with everything it saw. */
	evidence(message: MessageFacts, at: number, stored: StoredEmails): EvidenceOf[M];
}
