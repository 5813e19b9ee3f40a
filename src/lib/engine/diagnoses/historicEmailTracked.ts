import { SOURCE_PAGE, UNEXPECTED_DATA } from '../sources';
import { checkOf, exampleStartUtcMs, type Diagnosis } from './diagnosis';

/** Test & Enable Mailbox goes back to Process Emails From and tracks what has been lying in the Inbox since. */
export const historicEmailTracked: Diagnosis<'historic-email-tracked'> = {
	id: 'historic-email-tracked',
	number: 21,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [UNEXPECTED_DATA, SOURCE_PAGE],
	applies: [
		{
			shows: 'Received a day before the mailbox was first tested and enabled.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa', testedandenabledonUtcMs: exampleStartUtcMs + 86_400_000 }],
				placement: {
					mailboxid: 'm-luisa',
					folder: 'Inbox/VIP',
					moves: [{ atUtcMs: exampleStartUtcMs + 3_600_000, folder: 'Inbox' }]
				}
			}
		}
	],
	doesNotApply: [
		{
			shows: 'Seen as it arrived.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa', incomingemailfilteringmethod: 0 }],
				mailboxes: [{ ownerid: 'luisa' }]
			}
		}
	],
	find(input) {
		const received = checkOf(input, 'scope/received-date');
		if (!input.tracked || received === null) return null;
		const { sighting, receivedAtUtcMs, processEmailsFromUtcMs, from } = received.evidence;
		return sighting?.seen && sighting.by === 'testAndEnable'
			? { evidence: { receivedAtUtcMs, testedAndEnabledUtcMs: sighting.atUtcMs, processEmailsFromUtcMs }, from }
			: null;
	}
};
