import type { Explanation } from '../../engine/explanation';
import { setting, settingIs } from '../parts';
import { say, sentenceStart, type Sentence } from '../sentence';
import { rule } from '../sources';
import { isSentItem, type CheckNamed, type CheckWords, type Said } from './words';

type InternalMailCheck = CheckNamed<'acceptance/internal-mail'>;

export const internalMailWords: CheckWords<'acceptance/internal-mail'> = {
	rules: [
		rule(
			'documented',
			'With “Track emails sent between Dynamics 365 users as two activities” on, the sent and the received copy are two activities. With it off, the second copy is rejected.',
			'emailSettings',
			'unexpectedData'
		),
		rule(
			'documented',
			'DoNotIgnoreInternalEmailToQueues lets email from a user to a queue in all the same, if the queue’s filter accepts it; users among the recipients are then not asked.',
			'orgDbOrgSettings'
		),
		rule(
			'documented',
			'With IgnoreInternalEmailDetectionEnhancement on, email from a user is rejected only where a copy with the same Message-ID and the opposite direction is stored; with it off, all email from users is rejected.',
			'orgDbOrgSettings',
			'settingsCatalogue'
		),
		rule(
			'documented',
			'IgnoreInternalEmailFromQueues rejects email from a queue where its sent copy is stored.',
			'orgDbOrgSettings'
		)
	],
	said: (check, explanation): Said => {
		const { evidence } = check;
		return {
			outcome: evidence.rejected ? 'Rejected' : 'Passed',
			tone: evidence.rejected ? 'bad' : 'quiet',
			sentence: say`${sentenceStart(evidence.rejected ? internalRejection(check) : passed(evidence, explanation))}.`,
			details:
				evidence.rejected || evidence.why !== 'twoActivities'
					? [
							say`“Track emails sent between Dynamics 365 users as two activities” is off: ${settingIs(explanation, 'ignoreinternalemail')}.`,
							...(evidence.setting === 'ignoreinternalemail'
								? []
								: [say`${sentenceStart(settingIs(explanation, evidence.setting))}.`])
						]
					: []
		};
	}
};

/** "it was sent by a user, and its other copy is stored already" */
export function internalRejection({ evidence: { setting: name } }: InternalMailCheck): Sentence {
	switch (name) {
		case 'IgnoreInternalEmailFromQueues':
			return say`it was sent by a queue, and its other copy is stored already`;
		case 'IgnoreInternalEmailDetectionEnhancement':
			return say`it was sent by a user, and with ${setting(name)} off all email from users is rejected`;
		default:
			return say`it was sent by a user, and its other copy is stored already`;
	}
}

function passed(
	evidence: Extract<InternalMailCheck['evidence'], { readonly rejected: false }>,
	explanation: Explanation
): Sentence {
	switch (evidence.why) {
		case 'twoActivities':
			return say`email between users is tracked as two activities: ${settingIs(explanation, 'ignoreinternalemail')}`;
		case 'notInternal':
			return isSentItem(explanation)
				? say`it is outgoing, and only incoming email is rejected as internal`
				: say`its sender is neither a user nor a queue`;
		case 'toQueue':
			return say`it was sent by a user to a queue, which ${setting('DoNotIgnoreInternalEmailToQueues')} lets in${isSentItem(explanation) ? '' : '; only queues are asked whether they accept it'}`;
		case 'noOtherCopy':
			if (evidence.setting !== 'IgnoreInternalEmailFromQueues') {
				return say`it was sent by a user, but no copy with the same Message-ID and the opposite direction is stored`;
			}
			return explanation.settings['IgnoreInternalEmailFromQueues'] === true
				? say`it was sent by a queue, but no copy with the same Message-ID and the opposite direction is stored`
				: say`it was sent by a queue, and such email is let in while ${setting('IgnoreInternalEmailFromQueues')} is off`;
	}
}
