import { code, email, field } from '../parts';
import { say } from '../sentence';
import { rule } from '../sources';
import { needsClause } from './needs';
import type { CheckWords } from './words';

export const duplicateWords: CheckWords<'scope/duplicate'> = {
	rules: [
		rule(
			'documented',
			'An email whose Message-ID is stored already is a duplicate and makes no new activity.',
			'reasonCodes',
			'emailTable'
		),
		rule('documented', 'Sent and received copies are separate emails.', 'outlookTrackingQuestions'),
		rule('assumed', 'Of several emails with one Message-ID the first in order of receipt is stored.', 'reasonCodes')
	],
	said: ({ outcome, evidence }, explanation) => {
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
				return {
					outcome: 'No duplicate',
					tone: 'good',
					sentence: say`No stored email has this ${messageId}.`,
					details
				};
			case 'indeterminate':
				return {
					outcome: 'Cannot decide',
					tone: 'warn',
					sentence: say`An earlier email has the same ${messageId}, but ${needsClause(evidence.needs, explanation)}.`,
					details
				};
			case 'notApplicable':
				return {
					outcome: 'Not applicable',
					tone: 'quiet',
					sentence:
						evidence.messageId === null
							? say`This email has no usable Message-ID, so it cannot be told from a duplicate, and no reply can name it.`
							: say`Not asked, because a mark had decided.`,
					details
				};
		}
	}
};
