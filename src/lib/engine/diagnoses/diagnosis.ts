/** What every diagnosis of the catalogue is: one file each, listed in `registry.ts`. */
import type { ActivityId, EmailColumns, MethodId } from '../../domain/columns';
import type { AutoReplyDecision, Basis, ReasonName, Source } from '../../domain/decision';
import type {
	Environment,
	Mailbox,
	Mark,
	OrganizationSettings,
	OrgDbOrgSettings,
	Placement,
	Queue,
	RecordRow,
	User
} from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { CheckResult } from '../checks';
import type { CorrelationAttempt } from '../correlation/evidence';
import type { DiagnosisFound, DiagnosisId } from '../explanation';

/** What a diagnosis may look at: facts and the finished decision of one email, and look-ups of bounded cost. */
export interface DiagnosisInput {
	readonly facts: MessageFacts;
	readonly environment: Environment;
	readonly tracked: boolean;
	readonly reason: ReasonName;
	readonly outgoing: boolean;
	/** Null when not tracked. */
	readonly columns: EmailColumns | null;
	readonly checks: readonly CheckResult[];
	readonly correlation: readonly CorrelationAttempt[];
	readonly autoReply: AutoReplyDecision;
	readonly subjectChanged: boolean;
	readonly referencesOnly: { readonly messageId: string; readonly activityId: ActivityId } | null;
	/** The email that this one is linked to. */
	readonly correlated: MessageFacts | null;
	/** Some mark or tracked folder of the environment sets a Regarding, so that an empty one says something. */
	readonly regardingDescribed: boolean;
	/** An email of the set by its id. */
	message(activityId: ActivityId): MessageFacts | null;
	/** The tracked email with the same Message-ID and the other direction. */
	otherCopy(): ActivityId | null;
	/** Without reply prefixes and tokens, lower case. */
	bareSubject(subject: string | null): string;
	/** The latest earlier tracked email of that bare subject that went to the sender of this one. */
	emailToSenderWithSubject(subject: string): ActivityId | null;
	/** What InReplyTo, else ConversationIndex, would find with no setting that switches them off. */
	matchWithCorrelation(): { readonly method: MethodId; readonly activityId: ActivityId } | null;
	/** What SmartMatching would find if the subject were this one. */
	smartMatchOf(subject: string): ActivityId | null;
}

/** A mail of an example; what it does not say is plain: from Ann at Fabrikam to support@contoso.com. */
export interface ExampleMail extends Partial<
	Pick<
		MessageFacts,
		| 'messageId'
		| 'inReplyTo'
		| 'references'
		| 'threadIndex'
		| 'subject'
		| 'autoSubmitted'
		| 'contentType'
		| 'otherFields'
		| 'deliveredTo'
		| 'listId'
	>
> {
	readonly from?: string;
	readonly to?: readonly string[];
	readonly cc?: readonly string[];
	/** Marked by hand. */
	readonly tracked?: NonNullable<Mark['tracked']>;
	readonly regarding?: NonNullable<Mark['regarding']>;
}

/** Users and queues have the address `<id>@contoso.com`, records `<id>@fabrikam.com`, mailboxes the id `m-<ownerid>`. */
export interface ExampleEnvironment {
	readonly organization?: Partial<OrganizationSettings>;
	readonly orgDbOrgSettings?: Partial<OrgDbOrgSettings>;
	readonly users?: readonly (Pick<User, 'id'> & Partial<User>)[];
	readonly queues?: readonly (Pick<Queue, 'id'> & Partial<Queue>)[];
	readonly records?: readonly (Pick<RecordRow, 'id' | 'table'> & Partial<RecordRow>)[];
	readonly mailboxes?: readonly ({ readonly ownerid: string } & Partial<Mailbox>)[];
	/** Where the diagnosed email lay; the others lay in no mailbox unless addressed to one. */
	readonly placement?: Pick<Placement, 'mailboxid'> & Partial<Placement>;
}

/** Mails come in minute by minute, `before`, `email`, `after`; runs as a test. */
export interface DiagnosisExample {
	readonly shows: string;
	readonly before?: readonly ExampleMail[];
	readonly email: ExampleMail;
	readonly after?: readonly ExampleMail[];
	readonly environment?: ExampleEnvironment;
}

export interface Diagnosis<I extends DiagnosisId = DiagnosisId> {
	readonly id: I;
	/** Place in the catalogue of complaints, 1 to 35, null for one beside it; different sightings of one complaint share it. */
	readonly number: number | null;
	/** `environment`: says nothing before users, queues and mailboxes are described. */
	readonly needs: 'mail' | 'environment';
	/**
	 * How much of the cause mail and environment show: `seen`; `hint`, where the same can have another cause; or
	 * `notVisible`, which never applies and is listed with what to check by hand.
	 */
	readonly sight: 'seen' | 'hint' | 'notVisible';
	readonly basis: Basis;
	readonly sources: readonly [Source, ...Source[]];
	/** Both empty where it is not visible. */
	readonly applies: readonly DiagnosisExample[];
	readonly doesNotApply: readonly DiagnosisExample[];
	/** Null when it does not apply. */
	find(input: DiagnosisInput): Omit<DiagnosisFound, 'id'> | null;
}

/** The attempt of one method, narrowed to its evidence. */
export function attemptOf<M extends CorrelationAttempt['method']>(
	input: DiagnosisInput,
	method: M
): Extract<CorrelationAttempt, { method: M }> {
	return input.correlation.find((attempt) => attempt.method === method) as Extract<CorrelationAttempt, { method: M }>;
}

/** The check that ran in the mailbox that decided, or null. */
export function checkOf<C extends CheckResult['check']>(
	input: DiagnosisInput,
	name: C
): Extract<CheckResult, { check: C }> | null {
	return (input.checks.find(({ check }) => check === name) ?? null) as Extract<CheckResult, { check: C }> | null;
}

/** The email is linked to nothing by any method. */
export function unlinked(input: DiagnosisInput): boolean {
	return !input.correlation.some(({ outcome }) => outcome === 'matched');
}

/** The matching attempt: the one that filled correlatedactivityid. */
export function matchedAttempt(input: DiagnosisInput): Extract<CorrelationAttempt, { outcome: 'matched' }> | null {
	for (const attempt of input.correlation) if (attempt.outcome === 'matched') return attempt;
	return null;
}

/** The subject is that of the email it is linked to, with something before or after it at most. */
export function keepsSubject({
	facts,
	correlated,
	bareSubject
}: Pick<DiagnosisInput, 'facts' | 'correlated' | 'bareSubject'>): boolean {
	const own = bareSubject(facts.subject);
	const linked = bareSubject(correlated?.subject ?? null);
	return own === linked || (linked !== '' && own.includes(linked));
}

/** When the first mail of an example comes in. */
export const exampleStartUtcMs = Date.UTC(2026, 8, 1, 8);
