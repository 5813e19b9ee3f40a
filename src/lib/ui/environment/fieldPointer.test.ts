import { expect, test } from 'vitest';
import { indexedPointer, pointerOfNeed } from './fieldPointer';

const file = {
	users: [{ id: 'u-ben' }],
	mailboxes: [{ id: 'm-ben', ownerid: 'u-ben' }, { id: 'm/x~', ownerid: 'u-ghost' }, { id: 'm-free' }],
	placements: [
		{ files: 'a/**', mailboxid: 'm-ben' },
		{ files: 'b/**', mailboxid: 'm-ghost' }
	]
};

test.each([
	['a mailbox that a placement names', 'mailboxes/m-ghost', '/placements/1/mailboxid'],
	['a mailbox that nothing names', 'mailboxes/m-other', '/mailboxes'],
	['the owner of a mailbox', 'mailboxes/m-free/ownerid', '/mailboxes/2/ownerid'],
	['a user or queue that a mailbox names', 'users or queues/u-ghost', '/mailboxes/1/ownerid'],
	['a user or queue that nothing names', 'users or queues/u-other', '/users'],
	['a setting', 'hashfilterkeywords', '/organization/hashfilterkeywords'],
	['the time of receipt', 'receivedAt', '/marks'],
	['another email', 'emails/0', null]
])('%s', (_, need, pointer) => {
	expect(pointerOfNeed(file, need)).toBe(pointer);
});

test.each([
	['/mailboxes/m-ben/ownerid', '/mailboxes/0/ownerid'],
	['/mailboxes/m~1x~0/ownerid', '/mailboxes/1/ownerid'],
	['/mailboxes/1', '/mailboxes/1'],
	['/mailboxes', '/mailboxes'],
	['/organization/hashmaxcount', '/organization/hashmaxcount']
])('%s', (pointer, indexed) => {
	expect(indexedPointer(file, pointer)).toBe(indexed);
});
