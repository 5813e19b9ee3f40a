import { EMAIL_TRACKING_SETTINGS, SOURCE_PAGE } from '../sources';
import { attemptOf, checkOf, type Diagnosis } from './diagnosis';

/** The prefix is ours and no earlier email has the token: another organization with the same prefix, or deleted email. */
export const tokenFromElsewhere: Diagnosis<'token-from-elsewhere'> = {
	id: 'token-from-elsewhere',
	number: 25,
	needs: 'mail',
	sight: 'hint',
	basis: 'inferred',
	sources: [SOURCE_PAGE, EMAIL_TRACKING_SETTINGS],
	applies: [{ shows: 'A token that no email here has.', email: { subject: 'RE: Pump leaks CRM:0009999' } }],
	doesNotApply: [
		{
			shows: 'An earlier email has it.',
			before: [{ subject: 'Pump leaks CRM:0009999' }],
			email: { subject: 'RE: Pump leaks CRM:0009999' }
		},
		{
			shows: 'Sent by one of ours, and nothing says from where: it may be the email that the token was made for.',
			email: { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'], subject: 'Offer CRM:0009999' },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{ shows: 'Sent from Dynamics 365, which made the token.', email: { subject: 'Offer CRM:0009999', tracked: 'sent' } }
	],
	find(input) {
		const attempt = attemptOf(input, 'TrackingToken');
		// With a near miss it is our own token, mistyped.
		if (attempt.outcome !== 'noMatch' || input.outgoing || attempt.evidence.nearMisses.length > 0) return null;
		// Sent by one of ours: more likely the email that the token was made for.
		if (checkOf(input, 'scope/mailbox')?.evidence.sender) return null;
		const [token] = attempt.evidence.tokens;
		return token === undefined ? null : { evidence: { token: token.token }, from: attempt.evidence.from };
	}
};
