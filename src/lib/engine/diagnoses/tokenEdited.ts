import { SOURCE_PAGE } from '../sources';
import { attemptOf, unlinked, type Diagnosis } from './diagnosis';

/** Something in the subject resembles the token of an earlier email and is not it: edited, or changed on the way. */
export const tokenEdited: Diagnosis<'token-edited'> = {
	id: 'token-edited',
	number: 25,
	needs: 'mail',
	sight: 'seen',
	basis: 'inferred',
	sources: [SOURCE_PAGE],
	applies: [
		{
			shows: 'A space got between prefix and digits.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'RE: Pump leaks CRM: 0001005' }
		}
	],
	doesNotApply: [
		{
			shows: 'The token came back as it was.',
			before: [{ subject: 'Pump leaks CRM:0001005' }],
			email: { subject: 'RE: Pump leaks CRM:0001005' }
		},
		{
			shows: 'It resembles a token of nobody here.',
			email: { subject: 'RE: Pump leaks CRM: 0001005' }
		}
	],
	find(input) {
		const attempt = attemptOf(input, 'TrackingToken');
		if (!unlinked(input) || !('evidence' in attempt)) return null;
		const edited = attempt.evidence?.nearMisses.find(({ resembles }) => resembles !== null);
		return edited === undefined
			? null
			: {
					evidence: { text: edited.text, kind: edited.kind, resembles: edited.resembles },
					from: [{ field: 'Subject', occurrence: 0 }]
				};
	}
};
