import { NOT_TRACKED, SOURCE_PAGE } from '../sources';
import { hasResponseBlock, unlinked, type Diagnosis } from './diagnosis';

/** A reply, by References or by Thread-Index, that names no parent: the client dropped In-Reply-To. */
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
		}
	],
	doesNotApply: [
		{ shows: 'A first email.', email: { subject: 'Pump leaks' } },
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
		return null;
	}
};
