import { FOLDER_TRACKING, NOT_TRACKED, SOURCE_PAGE } from '../sources';
import type { UnseenWhy } from '../scope/sightings';
import { checkOf, exampleStartUtcMs, type Diagnosis } from './diagnosis';

const msPerMinute = 60_000;
const hiddenBy: readonly UnseenWhy[] = ['notInInboxAtSync', 'movedIntoInbox', 'leftTrackedFolder'];

/** It lay outside the Inbox root when mailboxes were synchronized; moving it back does not help. */
export const subfolderNotLookedAt: Diagnosis<'subfolder-not-looked-at'> = {
	id: 'subfolder-not-looked-at',
	number: 10,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [SOURCE_PAGE, FOLDER_TRACKING, NOT_TRACKED],
	applies: [
		{
			shows: 'A rule moved it to a subfolder of the Inbox.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa', folder: 'Inbox/VIP' }
			}
		},
		{
			shows: 'It was out of the Inbox at the synchronization, and back at the next.',
			email: { to: ['luisa@contoso.com'] },
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
						{ atUtcMs: exampleStartUtcMs + msPerMinute, folder: 'Inbox/VIP' },
						{ atUtcMs: exampleStartUtcMs + 20 * msPerMinute, folder: 'Inbox' }
					]
				}
			}
		},
		{
			shows: 'It had left the tracked subfolder before the synchronization.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [
					{
						ownerid: 'luisa',
						trackedfolders: [{ path: 'Inbox/VIP', regarding: null }],
						syncsUtcMs: [exampleStartUtcMs + 5 * msPerMinute]
					}
				],
				placement: {
					mailboxid: 'm-luisa',
					folder: 'Inbox/VIP',
					moves: [{ atUtcMs: exampleStartUtcMs + msPerMinute, folder: 'Archive' }]
				}
			}
		}
	],
	doesNotApply: [
		{
			shows: 'It was dragged into a tracked subfolder.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [
					{
						ownerid: 'luisa',
						trackedfolders: [{ path: 'Inbox/VIP', regarding: null }],
						syncsUtcMs: [exampleStartUtcMs + 5 * msPerMinute]
					}
				],
				placement: {
					mailboxid: 'm-luisa',
					folder: 'Inbox',
					moves: [{ atUtcMs: exampleStartUtcMs + msPerMinute, folder: 'Inbox/VIP' }]
				}
			}
		},
		{
			shows: 'The subfolder is tracked.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa', trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] }],
				placement: { mailboxid: 'm-luisa', folder: 'Inbox/VIP' }
			}
		},
		{
			shows: 'Sent Items are another matter.',
			email: { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa', folder: 'Sent Items' }
			}
		}
	],
	find(input) {
		const folder = checkOf(input, 'scope/folder');
		if (input.tracked || folder === null) return null;
		if (folder.outcome === 'failed') {
			const { why } = folder.evidence;
			return why === 'sentItemsOff' ? null : { evidence: { folder: folder.evidence.folder, why }, from: [] };
		}
		const sighting = checkOf(input, 'scope/received-date')?.evidence.sighting;
		if (!sighting || sighting.seen || !hiddenBy.includes(sighting.why)) return null;
		const lay = sighting.why === 'movedIntoInbox' ? folder.evidence.folder : sighting.folder;
		return { evidence: { folder: lay, why: sighting.why }, from: [] };
	}
};
