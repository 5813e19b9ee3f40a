/**
 * What the laboratory asks the other methods about: replies whose In-Reply-To names a stored email, which is taken as
 * the truth. Each in turn loses its In-Reply-To; all else, earlier links included, stays as it was decided.
 */
import { messageIdKey } from '../correlation/storedEmails';
import { ThreadLinks } from '../conversations/links';
import type { Decisions } from '../decide';

/** Why an email with an In-Reply-To is no trial. */
export const LEFT_OUT = [
	/** A second copy: it would find the first one. */
	'copy',
	/** In-Reply-To names no other email of the case. */
	'parentMissing',
	/** The email that it names came in later. */
	'parentLater',
	/** The email that it names is not tracked. */
	'parentNotTracked',
	/** Whether the email that it names is tracked cannot be decided. */
	'parentUnknown'
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface Trials {
	/** Emails with an In-Reply-To, those left out included. */
	readonly replies: number;
	readonly leftOut: Readonly<Record<LeftOut, number>>;
	/** Positions, in processing order: replies first, then emails that answer nothing. */
	readonly positions: readonly number[];
	/** How many of `positions` are replies. */
	readonly trials: number;
	/** By index into `positions`: the email that In-Reply-To names; only for replies. */
	readonly parents: readonly number[];
	/** Whether two emails belong to one reply chain by their In-Reply-To and References. */
	sameChain(a: number, b: number): boolean;
}

/** So many take well under a few milliseconds. */
const positionsPerStep = 500;

/** In steps, so that the caller can pause. */
export function* trialsOf(decisions: Decisions): Generator<void, Trials> {
	const links = new ThreadLinks(decisions);
	yield* links.build();
	const leftOut = Object.fromEntries(LEFT_OUT.map((why) => [why, 0])) as Record<LeftOut, number>;
	const replies: number[] = [];
	const parents: number[] = [];
	const answerNothing: number[] = [];
	let withInReplyTo = 0;
	for (let position = 0; position < links.emails; position++) {
		if (position % positionsPerStep === 0) yield;
		const { inReplyTo, references } = decisions.stored.message(position);
		const isCopy = decisions.reason[position] === 'Duplicate';
		if (inReplyTo.length > 0) {
			withInReplyTo++;
			const parent = isCopy ? 'copy' : parentOf(position, inReplyTo, decisions);
			if (typeof parent === 'string') {
				leftOut[parent]++;
				continue;
			}
			replies.push(position);
			parents.push(parent);
		} else if (references.length === 0 && !isCopy) {
			answerNothing.push(position);
		}
	}
	const { replyChains } = links;
	return {
		replies: withInReplyTo,
		leftOut,
		positions: [...replies, ...answerNothing],
		trials: replies.length,
		parents,
		sameChain: (a, b) => replyChains.find(a) === replyChains.find(b)
	};
}

/** As method InReplyTo looks for it, whatever its switches: the ids from first to last, the latest stored email. */
function parentOf(
	position: number,
	inReplyTo: readonly string[],
	{ stored }: Decisions
): number | Exclude<LeftOut, 'copy'> {
	const keys = inReplyTo.map(messageIdKey);
	for (const key of keys) {
		const parent = stored.byMessageId.latestBefore(key, position);
		if (parent >= 0) return parent;
	}
	if (keys.some((key) => (stored.undecided?.byMessageId.latestBefore(key, position) ?? -1) >= 0))
		return 'parentUnknown';
	const named = keys.flatMap((key) => stored.seenByMessageId.all(key)).filter((other) => other !== position);
	if (named.some((other) => other < position)) return 'parentNotTracked';
	return named.length > 0 ? 'parentLater' : 'parentMissing';
}
