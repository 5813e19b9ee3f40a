import { MAILBOX_TABLE, NOT_TRACKED, SOURCE_PAGE } from '../sources';
import { checkOf, exampleStartUtcMs, type Diagnosis } from './diagnosis';

/** Older than Process Emails From of the mailbox, or of its profile: the later of the two applies. */
export const receivedBeforeProcessEmailsFrom: Diagnosis<'received-before-process-emails-from'> = {
	id: 'received-before-process-emails-from',
	number: 11,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, NOT_TRACKED, MAILBOX_TABLE],
	applies: [
		{
			shows: 'Received an hour before the date.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa', processemailreceivedafterUtcMs: exampleStartUtcMs + 3_600_000 }]
			}
		}
	],
	doesNotApply: [
		{
			shows: 'Received after the date.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa', processemailreceivedafterUtcMs: exampleStartUtcMs - 3_600_000 }]
			}
		}
	],
	find(input) {
		const received = checkOf(input, 'scope/received-date');
		if (input.tracked || received?.outcome !== 'failed') return null;
		const { receivedAtUtcMs, processEmailsFromUtcMs, from } = received.evidence;
		return processEmailsFromUtcMs !== null && receivedAtUtcMs !== null && receivedAtUtcMs < processEmailsFromUtcMs
			? { evidence: { receivedAtUtcMs, processEmailsFromUtcMs }, from }
			: null;
	}
};
