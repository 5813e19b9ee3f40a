import { SMART_MATCHING_2009, SOURCE_PAGE } from '../sources';
import { attemptOf, type Diagnosis } from './diagnosis';

/** Words of a subject that says little: "Invoice", "New hire", a robot's alert. */
export const fewWords = 2;

/** Smart matching went by one or two words, which every other email between these addresses may have. */
export const genericSubjectMatched: Diagnosis<'generic-subject-matched'> = {
	id: 'generic-subject-matched',
	number: 26,
	needs: 'mail',
	sight: 'hint',
	basis: 'documented',
	sources: [SMART_MATCHING_2009, SOURCE_PAGE],
	applies: [
		{
			shows: 'Two invoices, two matters.',
			before: [{ subject: 'Invoice' }],
			email: { subject: 'Invoice' },
			environment: { organization: { enablesmartmatching: true } }
		}
	],
	doesNotApply: [
		{
			shows: 'A subject of many words.',
			before: [{ subject: 'Quote for pump P-204' }],
			email: { subject: 'Quote for pump P-204' },
			environment: { organization: { enablesmartmatching: true } }
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'SmartMatching');
		if (!input.tracked || attempt.outcome !== 'matched') return null;
		const { words, candidatesTotal, from } = attempt.evidence;
		return words.length > fewWords ? null : { evidence: { words, fitting: candidatesTotal }, from };
	}
};
