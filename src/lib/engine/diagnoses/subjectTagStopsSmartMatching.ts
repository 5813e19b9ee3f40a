import { SMART_MATCHING_2008, SOURCE_PAGE } from '../sources';
import { attemptOf, type Diagnosis } from './diagnosis';
import { leadingTag } from './subjectTag';

/** Without the tag smart matching would have found an email: one more word, and prefixes that are no longer in front. */
export const subjectTagStopsSmartMatching: Diagnosis<'subject-tag-stops-smart-matching'> = {
	id: 'subject-tag-stops-smart-matching',
	number: 33,
	needs: 'mail',
	sight: 'seen',
	basis: 'inferred',
	sources: [SOURCE_PAGE, SMART_MATCHING_2008],
	applies: [
		{
			shows: 'A mail gateway writes [EXTERNAL] in front.',
			before: [{ subject: 'Pump leaks' }],
			email: { subject: '[EXTERNAL] RE: Pump leaks' },
			environment: { organization: { enablesmartmatching: true } }
		}
	],
	doesNotApply: [
		{
			shows: 'Without the tag nothing would be found, either.',
			before: [{ subject: 'Invoice 4711' }],
			email: { subject: '[EXTERNAL] RE: Pump leaks' },
			environment: { organization: { enablesmartmatching: true } }
		},
		{
			shows: 'HashFilterKeywords removes the tag.',
			before: [{ subject: 'Pump leaks' }],
			email: { subject: '[EXTERNAL] RE: Pump leaks' },
			environment: {
				organization: {
					enablesmartmatching: true,
					hashfilterkeywords: '^[\\s]*((\\[EXTERNAL\\]|[\\w]+\\s?:)[\\s]*)+'
				}
			}
		},
		{
			shows: 'Smart matching is off.',
			before: [{ subject: 'Pump leaks' }],
			email: { subject: '[EXTERNAL] RE: Pump leaks' }
		}
	],
	find(input) {
		const { subject } = input.facts;
		const tag = leadingTag.exec(subject ?? '')?.[0];
		if (tag === undefined || subject === null || attemptOf(input, 'SmartMatching').outcome !== 'noMatch') return null;
		const found = input.smartMatchOf(subject.slice(tag.length));
		return found === null
			? null
			: { evidence: { tag: tag.trim(), activityId: found }, from: [{ field: 'Subject', occurrence: 0 }] };
	}
};
