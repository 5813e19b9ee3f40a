import { TRACK_SENT_ITEMS, NOT_TRACKED } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Written in Outlook: Sent Items are looked at only with AutoTrackSentFolderItems, and not with POP3. */
export const sentItemsNotTracked: Diagnosis<'sent-items-not-tracked'> = {
	id: 'sent-items-not-tracked',
	number: 12,
	needs: 'environment',
	sight: 'seen',
	basis: 'documented',
	sources: [TRACK_SENT_ITEMS, NOT_TRACKED],
	applies: [
		{
			shows: 'A user’s answer in Sent Items.',
			email: { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa', folder: 'Sent Items' }
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The setting is on.',
			email: { from: 'luisa@contoso.com', to: ['ann@fabrikam.com'] },
			environment: {
				orgDbOrgSettings: { AutoTrackSentFolderItems: true },
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa' }],
				placement: { mailboxid: 'm-luisa', folder: 'Sent Items' }
			}
		}
	],
	find(input) {
		const folder = checkOf(input, 'scope/folder');
		return !input.tracked && folder?.evidence.why === 'sentItemsOff'
			? { evidence: { folder: folder.evidence.folder, setting: 'AutoTrackSentFolderItems' }, from: [] }
			: null;
	}
};
