import { code, settingIs } from '../parts';
import { say } from '../sentence';
import { rule } from '../sources';
import type { CheckWords } from './words';

export const restrictedWords: CheckWords<'scope/restricted'> = {
	rules: [
		rule(
			'inferred',
			'Where RestrictIRMEmailItems is on, email protected by Information Rights Management is not synchronized.',
			'settingsCatalogue'
		),
		rule('inferred', 'Such email holds a part of the type application/x-microsoft-rpmsg-message.')
	],
	said: ({ outcome, evidence }, explanation) => {
		const details = evidence.contentType === null ? [] : [say`Content-Type: ${code(evidence.contentType)}.`];
		return outcome === 'failed'
			? {
					outcome: 'Protected',
					tone: 'bad',
					sentence: say`It is protected by Information Rights Management, and ${settingIs(explanation, 'RestrictIRMEmailItems')}: it is not synchronized.`,
					details
				}
			: {
					outcome: 'Passed',
					tone: 'quiet',
					sentence:
						explanation.settings['RestrictIRMEmailItems'] === true
							? say`It is not protected by Information Rights Management.`
							: say`Nothing is kept back: ${settingIs(explanation, 'RestrictIRMEmailItems')}.`,
					details: []
				};
	}
};
