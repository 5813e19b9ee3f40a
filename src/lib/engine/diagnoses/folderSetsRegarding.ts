import { FOLDER_TRACKING } from '../sources';
import { checkOf, type Diagnosis } from './diagnosis';

/** Regarding is that of a tracked folder, and is set again with every synchronization. */
export const folderSetsRegarding: Diagnosis<'folder-sets-regarding'> = {
	id: 'folder-sets-regarding',
	number: 34,
	needs: 'environment',
	sight: 'hint',
	basis: 'documented',
	sources: [FOLDER_TRACKING],
	applies: [
		{
			shows: 'The folder is tracked with a Regarding.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [
					{
						ownerid: 'luisa',
						trackedfolders: [{ path: 'Inbox/VIP', regarding: { table: 'account', id: 'A-1', name: 'Fabrikam' } }]
					}
				],
				placement: { mailboxid: 'm-luisa', folder: 'Inbox/VIP' }
			}
		}
	],
	doesNotApply: [
		{
			shows: 'The folder is tracked without a Regarding.',
			email: { to: ['luisa@contoso.com'] },
			environment: {
				users: [{ id: 'luisa' }],
				mailboxes: [{ ownerid: 'luisa', trackedfolders: [{ path: 'Inbox/VIP', regarding: null }] }],
				placement: { mailboxid: 'm-luisa', folder: 'Inbox/VIP' }
			}
		}
	],
	find(input) {
		const check = checkOf(input, 'population/regarding');
		const inFolder = checkOf(input, 'scope/folder');
		return check?.outcome === 'setByFolder'
			? {
					evidence: {
						folder: inFolder?.outcome === 'trackedFolder' ? inFolder.evidence.folder : null,
						regarding: check.evidence.regarding?.name ?? null
					},
					from: []
				}
			: null;
	}
};
