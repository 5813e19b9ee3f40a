import {
	CORRELATION_METHOD_CHOICE,
	type ActivityId,
	type CorrelationMethodChoice,
	type MethodId
} from '../../domain/columns';
import type { Outcome } from '../../domain/decision';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { CorrelationAttempt, EvidenceOf } from './evidence';
import {
	DISABLED,
	INDETERMINATE,
	NOT_APPLICABLE,
	NO_MATCH,
	NOTHING,
	type CorrelationMethod,
	type Found
} from './method';
import { CORRELATION_METHODS } from './registry';
import type { StoredEmails } from './storedEmails';

export interface Correlation {
	readonly method: CorrelationMethodChoice;
	/** Position of the correlated email, or -1. */
	readonly correlated: number;
	/** It answers a stored email, even where which one cannot be told. */
	readonly answers: boolean;
	/**
	 * Where a method could not be tried, or depends on an email whose own verdict is unknown: what it needs. Then no
	 * email is correlated, not even one that a later method found.
	 */
	readonly needs: readonly string[];
}

const none: Correlation = { method: CORRELATION_METHOD_CHOICE.None, correlated: -1, answers: false, needs: NOTHING };
/** Only when every method is switched off (reading A1). */
const skipped: Correlation = { ...none, method: CORRELATION_METHOD_CHOICE.Skipped };

/** Whether a hit of this method fills parentactivityid, too. */
export function setsParent(choice: CorrelationMethodChoice): boolean {
	return CORRELATION_METHODS.some((method) => method.choice === choice && method.setsParent);
}

/** The verdict alone: the first method that finds an earlier stored email. */
export function correlate(message: MessageFacts, at: number, stored: StoredEmails): Correlation {
	const enabled = enabledMethods(stored.environment);
	let needs: readonly string[] = NOTHING;
	for (const method of enabled) {
		const found = lookAnyway(method, message, at, stored);
		if (needs === NOTHING) needs = needsOf(method, found, message, at, stored);
		if (found >= 0) {
			return needs === NOTHING
				? { method: method.choice, correlated: found, answers: true, needs }
				: { ...none, answers: true, needs };
		}
	}
	return enabled.length === 0 ? skipped : needs === NOTHING ? none : { ...none, needs };
}

/** What has to be known before it can be said that this method finds nothing, or nothing else. */
function needsOf<M extends MethodId>(
	method: CorrelationMethod<M>,
	found: Found,
	message: MessageFacts,
	at: number,
	stored: StoredEmails
): readonly string[] {
	if (found === INDETERMINATE) return method.needs(stored);
	if (found < NO_MATCH || stored.undecided === null) return NOTHING;
	const undecided = method.find(message, at, stored.undecided);
	// Of several that fit the most recent wins, so an older one than was found changes nothing.
	const couldWin = undecided > found || (undecided >= 0 && method.namesSeveral?.(message, stored) === true);
	return couldWin ? [undecidedEmail(stored, undecided)] : NOTHING;
}

const undecidedEmailPrefix = 'emails/';

/** Names an email whose own verdict is unknown, as something that is needed. */
export function undecidedEmail(stored: StoredEmails, position: number): string {
	return `${undecidedEmailPrefix}${stored.activityId(position)}`;
}

/** The email that `undecidedEmail` names; null where something else is needed. */
export function undecidedEmailNamed(need: string): ActivityId | null {
	return need.startsWith(undecidedEmailPrefix) ? need.slice(undecidedEmailPrefix.length) : null;
}

type AnyMethod = (typeof CORRELATION_METHODS)[number];
const enabledByEnvironment = new WeakMap<Environment, readonly AnyMethod[]>();

/** Methods that are not switched off, worked out once for each environment. */
function enabledMethods(environment: Environment): readonly AnyMethod[] {
	let enabled = enabledByEnvironment.get(environment);
	if (!enabled) {
		enabled = CORRELATION_METHODS.filter((method) => method.switchedOffBy(environment) === null);
		enabledByEnvironment.set(environment, enabled);
	}
	return enabled;
}

/** One method on its own, whatever the others found. */
function look<M extends MethodId>(
	method: CorrelationMethod<M>,
	message: MessageFacts,
	at: number,
	stored: StoredEmails
): Found {
	return method.switchedOffBy(stored.environment) === null ? lookAnyway(method, message, at, stored) : DISABLED;
}

function lookAnyway<M extends MethodId>(
	method: CorrelationMethod<M>,
	message: MessageFacts,
	at: number,
	stored: StoredEmails
): Found {
	if (method.missing(message, stored).length > 0) return NOT_APPLICABLE;
	if (method.needs(stored).length > 0) return INDETERMINATE;
	return method.find(message, at, stored);
}

/** All four methods with their evidence, also those after the first hit. */
export function explainCorrelation(message: MessageFacts, at: number, stored: StoredEmails): CorrelationAttempt[] {
	let decidedBy: MethodId | null = null;
	return CORRELATION_METHODS.map((method) => {
		const attempt = explainMethod(method as CorrelationMethod<MethodId>, message, at, stored, decidedBy);
		// Where one cannot be decided the order stops: what a later one finds is not what Dynamics 365 would take.
		if (attempt.outcome === 'matched' || attempt.outcome === 'indeterminate') decidedBy ??= method.id;
		return { method: method.id, ...attempt } as CorrelationAttempt;
	});
}

function explainMethod<M extends MethodId>(
	method: CorrelationMethod<M>,
	message: MessageFacts,
	at: number,
	stored: StoredEmails,
	decidedBy: MethodId | null
): Outcome<EvidenceOf[M]> {
	const setting = method.switchedOffBy(stored.environment);
	if (setting !== null) return { outcome: 'disabled', setting };
	const found = look(method, message, at, stored);
	const evidence = () => method.evidence(message, at, stored);
	if (decidedBy !== null) {
		const wouldMatch = found >= 0 ? [stored.activityId(found)] : [];
		return found >= NO_MATCH
			? { outcome: 'notReached', decidedBy, wouldMatch, evidence: evidence() }
			: { outcome: 'notReached', decidedBy, wouldMatch };
	}
	if (found === NOT_APPLICABLE) {
		const missing = method.missing(message, stored);
		return method.explainsAbsence
			? { outcome: 'notApplicable', missing, evidence: evidence() }
			: { outcome: 'notApplicable', missing };
	}
	const needs = needsOf(method, found, message, at, stored);
	if (needs.length > 0) return { outcome: 'indeterminate', needs };
	return found >= 0
		? { outcome: 'matched', correlatedActivityId: stored.activityId(found), evidence: evidence() }
		: { outcome: 'noMatch', evidence: evidence() };
}
