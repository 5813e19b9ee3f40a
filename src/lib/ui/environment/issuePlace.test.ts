import { expect, test } from 'vitest';
import { issuePlace } from './issuePlace';

const FILE = {
	users: [{ id: 'u-luisa', fullname: 'Luisa' }],
	marks: [{ messageid: '<a@b>', regarding: { id: '' } }]
};

test.each([
	['/organization/hashmaxcount', 'Maximum number of hashes (HashMaxCount)'],
	['/organization/unheard', 'unheard'],
	['/users/0/emailaddresses/3', 'Users, Luisa, Email addresses'],
	['/users/0/id', 'Users, Luisa'],
	['/marks/0/regarding/id', 'Marks, <a@b>, Id of the record'],
	['/name', 'name']
])('%s is at "%s"', (pointer, place) => expect(issuePlace(FILE, pointer)).toBe(place));
