/**
 * The decision, top-down as the source page tells it: marks, duplicates, acceptance, correlation, population. Pure,
 * synchronous, deterministic: no clock, no randomness, no input or output.
 */
import { CORRELATION_METHOD_CHOICE, type CorrelationMethodChoice, type RecordReference } from '../domain/columns';
import type { ReasonName } from '../domain/decision';
import { ALL_MAIL_QUEUE_ID, type Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { correlate, type Correlation } from './correlation/correlate';
import { compileHashFilter, type HashFilter } from './correlation/hashFilter';
import { messageIdKey, StoredEmails } from './correlation/storedEmails';
import { evaluate, firstStored, type Evaluated } from './evaluate';
import { Marks, NOT_MARKED, type MarkFound } from './marks';
import { byProcessingOrder } from './order';
import { trackedByHand } from './population/trackedByHand';
import { Scope, type PathsOf } from './scope/scope';
import { compileSubjectChangedPattern, subjectChanged } from './subjectChanged';

/** Rises when the same mail and environment can decide otherwise than before. */
export const ENGINE_VERSION = 3;

/** Stands for a pattern that removes nothing. */
const nothing = /(?!)/;

export interface DecideOptions {
	/** The compiled HashFilterKeywords; whether it is quick enough is for the caller to try. */
	readonly hashFilter?: HashFilter;
	/** Placements are matched on paths. */
	readonly pathsOf?: PathsOf;
	/** Decisions on the same messages and paths under another environment: spares replaying the same sync cycles. */
	readonly before?: Decisions;
}

const noPaths: PathsOf = () => [];

/** Decisions by position in processing order: one array per column, so 100,000 of them stay small. */
export class Decisions {
	readonly environment: Environment;
	readonly hashFilter: HashFilter;
	readonly stored: StoredEmails;
	/** Null for a fresh install, where everything is seen and accepted. */
	readonly scope: Scope | null;
	readonly reason: ReasonName[] = [];
	readonly method: CorrelationMethodChoice[] = [];
	/** Position of the correlated email, or -1. Filled for emails that are not tracked, too, to show the link. */
	readonly correlated: number[] = [];
	readonly outgoing: boolean[] = [];
	readonly acceptingEntityId: (string | null)[] = [];
	readonly receivingMailboxId: (string | null)[] = [];
	readonly regarding: (RecordReference | null)[] = [];
	/** By position, only where something is needed to decide. */
	readonly needs = new Map<number, readonly string[]>();
	/** Positions of which no method can tell whether, or to which email, they are linked; their method is None. */
	readonly linkUnknown = new Set<number>();
	readonly marks: Marks;
	/** Some mark or tracked folder sets a Regarding. */
	readonly regardingDescribed: boolean;
	readonly #subjectChangedPattern: RegExp;

	/** `messages` is all mail that is going to be decided, for the replay of sync cycles. */
	constructor(environment: Environment, messages: readonly MessageFacts[], options: DecideOptions = {}) {
		this.environment = environment;
		this.hashFilter = options.hashFilter ?? compileHashFilter(environment.organization.hashfilterkeywords);
		this.stored = new StoredEmails(environment, this.hashFilter);
		this.scope = environment.freshInstall
			? null
			: new Scope(environment, messages, options.pathsOf ?? noPaths, options.before?.scope);
		this.marks = new Marks(environment.marks);
		this.regardingDescribed =
			environment.marks.some(({ regarding }) => Boolean(regarding)) ||
			environment.mailboxes.some(({ trackedfolders }) => trackedfolders.some(({ regarding }) => regarding !== null));
		this.#subjectChangedPattern =
			compileSubjectChangedPattern(environment.modelOptions.subjectChangedPattern) ?? nothing;
	}

	/** How many emails are tracked. */
	trackedCount = 0;

	get length(): number {
		return this.reason.length;
	}

	/** Passed on as a function, so bound. */
	readonly isOutgoing = (position: number): boolean => this.outgoing[position] === true;

	isTracked(position: number): boolean {
		return this.stored.isStored[position] === true;
	}

	/** `unknown` where the environment refers to something that it lacks. */
	tracked(position: number): 'yes' | 'no' | 'unknown' {
		return this.isTracked(position) ? 'yes' : this.needs.has(position) ? 'unknown' : 'no';
	}

	/** What correlatedsubjectchanged holds: for InReplyTo only. */
	subjectChanged(position: number): boolean {
		if (this.method[position] !== CORRELATION_METHOD_CHOICE.InReplyTo) return false;
		const correlated = this.stored.message(this.correlated[position] as number);
		return subjectChanged(this.stored.message(position), correlated, this.#subjectChangedPattern);
	}

	/** The next message of processing order. */
	next(message: MessageFacts): void {
		const at = this.stored.see(message);
		const mark = this.markOf(message, at);
		const correlation = correlate(message, at, this.stored);
		const { method, correlated } = correlation;
		const result = this.evaluate(message, at, mark, correlation);

		this.reason.push(result.reason);
		this.method.push(method);
		if (correlation.needs.length > 0) this.linkUnknown.add(at);
		this.correlated.push(correlated);
		this.outgoing.push(result.outgoing);
		this.acceptingEntityId.push(result.acceptingEntityId);
		this.receivingMailboxId.push(result.receivingMailboxId);
		const inherited = correlated >= 0 ? (this.regarding[correlated] ?? null) : null;
		// A tracked folder's Regarding overwrites what was set by hand (Learn, "Folder-level tracking").
		this.regarding.push(result.folderRegarding ?? (mark.regarding === undefined ? inherited : mark.regarding));
		if (result.needs.length > 0) {
			this.needs.set(at, result.needs);
			this.stored.leaveUndecided(at);
		}
		if (result.tracked) {
			this.stored.store(at);
			this.trackedCount++;
		}
	}

	markOf(message: MessageFacts, at: number): MarkFound {
		return this.marks.empty ? NOT_MARKED : this.marks.of(message, this.#isFirstWithMessageId(message, at));
	}

	/** Marks come before everything; then the fresh install accepts, or the mailboxes look. As of `at`, at any time. */
	evaluate(message: MessageFacts, at: number, mark: MarkFound, correlation: Correlation): Evaluated {
		if (mark.tracked === 'untracked') return decidedAs('Untracked', { tracked: false });
		if (mark.tracked === 'sent') return decidedAs('Manual', { outgoing: true });
		if (mark.tracked === 'manual') return decidedAs('Manual', this.scope ? trackedByHand(message, this.scope) : {});
		if (this.scope !== null) return evaluate(message, at, correlation, this.stored, this.scope, this.isOutgoing);
		return firstStored(message, at, false, this.stored, this.isOutgoing) >= 0 ? freshDuplicate : freshAcceptAll;
	}

	/** `evaluate` of an email decided before. */
	evaluateAt(position: number): Evaluated {
		const message = this.stored.message(position);
		const correlation = correlate(message, position, this.stored);
		return this.evaluate(message, position, this.markOf(message, position), correlation);
	}

	#isFirstWithMessageId(message: MessageFacts, at: number): boolean {
		return (
			message.messageId !== null && this.stored.seenByMessageId.latestBefore(messageIdKey(message.messageId), at) < 0
		);
	}
}

/** A decision without mailboxes: by a mark, or on a fresh install. */
function decidedAs(reason: ReasonName, changes: Partial<Evaluated>): Evaluated {
	return {
		reason,
		tracked: true,
		outgoing: false,
		acceptingEntityId: null,
		receivingMailboxId: null,
		folderRegarding: null,
		needs: [],
		mailboxes: [],
		checks: [],
		...changes
	};
}

const freshDuplicate = decidedAs('Duplicate', { tracked: false });
const freshAcceptAll = decidedAs('AcceptAll', { acceptingEntityId: ALL_MAIL_QUEUE_ID });

/** Decides all messages, given in any order. */
export function decide(
	messages: readonly MessageFacts[],
	environment: Environment,
	options: DecideOptions = {}
): Decisions {
	const decisions = new Decisions(environment, messages, options);
	for (const message of [...messages].sort(byProcessingOrder)) decisions.next(message);
	return decisions;
}

/**
 * Adds messages to decisions already made. False, with nothing changed, when what was decided may change: one of them
 * comes before the last decided message, or sync cycles are replayed over all mail. Then `decide` has to run again.
 */
export function decideMore(decisions: Decisions, messages: readonly MessageFacts[]): boolean {
	if (decisions.scope?.replaysSyncs) return false;
	const sorted = [...messages].sort(byProcessingOrder);
	const last = decisions.stored.messages.at(-1);
	const first = sorted[0];
	if (last && first && byProcessingOrder(last, first) > 0) return false;
	for (const message of sorted) decisions.next(message);
	return true;
}
