/**
 * The decision, top-down as the source page tells it: marks, duplicates, acceptance, correlation, population. Pure,
 * synchronous, deterministic: no clock, no randomness, no input or output.
 */
import { CORRELATION_METHOD_CHOICE, type CorrelationMethodChoice, type RecordReference } from '../domain/columns';
import type { ReasonName } from '../domain/decision';
import type { Environment } from '../domain/environment';
import type { MessageFacts } from '../domain/message';
import { correlate } from './correlation/correlate';
import { compileHashFilter, type HashFilter } from './correlation/hashFilter';
import { messageIdKey, StoredEmails } from './correlation/storedEmails';
import { Marks, NOT_MARKED } from './marks';
import { byProcessingOrder } from './order';
import { compileSubjectChangedPattern, subjectChanged } from './subjectChanged';

/** Rises when the same mail and environment can decide otherwise than before. */
export const ENGINE_VERSION = 1;

/** Stands for a pattern that removes nothing. */
const nothing = /(?!)/;

/** Decisions by position in processing order: one array per column, so 100,000 of them stay small. */
export class Decisions {
	readonly environment: Environment;
	readonly hashFilter: HashFilter;
	readonly stored: StoredEmails;
	readonly reason: ReasonName[] = [];
	readonly method: CorrelationMethodChoice[] = [];
	/** Position of the correlated email, or -1. Filled for emails that are not tracked, too, to show the link. */
	readonly correlated: number[] = [];
	readonly setsParent: boolean[] = [];
	readonly outgoing: boolean[] = [];
	readonly regarding: (RecordReference | null)[] = [];
	readonly subjectChanged: boolean[] = [];
	/** For Duplicate: position of the first email; else -1. */
	readonly duplicateOf: number[] = [];
	readonly marks: Marks;
	readonly #subjectChangedPattern: RegExp;

	constructor(environment: Environment, hashFilter: HashFilter) {
		this.environment = environment;
		this.hashFilter = hashFilter;
		this.stored = new StoredEmails(environment, hashFilter);
		this.marks = new Marks(environment.marks);
		this.#subjectChangedPattern =
			compileSubjectChangedPattern(environment.modelOptions.subjectChangedPattern) ?? nothing;
	}

	/** How many emails are tracked. */
	trackedCount = 0;

	get length(): number {
		return this.reason.length;
	}

	isTracked(position: number): boolean {
		return this.stored.isStored[position] === true;
	}

	/** The next message of processing order. */
	next(message: MessageFacts): void {
		const at = this.stored.see(message);
		const mark = this.marks.empty ? NOT_MARKED : this.marks.of(message, this.isFirstWithMessageId(message, at));
		const outgoing = mark.tracked === 'sent';
		const duplicateOf = mark.tracked === null ? this.#firstOf(message, at, outgoing) : -1;
		const reason: ReasonName =
			mark.tracked === 'untracked'
				? 'Untracked'
				: mark.tracked !== null
					? 'Manual'
					: duplicateOf >= 0
						? 'Duplicate'
						: 'AcceptAll';
		const { method, correlated, setsParent } = correlate(message, at, this.stored);

		this.reason.push(reason);
		this.method.push(method);
		this.correlated.push(correlated);
		this.setsParent.push(setsParent);
		this.outgoing.push(outgoing);
		this.duplicateOf.push(duplicateOf);
		this.regarding.push(mark.regarding ?? (correlated >= 0 ? (this.regarding[correlated] ?? null) : null));
		this.subjectChanged.push(
			method === CORRELATION_METHOD_CHOICE.InReplyTo &&
				subjectChanged(message.subject, this.stored.message(correlated).subject, this.#subjectChangedPattern)
		);
		if (reason === 'AcceptAll' || reason === 'Manual') {
			this.stored.store(at);
			this.trackedCount++;
		}
	}

	isFirstWithMessageId(message: MessageFacts, at: number): boolean {
		return (
			message.messageId !== null && this.stored.seenByMessageId.latestBefore(messageIdKey(message.messageId), at) < 0
		);
	}

	/** The stored email with this Message-ID in the same direction: sent and received copies are separate rows. */
	#firstOf(message: MessageFacts, at: number, outgoing: boolean): number {
		if (message.messageId === null) return -1;
		const key = messageIdKey(message.messageId);
		if (this.stored.byMessageId.latestBefore(key, at) < 0) return -1;
		return this.stored.byMessageId.allBefore(key, at).find((position) => this.outgoing[position] === outgoing) ?? -1;
	}
}

/** Decides all messages, given in any order. */
export function decide(
	messages: readonly MessageFacts[],
	environment: Environment,
	hashFilter: HashFilter = compileHashFilter(environment.organization.hashfilterkeywords)
): Decisions {
	const decisions = new Decisions(environment, hashFilter);
	for (const message of [...messages].sort(byProcessingOrder)) decisions.next(message);
	return decisions;
}

/**
 * Adds messages to decisions already made. False, with nothing changed, when one of them comes before the last decided
 * message: then everything after it may change and `decide` has to run again.
 */
export function decideMore(decisions: Decisions, messages: readonly MessageFacts[]): boolean {
	const sorted = [...messages].sort(byProcessingOrder);
	const last = decisions.stored.messages.at(-1);
	const first = sorted[0];
	if (last && first && byProcessingOrder(last, first) > 0) return false;
	for (const message of sorted) decisions.next(message);
	return true;
}
