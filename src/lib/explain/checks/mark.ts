import type { Tone } from '../labels';
import { code } from '../parts';
import { say, type Sentence } from '../sentence';
import { rule } from '../sources';
import type { CheckNamed, CheckWords } from './words';

export const markWords: CheckWords<'scope/mark'> = {
	rules: [
		rule(
			'documented',
			'Email that is tracked by hand (App for Outlook, category, folder) is tracked whatever the filter says.',
			'filteringAndCorrelation',
			'categoryTracking'
		),
		rule(
			'documented',
			'Email sent from Dynamics 365 is stored when it is sent.',
			'filteringAndCorrelation',
			'emailTable'
		),
		rule(
			'assumed',
			'An email marked as untracked is not stored, so that no later email is linked to it.',
			'outlookTrackingQuestions'
		)
	],
	said: ({ outcome, evidence }) => {
		const [label, tone, sentence] = OUTCOMES[outcome];
		const details = evidence.by === null ? [] : [say`The mark names it by its ${code(evidence.by)}.`];
		return { outcome: label, tone, sentence, details };
	}
};

const OUTCOMES: Readonly<Record<CheckNamed<'scope/mark'>['outcome'], readonly [string, Tone, Sentence]>> = {
	notMarked: ['Not marked', 'quiet', say`Nobody marked this email as sent, tracked or untracked.`],
	sent: ['Sent', 'good', say`Marked as sent from Dynamics 365: it is tracked whatever the filter says.`],
	manual: ['Tracked by hand', 'good', say`Marked as tracked by hand: it is tracked whatever the filter says.`],
	untracked: ['Untracked', 'bad', say`Marked as untracked: it is not stored, and no later email is linked to it.`]
};
