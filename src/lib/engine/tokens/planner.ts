/**
 * When a user's counter wraps, and how likely active threads share a token.
 *
 * The counter of a user goes up by one with each email activity, so two activities get the same token exactly when
 * they lie a multiple of N = 10^digits activities apart. They are a danger to each other when both threads are active
 * at the same time: a reply to the older one is then linked with the newer one.
 *
 * The model: between one activity of the user and the next, every active thread ends with the same chance, whatever its
 * age. A thread then lives on for k activities with chance q^k, and for m = q / (1 - q) activities on average: the
 * threads that are active at once. In days this is an exponential life with activities that come at random times.
 * With x = q^N, the chance that a thread is still active when its token is issued again:
 *
 * - A thread meets a newer one with its token with chance x, and at its own issue the one issued jN activities before
 *   is still active with chance x^j. All of these are independent: chance = 1 - (1 - x) (1 - x)(1 - x^2)(1 - x^3)...
 * - Right after an activity, the threads aged k and k + jN are both active with chance q^k q^(k + jN). Summed over all
 *   k and j that makes E = x / ((1 - x)(1 - q^2)) pairs on average. Pairs are rare and nearly independent, so that there
 *   is any with chance 1 - e^-E; for counters of two digits and more that is less than 0.01 off (see the test).
 */
import { counterValues } from './structure';

export interface PlannerInput {
	/** Of all that send as this user: queues use their owner's counter. */
	readonly activitiesPerWorkingDay: number;
	/** 1 to 7. */
	readonly workingDaysPerWeek: number;
	/** Calendar days, on average, after which no reply comes any more. */
	readonly threadLifeDays: number;
	/** 1 to 9. */
	readonly counterDigits: number;
}

export interface TokenPlan {
	readonly counterDigits: number;
	readonly counterValues: number;
	/** Calendar days from one token to the same again; Infinity where nothing is sent. */
	readonly daysUntilWrap: number;
	/** Threads that are active at once, on average. */
	readonly tokensInPlay: number;
	/** 0 to 1: a thread's token is issued again while the thread is active. */
	readonly chanceIssuedAgain: number;
	/** 0 to 1: a thread, while it is active, shares its token with an older or a newer active thread. */
	readonly chanceShared: number;
	/** 0 to 1: at any one moment, some two active threads of this user share a token. */
	readonly chanceAnyShared: number;
}

export function planTokens(input: PlannerInput): TokenPlan {
	const { counterDigits } = input;
	const values = counterValues(counterDigits);
	const activitiesPerDay = (input.activitiesPerWorkingDay * input.workingDaysPerWeek) / 7;
	const tokensInPlay = activitiesPerDay * input.threadLifeDays;
	return {
		counterDigits,
		counterValues: values,
		daysUntilWrap: values / activitiesPerDay,
		tokensInPlay,
		...chances(tokensInPlay, values)
	};
}

type Chances = Pick<TokenPlan, 'chanceIssuedAgain' | 'chanceShared' | 'chanceAnyShared'>;

/** @param tokensInPlay m above, 0 or more; @param values N above, 1 or more */
export function chances(tokensInPlay: number, values: number): Chances {
	if (tokensInPlay <= 0) return { chanceIssuedAgain: 0, chanceShared: 0, chanceAnyShared: 0 };
	// q^N with q = m / (m + 1), without losing small differences from 1.
	const logIssuedAgain = -values * Math.log1p(1 / tokensInPlay);
	const issuedAgain = Math.exp(logIssuedAgain);
	// 1 - q^2 = (2m + 1) / (m + 1)^2
	const pairs = (issuedAgain / -Math.expm1(logIssuedAgain)) * ((tokensInPlay + 1) ** 2 / (2 * tokensInPlay + 1));
	return {
		chanceIssuedAgain: issuedAgain,
		chanceShared: -Math.expm1(Math.log1p(-issuedAgain) + logOfNoneBefore(logIssuedAgain)),
		chanceAnyShared: -Math.expm1(-pairs)
	};
}

/** Terms below this change no digit that is shown. */
const smallestTerm = 1e-15;
/** A chance of none that is lower than e^-40 is none. */
const lowestLog = -40;

/** Logarithm of (1 - x)(1 - x^2)(1 - x^3)..., the chance that no older thread with the token is active. */
function logOfNoneBefore(logOfX: number): number {
	let sum = 0;
	for (let power = 1; sum > lowestLog; power++) {
		const term = Math.exp(power * logOfX);
		if (term < smallestTerm) break;
		sum += Math.log1p(-term);
	}
	return sum;
}

const leastDigits = 1;
const mostDigits = 9;

/** The same volume with 1 to 9 digits. */
export function plansByDigits(input: PlannerInput): readonly TokenPlan[] {
	return Array.from({ length: mostDigits - leastDigits + 1 }, (_, index) =>
		planTokens({ ...input, counterDigits: leastDigits + index })
	);
}

/** The fewest digits with which a thread shares its token less often than `below`; null when nine are not enough. */
export function digitsNeeded(input: PlannerInput, below: number): number | null {
	return plansByDigits(input).find(({ chanceShared }) => chanceShared < below)?.counterDigits ?? null;
}
