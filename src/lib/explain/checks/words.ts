/** What one check looks like in words; each check's file makes its own. */
import type { CheckResult, Explanation } from '../../engine/explanation';
import type { StepWords } from '../methods/words';
import type { RuleWords } from '../sources';

export type CheckName = CheckResult['check'];
export type CheckNamed<C extends CheckName> = Extract<CheckResult, { readonly check: C }>;
export type Said = Pick<StepWords, 'outcome' | 'tone' | 'sentence' | 'details'>;

export interface CheckWords<C extends CheckName> {
	readonly rules: readonly RuleWords[];
	said(check: CheckNamed<C>, explanation: Explanation): Said;
}

/** The check of this name, where it ran. */
export function checkOf<C extends CheckName>(explanation: Explanation, name: C): CheckNamed<C> | undefined {
	return explanation.checks.find((check): check is CheckNamed<C> => check.check === name);
}

/** The email lay in Sent Items, so its recipients are at the other end. */
export function isSentItem(explanation: Explanation): boolean {
	return checkOf(explanation, 'scope/folder')?.outcome === 'sentItems';
}
