import { code, email, quoted } from '../parts';
import { say } from '../sentence';
import { rule } from '../sources';
import { undecidedAttempt } from '../attempts';
import { checkOf, type CheckWords, type Said } from './words';

export const regardingWords: CheckWords<'population/regarding'> = {
	rules: [
		rule(
			'documented',
			'An email that is linked to an earlier one takes over its Regarding, which may be empty.',
			'filteringAndCorrelation'
		),
		rule(
			'documented',
			'The Regarding of a tracked folder is set on the email in it, over what was set by hand.',
			'folderTracking'
		)
	],
	said: ({ outcome, evidence }, explanation) => {
		const record = evidence.regarding;
		const named = record ? say`${quoted(record.name || record.id)} (${code(record.table)})` : say`a record`;
		const details = record ? [say`Id: ${code(record.id)}.`] : [];
		switch (outcome) {
			case 'inherited':
				return {
					outcome: 'Inherited',
					tone: 'good',
					sentence: evidence.inheritedFrom
						? say`Regarding is ${named}, taken over from ${email(explanation, evidence.inheritedFrom)}.`
						: say`Regarding is ${named}, taken over from the email it is linked to.`,
					details
				};
			case 'setByMark':
				return {
					outcome: 'Set by hand',
					tone: 'good',
					sentence: record ? say`Regarding is ${named}, set by hand.` : say`Regarding was emptied by hand.`,
					details
				};
			case 'setByFolder': {
				const check = checkOf(explanation, 'scope/folder');
				const folder = check?.outcome === 'trackedFolder' ? check.evidence.folder : null;
				return {
					outcome: 'Set by folder',
					tone: 'good',
					sentence: say`Regarding is ${named}, set by ${folder ? say`the tracked folder ${quoted(folder)}` : 'a tracked folder'}.`,
					details: [...details, say`A Regarding set by hand is overwritten at the next synchronization.`]
				};
			}
			case 'empty':
				if (undecidedAttempt(explanation)) {
					return unknown(
						'whether the email is linked to an earlier one, whose Regarding it would take over, is not known'
					);
				}
				return {
					outcome: 'Empty',
					tone: 'quiet',
					sentence: explanation.columns?.correlatedactivityid
						? say`Regarding is empty, because the email it is linked to, ${email(explanation, explanation.columns.correlatedactivityid)}, has none.`
						: say`Regarding is empty, because the email is linked to nothing.`,
					details: []
				};
			case 'notReached':
				if (explanation.verdict.tracked === 'unknown') return unknown('whether the email is tracked is not known');
				return {
					outcome: 'Not reached',
					tone: 'quiet',
					sentence: say`An email that is not tracked has no Regarding.`,
					details: []
				};
		}
	}
};

function unknown(why: string): Said {
	return { outcome: 'Cannot decide', tone: 'warn', sentence: say`Regarding cannot be decided: ${why}.`, details: [] };
}
