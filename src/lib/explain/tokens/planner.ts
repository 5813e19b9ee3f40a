/** When the counter wraps and how likely threads share a token, in words and as curves. */
import {
	digitsNeeded,
	planTokens,
	plansByDigits,
	type PlannerInput,
	type TokenPlan
} from '../../engine/tokens/planner';
import { TOKEN_LIMITS, tokenLength, type TokenSettings } from '../../engine/tokens/structure';
import { count } from '../parts';
import { rule, type RuleWords } from '../sources';
import { digits } from './parts';

/** Below this a thread shares its token seldom enough. */
const acceptableChance = 0.01;

export interface PlanRow {
	readonly digits: number;
	readonly present: boolean;
	readonly wraps: string;
	readonly chanceShared: string;
	readonly chanceAnyShared: string;
	readonly tokenLength: number;
}
export interface PlanWords {
	readonly figures: readonly { readonly name: string; readonly value: string; readonly means: string }[];
	readonly advice: { readonly good: boolean; readonly text: string };
	readonly rows: readonly PlanRow[];
}

/** Null where the number of digits is out of bounds. */
export function planWords(settings: TokenSettings, volume: Omit<PlannerInput, 'counterDigits'>): PlanWords | null {
	const present = settings.trackingtokencounterdigits;
	const { least, most } = TOKEN_LIMITS.trackingtokencounterdigits;
	if (!Number.isInteger(present) || present < least || present > most) return null;
	const input = { ...volume, counterDigits: present };
	const plan = planTokens(input);
	const lengthWith = (counterDigits: number) => tokenLength({ ...settings, trackingtokencounterdigits: counterDigits });
	return {
		figures: [
			{
				name: 'The counter starts again',
				value: plan.daysUntilWrap === Infinity ? 'never' : `after ${daysText(plan.daysUntilWrap)}`,
				means: `It has ${plan.counterValues} values.`
			},
			{
				name: 'Tokens in play at once',
				value: aboutText(plan.tokensInPlay),
				means: 'Threads to which a reply may still come.'
			},
			{
				name: 'A thread shares its token',
				value: chanceText(plan.chanceShared),
				means: 'With an older or a newer thread, while both are active.'
			},
			{
				name: 'Any two share one',
				value: chanceText(plan.chanceAnyShared),
				means: 'At any one moment, among all active threads of this user.'
			}
		],
		advice: adviceOf(plan, digitsNeeded(input, acceptableChance), lengthWith),
		rows: plansByDigits(input).map((row) => ({
			digits: row.counterDigits,
			present: row.counterDigits === present,
			wraps: daysText(row.daysUntilWrap),
			chanceShared: chanceText(row.chanceShared),
			chanceAnyShared: chanceText(row.chanceAnyShared),
			tokenLength: lengthWith(row.counterDigits)
		}))
	};
}

function adviceOf(
	{ counterDigits, chanceShared }: TokenPlan,
	needed: number | null,
	lengthWith: (counterDigits: number) => number
): PlanWords['advice'] {
	if (chanceShared < acceptableChance) {
		return {
			good: true,
			text: `${digits(counterDigits)} for the counter ${counterDigits === 1 ? 'is' : 'are'} enough: a thread shares its token less often than once in a hundred.`
		};
	}
	if (needed === null) {
		return { good: false, text: 'Not even 9 digits are enough. Let several users or queue owners send.' };
	}
	const more = needed - counterDigits;
	return {
		good: false,
		text: `Set ${digits(needed)} for the counter: then a thread shares its token less often than once in a hundred. Each subject gets ${count(more, 'character')} longer, the token ${lengthWith(needed)} instead of ${lengthWith(counterDigits)}. Tokens made before keep linking.`
	};
}

/** `1.2 %`; the far ends are named as such. */
export function chanceText(chance: number): string {
	if (chance < 0.0001) return 'below 0.01 %';
	if (chance > 0.999) return 'above 99.9 %';
	return `${Number((chance * 100).toPrecision(2))} %`;
}

const daysPerYear = 365.25;

export function daysText(days: number): string {
	if (days === Infinity) return 'never';
	if (days < 1) return 'less than a day';
	if (days < 2 * daysPerYear) return count(Math.round(days), 'day');
	const years = days / daysPerYear;
	return years > 1_000 ? 'more than 1000 years' : `${years < 10 ? Number(years.toFixed(1)) : Math.round(years)} years`;
}

function aboutText(amount: number): string {
	return amount < 10 ? String(Number(amount.toFixed(1))) : String(Math.round(amount));
}

export interface Curve {
	readonly digits: number;
	/** 0 to 1, at the days that were entered. */
	readonly now: number;
	readonly points: readonly { readonly days: number; readonly chance: number }[];
}
const pointsPerCurve = 80;
const curvesShown = 3;

/** Chance that a thread shares its token, over the days it stays active: for the present digits and up to two more. */
export function chanceCurves(input: PlannerInput, greatestDays: number): readonly Curve[] {
	const most = TOKEN_LIMITS.trackingtokencounterdigits.most;
	const all = Array.from({ length: curvesShown }, (_, more) => input.counterDigits + more).filter((one) => one <= most);
	return all.map((counterDigits) => ({
		digits: counterDigits,
		now: planTokens({ ...input, counterDigits }).chanceShared,
		points: Array.from({ length: pointsPerCurve + 1 }, (_, place) => {
			const days = (greatestDays * place) / pointsPerCurve;
			return { days, chance: planTokens({ ...input, threadLifeDays: days, counterDigits }).chanceShared };
		})
	}));
}

export const PLANNER_RULES: readonly RuleWords[] = [
	rule(
		'documented',
		'The counter goes up by one with each email activity of the user, so two activities get the same token when a multiple of its number of values lies between them.',
		'filteringAndCorrelation'
	),
	rule(
		'assumed',
		'The model: between one activity and the next, every active thread ends with the same chance, whatever its age. Some threads end soon, some last several times the average.',
		'filteringAndCorrelation'
	),
	rule(
		'assumed',
		'If all threads lasted equally long, none would share a token until the counter wraps within that time, and then every one would.',
		'filteringAndCorrelation'
	),
	rule(
		'documented',
		'More digits make it less likely that active threads get the same token.',
		'filteringAndCorrelation',
		'tokenReuse'
	)
];

export interface ReuseCause {
	readonly title: string;
	readonly why: string;
	readonly remedy: string;
}
/** Why tokens are used again sooner than the number of digits would have it. */
export const REUSE_CAUSES: readonly ReuseCause[] = [
	{
		title: 'One owner of many queues',
		why: 'Email sent from a queue uses the number and the counter of the queue’s owner. The queues of one owner share one counter.',
		remedy:
			'Give busy queues owners of their own, or set more digits for the counter. Above, count all queues of the owner.'
	},
	{
		title: 'A service account',
		why: 'Flows, plug-ins and imports that send as one account use up one counter, often thousands a day.',
		remedy: 'Plan for the account’s volume, not for that of a person.'
	},
	{
		title: 'Two organizations with the same prefix',
		why: 'Both make tokens with “CRM:” and the same user numbers. A token of one that comes back to the other links the wrong email.',
		remedy: 'Give each organization, test environments too, its own prefix. The former prefix keeps linking.'
	}
];
