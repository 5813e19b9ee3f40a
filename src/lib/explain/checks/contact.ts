import { code, email, setting, settingIs } from '../parts';
import { say } from '../sentence';
import { rule } from '../sources';
import type { CheckWords } from './words';

export const contactWords: CheckWords<'population/contact'> = {
	rules: [
		rule(
			'documented',
			'AutoCreateContactOnPromote lets tracking an email make a contact or lead of a sender whom no row has. Each user can switch it off in the personal options.',
			'orgDbOrgSettings',
			'settingsCatalogue'
		),
		rule(
			'assumed',
			'Rows made on the way are not modelled: senders resolve to the rows that the environment describes, and to no others.'
		)
	],
	said: ({ outcome, evidence }, explanation) => {
		const on = say`${settingIs(explanation, 'AutoCreateContactOnPromote')}.`;
		if (outcome === 'made') {
			return {
				outcome: 'Would be made',
				tone: 'info',
				sentence: say`No row has the sender’s address ${code(evidence.address)}, so tracking this email would make a contact of it, unless the user has switched that off.`,
				details: [
					on,
					say`Later email of this sender could resolve to that contact. That is not modelled: describe the contact to see it.`
				]
			};
		}
		const made = say`A contact with the address ${code(evidence.address)} would have been made when ${email(explanation, evidence.madeBy)} was tracked, unless the user has switched that off.`;
		return {
			outcome: 'Made before',
			tone: evidence.wouldBeAccepted ? 'warn' : 'info',
			sentence: made,
			details: [
				on,
				evidence.wouldBeAccepted
					? say`With it a filter that goes by the sender would have accepted this email. Add the contact to the environment, or set ${setting('AutoCreateContactOnPromote')} to false, whichever is true.`
					: say`It is not modelled. Add the contact to the environment to see this email resolve to it.`
			]
		};
	}
};
