import { expect, test } from 'vitest';
import { issuePlace } from './issuePlace';

const FILE = {
	users: [{ id: 'u-luisa', fullname: 'Luisa' }],
	mailboxes: [{ id: 'm', ownerid: 'u-luisa', trackedfolders: [{ path: 'Inbox/VIP', regarding: { id: '' } }] }],
	marks: [{ messageid: '<a@b>', regarding: { id: '' } }]
};

test.each([
	['/organization/hashmaxcount', 'Maximum number of hashes (HashMaxCount)'],
	['/organization/unheard', 'unheard'],
	['/users/0/emailaddresses/3', 'Users, Luisa, Email addresses'],
	['/users/0/id', 'Users, Luisa'],
	['/marks/0/regarding/id', 'Marks, <a@b>, Id of the record'],
	['/mailboxes/0/trackedfolders/0/regarding/id', 'Mailboxes, Luisa, Id of the record for “Inbox/VIP”'],
	['/mailboxes/0/trackedfolders/0/path', 'Mailboxes, Luisa, Tracked folders'],
	['/name', 'name']
])('%s is at "%s"', (pointer, place) => expect(issuePlace(FILE, pointer)).toBe(place));
