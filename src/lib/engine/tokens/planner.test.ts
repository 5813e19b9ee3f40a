import { describe, expect, test } from 'vitest';
import { chances, digitsNeeded, planTokens, plansByDigits, type PlannerInput } from './planner';

const INPUT: PlannerInput = {
	activitiesPerWorkingDay: 70,
	workingDaysPerWeek: 5,
	threadLifeDays: 14,
	counterDigits: 3
};

test('days until the counter wraps, and tokens in play', () => {
	const plan = planTokens(INPUT);
	expect(plan.counterValues).toBe(1_000);
	expect(plan.daysUntilWrap).toBe(20);
	expect(plan.tokensInPlay).toBe(700);
});

test('nothing sent, or no thread alive: nothing shared', () => {
	const none = { chanceIssuedAgain: 0, chanceShared: 0, chanceAnyShared: 0 };
	expect(planTokens({ ...INPUT, activitiesPerWorkingDay: 0 })).toMatchObject({ ...none, daysUntilWrap: Infinity });
	expect(planTokens({ ...INPUT, threadLifeDays: 0 })).toMatchObject(none);
});

test('every chance is one, falls with more digits, and rises with longer threads', () => {
	for (const activitiesPerWorkingDay of [0.1, 7, 1_000, 100_000]) {
		for (const threadLifeDays of [0.5, 30, 3_650]) {
			const plans = plansByDigits({ ...INPUT, activitiesPerWorkingDay, threadLifeDays });
			const longer = plansByDigits({ ...INPUT, activitiesPerWorkingDay, threadLifeDays: threadLifeDays * 2 });
			expect(plans).toHaveLength(9);
			plans.forEach((plan, index) => {
				for (const name of ['chanceIssuedAgain', 'chanceShared', 'chanceAnyShared'] as const) {
					expect(plan[name]).toBeGreaterThanOrEqual(0);
					expect(plan[name]).toBeLessThanOrEqual(1);
					expect(plan[name]).toBeGreaterThanOrEqual(plans[index + 1]?.[name] ?? 0);
					expect(plan[name]).toBeLessThanOrEqual(longer[index]?.[name] ?? 1);
				}
			});
		}
	}
});

test.each([
	[1, 7, 2],
	[70, 14, 4],
	[70, 365, 5],
	[1_000_000, 3_650, null]
])('%d a day and threads of %d days need %s digits', (activitiesPerWorkingDay, threadLifeDays, digits) => {
	const input = { ...INPUT, activitiesPerWorkingDay, threadLifeDays };
	expect(digitsNeeded(input, 0.01)).toBe(digits);
	if (digits === null) return;
	expect(planTokens({ ...input, counterDigits: digits }).chanceShared).toBeLessThan(0.01);
	expect(planTokens({ ...input, counterDigits: digits - 1 }).chanceShared).toBeGreaterThanOrEqual(0.01);
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The model as it is worded: after each activity every active thread ends with the same chance. */
function simulate(tokensInPlay: number, values: number, activities: number) {
	const random = randomFrom(20_260_901);
	const logStay = Math.log(tokensInPlay / (tokensInPlay + 1));
	const endsAfter = Array.from({ length: activities }, (_, at) => at + Math.floor(Math.log(1 - random()) / logStay));
	const warmUp = Math.ceil(tokensInPlay * 20);
	const active = new Map<number, number>();
	const ending = new Map<number, number[]>();
	const shared = new Uint8Array(activities);
	let classesShared = 0;
	let momentsShared = 0;
	const latest = new Map<number, number[]>();
	endsAfter.forEach((end, at) => {
		for (const ended of ending.get(at) ?? []) {
			const left = (active.get(ended) ?? 0) - 1;
			active.set(ended, left);
			if (left === 1) classesShared--;
		}
		ending.delete(at);
		const token = at % values;
		const others = (latest.get(token) ?? []).filter((other) => (endsAfter[other] ?? 0) >= at);
		for (const other of others) shared[other] = 1;
		if (others.length > 0) shared[at] = 1;
		latest.set(token, [...others, at]);
		const now = (active.get(token) ?? 0) + 1;
		active.set(token, now);
		if (now === 2) classesShared++;
		ending.set(end + 1, [...(ending.get(end + 1) ?? []), token]);
		if (at >= warmUp && classesShared > 0) momentsShared++;
	});
	const counted = shared.subarray(warmUp, activities - warmUp);
	return {
		chanceIssuedAgain: endsAfter.filter((end, at) => end >= at + values).length / activities,
		chanceShared: counted.reduce((sum, one) => sum + one, 0) / counted.length,
		chanceAnyShared: momentsShared / (activities - warmUp)
	};
}

describe('the closed form agrees with 400,000 simulated activities: to 0.01, at a moment to 0.02', () => {
	test.each([
		[10, 100],
		[25, 100],
		[60, 100],
		[150, 1_000],
		[250, 1_000],
		[700, 1_000],
		[30, 1_000]
	])('%d threads at once, %d counters', (tokensInPlay, values) => {
		const simulated = simulate(tokensInPlay, values, 400_000);
		const closed = chances(tokensInPlay, values);
		expect(Math.abs(simulated.chanceIssuedAgain - closed.chanceIssuedAgain)).toBeLessThan(0.01);
		expect(Math.abs(simulated.chanceShared - closed.chanceShared)).toBeLessThan(0.01);
		expect(Math.abs(simulated.chanceAnyShared - closed.chanceAnyShared)).toBeLessThan(0.02);
	});
});

/** Exactly, for the model: no two of the ages r, r + N, r + 2N... are active, for any r. */
function exactChanceAnyShared(tokensInPlay: number, values: number): number {
	const stays = tokensInPlay / (tokensInPlay + 1);
	let logNone = 0;
	for (let rest = 0; rest < values; rest++) {
		let none = 1;
		let one = 0;
		for (let age = rest; age === rest || stays ** age > 1e-18; age += values) {
			const active = stays ** age;
			one = one * (1 - active) + none * active;
			none *= 1 - active;
		}
		logNone += Math.log(none + one);
	}
	return 1 - Math.exp(logNone);
}

test('taking pairs as independent is off by less than 0.01 from two digits on, by less than 0.04 with one', () => {
	for (const [values, most] of [
		[10, 0.04],
		[100, 0.01],
		[1_000, 0.01]
	] as const) {
		for (let share = 0.02; share < 1.5; share *= 1.2) {
			const off = chances(values * share, values).chanceAnyShared - exactChanceAnyShared(values * share, values);
			expect(Math.abs(off)).toBeLessThan(most);
		}
	}
});

test('activities at random times and threads of exponential length give the same chance, to 0.01', () => {
	const input: PlannerInput = { ...INPUT, threadLifeDays: 4 };
	const plan = planTokens(input);
	const random = randomFrom(7);
	const exponential = (mean: number) => -Math.log(1 - random()) * mean;
	const activities = 300_000;
	const sentOnDay = new Float64Array(activities);
	for (let at = 1; at < activities; at++) sentOnDay[at] = (sentOnDay[at - 1] ?? 0) + exponential(1 / 50);
	const endsOnDay = sentOnDay.map((day) => day + exponential(input.threadLifeDays));
	let issuedAgain = 0;
	let shared = 0;
	for (let at = 5_000; at < activities - 5_000; at++) {
		const [sent, ends] = [sentOnDay[at] ?? 0, endsOnDay[at] ?? 0];
		const again = (sentOnDay[at + plan.counterValues] ?? Infinity) < ends;
		let before = false;
		for (let older = at - plan.counterValues; older >= 0; older -= plan.counterValues) {
			before ||= (endsOnDay[older] ?? 0) > sent;
		}
		if (again) issuedAgain++;
		if (again || before) shared++;
	}
	expect(Math.abs(issuedAgain / (activities - 10_000) - plan.chanceIssuedAgain)).toBeLessThan(0.01);
	expect(Math.abs(shared / (activities - 10_000) - plan.chanceShared)).toBeLessThan(0.01);
});
