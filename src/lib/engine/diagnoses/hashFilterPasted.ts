import { repairPastedPattern } from '../correlation/dotNetPattern';
import { SOURCE_PAGE } from '../sources';
import { attemptOf, type Diagnosis } from './diagnosis';

const replyPrefix = /^\s*[\p{L}\p{M}]{1,12}\s?:/u;

/** HashFilterKeywords was pasted from a rendered page: it compiles and removes nothing, not even `RE:`. */
export const hashFilterPasted: Diagnosis<'hash-filter-pasted'> = {
	id: 'hash-filter-pasted',
	number: 33,
	needs: 'environment',
	sight: 'seen',
	basis: 'inferred',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'With the escapes of the page it was copied from.',
			before: [{ subject: 'Pump leaks' }],
			email: { subject: 'RE: Pump leaks' },
			environment: {
				organization: {
					enablesmartmatching: true,
					hashfilterkeywords: '^\\[\\\\s\\]\\*(\\[\\\\w\\]+\\\\s?:\\[\\\\s\\]\\*)+\\|Out of office:'
				}
			}
		},
		{
			shows: 'With every backslash lost.',
			before: [{ subject: 'Pump leaks' }],
			email: { subject: 'RE: Pump leaks' },
			environment: { organization: { enablesmartmatching: true, hashfilterkeywords: '^[s]*([w]+s?:[s]*)+' } }
		}
	],
	doesNotApply: [
		{
			shows: 'The value as it was meant.',
			before: [{ subject: 'Invoice 4711' }],
			email: { subject: 'RE: Pump leaks' },
			environment: { organization: { enablesmartmatching: true } }
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'SmartMatching');
		if (attempt.outcome !== 'noMatch' || attempt.evidence.stripped.length > 0) return null;
		if (!replyPrefix.test(input.facts.subject ?? '')) return null;
		const pattern = input.environment.organization.hashfilterkeywords;
		const meant = repairPastedPattern(pattern);
		return meant === null ? null : { evidence: { pattern, meant }, from: [{ field: 'Subject', occurrence: 0 }] };
	}
};
