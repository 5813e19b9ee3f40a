import { NOT_TRACKED, SOURCE_PAGE } from '../sources';
import { checkOf, exampleStartUtcMs, type Diagnosis } from './diagnosis';

const msPerMinute = 60_000;

/** An email received later had been processed before: synchronization looks only past the last one it processed. */
export const watermarkPassed: Diagnosis<'watermark-passed'> = {
	id: 'watermark-passed',
	number: 11,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, NOT_TRACKED],
	applies: [
		{
			shows: 'It was in a subfolder while a later email was processed, then moved back.',
			email: { to: ['luisa@contoso.com'] },
			after: [{ to: ['luisa@contoso.com'] }],
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [
					{
						ownerid: 'luisa',
						syncsUtcMs: [exampleStartUtcMs + 5 * msPerMinute, exampleStartUtcMs + 15 * msPerMinute]
					}
				],
				placement: {
					mailboxid: 'm-luisa',
					folder: 'Inbox',
					moves: [
						{ atUtcMs: exampleStartUtcMs, folder: 'Inbox/VIP' },
						{ atUtcMs: exampleStartUtcMs + 10 * msPerMinute, folder: 'Inbox' }
					]
				}
			}
		}
	],
	doesNotApply: [
		{
			shows: 'It was in the Inbox at the synchronization.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa', syncsUtcMs: [exampleStartUtcMs + 5 * msPerMinute] }]
			}
		}
	],
	find(input) {
		const received = checkOf(input, 'scope/received-date');
		if (input.tracked || received?.outcome !== 'failed') return null;
		const { sighting, receivedAtUtcMs, from } = received.evidence;
		return sighting?.seen === false && sighting.why === 'beforeWatermark'
			? { evidence: { receivedAtUtcMs }, from }
			: null;
	}
};
