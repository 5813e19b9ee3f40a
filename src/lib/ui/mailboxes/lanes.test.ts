import { expect, test } from 'vitest';
import { lanesOf } from './lanes';

const email = {
	activityId: 'a',
	subject: null,
	from: null,
	receivedAtUtcMs: null,
	tracked: 'no'
} as const;
const moved = (from: string, to: string) => ({ kind: 'move', atUtcMs: 0, email, from, to }) as const;

test('the Inbox first, folders below it, then the others; letter case does not count', () => {
	const lanes = lanesOf([moved('Archive', 'inbox'), moved('Inbox/VIP', 'Sent Items')]);
	expect(lanes.names).toEqual(['Inbox', 'Inbox/VIP', 'Archive', 'Sent Items']);
	expect(lanes.of('INBOX/')).toBe(0);
	expect(lanes.of('archive')).toBe(2);
});

test('more than four folders share the last lane', () => {
	const lanes = lanesOf([moved('A', 'B'), moved('C', 'D')]);
	expect(lanes.names).toEqual(['Inbox', 'A', 'B', 'Other folders']);
	expect([lanes.of('C'), lanes.of('D')]).toEqual([3, 3]);
});
