/**
 * The smallest single changes of an environment that change what becomes of one email. Every candidate is decided anew,
 * so what is found is what happens. Deciding itself is left to the caller, who has the clock and the patterns.
 */
import type { ActivityId } from '../../domain/columns';
import type { Environment } from '../../domain/environment';
import type { MessageFacts } from '../../domain/message';
import type { RowMention } from '../checks';
import { smartMatching } from '../correlation/smartMatching';
import type { Decisions } from '../decide';
import { emailMention } from '../emailMention';
import type { EmailMention } from '../explanation';
import { mailboxMentions, type MailboxMention } from '../mailboxMentions';
import { candidatesOf } from './candidates';
import { applyChange, thingOf, type FlipChange } from './change';
import { flipClass, outcomeAt, verdictOrLinkDiffers, type FlipClass, type FlipOutcome } from './outcome';
import { flipTarget, placeOf, type FlipTarget } from './target';

export interface FoundFlip {
	readonly class: FlipClass;
	readonly change: FlipChange;
	/** Of this email under the change. */
	readonly outcome: FlipOutcome;
	/** Further values of the same thing that do the same, but for the reason; each is a larger step. */
	readonly alternatives: readonly FlipChange[];
	/** How many other emails change their verdict or link under `change`; null until counted. */
	readonly others: number | null;
}

export class FlipSearch {
	readonly before: FlipOutcome;
	readonly candidates: readonly FlipChange[];
	readonly #decisions: Decisions;
	readonly #position: number;
	readonly #target: FlipTarget;
	/** All messages as they are now, in processing order. */
	readonly #messages: readonly MessageFacts[];
	#related: readonly MessageFacts[] | null = null;
	#found: readonly FoundFlip[] = [];

	constructor(decisions: Decisions, position: number) {
		this.#decisions = decisions;
		this.#position = position;
		this.#messages = decisions.stored.messages.slice(0, decisions.length);
		this.before = outcomeAt(decisions, position);
		this.#target = flipTarget(decisions, position);
		this.candidates = candidatesOf(this.#target);
	}

	/** In the order of the candidates. */
	get found(): readonly FoundFlip[] {
		return this.#found;
	}

	get allMessages(): readonly MessageFacts[] {
		return this.#messages;
	}

	/**
	 * What has to be decided to know this email's outcome, itself last. Later email cannot influence an earlier one.
	 * Smart matching looks at every earlier email; without it, only those count that share something with this one.
	 */
	messagesThatMatter(environment: Environment): readonly MessageFacts[] {
		if (smartMatching.switchedOffBy(environment) === null) return this.#messages.slice(0, this.#position + 1);
		this.#related ??= this.#target.dependencies().map((at) => this.#messages[at] as MessageFacts);
		return this.#related;
	}

	environmentUnder(change: FlipChange): Environment {
		return applyChange(this.#decisions.environment, change);
	}

	/** Takes in how the messages that matter were decided under a candidate. True where something was found. */
	take(change: FlipChange, under: Decisions): boolean {
		const outcome = outcomeAt(under, under.length - 1);
		const changes = flipClass(this.before, outcome);
		if (changes === null) return false;
		const smaller = this.#found.findIndex(
			(flip) => thingOf(flip.change) === thingOf(change) && flipClass(flip.outcome, outcome) === null
		);
		const same = this.#found[smaller];
		this.#found = same
			? this.#found.with(smaller, { ...same, alternatives: [...same.alternatives, change] })
			: [...this.#found, { class: changes, change, outcome, alternatives: [], others: null }];
		return true;
	}

	/** Takes in how all messages were decided under a change that was found. */
	count(change: FlipChange, under: Decisions): void {
		let others = 0;
		for (let position = 0; position < this.#messages.length; position++) {
			if (position !== this.#position && verdictOrLinkDiffers(this.#decisions, under, position)) others++;
		}
		this.#found = this.#found.map((flip) => (flip.change === change ? { ...flip, others } : flip));
	}

	/** Every other email that the outcomes and the changes name. */
	get mentions(): readonly EmailMention[] {
		const ids = new Set<ActivityId>();
		for (const { correlatedActivityId } of this.#outcomes())
			if (correlatedActivityId !== null) ids.add(correlatedActivityId);
		for (const { change } of this.#found)
			if (change.kind === 'mark' && change.of === 'parent') ids.add(change.activityId);
		return [...ids].flatMap((activityId) => {
			const position = this.#decisions.stored.positionOf(activityId);
			return position === null ? [] : emailMention(this.#decisions, position);
		});
	}

	/** Every user and queue that the outcomes name. */
	get rows(): readonly RowMention[] {
		const ids = new Set(this.#outcomes().flatMap(({ acceptingEntityId }) => acceptingEntityId ?? []));
		return [...ids].flatMap((id) => placeOf(this.#decisions.environment, id)?.row ?? []);
	}

	/** Every mailbox that the changes name. */
	get mailboxes(): readonly MailboxMention[] {
		const ids = this.#found.flatMap(({ change }) => ('mailboxId' in change ? [change.mailboxId] : []));
		return mailboxMentions(this.#decisions.environment, ids);
	}

	#outcomes(): readonly FlipOutcome[] {
		return [this.before, ...this.#found.map(({ outcome }) => outcome)];
	}
}
