import { expect, test } from 'vitest';
import { trackedFolderProblems } from './trackedFolders';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Inbox/${index + 1}`);

test.each([
	['folders below the Inbox', ['Inbox/VIP', '/inbox/Orders/'], false, []],
	['25 of them', numbered(25), false, []],
	['none of a queue', [], true, []],
	[
		'a queue’s mailbox',
		['Inbox/VIP', 'Archive'],
		true,
		['Folder-level tracking does not work for the mailbox of a queue, so none of these counts.']
	],
	[
		'beside the Inbox, and the Inbox itself',
		['Archive', 'Inbox/VIP', 'Inbox'],
		false,
		['Line 1: not below the Inbox, so it does not count.', 'Line 3: not below the Inbox, so it does not count.']
	],
	['twice', ['Inbox/VIP', 'Inbox/Orders', 'INBOX/vip/'], false, ['Line 3: the same folder as line 1.']],
	['a 26th', numbered(26), false, ['Line 26 does not count: a user can have at most 25 tracked folders.']],
	['40', numbered(40), false, ['Lines 26 to 40 do not count: a user can have at most 25 tracked folders.']]
] as const)('%s', (_, paths, ownerIsQueue, problems) => {
	expect(trackedFolderProblems(paths, ownerIsQueue)).toEqual(problems);
});
