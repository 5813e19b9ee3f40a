/** The checks beside the correlation methods, in words. */
import type { CheckResult, Explanation } from '../engine/explanation';
import { CHECK_TITLES, type Tone } from './labels';
import type { StepWords } from './methods/words';
import { code, email, field } from './parts';
import { say, type Sentence } from './sentence';
import { rule, type RuleWords } from './sources';

type CheckNamed<C extends CheckResult['check']> = Extract<CheckResult, { readonly check: C }>;
type Said = Pick<StepWords, 'outcome' | 'tone' | 'sentence' | 'details'>;

const RULES: Readonly<Record<CheckResult['check'], readonly RuleWords[]>> = {
	'scope/mark': [
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
	'scope/duplicate': [
		rule(
			'documented',
			'An email whose Message-ID is stored already is a duplicate and makes no new activity.',
			'reasonCodes',
			'emailTable'
		),
		rule('documented', 'Sent and received copies are separate emails.', 'outlookTrackingQuestions'),
		rule('assumed', 'Of several emails with one Message-ID the first in order of receipt is stored.', 'reasonCodes')
	],
	'acceptance/all-mail': [
		rule('documented', 'Filtering method 0, “All email messages”, accepts every email.', 'filteringAndCorrelation'),
		rule('assumed', 'While no users and queues are described, one queue “All mail” with method 0 receives everything.')
	],
	'population/regarding': [
		rule(
			'documented',
			'An email that is linked to an earlier one takes over its Regarding, which may be empty.',
			'filteringAndCorrelation'
		)
	]
};

export function checkWords(check: CheckResult, explanation: Explanation): StepWords {
	return { title: CHECK_TITLES[check.check], ...said(check, explanation), rules: RULES[check.check] };
}

function said(check: CheckResult, explanation: Explanation): Said {
	switch (check.check) {
		case 'scope/mark':
			return mark(check);
		case 'scope/duplicate':
			return duplicate(check, explanation);
		case 'acceptance/all-mail':
			return allMail(check, explanation);
		case 'population/regarding':
			return regarding(check, explanation);
	}
}

function mark({ outcome, evidence }: CheckNamed<'scope/mark'>): Said {
	const details = evidence.by === null ? [] : [say`The mark names it by its ${code(evidence.by)}.`];
	const all: Readonly<Record<typeof outcome, readonly [string, Tone, Sentence]>> = {
		notMarked: ['Not marked', 'quiet', say`Nobody tracked or untracked this email by hand, so the filter decides.`],
		sent: ['Sent', 'good', say`Marked as sent from Dynamics 365: it is tracked whatever the filter says.`],
		manual: ['Tracked by hand', 'good', say`Marked as tracked by hand: it is tracked whatever the filter says.`],
		untracked: ['Untracked', 'bad', say`Marked as untracked: it is not stored, and no later email is linked to it.`]
	};
	const [label, tone, sentence] = all[outcome];
	return { outcome: label, tone, sentence, details };
}

function duplicate({ outcome, evidence }: CheckNamed<'scope/duplicate'>, explanation: Explanation): Said {
	const messageId = field(evidence.from, 'Message-ID');
	const conflicts = evidence.sameMessageId.filter((activityId) => activityId !== evidence.first);
	const details = [
		...(evidence.messageId === null ? [] : [say`Message-ID: ${code(evidence.messageId)}.`]),
		...conflicts
			.slice(0, 3)
			.map((activityId) => say`The same Message-ID with other content: ${email(explanation, activityId)}.`),
		...(conflicts.length > 3 ? [say`${conflicts.length - 3} more emails have this Message-ID.`] : [])
	];
	switch (outcome) {
		case 'duplicate':
			return {
				outcome: 'Duplicate',
				tone: 'bad',
				sentence: evidence.first
					? say`The same ${messageId} is stored already, with ${email(explanation, evidence.first)}.`
					: say`The same ${messageId} is stored already.`,
				details
			};
		case 'passed':
			return { outcome: 'No duplicate', tone: 'good', sentence: say`No stored email has this ${messageId}.`, details };
		case 'notApplicable':
			return evidence.messageId === null
				? {
						outcome: 'Not applicable',
						tone: 'quiet',
						sentence: say`This email has no usable Message-ID, so it cannot be told from a duplicate, and no reply can name it.`,
						details
					}
				: { outcome: 'Not applicable', tone: 'quiet', sentence: say`Not asked, because a mark had decided.`, details };
	}
}

function allMail({ outcome }: CheckNamed<'acceptance/all-mail'>, { verdict }: Explanation): Said {
	if (outcome === 'accepted') {
		return {
			outcome: 'Accepted',
			tone: 'good',
			sentence: say`Accepted by the queue “All mail”, which stands for a fresh installation and takes all email (filtering method 0).`,
			details: [say`No users and queues are described, so no filters of their own are replayed.`]
		};
	}
	const why = verdict.tracked === 'yes' ? 'because a mark tracks it' : 'because an earlier check refused it';
	return { outcome: 'Not reached', tone: 'quiet', sentence: say`No filter was asked, ${why}.`, details: [] };
}

function regarding({ outcome, evidence }: CheckNamed<'population/regarding'>, explanation: Explanation): Said {
	const record = evidence.regarding;
	const named = record ? say`“${record.name || record.id}” (${code(record.table)})` : say`a record`;
	switch (outcome) {
		case 'inherited':
			return {
				outcome: 'Inherited',
				tone: 'good',
				sentence: evidence.inheritedFrom
					? say`Regarding is ${named}, taken over from ${email(explanation, evidence.inheritedFrom)}.`
					: say`Regarding is ${named}, taken over from the email it is linked to.`,
				details: record ? [say`Id: ${code(record.id)}.`] : []
			};
		case 'setByMark':
			return {
				outcome: 'Set by hand',
				tone: 'good',
				sentence: record ? say`Regarding is ${named}, set by hand.` : say`Regarding was emptied by hand.`,
				details: record ? [say`Id: ${code(record.id)}.`] : []
			};
		case 'empty':
			return {
				outcome: 'Empty',
				tone: 'quiet',
				sentence: explanation.columns?.correlatedactivityid
					? say`Regarding is empty, because the email it is linked to, ${email(explanation, explanation.columns.correlatedactivityid)}, has none.`
					: say`Regarding is empty, because the email is linked to nothing.`,
				details: []
			};
		case 'notReached':
			return {
				outcome: 'Not reached',
				tone: 'quiet',
				sentence: say`An email that is not tracked has no Regarding.`,
				details: []
			};
	}
}
