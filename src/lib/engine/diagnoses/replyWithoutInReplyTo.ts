import { NOT_TRACKED, SOURCE_PAGE } from '../sources';
import { unlinked, type Diagnosis } from './diagnosis';
import { hasResponseBlock, replySubject } from './reply';

/**
 * A reply, by References or by Thread-Index, that names no parent: the client dropped In-Reply-To. Where it dropped all
 * of them only the subject tells, which is a hint: people write RE: over new email, too.
 */
export const replyWithoutInReplyTo: Diagnosis<'reply-without-in-reply-to'> = {
	id: 'reply-without-in-reply-to',
	number: 1,
	needs: 'mail',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, NOT_TRACKED],
	applies: [
		{
			shows: 'The client kept References and dropped In-Reply-To with the changed subject.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks' }],
			email: { references: ['<q1@contoso.com>'], subject: 'Another pump' }
		},
		{
			shows: 'Thread-Index has a response block, so it answers or forwards something.',
			email: { threadIndex: 'AcdyY+a08VX8xfobTsy61v9NHPZ7QAAAiXbA' }
		},
		{
			shows: 'All reply headers are gone; the subject still has the prefix of a reply.',
			before: [
				{ messageId: '<q1@contoso.com>', subject: 'Offer for two pumps', to: ['ann@fabrikam.com'], tracked: 'sent' }
			],
			email: { to: ['luisa@contoso.com'], subject: 'RE: Offer for two pumps' },
			environment: { users: [{ id: 'luisa' }], mailboxes: [{ ownerid: 'luisa' }] }
		},
		{
			shows: 'The prefix of another language, with a counter, behind the tag of a gateway.',
			email: { subject: '[EXTERNAL] Antw[2]: Pump leaks' }
		},
		{
			shows: 'No prefix either, but the subject of an email that was sent to this person.',
			before: [{ subject: 'Offer for two pumps', to: ['ann@fabrikam.com'] }],
			email: { subject: 'Offer for two pumps' }
		}
	],
	doesNotApply: [
		{ shows: 'A first email.', email: { subject: 'Pump leaks' } },
		{ shows: 'A forward is no reply.', email: { subject: 'WG: Pump leaks' } },
		{ shows: 'What stands before the colon is no prefix of a reply.', email: { subject: 'Project: Pump leaks' } },
		{
			shows: 'The same subject was sent to somebody else.',
			before: [{ subject: 'Offer for two pumps', to: ['bob@fabrikam.com'] }],
			email: { subject: 'Offer for two pumps' }
		},
		{
			shows: 'The same subject went to this person, but was not tracked.',
			before: [{ subject: 'Offer for two pumps', to: ['ann@fabrikam.com'], tracked: 'untracked' }],
			email: { subject: 'Offer for two pumps' }
		},
		{
			shows: 'The same person wrote with this subject before: writing again is not answering.',
			before: [{ subject: 'Weekly report' }],
			email: { subject: 'Weekly report' }
		},
		{
			shows: 'The token links it without In-Reply-To.',
			before: [{ messageId: '<q1@contoso.com>', subject: 'Pump leaks CRM:0001005' }],
			email: { references: ['<q1@contoso.com>'], subject: 'Other pump CRM:0001005' }
		}
	],
	find(input) {
		const { facts } = input;
		if (facts.inReplyTo.length > 0 || !unlinked(input)) return null;
		if (facts.references.length > 0) {
			return {
				evidence: { shownBy: 'References', references: facts.references.length },
				from: [{ field: 'References', occurrence: 0 }]
			};
		}
		if (hasResponseBlock(facts.threadIndex)) {
			return { evidence: { shownBy: 'Thread-Index' }, from: [{ field: 'Thread-Index', occurrence: 0 }] };
		}
		const subject = replySubject(input);
		return subject === null
			? null
			: { evidence: { shownBy: 'Subject', ...subject }, from: [{ field: 'Subject', occurrence: 0 }] };
	}
};
